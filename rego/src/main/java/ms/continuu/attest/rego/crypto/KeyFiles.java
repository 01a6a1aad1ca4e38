package ms.continuu.attest.rego.crypto;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ms.continuu.attest.rego.crypto.Asn1.Node;
import ms.continuu.attest.rego.crypto.Asn1.Raw;
import ms.continuu.attest.rego.crypto.Asn1Shape.Field;
import org.jspecify.annotations.Nullable;

/// Keys out of DER: PKCS #1, PKCS #8, SEC 1 and X.509's `SubjectPublicKeyInfo`, as Go's
/// `crypto/x509` parses them.
public final class KeyFiles {
  static final ObjectIdentifier RSA = ObjectIdentifier.of(1, 2, 840, 113549, 1, 1, 1);
  static final ObjectIdentifier EC = ObjectIdentifier.of(1, 2, 840, 10045, 2, 1);
  static final ObjectIdentifier DSA = ObjectIdentifier.of(1, 2, 840, 10040, 4, 1);
  static final ObjectIdentifier ED25519 = ObjectIdentifier.of(1, 3, 101, 112);
  static final ObjectIdentifier X25519 = ObjectIdentifier.of(1, 3, 101, 110);

  static final Asn1Shape ALGORITHM =
      Asn1Shape.struct(
          "AlgorithmIdentifier", Field.of(Asn1Shape.OID), Field.optional(Asn1Shape.RAW));
  static final Asn1Shape PUBLIC_KEY =
      Asn1Shape.struct("publicKeyInfo", Field.of(ALGORITHM), Field.of(Asn1Shape.BITS));
  private static final Asn1Shape PKCS8 =
      Asn1Shape.struct(
          "pkcs8", Field.of(Asn1Shape.INT), Field.of(ALGORITHM), Field.of(Asn1Shape.OCTETS));
  private static final Asn1Shape PKCS1_PUBLIC =
      Asn1Shape.struct("pkcs1PublicKey", Field.of(Asn1Shape.BIG), Field.of(Asn1Shape.INT));
  private static final Asn1Shape FURTHER_PRIME =
      Asn1Shape.struct(
          "pkcs1AdditionalRSAPrime",
          Field.of(Asn1Shape.BIG),
          Field.of(Asn1Shape.BIG),
          Field.of(Asn1Shape.BIG));
  private static final Asn1Shape PKCS1 =
      Asn1Shape.struct(
          "pkcs1PrivateKey",
          Field.of(Asn1Shape.INT),
          Field.of(Asn1Shape.BIG),
          Field.of(Asn1Shape.INT),
          Field.of(Asn1Shape.BIG),
          Field.of(Asn1Shape.BIG),
          Field.of(Asn1Shape.BIG),
          Field.optional(Asn1Shape.BIG),
          Field.optional(Asn1Shape.BIG),
          Field.optional(Asn1Shape.BIG),
          Field.optional(Asn1Shape.listOf("", FURTHER_PRIME)));
  private static final Asn1Shape SEC1 =
      Asn1Shape.struct(
          "ecPrivateKey",
          Field.of(Asn1Shape.INT),
          Field.of(Asn1Shape.OCTETS),
          Field.optionalExplicit(Asn1Shape.OID, 0),
          Field.optionalExplicit(Asn1Shape.BITS, 1));

  private KeyFiles() {}

  /// A public key as X.509 holds it (`PUBLIC KEY` in PEM).
  public static Key publicKey(byte[] der) throws CryptoException {
    Asn1.Unmarshalled read;
    try {
      read = Asn1.unmarshal(der, PUBLIC_KEY);
    } catch (CryptoException e) {
      throw Asn1.fits(der, PKCS1_PUBLIC) ? useInstead("public", "ParsePKCS1PublicKey") : e;
    }
    if (read.trailing() != 0) {
      throw new CryptoException("x509: trailing data after ASN.1 of public-key");
    }
    return publicKey(read.node());
  }

