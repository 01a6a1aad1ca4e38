package ms.continuu.attest.rego.crypto;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Consumer;
import ms.continuu.attest.value.RegoText;
import org.jspecify.annotations.Nullable;

/// JSON web signatures over bytes, by the algorithms' names (RFC 7518), with jwx's refusals.
public final class Jws {

  /// A family of algorithms.
  private enum Family {
    HMAC("[]byte"),
    RSA("*rsa.PrivateKey"),
    ECDSA("*ecdsa.PrivateKey"),
    EDDSA("ed25519.PrivateKey");

    private final String wanted;

    Family(String wanted) {
      this.wanted = wanted;
    }
  }

  private Jws() {}

  private static @Nullable Family family(String algorithm) {
    return switch (algorithm) {
      case "HS256", "HS384", "HS512" -> Family.HMAC;
      case "RS256", "RS384", "RS512", "PS256", "PS384", "PS512" -> Family.RSA;
      case "ES256", "ES384", "ES512" -> Family.ECDSA;
      case "EdDSA", "Ed25519" -> Family.EDDSA;
      default -> null;
    };
  }

  /// The digest of an algorithm that has one: `SHA-256`.
  public static String digest(String algorithm) {
    return "SHA-" + algorithm.substring(2);
  }

  private static Family required(String algorithm, String function) throws CryptoException {
    Family family = family(algorithm);
    if (family == null) {
      throw new CryptoException(
          "jwsbb."
              + function
              + ": dsig algorithm "
              + RegoText.quote(algorithm)
              + " not registered");
    }
    return family;
  }

  /// Refuses a signature that is none of the payload. A private key verifies as its public half.
  public static void verify(Key key, String algorithm, byte[] payload, byte[] signature)
      throws CryptoException {
    Key given = key.publicKey();
    switch (required(algorithm, "Verify")) {
      case HMAC -> verifyHmac(key, algorithm, payload, signature);
      case RSA -> {
        if (!(given instanceof Key.RsaPublic rsa)) {
          throw wrongType(
              "Verify",
              key,
              "*rsa.PublicKey",
              "keyconv: expected rsa.PublicKey/rsa.PrivateKey or *rsa.PublicKey/*rsa.PrivateKey,"
                  + " got ");
        }
        String digest = digest(algorithm);
        byte[] hash = Digests.digest(digest, payload);
        boolean verified =
            algorithm.startsWith("PS")
                ? RsaSignature.verifyPss(rsa, digest, hash, signature, hash.length)
                : RsaSignature.verifyPkcs1(rsa, digest, hash, signature);
        if (!verified) {
          throw new CryptoException("crypto/rsa: verification error");
        }
      }
      case ECDSA -> {
        if (!(given instanceof Key.EcPublic ec)) {
          throw wrongType(
              "Verify",
              key,
              "*ecdsa.PublicKey",
              "keyconv: expected ecdsa.PublicKey/ecdsa.PrivateKey or"
                  + " *ecdsa.PublicKey/*ecdsa.PrivateKey, got ");
        }
        verifyEcdsa(ec, key instanceof Key.EcPrivate, algorithm, payload, signature);
      }
      case EDDSA -> {
        if (!(given instanceof Key.EdPublic ed)) {
          throw new CryptoException(
              "jwsbb.Verify: invalid key type "
                  + key.goType()
                  + ". ed25519.PublicKey is required: failed to retrieve ed25519.PublicKey out of"
                  + " crypto.PublicKey");
        }
        if (!CurveSignature.verify(ed, payload, signature)) {
          throw new CryptoException("invalid EdDSA signature");
        }
      }
    }
  }

  private static void verifyHmac(Key key, String algorithm, byte[] payload, byte[] signature)
      throws CryptoException {
    if (!(key instanceof Key.Secret secret)) {
      throw wrongType("Verify", key, "[]byte", "keyconv: expected []byte, got ");
    }
    if (secret.octets().length() == 0) {
      throw new CryptoException("dsig.Verify: dsig.toHMACKey: missing key while signing payload");
    }
    if (!MessageDigest.isEqual(hmac(secret.octets().bytes(), algorithm, payload), signature)) {
      throw new CryptoException("invalid HMAC signature");
    }
  }

  private static void verifyEcdsa(
      Key.EcPublic key, boolean signer, String algorithm, byte[] payload, byte[] signature)
      throws CryptoException {
    int size = key.curve().size();
    if (signature.length != 2 * size) {
      throw new CryptoException(
          (signer
                  ? "dsig.VerifyECDSACryptoSigner: failed to unpack ASN.1 encoded ECDSA signature: "
                  : "dsig.VerifyECDSA: failed to unpack ECDSA signature: ")
              + "invalid signature length for curve \""
              + key.curve().goName()
              + "\"");
    }
    byte[] hash = Digests.digest(digest(algorithm), payload);
    if (!verifyHalves(key, hash, signature)) {
      throw new CryptoException("invalid ECDSA signature");
    }
  }

  /// Whether the first half of the signature and the second are a pair that signs the hash.
  public static boolean verifyHalves(Key.EcPublic key, byte[] hash, byte[] signature) {
    int half = signature.length / 2;
    return CurveSignature.verify(
        key,
        hash,
        new BigInteger(1, Arrays.copyOf(signature, half)),
        new BigInteger(1, Arrays.copyOfRange(signature, half, signature.length)));
  }

  /// Whether a PKCS #1 v1.5 signature signs the payload.
  public static boolean verifyPkcs1(
      Key.RsaPublic key, String digest, byte[] payload, byte[] signature) {
    try {
      return RsaSignature.verifyPkcs1(key, digest, Digests.digest(digest, payload), signature);
    } catch (CryptoException e) {
      return false;
    }
  }

