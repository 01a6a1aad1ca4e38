package ms.continuu.attest.rego.crypto;

import java.util.Arrays;
import ms.continuu.attest.rego.crypto.Asn1.Node;
import ms.continuu.attest.rego.crypto.Asn1Shape.Field;

/// How a certificate is signed, with Go's numbers.
enum SignatureAlgorithm {
  UNKNOWN(0, ""),
  MD5_RSA(2, "", ObjectIdentifier.of(1, 2, 840, 113549, 1, 1, 4)),
  SHA1_RSA(
      3,
      "SHA-1",
      ObjectIdentifier.of(1, 2, 840, 113549, 1, 1, 5),
      ObjectIdentifier.of(1, 3, 14, 3, 2, 29)),
  SHA256_RSA(4, "SHA-256", ObjectIdentifier.of(1, 2, 840, 113549, 1, 1, 11)),
  SHA384_RSA(5, "SHA-384", ObjectIdentifier.of(1, 2, 840, 113549, 1, 1, 12)),
  SHA512_RSA(6, "SHA-512", ObjectIdentifier.of(1, 2, 840, 113549, 1, 1, 13)),
  SHA1_DSA(7, "", ObjectIdentifier.of(1, 2, 840, 10040, 4, 3)),
  SHA256_DSA(8, "", ObjectIdentifier.of(2, 16, 840, 1, 101, 3, 4, 3, 2)),
  SHA1_ECDSA(9, "SHA-1", ObjectIdentifier.of(1, 2, 840, 10045, 4, 1)),
  SHA256_ECDSA(10, "SHA-256", ObjectIdentifier.of(1, 2, 840, 10045, 4, 3, 2)),
  SHA384_ECDSA(11, "SHA-384", ObjectIdentifier.of(1, 2, 840, 10045, 4, 3, 3)),
  SHA512_ECDSA(12, "SHA-512", ObjectIdentifier.of(1, 2, 840, 10045, 4, 3, 4)),
  SHA256_PSS(13, "SHA-256"),
  SHA384_PSS(14, "SHA-384"),
  SHA512_PSS(15, "SHA-512"),
  ED25519(16, "", KeyFiles.ED25519);

  private static final ObjectIdentifier PSS = ObjectIdentifier.of(1, 2, 840, 113549, 1, 1, 10);
  private static final ObjectIdentifier MGF1 = ObjectIdentifier.of(1, 2, 840, 113549, 1, 1, 8);
  private static final byte[] ASN1_NULL = {5, 0};

  private static final Asn1Shape PSS_PARAMETERS =
      Asn1Shape.struct(
          "pssParameters",
          new Field(KeyFiles.ALGORITHM, false, true, 0, false),
          new Field(KeyFiles.ALGORITHM, false, true, 1, false),
          new Field(Asn1Shape.INT, false, true, 2, false),
          Field.optionalExplicit(Asn1Shape.INT, 3));

  private final int number;
  private final String digest;
  private final ObjectIdentifier[] oids;

  SignatureAlgorithm(int number, String digest, ObjectIdentifier... oids) {
    this.number = number;
    this.digest = digest;
    this.oids = oids;
  }

  /// Go's number for it.
  int number() {
    return number;
  }

  /// The JDK's name of the digest; empty where there is none, or one that is refused.
  String digest() {
    return digest;
  }

  static SignatureAlgorithm of(ObjectIdentifier oid, byte[] parameters) {
    if (oid.equals(KeyFiles.ED25519) && parameters.length != 0) {
      return UNKNOWN;
    }
    if (oid.equals(PSS)) {
      try {
        return pss(parameters);
      } catch (CryptoException e) {
        return UNKNOWN;
      }
    }
    for (SignatureAlgorithm algorithm : values()) {
      if (Arrays.asList(algorithm.oids).contains(oid)) {
        return algorithm;
      }
    }
    return UNKNOWN;
  }

  /// PSS is understood only with one hash throughout and a salt as long as the hash.
  private static SignatureAlgorithm pss(byte[] parameters) throws CryptoException {
    Node pss = Asn1.unmarshal(parameters, PSS_PARAMETERS).node();
    Node hash = pss.get(0, Node.class);
    Node mask = pss.get(1, Node.class);
    Node maskHash = Asn1.unmarshal(mask.get(1, Asn1.Raw.class).whole(), KeyFiles.ALGORITHM).node();
    Long trailer = pss.optional(3, Long.class);
    ObjectIdentifier hashId = hash.get(0, ObjectIdentifier.class);
    if (!isNullOrAbsent(hash)
        || !mask.get(0, ObjectIdentifier.class).equals(MGF1)
        || !maskHash.get(0, ObjectIdentifier.class).equals(hashId)
        || !isNullOrAbsent(maskHash)
        || trailer != null && trailer != 1) {
      return UNKNOWN;
    }
    long salt = pss.get(2, Long.class);
    if (hashId.is(2, 16, 840, 1, 101, 3, 4, 2, 1) && salt == 32) {
      return SHA256_PSS;
    }
    if (hashId.is(2, 16, 840, 1, 101, 3, 4, 2, 2) && salt == 48) {
      return SHA384_PSS;
    }
    return hashId.is(2, 16, 840, 1, 101, 3, 4, 2, 3) && salt == 64 ? SHA512_PSS : UNKNOWN;
  }

  private static boolean isNullOrAbsent(Node algorithm) {
    byte[] parameters = algorithm.get(1, Asn1.Raw.class).whole();
    return parameters.length == 0 || Arrays.equals(parameters, ASN1_NULL);
  }
}
