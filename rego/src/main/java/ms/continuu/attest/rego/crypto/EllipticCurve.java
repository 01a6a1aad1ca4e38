package ms.continuu.attest.rego.crypto;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// The NIST curves `y² = x³ - 3x + b`, in plain affine arithmetic.
///
/// It derives public keys and verifies on P-224, which the JDK lacks; signing is the JDK's.
public enum EllipticCurve {
  P224(
      224,
      ObjectIdentifier.of(1, 3, 132, 0, 33),
      "",
      "ffffffffffffffffffffffffffffffff000000000000000000000001",
      "b4050a850c04b3abf54132565044b0b7d7bfd8ba270b39432355ffb4",
      "ffffffffffffffffffffffffffff16a2e0b8f03e13dd29455c5c2a3d",
      "b70e0cbd6bb4bf7f321390b94a03c1d356c21122343280d6115c1d21",
      "bd376388b5f723fb4c22dfe6cd4375a05a07476444d5819985007e34"),
  P256(
      256,
      ObjectIdentifier.of(1, 2, 840, 10045, 3, 1, 7),
      "secp256r1",
      "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff",
      "5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b",
      "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
      "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296",
      "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"),
  P384(
      384,
      ObjectIdentifier.of(1, 3, 132, 0, 34),
      "secp384r1",
      "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe"
          + "ffffffff0000000000000000ffffffff",
      "b3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875a"
          + "c656398d8a2ed19d2a85c8edd3ec2aef",
      "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf"
          + "581a0db248b0a77aecec196accc52973",
      "aa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a38"
          + "5502f25dbf55296c3a545e3872760ab7",
      "3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c0"
          + "0a60b1ce1d7e819d7a431d7c90ea0e5f"),
  P521(
      521,
      ObjectIdentifier.of(1, 3, 132, 0, 35),
      "secp521r1",
      "01ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
          + "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
      "0051953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109"
          + "e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00",
      "01ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
          + "fa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409",
      "00c6858e06b70404e9cd9e3ecb662395b4429c648139053fb521f828af606b4d3d"
          + "baa14b5e77efe75928fe1dc127a2ffa8de3348b3c1856a429bf97e7e31c2e5bd66",
      "011839296a789a3bc0045c8a5fb42c7d1bd998f54449579b446817afbd17273e66"
          + "2c97ee72995ef42640c550b9013fad0761353c7086a272c24088be94769fd16650");

  private static final BigInteger THREE = BigInteger.valueOf(3);

  private final int bits;
  private final ObjectIdentifier oid;
  private final String jdkName;
  private final BigInteger prime;
  private final BigInteger b;
  private final BigInteger order;
  private final Point generator;

  EllipticCurve(
      int bits,
      ObjectIdentifier oid,
      String jdkName,
      String prime,
      String b,
      String order,
      String x,
      String y) {
    this.bits = bits;
    this.oid = oid;
    this.jdkName = jdkName;
    this.prime = new BigInteger(prime, 16);
    this.b = new BigInteger(b, 16);
    this.order = new BigInteger(order, 16);
    this.generator = new Point(new BigInteger(x, 16), new BigInteger(y, 16));
  }

  /// A point of the curve; infinity is null.
  record Point(BigInteger x, BigInteger y) {}

  static @Nullable EllipticCurve of(ObjectIdentifier oid) {
    for (EllipticCurve curve : values()) {
      if (curve.oid.equals(oid)) {
        return curve;
      }
    }
    return null;
  }

  /// As JWK and Go name it: `P-256`.
  String goName() {
    return "P-" + bits;
  }

  /// As the JDK names it; empty when it does not know it.
  public String jdkName() {
    return jdkName;
  }

  int bits() {
    return bits;
  }

  BigInteger order() {
    return order;
  }

  /// The bytes of a coordinate.
  int size() {
    return (bits + 7) / 8;
  }

  boolean contains(BigInteger x, BigInteger y) {
    BigInteger right = x.multiply(x).subtract(THREE).multiply(x).add(b);
    return y.multiply(y).subtract(right).mod(prime).signum() == 0;
  }

  boolean isCoordinate(BigInteger value) {
    return value.signum() >= 0 && value.compareTo(prime) < 0;
  }

  /// The point of an uncompressed SEC 1 encoding, or Go's refusal.
  Key.EcPublic decodePoint(byte[] encoded) throws CryptoException {
    if (encoded.length < 1 || encoded[0] != 4) {
      throw new CryptoException("ecdsa: invalid uncompressed public key");
    }
    String name = name();
    if (encoded.length != 1 + 2 * size()) {
      throw new CryptoException("invalid " + name + " point encoding");
    }
    BigInteger x = new BigInteger(1, encoded, 1, size());
    BigInteger y = new BigInteger(1, encoded, 1 + size(), size());
    if (!isCoordinate(x) || !isCoordinate(y)) {
      throw new CryptoException("invalid " + name + " element encoding");
    }
    if (!contains(x, y)) {
      throw new CryptoException(name + " point not on curve");
    }
    return new Key.EcPublic(this, x, y);
  }

  /// The private key of a scalar of full length, or Go's refusal.
  Key.EcPrivate privateKey(byte[] scalar) throws CryptoException {
    BigInteger d = new BigInteger(1, scalar);
    Point point = multiply(generator, d.mod(order));
    if (point == null) {
      throw new CryptoException("ecdsa: invalid public key encoding");
    }
    if (d.compareTo(order) >= 0) {
      throw new CryptoException("input overflows the modulus");
    }
    return new Key.EcPrivate(new Key.EcPublic(this, point.x, point.y), d);
  }

  /// Whether `(r, s)` is a signature of the digest.
  boolean verifies(Key.EcPublic key, byte[] digest, BigInteger r, BigInteger s) {
    if (r.signum() <= 0 || s.signum() <= 0 || r.compareTo(order) >= 0 || s.compareTo(order) >= 0) {
      return false;
    }
    BigInteger e = new BigInteger(1, digest);
    int excess = digest.length * 8 - order.bitLength();
    if (excess > 0) {
      e = e.shiftRight(excess);
    }
    BigInteger w = s.modInverse(order);
    Point sum =
        add(
            multiply(generator, e.multiply(w).mod(order)),
            multiply(new Point(key.x(), key.y()), r.multiply(w).mod(order)));
    return sum != null && sum.x.mod(order).equals(r);
  }

  private @Nullable Point multiply(Point point, BigInteger scalar) {
    Point result = null;
    for (int i = scalar.bitLength() - 1; i >= 0; i--) {
      result = add(result, result);
      if (scalar.testBit(i)) {
        result = add(result, point);
      }
    }
    return result;
  }

  private @Nullable Point add(@Nullable Point left, @Nullable Point right) {
    if (left == null) {
      return right;
    }
    if (right == null) {
      return left;
    }
    BigInteger slope;
    if (left.x.equals(right.x)) {
      if (left.y.add(right.y).mod(prime).signum() == 0) {
        return null;
      }
      slope =
          left.x
              .multiply(left.x)
              .multiply(THREE)
              .subtract(THREE)
              .multiply(left.y.shiftLeft(1).modInverse(prime))
              .mod(prime);
    } else {
      slope =
          right
              .y
              .subtract(left.y)
              .multiply(right.x.subtract(left.x).mod(prime).modInverse(prime))
              .mod(prime);
    }
    BigInteger x = slope.multiply(slope).subtract(left.x).subtract(right.x).mod(prime);
    BigInteger y = slope.multiply(left.x.subtract(x)).subtract(left.y).mod(prime);
    return new Point(x, y);
  }
}
