package ms.continuu.attest.rego.crypto;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// What Go's `crypto/rsa` demands of keys before it uses them.
final class RsaKeys {
  private static final BigInteger ONE = BigInteger.ONE;

  private RsaKeys() {}

  static void checkSize(Key.RsaPublic key) throws CryptoException {
    int bits = key.modulus().bitLength();
    if (bits < 1024) {
      throw refusal(
          bits + "-bit keys are insecure (see https://go.dev/pkg/crypto/rsa#hdr-Minimum_key_size)");
    }
  }

  static void checkPublic(Key.RsaPublic key) throws CryptoException {
    if (!key.modulus().testBit(0)) {
      throw refusal("public modulus is even");
    }
    if (key.exponent() < 2) {
      throw refusal("public exponent too small or negative");
    }
    if (key.exponent() % 2 == 0) {
      throw refusal("public exponent is even");
    }
    if (key.exponent() > Integer.MAX_VALUE) {
      throw refusal("public exponent too large");
    }
  }

  /// The key with all its precomputed values, checked for consistency.
  static Key.RsaPrivate precompute(Key.RsaPrivate key) throws CryptoException {
    BigInteger n = modulus(key.publicKey().modulus());
    if (key.primes().size() != 2) {
      return precomputeLegacy(key, n);
    }
    BigInteger p = modulus(key.primes().get(0));
    BigInteger q = modulus(key.primes().get(1));
    BigInteger d = key.exponent();
    below(d, n);
    Key.Crt crt = key.crt();
    if (crt == null) {
      modulus(p.subtract(ONE));
      modulus(q.subtract(ONE));
      if (!p.testBit(0)) {
        throw refusal("p is even");
      }
      crt =
          new Key.Crt(
              d.mod(p.subtract(ONE)),
              d.mod(q.subtract(ONE)),
              q.mod(p).modPow(p.subtract(BigInteger.TWO), p),
              List.of());
    } else {
      below(crt.qInverse(), p);
    }
    checkPrivate(key.publicKey(), d, p, q, crt);
    return new Key.RsaPrivate(key.publicKey(), d, key.primes(), crt);
  }

  private static BigInteger modulus(BigInteger value) throws CryptoException {
    if (value.compareTo(ONE) <= 0) {
      throw new CryptoException("modulus must be > 1");
    }
    return value;
  }

  private static void below(BigInteger value, BigInteger modulus) throws CryptoException {
    if (value.compareTo(modulus) >= 0) {
      throw new CryptoException(
          limbs(value) > limbs(modulus)
              ? "input overflows the modulus size"
              : "input overflows the modulus");
    }
  }

  private static int limbs(BigInteger value) {
    return (value.bitLength() + 63) / 64;
  }

  private static Key.RsaPrivate precomputeLegacy(Key.RsaPrivate key, BigInteger n)
      throws CryptoException {
    below(key.exponent(), n);
    checkPublic(key.publicKey());
    if (key.primes().size() < 2) {
      throw refusal("missing primes");
    }
    for (BigInteger prime : key.primes()) {
      if (prime.compareTo(ONE) <= 0) {
        throw refusal("prime factor is <= 1");
      }
    }
    BigInteger p = key.primes().get(0);
    BigInteger q = key.primes().get(1);
    BigInteger qInverse = inverse(q, p);
    List<Key.CrtPrime> others = new ArrayList<>();
    BigInteger product = p.multiply(q);
    for (BigInteger prime : key.primes().subList(2, key.primes().size())) {
      others.add(
          new Key.CrtPrime(
              key.exponent().mod(prime.subtract(ONE)), inverse(product, prime), product));
      product = product.multiply(prime);
    }
    Key.Crt crt =
        new Key.Crt(
            key.exponent().mod(p.subtract(ONE)),
            key.exponent().mod(q.subtract(ONE)),
            qInverse,
            others);
    return new Key.RsaPrivate(key.publicKey(), key.exponent(), key.primes(), crt);
  }

  private static BigInteger inverse(BigInteger value, BigInteger modulus) throws CryptoException {
    if (!value.gcd(modulus).equals(ONE)) {
      throw refusal("prime factors are not relatively prime");
    }
    return value.modInverse(modulus);
  }

  private static void checkPrivate(
      Key.RsaPublic pub, BigInteger d, BigInteger p, BigInteger q, Key.Crt crt)
      throws CryptoException {
    checkPublic(pub);
    BigInteger n = pub.modulus();
    if (p.compareTo(n) >= 0 || q.compareTo(n) >= 0) {
      throw refusal("invalid prime");
    }
    if (p.multiply(q).mod(n).signum() != 0) {
      throw refusal("p * q != n");
    }
    BigInteger e = BigInteger.valueOf(pub.exponent());
    checkExponent(e, p, crt.dp());
    checkExponent(e, q, crt.dq());
    if (!q.mod(p).multiply(crt.qInverse()).mod(p).equals(ONE)) {
      throw refusal("invalid CRT coefficient");
    }
    if (!d.mod(p.subtract(ONE)).equals(crt.dp())) {
      throw refusal("d does not match dP");
    }
    if (!d.mod(q.subtract(ONE)).equals(crt.dq())) {
      throw refusal("d does not match dQ");
    }
    if (p.equals(q)) {
      throw refusal("p == q");
    }
    int half = n.bitLength() / 2;
    if (p.subtract(q).abs().bitLength() <= half - 100) {
      throw refusal("|p - q| too small");
    }
    if (d.bitLength() <= half) {
      throw refusal("d too small");
    }
  }

  private static void checkExponent(BigInteger e, BigInteger prime, BigInteger exponent)
      throws CryptoException {
    BigInteger order = prime.subtract(ONE);
    if (order.compareTo(ONE) <= 0) {
      throw refusal("invalid prime");
    }
    if (exponent.compareTo(order) >= 0 || !e.multiply(exponent).mod(order).equals(ONE)) {
      throw refusal("invalid CRT exponent");
    }
  }

  private static CryptoException refusal(String message) {
    return new CryptoException("crypto/rsa: " + message);
  }
}