  static Key publicKey(Node publicKeyInfo) throws CryptoException {
    Node algorithm = publicKeyInfo.get(0, Node.class);
    Raw parameters = algorithm.get(1, Raw.class);
    Der.BitString bits = publicKeyInfo.get(1, Der.BitString.class);
    Key key =
        publicKey(
            algorithm.get(0, ObjectIdentifier.class), parameters.whole(), bits.rightAligned());
    if (key == null) {
      throw new CryptoException("x509: unknown public key algorithm");
    }
    return key;
  }

  /// The key of an algorithm with its parameters; null for an unknown algorithm.
  static @Nullable Key publicKey(ObjectIdentifier algorithm, byte[] parameters, byte[] data)
      throws CryptoException {
    if (algorithm.equals(RSA)) {
      if (!Arrays.equals(parameters, new byte[] {5, 0})) {
        throw new CryptoException("x509: RSA key missing NULL parameters");
      }
      return rsaPublicKey(data);
    }
    if (algorithm.equals(EC)) {
      ObjectIdentifier curveId = new Der(parameters).readOid();
      if (curveId == null) {
        throw new CryptoException("x509: invalid ECDSA parameters");
      }
      EllipticCurve curve = EllipticCurve.of(curveId);
      if (curve == null) {
        throw new CryptoException("x509: unsupported elliptic curve");
      }
      return curve.decodePoint(data);
    }
    if (algorithm.equals(ED25519)) {
      if (parameters.length != 0) {
        throw new CryptoException("x509: Ed25519 key encoded with illegal parameters");
      }
      if (data.length != 32) {
        throw new CryptoException("x509: wrong Ed25519 public key size");
      }
      return new Key.EdPublic(new Key.Octets(data));
    }
    if (algorithm.equals(X25519)) {
      if (parameters.length != 0) {
        throw new CryptoException("x509: X25519 key encoded with illegal parameters");
      }
      if (data.length != 32) {
        throw new CryptoException("crypto/ecdh: invalid public key");
      }
      return new Key.XPublic(new Key.Octets(data));
    }
    return algorithm.equals(DSA) ? dsaPublicKey(parameters, data) : null;
  }

  private static Key rsaPublicKey(byte[] data) throws CryptoException {
    Der sequence = new Der(data).enter(Der.SEQUENCE);
    if (sequence == null) {
      throw new CryptoException("x509: invalid RSA public key");
    }
    BigInteger modulus = sequence.readInteger();
    if (modulus == null) {
      throw new CryptoException("x509: invalid RSA modulus");
    }
    Long exponent = sequence.readLong(Der.INTEGER);
    if (exponent == null) {
      throw new CryptoException("x509: invalid RSA public exponent");
    }
    if (modulus.signum() <= 0) {
      throw new CryptoException("x509: RSA modulus is not a positive number");
    }
    if (exponent <= 0) {
      throw new CryptoException("x509: RSA public exponent is not a positive number");
    }
    return new Key.RsaPublic(modulus, exponent);
  }

  private static Key dsaPublicKey(byte[] parameters, byte[] data) throws CryptoException {
    BigInteger y = new Der(data).readInteger();
    if (y == null) {
      throw new CryptoException("x509: invalid DSA public key");
    }
    Der sequence = new Der(parameters).enter(Der.SEQUENCE);
    BigInteger p = sequence == null ? null : sequence.readInteger();
    BigInteger q = sequence == null ? null : sequence.readInteger();
    BigInteger g = sequence == null ? null : sequence.readInteger();
    if (p == null || q == null || g == null) {
      throw new CryptoException("x509: invalid DSA parameters");
    }
    if (y.signum() <= 0 || p.signum() <= 0 || q.signum() <= 0 || g.signum() <= 0) {
      throw new CryptoException("x509: zero or negative DSA parameter");
    }
    return new Key.DsaPublic(p, q, g, y);
  }

