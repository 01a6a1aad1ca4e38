package ms.continuu.attest.rego.crypto;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/// ECDSA and Ed25519 signatures.
final class CurveSignature {
  private static final String RAW_ECDSA = "NONEwithECDSAinP1363Format";

  private CurveSignature() {}

  /// Whether `(r, s)` signs the digest.
  static boolean verify(Key.EcPublic key, byte[] digest, BigInteger r, BigInteger s) {
    EllipticCurve curve = key.curve();
    BigInteger order = curve.order();
    if (r.signum() <= 0 || s.signum() <= 0 || r.compareTo(order) >= 0 || s.compareTo(order) >= 0) {
      return false;
    }
    if (curve.jdkName().isEmpty()) {
      return curve.verifies(key, digest, r, s);
    }
    try {
      Signature verifier = Signature.getInstance(RAW_ECDSA);
      verifier.initVerify(
          KeyFactory.getInstance("EC")
              .generatePublic(new ECPublicKeySpec(new ECPoint(key.x(), key.y()), spec(curve))));
      verifier.update(digest);
      byte[] signature = Arrays.copyOf(Jwk.unsigned(r, curve.size()), 2 * curve.size());
      System.arraycopy(Jwk.unsigned(s, curve.size()), 0, signature, curve.size(), curve.size());
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /// `r` and `s`, each as long as the curve is wide.
  static byte[] sign(Key.EcPrivate key, byte[] digest, GivenRandom random) throws CryptoException {
    EllipticCurve curve = key.publicKey().curve();
    if (key.scalar().signum() == 0) {
      throw new CryptoException("ecdsa: private key scalar is zero or negative");
    }
    if (key.scalar().compareTo(curve.order()) >= 0) {
      throw new CryptoException("input overflows the modulus");
    }
    try {
      Signature signer = Signature.getInstance(RAW_ECDSA);
      signer.initSign(
          KeyFactory.getInstance("EC")
              .generatePrivate(new ECPrivateKeySpec(key.scalar(), spec(curve))),
          random);
      signer.update(digest);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new CryptoException("ecdsa: " + e.getMessage());
    }
  }

  private static ECParameterSpec spec(EllipticCurve curve) throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(curve.jdkName()));
    return parameters.getParameterSpec(ECParameterSpec.class);
  }

  static boolean verify(Key.EdPublic key, byte[] message, byte[] signature) {
    byte[] point = key.point().bytes();
    boolean odd = point[31] < 0;
    point[31] &= 0x7f;
    byte[] bigEndian = new byte[32];
    for (int i = 0; i < 32; i++) {
      bigEndian[i] = point[31 - i];
    }
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(
          KeyFactory.getInstance("Ed25519")
              .generatePublic(
                  new EdECPublicKeySpec(
                      NamedParameterSpec.ED25519,
                      new EdECPoint(odd, new BigInteger(1, bigEndian)))));
      verifier.update(message);
      return signature.length == 64 && verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  static byte[] sign(Key.EdPrivate key, byte[] message) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(
                  new EdECPrivateKeySpec(NamedParameterSpec.ED25519, key.seed().bytes())));
      signer.update(message);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
