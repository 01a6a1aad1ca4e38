package ms.continuu.attest.rego.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ms.continuu.attest.rego.crypto.CryptoException;
import ms.continuu.attest.rego.crypto.Jwk;
import ms.continuu.attest.rego.crypto.JwkSet;
import ms.continuu.attest.rego.crypto.Key;
import ms.continuu.attest.rego.crypto.KeyFiles;
import ms.continuu.attest.rego.crypto.Pem;
import ms.continuu.attest.rego.crypto.X509Certificate;
import ms.continuu.attest.value.Utf8;
import org.jspecify.annotations.Nullable;

/// A key to verify tokens with, out of a certificate, a public key in PEM, or a JWK (set).
///
/// @param algorithm the only one it may be used with, or empty
/// @param keyId its name, or empty
/// @param key null when the certificate's algorithm is unknown
record VerificationKey(String algorithm, String keyId, @Nullable Key key) {

  /// The algorithms that tokens may be signed with.
  static final Set<String> ALGORITHMS =
      Set.of(
          "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "HS256",
          "HS384", "HS512", "EdDSA");

  /// Keys, or why there are none: what is derived from a text once and for all.
  private record Parsed(List<VerificationKey> keys, @Nullable String fault) {
    static Parsed of(String text) {
      try {
        return new Parsed(parse(text), null);
      } catch (CryptoException e) {
        return new Parsed(List.of(), e.text());
      }
    }
  }

  /// The keys of a text; kept, since policies verify many tokens with few keys.
  static List<VerificationKey> of(BuiltinContext context, String text) throws BuiltinFault {
    Parsed parsed = context.shared(Parsed.class, text, Parsed::of);
    if (parsed.fault != null) {
      throw BuiltinFault.of(parsed.fault);
    }
    return parsed.keys;
  }

  private static List<VerificationKey> parse(String text) throws CryptoException {
    byte[] bytes = Utf8.encode(text);
    Pem block = Pem.first(bytes);
    if (block != null) {
      return List.of(new VerificationKey("", "", ofPem(block)));
    }
    List<Jwk> jwks;
    try {
      jwks = JwkSet.parse(bytes);
    } catch (CryptoException e) {
      throw e.within("failed to parse a JWK key (set): jwk.ParseString: failed to parse string: ");
    }
    List<VerificationKey> keys = new ArrayList<>();
    for (Jwk jwk : jwks) {
      Key key = jwk.export();
      String algorithm = jwk.algorithm() == null ? "" : jwk.algorithm();
      if (algorithm.isEmpty() || ALGORITHMS.contains(algorithm)) {
        keys.add(new VerificationKey(algorithm, jwk.keyId() == null ? "" : jwk.keyId(), key));
      }
    }
    return keys;
  }

  private static @Nullable Key ofPem(Pem block) throws CryptoException {
    if (block.rest().length > 0) {
      throw new CryptoException("extra data after a PEM certificate block");
    }
    switch (block.type()) {
      case "CERTIFICATE" -> {
        try {
          return X509Certificate.parse(block.bytes()).publicKey();
        } catch (CryptoException e) {
          throw e.within("failed to parse a PEM certificate: ");
        }
      }
      case "PUBLIC KEY" -> {
        try {
          return KeyFiles.publicKey(block.bytes());
        } catch (CryptoException e) {
          throw e.within("failed to parse a PEM public key: ");
        }
      }
      default -> throw new CryptoException("failed to extract a Key from the PEM certificate");
    }
  }

  /// Whether a signature is one of a key that may be meant.
  @FunctionalInterface
  interface Check {
    boolean verifies(Key key);
  }

  /// Tries the key of that name alone if there is one, else all that are not for another algorithm.
  static boolean anyVerifies(
      List<VerificationKey> keys, String keyId, String algorithm, Check check) {
    if (!keyId.isEmpty()) {
      for (VerificationKey key : keys) {
        if (key.keyId.equals(keyId)) {
          return key.key != null && check.verifies(key.key);
        }
      }
    }
    for (VerificationKey key : keys) {
      boolean fits = key.algorithm.isEmpty() || key.algorithm.equals(algorithm);
      if (fits && key.key != null && check.verifies(key.key)) {
        return true;
      }
    }
    return false;
  }
}