  /// An RSA public key alone (`RSA PUBLIC KEY` in PEM).
  public static Key pkcs1PublicKey(byte[] der) throws CryptoException {
    Asn1.Unmarshalled read;
    try {
      read = Asn1.unmarshal(der, PKCS1_PUBLIC);
    } catch (CryptoException e) {
      throw Asn1.fits(der, PUBLIC_KEY) ? useInstead("public", "ParsePKIXPublicKey") : e;
    }
    if (read.trailing() != 0) {
      throw Asn1.syntax("trailing data");
    }
    BigInteger modulus = read.node().get(0, BigInteger.class);
    long exponent = read.node().get(1, Long.class);
    if (modulus.signum() <= 0 || exponent <= 0) {
      throw new CryptoException("x509: public key contains zero or negative value");
    }
    if (exponent > Integer.MAX_VALUE) {
      throw new CryptoException("x509: public key contains large public exponent");
    }
    return new Key.RsaPublic(modulus, exponent);
  }

  /// An RSA private key (`RSA PRIVATE KEY` in PEM).
  public static Key.RsaPrivate pkcs1PrivateKey(byte[] der) throws CryptoException {
    Asn1.Unmarshalled read;
    try {
      read = Asn1.unmarshal(der, PKCS1);
    } catch (CryptoException e) {
      if (Asn1.fits(der, SEC1)) {
        throw useInstead("private", "ParseECPrivateKey");
      }
      throw Asn1.fits(der, PKCS8) ? useInstead("private", "ParsePKCS8PrivateKey") : e;
    }
    if (read.trailing() != 0) {
      throw Asn1.syntax("trailing data");
    }
    Node node = read.node();
    if (node.get(0, Long.class) > 1) {
      throw new CryptoException("x509: unsupported private key version");
    }
    for (int field : new int[] {1, 3, 4, 5, 6, 7, 8}) {
      BigInteger value = node.optional(field, BigInteger.class);
      if (value != null && value.signum() <= 0) {
        throw new CryptoException("x509: private key contains zero or negative value");
      }
    }
    List<BigInteger> primes =
        new ArrayList<>(List.of(node.get(4, BigInteger.class), node.get(5, BigInteger.class)));
    for (Node prime : Asn1.listOf(node.optional(9, List.class), Node.class)) {
      BigInteger value = prime.get(0, BigInteger.class);
      if (value.signum() <= 0) {
        throw new CryptoException("x509: private key contains zero or negative prime");
      }
      primes.add(value);
    }
    BigInteger dp = node.optional(6, BigInteger.class);
    BigInteger dq = node.optional(7, BigInteger.class);
    BigInteger qInverse = node.optional(8, BigInteger.class);
    Key.Crt crt =
        dp == null || dq == null || qInverse == null
            ? null
            : new Key.Crt(dp, dq, qInverse, List.of());
    return RsaKeys.precompute(
        new Key.RsaPrivate(
            new Key.RsaPublic(node.get(1, BigInteger.class), node.get(2, Long.class)),
            node.get(3, BigInteger.class),
            primes,
            crt));
  }

