package ms.continuu.attest.rego.crypto;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Public keys from private ones on Curve25519, in both of its shapes.
final class Curve25519 {
  private static final BigInteger PRIME = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
  private static final BigInteger D =
      BigInteger.valueOf(-121665).multiply(BigInteger.valueOf(121666).modInverse(PRIME)).mod(PRIME);
  private static final BigInteger BASE_X =
      new BigInteger(
          "15112221349535400772501151409588531511454012693041857206046113283949847762202");
  private static final BigInteger BASE_Y =
      BigInteger.valueOf(4).multiply(BigInteger.valueOf(5).modInverse(PRIME)).mod(PRIME);

  private Curve25519() {}

  /// The Ed25519 key of a seed of 32 bytes.
  static Key.EdPrivate edwardsKey(byte[] seed) {
    byte[] hash = sha512(seed);
    hash[0] &= (byte) 248;
    hash[31] &= 127;
    hash[31] |= 64;
    BigInteger scalar = littleEndian(hash);
    BigInteger[] sum = {BigInteger.ZERO, BigInteger.ONE};
    BigInteger[] base = {BASE_X, BASE_Y};
    for (int i = 254; i >= 0; i--) {
      sum = add(sum, sum);
      if (scalar.testBit(i)) {
        sum = add(sum, base);
      }
    }
    byte[] point = littleEndian(sum[1]);
    if (sum[0].testBit(0)) {
      point[31] |= (byte) 0x80;
    }
    return new Key.EdPrivate(new Key.Octets(seed), new Key.EdPublic(new Key.Octets(point)));
  }

  private static BigInteger[] add(BigInteger[] p, BigInteger[] q) {
    BigInteger cross = D.multiply(p[0]).multiply(q[0]).multiply(p[1]).multiply(q[1]).mod(PRIME);
    BigInteger x = p[0].multiply(q[1]).add(q[0].multiply(p[1]));
    BigInteger y = p[1].multiply(q[1]).add(p[0].multiply(q[0]));
    return new BigInteger[] {
      x.multiply(BigInteger.ONE.add(cross).modInverse(PRIME)).mod(PRIME),
      y.multiply(BigInteger.ONE.subtract(cross).mod(PRIME).modInverse(PRIME)).mod(PRIME)
    };
  }

  /// The X25519 key of a scalar of 32 bytes, by the Montgomery ladder of RFC 7748.
  static Key.XPrivate montgomeryKey(byte[] scalar) {
    byte[] clamped = java.util.Arrays.copyOf(scalar, 32);
    clamped[0] &= (byte) 248;
    clamped[31] &= 127;
    clamped[31] |= 64;
    BigInteger k = littleEndian(clamped);
    BigInteger u = BigInteger.valueOf(9);
    BigInteger x2 = BigInteger.ONE;
    BigInteger z2 = BigInteger.ZERO;
    BigInteger x3 = u;
    BigInteger z3 = BigInteger.ONE;
    for (int i = 254; i >= 0; i--) {
      boolean swap = k.testBit(i);
      BigInteger xa = swap ? x3 : x2;
      BigInteger za = swap ? z3 : z2;
      BigInteger xb = swap ? x2 : x3;
      BigInteger zb = swap ? z2 : z3;
      BigInteger a = xa.add(za);
      BigInteger b = xa.subtract(za);
      BigInteger aa = a.multiply(a).mod(PRIME);
      BigInteger bb = b.multiply(b).mod(PRIME);
      BigInteger e = aa.subtract(bb);
      BigInteger da = xb.subtract(zb).multiply(a).mod(PRIME);
      BigInteger cb = xb.add(zb).multiply(b).mod(PRIME);
      BigInteger plus = da.add(cb);
      BigInteger minus = da.subtract(cb);
      xb = plus.multiply(plus).mod(PRIME);
      zb = minus.multiply(minus).multiply(u).mod(PRIME);
      xa = aa.multiply(bb).mod(PRIME);
      za = e.multiply(aa.add(BigInteger.valueOf(121665).multiply(e))).mod(PRIME);
      x2 = swap ? xb : xa;
      z2 = swap ? zb : za;
      x3 = swap ? xa : xb;
      z3 = swap ? za : zb;
    }
    byte[] point =
        littleEndian(x2.multiply(z2.modPow(PRIME.subtract(BigInteger.TWO), PRIME)).mod(PRIME));
    return new Key.XPrivate(new Key.Octets(scalar), new Key.XPublic(new Key.Octets(point)));
  }

  private static byte[] sha512(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-512").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static BigInteger littleEndian(byte[] bytes) {
    byte[] reversed = new byte[32];
    for (int i = 0; i < 32; i++) {
      reversed[i] = bytes[31 - i];
    }
    return new BigInteger(1, reversed);
  }

  private static byte[] littleEndian(BigInteger value) {
    byte[] bytes = new byte[32];
    for (int i = 0; i < 32; i++) {
      bytes[i] = value.shiftRight(8 * i).byteValue();
    }
    return bytes;
  }
}
