package ms.continuu.attest.rego.crypto;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.Value;

/// Certificates with the private key of the first, as Go's `tls.X509KeyPair` pairs them.
///
/// @param chain the DER of all certificates
public record KeyPair(List<byte[]> chain, Key privateKey, X509Certificate leaf) {
  private static final String BEGIN = "-----BEGIN ";

  /// A pair of PEM, of base64 of it, or of base64 of DER.
  public static KeyPair parseLoosely(byte[] certificates, byte[] key) throws CryptoException {
    byte[] decodedCertificates = unwrapped(certificates);
    byte[] decodedKey = unwrapped(key);
    return parse(
        isPem(decodedCertificates)
            ? decodedCertificates
            : Pem.encode("CERTIFICATE", decodedCertificates),
        isPem(decodedKey) ? decodedKey : Pem.encode("PRIVATE KEY", decodedKey));
  }

  private static boolean isPem(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1).startsWith(BEGIN);
  }

  private static byte[] unwrapped(byte[] bytes) throws CryptoException {
    return isPem(bytes) ? bytes : GoBase64.STANDARD.decode(bytes);
  }

  /// A pair of PEM texts.
  public static KeyPair parse(byte[] certificates, byte[] key) throws CryptoException {
    List<byte[]> chain = new ArrayList<>();
    List<String> skipped = new ArrayList<>();
    for (Pem block : Pem.all(certificates)) {
      if (block.type().equals("CERTIFICATE")) {
        chain.add(block.bytes());
      } else {
        skipped.add(block.type());
      }
    }
    if (chain.isEmpty()) {
      throw tls(noCertificate(skipped));
    }
    Pem keyBlock = keyBlock(key);
    X509Certificate leaf = X509Certificate.parse(chain.getFirst());
    Key privateKey = privateKey(keyBlock.bytes());
    checkMatch(leaf, privateKey);
    return new KeyPair(List.copyOf(chain), privateKey, leaf);
  }

  private static String noCertificate(List<String> skipped) {
    if (skipped.isEmpty()) {
      return "failed to find any PEM data in certificate input";
    }
    if (skipped.size() == 1 && skipped.getFirst().endsWith("PRIVATE KEY")) {
      return "failed to find certificate PEM data in certificate input, but did find a private"
          + " key; PEM inputs may have been switched";
    }
    return "failed to find \"CERTIFICATE\" PEM block in certificate input after skipping PEM blocks"
        + " of the following types: ["
        + String.join(" ", skipped)
        + "]";
  }

  private static Pem keyBlock(byte[] key) throws CryptoException {
    List<String> skipped = new ArrayList<>();
    for (Pem block : Pem.all(key)) {
      if (block.type().equals("PRIVATE KEY") || block.type().endsWith(" PRIVATE KEY")) {
        return block;
      }
      skipped.add(block.type());
    }
    if (skipped.isEmpty()) {
      throw tls("failed to find any PEM data in key input");
    }
    if (skipped.equals(List.of("CERTIFICATE"))) {
      throw tls("found a certificate rather than a key in the PEM for the private key");
    }
    throw tls(
        "failed to find PEM block with type ending in \"PRIVATE KEY\" in key input after skipping"
            + " PEM blocks of the following types: ["
            + String.join(" ", skipped)
            + "]");
  }

  private interface Reading {
    Key read(byte[] der) throws CryptoException;
  }

  private static Key privateKey(byte[] der) throws CryptoException {
    for (Reading reading :
        List.<Reading>of(
            KeyFiles::pkcs1PrivateKey, KeyFiles::pkcs8PrivateKey, KeyFiles::ecPrivateKey)) {
      Key key;
      try {
        key = reading.read(der);
      } catch (CryptoException e) {
        continue;
      }
      if (key instanceof Key.XPrivate) {
        throw tls("found unknown private key type in PKCS#8 wrapping");
      }
      return key;
    }
    throw tls("failed to parse private key");
  }

  private static void checkMatch(X509Certificate leaf, Key privateKey) throws CryptoException {
    Key publicKey = leaf.publicKey;
    boolean sameKind =
        switch (publicKey) {
          case Key.RsaPublic rsa -> privateKey instanceof Key.RsaPrivate;
          case Key.EcPublic ec -> privateKey instanceof Key.EcPrivate;
          case Key.EdPublic ed -> privateKey instanceof Key.EdPrivate;
          case null, default -> throw tls("unknown public key algorithm");
        };
    if (!sameKind) {
      throw tls("private key type does not match public key type");
    }
    if (!privateKey.publicKey().equals(publicKey)) {
      throw tls("private key does not match public key");
    }
  }

  private static CryptoException tls(String message) {
    return new CryptoException("tls: " + message);
  }

  /// The fields as Go's JSON shows a `tls.Certificate`.
  public Value toJson() {
    return ObjectValue.builder()
        .put("Certificate", GoJson.list(chain, GoJson::bytes))
        .put("PrivateKey", GoJson.key(privateKey))
        .put("SupportedSignatureAlgorithms", GoJson.NULL)
        .put("OCSPStaple", GoJson.NULL)
        .put("SignedCertificateTimestamps", GoJson.NULL)
        .put("Leaf", leaf.toJson())
        .build();
  }

  /// A key's fields as Go's JSON shows them.
  public static Value keyJson(Key key) {
    return GoJson.key(key);
  }
}
