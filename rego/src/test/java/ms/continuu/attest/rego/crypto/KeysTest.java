package ms.continuu.attest.rego.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import ms.continuu.attest.value.ObjectValue;
import org.junit.jupiter.api.Test;

class KeysTest {
  private static final String ED25519 =
      "MC4CAQAwBQYDK2VwBCIEIExSpzwaV/2kl9YmDzVO1rEyI9IjA9Aw+cjySnwi+xbw";
  private static final String CERTIFICATE =
      "MIIBZjCCARigAwIBAgIBBzAFBgMrZXAwIzESMBAGA1UEAwwJYS5leGFtcGxlMQ0wCwYDVQQKDARB"
          + "Y21lMCAXDTI2MTEyNzE5NTcwMloYDzIxMjYxMTAzMTk1NzAyWjAjMRIwEAYDVQQDDAlhLmV4YW1w"
          + "bGUxDTALBgNVBAoMBEFjbWUwKjAFBgMrZXADIQC7BY2xVwuYnW4uJzxt10UaNjfVlcQsrnfV63fp"
          + "tMouA6NvMG0wHQYDVR0OBBYEFLds8Y/q3A32DZ/vXirxPkZW6NfdMB8GA1UdIwQYMBaAFLds8Y/q"
          + "3A32DZ/vXirxPkZW6NfdMA8GA1UdEwEB/wQFMAMBAf8wGgYDVR0RBBMwEYIJYS5leGFtcGxlhwQK"
          + "AAABMAUGAytlcANBAErPzJvSUqs7+CgIc7g9G4DjLxQ/P0RpeIfGzTTsshN78B8hEQnb5w3iSE9v"
          + "Ijwc62ZMCJjStkOLMERSFeezXAQ=";

  private static byte[] decoded(String base64) throws CryptoException {
    return GoBase64.STANDARD.decode(base64);
  }

  @Test
  void anEd25519KeyGetsItsPublicHalf() throws CryptoException {
    assertThat(Jwk.toJson(KeyFiles.pkcs8PrivateKey(decoded(ED25519))))
        .hasToString(
            """
            {"crv": "Ed25519", "d": "TFKnPBpX_aSX1iYPNU7WsTIj0iMD0DD5yPJKfCL7FvA", "kty": "OKP", \
            "x": "uwWNsVcLmJ1uLic8bddFGjY31ZXELK531et36bTKLgM"}\
            """);
  }

  @Test
  void aCertificateIsShownWithGosFields() throws CryptoException {
    ObjectValue json = (ObjectValue) X509Certificate.parse(decoded(CERTIFICATE)).toJson();

    assertThat(json.get("DNSNames")).hasToString("[\"a.example\"]");
    assertThat(json.get("IPAddresses")).hasToString("[\"10.0.0.1\"]");
    assertThat(json.get("SerialNumber")).hasToString("7");
    assertThat(json.get("PublicKeyAlgorithm")).hasToString("4");
    assertThat(json.get("EmailAddresses")).hasToString("null");
  }

  @Test
  void aRootIsAChainByItself() throws CryptoException {
    X509Certificate root = X509Certificate.parse(decoded(CERTIFICATE));
    Instant valid = Instant.parse("2030-01-01T00:00:00Z");

    assertThat(
            CertificateChain.find(
                List.of(root, root), new CertificateChain.Demand("a.example", valid, List.of())))
        .containsExactly(root);
    assertThat(
            CertificateChain.find(
                List.of(root, root), new CertificateChain.Demand("b.example", valid, List.of())))
        .isNull();
    assertThat(CertificateChain.nameFault(root, "b.example"))
        .isEqualTo("x509: certificate is valid for a.example, not b.example");
  }

  @Test
  void aCertificateCutShortIsMalformed() throws CryptoException {
    byte[] der = decoded(CERTIFICATE);

    assertThatThrownBy(() -> X509Certificate.parse(Arrays.copyOf(der, 50)))
        .hasMessage("x509: malformed certificate");
  }

  @Test
  void aWrongElementIsToldAsGoTellsIt() {
    assertThatThrownBy(() -> KeyFiles.publicKey(new byte[] {0x30, 3, 2, 1, 1}))
        .hasMessage(
            "asn1: structure error: tags don't match (16 vs {class:0 tag:2 length:1"
                + " isCompound:false}) {optional:false explicit:false application:false"
                + " private:false defaultValue:<nil> tag:<nil> stringType:0 timeType:0 set:false"
                + " omitEmpty:false} AlgorithmIdentifier @2");
  }

  @Test
  void theFirstOfManyBeginLinesIsNoBlock() {
    Pem block =
        Pem.first(
            "-----BEGIN A-----\n-----BEGIN B-----\nAQI=\n-----END B-----\nrest"
                .getBytes(StandardCharsets.US_ASCII));

    assertThat(block).isNotNull();
    assertThat(block.type()).isEqualTo("B");
    assertThat(block.bytes()).containsExactly(1, 2);
    assertThat(block.rest()).asString(StandardCharsets.US_ASCII).isEqualTo("rest");
  }

  @Test
  void base64TellsTheByteThatIsWrong() {
    assertThatThrownBy(() -> GoBase64.STANDARD.decode("AA=A"))
        .hasMessage("illegal base64 data at input byte 2");
    assertThatThrownBy(() -> GoBase64.STANDARD.decode("AAA"))
        .hasMessage("illegal base64 data at input byte 0");
  }

  @Test
  void aKeySetTellsWhichKeyIsWrong() {
    assertThatThrownBy(() ->
            JwkSet.parse(
                "{\"keys\": [{\"kty\": \"oct\", \"k\": \"AQ\"}, {\"kty\": \"x\"}]}"
                    .getBytes(StandardCharsets.US_ASCII)))
        .hasMessage(
            "jwk.Parse: failed to unmarshal JWK set: failed to decode key #1 in \"keys\":"
                + " jwk.ParseKey: invalid key type from JSON (x)");
  }

  @Test
  void theRarestCurveVerifiesWhatItsKeySigned() throws CryptoException {
    // By hand: with the nonce 1, r is the generator's x, and s = hash + r * key.
    Key.EcPrivate key = EllipticCurve.P224.privateKey(one());
    byte[] hash = {5};
    BigInteger r = key.publicKey().x();
    BigInteger s = BigInteger.valueOf(5).add(r).mod(EllipticCurve.P224.order());

    assertThat(CurveSignature.verify(key.publicKey(), hash, r, s)).isTrue();
    assertThat(CurveSignature.verify(key.publicKey(), new byte[] {6}, r, s)).isFalse();
  }

  private static byte[] one() {
    byte[] scalar = new byte[28];
    scalar[27] = 1;
    return scalar;
  }
}
