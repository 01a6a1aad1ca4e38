package ms.continuu.attest.rego.crypto;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Digests and keyed digests by the JDK's names.
public final class Digests {
  private Digests() {}

  /// The digest of bytes.
  ///
  /// @param algorithm `MD5`, `SHA-256`, …
  public static byte[] digest(String algorithm, byte[] bytes) {
    return digester(algorithm).digest(bytes);
  }

  static MessageDigest digester(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The keyed digest of bytes; the key may be empty.
  ///
  /// @param algorithm `HmacSHA256`, …
  public static byte[] hmac(String algorithm, byte[] key, byte[] bytes) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      // An HMAC key is filled up with zeros, so one zero byte is the empty key.
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
      return mac.doFinal(bytes);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }
}
