package ms.continuu.attest.rego.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.spec.KeySpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPrivateKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Cipher;

/// RSA signatures of digests, PKCS #1 v1.5 and PSS (RFC 8017).
final class RsaSignature {
  private RsaSignature() {}

  /// What stands before a digest in PKCS #1 v1.5.
  private static byte[] prefix(String digest) {
    String hex =
        switch (digest) {
          case "SHA-1" -> "3021300906052b0e03021a05000414";
          case "SHA-256" -> "3031300d060960864801650304020105000420";
          case "SHA-384" -> "3041300d060960864801650304020205000430";
          case "SHA-512" -> "3051300d060960864801650304020305000440";
          default -> throw new IllegalArgumentException(digest);
        };
    return HexFormat.of().parseHex(hex);
  }

  static boolean verifyPkcs1(Key.RsaPublic key, String digest, byte[] hash, byte[] signature)
      throws CryptoException {
    byte[] message = open(key, signature);
    return message != null && MessageDigest.isEqual(message, pkcs1Message(key, digest, hash));
  }

  private static byte[] pkcs1Message(Key.RsaPublic key, String digest, byte[] hash)
      throws CryptoException {
    byte[] prefix = prefix(digest);
    int size = key.size();
    int length = prefix.length + hash.length;
    if (size < length + 11) {
      throw new CryptoException("crypto/rsa: message too long for RSA key size");
    }
    byte[] message = new byte[size];
    Arrays.fill(message, (byte) 0xff);
    message[0] = 0;
    message[1] = 1;
    message[size - length - 1] = 0;
    System.arraycopy(prefix, 0, message, size - length, prefix.length);
    System.arraycopy(hash, 0, message, size - hash.length, hash.length);
    return message;
  }

  /// The signature's message; null when it cannot be one.
  private static byte @org.jspecify.annotations.Nullable [] open(
      Key.RsaPublic key, byte[] signature) throws CryptoException {
    RsaKeys.checkSize(key);
    RsaKeys.checkPublic(key);
    BigInteger number = new BigInteger(1, signature);
    if (signature.length != key.size() || number.compareTo(key.modulus()) >= 0) {
      return null;
    }
    BigInteger message = number.modPow(BigInteger.valueOf(key.exponent()), key.modulus());
    return Jwk.unsigned(message, key.size());
  }

  /// @param saltLength of the salt, or -1 for any
  static boolean verifyPss(
      Key.RsaPublic key, String digest, byte[] hash, byte[] signature, int saltLength)
      throws CryptoException {
    byte[] opened = open(key, signature);
    if (opened == null) {
      return false;
    }
    int bits = key.modulus().bitLength() - 1;
    int length = (bits + 7) / 8;
    if (opened.length > length && opened[0] != 0) {
      return false;
    }
    byte[] message = Arrays.copyOfRange(opened, opened.length - length, opened.length);
    int dbLength = length - hash.length - 1;
    if (dbLength < hash.length && dbLength < 1 || message[length - 1] != (byte) 0xbc) {
      return false;
    }
    byte[] db = Arrays.copyOf(message, dbLength);
    byte[] h = Arrays.copyOfRange(message, dbLength, length - 1);
    int spare = 8 * length - bits;
    if ((db[0] & 0xff) >> (8 - spare) != 0) {
      return false;
    }
    mask(db, digest, h);
    db[0] &= (byte) (0xff >> spare);
    int one = 0;
    while (one < dbLength && db[one] == 0) {
      one++;
    }
    if (one == dbLength || db[one] != 1) {
      return false;
    }
    byte[] salt = Arrays.copyOfRange(db, one + 1, dbLength);
    return (saltLength < 0 || salt.length == saltLength)
        && MessageDigest.isEqual(h, pssHash(digest, hash, salt));
  }

  private static byte[] pssHash(String digest, byte[] hash, byte[] salt) {
    MessageDigest digester = Digests.digester(digest);
    digester.update(new byte[8]);
    digester.update(hash);
    return digester.digest(salt);
  }

  /// Masks the block with MGF1 of the seed.
  private static void mask(byte[] block, String digest, byte[] seed) {
    int at = 0;
    for (int counter = 0; at < block.length; counter++) {
      MessageDigest digester = Digests.digester(digest);
      digester.update(seed);
      byte[] step =
          digester.digest(
              new byte[] {
                (byte) (counter >> 24),
                (byte) (counter >> 16),
                (byte) (counter >> 8),
                (byte) counter
              });
      for (int i = 0; i < step.length && at < block.length; i++) {
        block[at++] ^= step[i];
      }
    }
  }

  static byte[] signPkcs1(Key.RsaPrivate key, String digest, byte[] hash) throws CryptoException {
    Key.RsaPrivate checked = checked(key);
    return apply(checked, pkcs1Message(checked.publicKey(), digest, hash));
  }

  /// Signs with a salt as long as the hash.
  static byte[] signPss(Key.RsaPrivate key, String digest, byte[] hash, GivenRandom random)
      throws CryptoException {
    Key.RsaPrivate checked = checked(key);
    byte[] salt = new byte[hash.length];
    random.nextBytes(salt);
    int bits = checked.publicKey().modulus().bitLength() - 1;
    int length = (bits + 7) / 8;
    if (length < hash.length + salt.length + 2) {
      throw new CryptoException("crypto/rsa: message too long for RSA key size");
    }
    byte[] h = pssHash(digest, hash, salt);
    byte[] db = new byte[length - h.length - 1];
    db[db.length - salt.length - 1] = 1;
    System.arraycopy(salt, 0, db, db.length - salt.length, salt.length);
    mask(db, digest, h);
    db[0] &= (byte) (0xff >> (8 * length - bits));
    byte[] message = new byte[checked.publicKey().size()];
    int start = message.length - length;
    System.arraycopy(db, 0, message, start, db.length);
    System.arraycopy(h, 0, message, start + db.length, h.length);
    message[message.length - 1] = (byte) 0xbc;
    return apply(checked, message);
  }

  private static Key.RsaPrivate checked(Key.RsaPrivate key) throws CryptoException {
    RsaKeys.checkSize(key.publicKey());
    return RsaKeys.precompute(key);
  }

  /// The private operation, which the JDK blinds.
  private static byte[] apply(Key.RsaPrivate key, byte[] message) throws CryptoException {
    try {
      PrivateKey jdkKey = KeyFactory.getInstance("RSA").generatePrivate(spec(key));
      Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding");
      cipher.init(Cipher.DECRYPT_MODE, jdkKey);
      return cipher.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new CryptoException("crypto/rsa: " + e.getMessage());
    }
  }

  private static KeySpec spec(Key.RsaPrivate key) {
    Key.Crt crt = Objects.requireNonNull(key.crt());
    if (key.primes().size() != 2) {
      return new RSAPrivateKeySpec(key.publicKey().modulus(), key.exponent());
    }
    return new RSAPrivateCrtKeySpec(
        key.publicKey().modulus(),
        BigInteger.valueOf(key.publicKey().exponent()),
        key.exponent(),
        key.primes().get(0),
        key.primes().get(1),
        crt.dp(),
        crt.dq(),
        crt.qInverse());
  }
}