  /// Whether a PSS signature with a salt of any length signs the payload.
  public static boolean verifyPssOfAnySalt(
      Key.RsaPublic key, String digest, byte[] payload, byte[] signature) {
    try {
      return RsaSignature.verifyPss(key, digest, Digests.digest(digest, payload), signature, -1);
    } catch (CryptoException e) {
      return false;
    }
  }

  /// Whether an Ed25519 signature signs the payload.
  public static boolean verifyEd25519(Key.EdPublic key, byte[] payload, byte[] signature) {
    return CurveSignature.verify(key, payload, signature);
  }

  private static byte[] hmac(byte[] key, String algorithm, byte[] payload) {
    return Digests.hmac("HmacSHA" + algorithm.substring(2), key, payload);
  }

  /// Signs with a private key or a secret.
  ///
  /// @param random fills arrays with randomness
  public static byte[] sign(Key key, String algorithm, byte[] payload, Consumer<byte[]> random)
      throws CryptoException {
    Family family = required(algorithm, "Sign");
    return switch (family) {
      case HMAC -> {
        if (!(key instanceof Key.Secret secret)) {
          throw wrongType("Sign", key, family.wanted, "keyconv: expected []byte, got ");
        }
        yield hmac(secret.octets().bytes(), algorithm, payload);
      }
      case RSA -> {
        if (!(key instanceof Key.RsaPrivate rsa)) {
          throw wrongType(
              "Sign",
              key,
              family.wanted,
              "keyconv: expected rsa.PrivateKey or *rsa.PrivateKey, got ");
        }
        byte[] hash = Digests.digest(digest(algorithm), payload);
        yield algorithm.startsWith("PS")
            ? RsaSignature.signPss(rsa, digest(algorithm), hash, new GivenRandom(random))
            : RsaSignature.signPkcs1(rsa, digest(algorithm), hash);
      }
      case ECDSA -> {
        if (!(key instanceof Key.EcPrivate ec)) {
          throw wrongType(
              "Sign",
              key,
              family.wanted,
              "keyconv: expected ecdsa.PrivateKey or *ecdsa.PrivateKey, got ");
        }
        byte[] hash = Digests.digest(digest(algorithm), payload);
        try {
          yield CurveSignature.sign(ec, hash, new GivenRandom(random));
        } catch (CryptoException e) {
          throw e.within("failed to sign payload using ecdsa: ");
        }
      }
      case EDDSA -> {
        if (!(key instanceof Key.EdPrivate ed)) {
          throw wrongType(
              "Sign",
              key,
              family.wanted,
              "expected ed25519.PrivateKey or *ed25519.PrivateKey, got ");
        }
        yield CurveSignature.sign(ed, payload);
      }
    };
  }

  private static CryptoException wrongType(String function, Key key, String wanted, String reason) {
    return new CryptoException(
        "jwsbb."
            + function
            + ": invalid key type "
            + key.goType()
            + ". "
            + wanted
            + " is required: "
            + reason
            + key.goType());
  }

  /// Signs with a JWK.
  public static byte[] sign(Jwk key, String algorithm, byte[] payload, Consumer<byte[]> random)
      throws CryptoException {
    Family family = required(algorithm, "Sign");
    Key raw;
    try {
      raw = exportFor(key, family);
    } catch (CryptoException e) {
      boolean named = family == Family.HMAC || family == Family.ECDSA;
      String target = family == Family.HMAC ? "[]byte" : family.wanted.replace("*", "");
      throw e.within(
          "jwsbb.Sign: invalid key type "
              + key.kind().goType()
              + ". "
              + family.wanted
              + " is required: "
              + (named ? "keyconv: " : "")
              + "failed to produce "
              + target
              + " from "
              + key.kind().goType()
              + ": ");
    }
    return sign(raw, algorithm, payload, random);
  }

  private static Key exportFor(Jwk jwk, Family family) throws CryptoException {
    boolean fits =
        switch (jwk.kind()) {
          case SECRET -> family == Family.HMAC;
          case RSA_PRIVATE -> family == Family.RSA;
          case EC_PRIVATE -> family == Family.ECDSA;
          case RSA_PUBLIC, EC_PUBLIC -> false;
          // Octet key pairs are exported first, whatever is wanted.
          case OKP_PUBLIC, OKP_PRIVATE -> true;
        };
    if (!fits) {
      throw new CryptoException(
          "jwk.Export: no suitable exporter found for key type '" + jwk.kind().goType() + "'");
    }
    Key key = jwk.export();
    boolean wanted =
        switch (key) {
          case Key.EdPrivate ed -> family == Family.EDDSA || family == Family.HMAC;
          case Key.EdPublic ed -> family == Family.HMAC;
          case Key.XPrivate x -> false;
          case Key.XPublic x -> false;
          default -> true;
        };
    if (!wanted) {
      String target = family == Family.HMAC ? "*[]uint8" : "*" + family.wanted.replace("*", "");
      throw new CryptoException(
          "jwk.Export: failed to assign key: argument to AssignIfCompatible() must be compatible"
              + " with "
              + key.goType()
              + " (was "
              + target
              + ")");
    }
    return family == Family.HMAC ? octets(key) : key;
  }

  /// An Ed25519 key is bytes to Go, so that it passes for a secret.
  private static Key octets(Key key) {
    return switch (key) {
      case Key.EdPublic ed -> new Key.Secret(ed.point());
      case Key.EdPrivate ed -> {
        byte[] both = Arrays.copyOf(ed.seed().bytes(), 64);
        System.arraycopy(ed.publicKey().point().bytes(), 0, both, 32, 32);
        yield Key.Secret.of(both);
      }
      default -> key;
    };
  }
}
