package ms.continuu.attest.rego.crypto;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A public, private or secret key.
public sealed interface Key {

  /// The name of Go's type, which shows in messages.
  String goType();

  /// What verifies signatures of this key: the key itself when it is public or secret.
  Key publicKey();

  record RsaPublic(BigInteger modulus, long exponent) implements Key {
    @Override
    public String goType() {
      return "*rsa.PublicKey";
    }

    @Override
    public Key publicKey() {
      return this;
    }

    int size() {
      return (modulus.bitLength() + 7) / 8;
    }
  }

  /// @param primes two, or more in a legacy key
  /// @param crt the precomputed values; null when they are to be computed
  record RsaPrivate(
      RsaPublic publicKey, BigInteger exponent, List<BigInteger> primes, @Nullable Crt crt)
      implements Key {
    @Override
    public String goType() {
      return "*rsa.PrivateKey";
    }
  }

  /// What speeds RSA up: `d mod p-1`, `d mod q-1`, `1/q mod p`, and values of further primes.
  record Crt(BigInteger dp, BigInteger dq, BigInteger qInverse, List<CrtPrime> others) {}

  record CrtPrime(BigInteger exponent, BigInteger coefficient, BigInteger product) {}

  record EcPublic(EllipticCurve curve, BigInteger x, BigInteger y) implements Key {
    @Override
    public String goType() {
      return "*ecdsa.PublicKey";
    }

    @Override
    public Key publicKey() {
      return this;
    }
  }

  record EcPrivate(EcPublic publicKey, BigInteger scalar) implements Key {
    @Override
    public String goType() {
      return "*ecdsa.PrivateKey";
    }
  }

  record EdPublic(Octets point) implements Key {
    @Override
    public String goType() {
      return "ed25519.PublicKey";
    }

    @Override
    public Key publicKey() {
      return this;
    }
  }

  record EdPrivate(Octets seed, EdPublic publicKey) implements Key {
    @Override
    public String goType() {
      return "ed25519.PrivateKey";
    }
  }

  /// An X25519 key, which signs nothing.
  record XPublic(Octets point) implements Key {
    @Override
    public String goType() {
      return "*ecdh.PublicKey";
    }

    @Override
    public Key publicKey() {
      return this;
    }
  }

  record XPrivate(Octets scalar, XPublic publicKey) implements Key {
    @Override
    public String goType() {
      return "*ecdh.PrivateKey";
    }
  }

  record DsaPublic(BigInteger p, BigInteger q, BigInteger g, BigInteger y) implements Key {
    @Override
    public String goType() {
      return "*dsa.PublicKey";
    }

    @Override
    public Key publicKey() {
      return this;
    }
  }

  record Secret(Octets octets) implements Key {
    public static Secret of(byte[] octets) {
      return new Secret(new Octets(octets));
    }

    @Override
    public String goType() {
      return "[]uint8";
    }

    @Override
    public Key publicKey() {
      return this;
    }
  }

  /// Bytes with equality, which never show themselves in a text.
  final class Octets {
    private final byte[] bytes;

    Octets(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    public byte[] bytes() {
      return bytes.clone();
    }

    public int length() {
      return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Octets o && java.security.MessageDigest.isEqual(bytes, o.bytes);
    }

    @Override
    public int hashCode() {
      return java.util.Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return bytes.length + " bytes";
    }
  }
}