  /// A private key of any kind (`PRIVATE KEY` in PEM).
  public static Key pkcs8PrivateKey(byte[] der) throws CryptoException {
    Node node;
    try {
      node = Asn1.unmarshal(der, PKCS8).node();
    } catch (CryptoException e) {
      if (Asn1.fits(der, SEC1)) {
        throw useInstead("private", "ParseECPrivateKey");
      }
      throw Asn1.fits(der, PKCS1) ? useInstead("private", "ParsePKCS1PrivateKey") : e;
    }
    Node algorithm = node.get(1, Node.class);
    ObjectIdentifier oid = algorithm.get(0, ObjectIdentifier.class);
    byte[] parameters = algorithm.get(1, Raw.class).whole();
    byte[] content = node.get(2, byte[].class);
    if (oid.equals(RSA)) {
      try {
        return pkcs1PrivateKey(content);
      } catch (CryptoException e) {
        throw e.within("x509: failed to parse RSA private key embedded in PKCS#8: ");
      }
    }
    if (oid.equals(EC)) {
      try {
        return ecPrivateKey(curveId(parameters), content);
      } catch (CryptoException e) {
        throw e.within("x509: failed to parse EC private key embedded in PKCS#8: ");
      }
    }
    if (oid.equals(ED25519)) {
      byte[] seed = curve25519Scalar(parameters, content, "Ed25519");
      if (seed.length != 32) {
        throw new CryptoException("x509: invalid Ed25519 private key length: " + seed.length);
      }
      return Curve25519.edwardsKey(seed);
    }
    if (oid.equals(X25519)) {
      byte[] scalar = curve25519Scalar(parameters, content, "X25519");
      if (scalar.length != 32) {
        throw new CryptoException("crypto/ecdh: invalid private key size");
      }
      return Curve25519.montgomeryKey(scalar);
    }
    throw new CryptoException(
        "x509: PKCS#8 wrapping contained private key with unknown algorithm: " + oid);
  }

  private static @Nullable ObjectIdentifier curveId(byte[] parameters) {
    try {
      return (ObjectIdentifier) Asn1.unmarshal(parameters, Asn1Shape.OID).value();
    } catch (CryptoException e) {
      return null;
    }
  }

  private static byte[] curve25519Scalar(byte[] parameters, byte[] content, String name)
      throws CryptoException {
    if (parameters.length != 0) {
      throw new CryptoException("x509: invalid " + name + " private key parameters");
    }
    try {
      return (byte[]) Asn1.unmarshal(content, Asn1Shape.OCTETS).value();
    } catch (CryptoException e) {
      throw e.within("x509: invalid " + name + " private key: ");
    }
  }

  /// A private key on a NIST curve (`EC PRIVATE KEY` in PEM).
  public static Key.EcPrivate ecPrivateKey(byte[] der) throws CryptoException {
    return ecPrivateKey(null, der);
  }

  private static Key.EcPrivate ecPrivateKey(@Nullable ObjectIdentifier known, byte[] der)
      throws CryptoException {
    Node node;
    try {
      node = Asn1.unmarshal(der, SEC1).node();
    } catch (CryptoException e) {
      if (Asn1.fits(der, PKCS8)) {
        throw useInstead("private", "ParsePKCS8PrivateKey");
      }
      throw Asn1.fits(der, PKCS1)
          ? useInstead("private", "ParsePKCS1PrivateKey")
          : e.within("x509: failed to parse EC private key: ");
    }
    if (node.get(0, Long.class) != 1) {
      throw new CryptoException("x509: unknown EC private key version " + node.get(0, Long.class));
    }
    ObjectIdentifier curveId = known != null ? known : node.optional(2, ObjectIdentifier.class);
    EllipticCurve curve = curveId == null ? null : EllipticCurve.of(curveId);
    if (curve == null) {
      throw new CryptoException("x509: unknown elliptic curve");
    }
    return curve.privateKey(
        toLength(node.get(1, byte[].class), (curve.order().bitLength() + 7) / 8));
  }

  /// The scalar without superfluous zeros, or with missing ones.
  private static byte[] toLength(byte[] scalar, int length) throws CryptoException {
    int from = 0;
    while (scalar.length - from > length) {
      if (scalar[from] != 0) {
        throw new CryptoException("x509: invalid private key length");
      }
      from++;
    }
    byte[] result = new byte[length];
    int kept = scalar.length - from;
    System.arraycopy(scalar, from, result, length - kept, kept);
    return result;
  }

  private static CryptoException useInstead(String kind, String function) {
    return new CryptoException(
        "x509: failed to parse "
            + kind
            + " key (use "
            + function
            + " instead for this key format)");
  }
}
