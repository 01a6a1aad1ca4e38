package ms.continuu.attest.rego.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokensTest {
  private static final String KEY = "{\"kty\": \"oct\", \"k\": \"AQAB\"}";

  /// Signed by OPA with [#KEY].
  private static final String TOKEN =
      "\"eyJhbGciOiJIUzI1NiJ9.e30.QjDB1wc_TTr6tMZ6R4gN5J0SM1gRFBTN5zG3pSA-x84\"";

  @Test
  void aTokenIsSignedAsOpaSignsIt() {
    assertThat(Call.of("io.jwt.encode_sign", "{\"alg\": \"HS256\"}", "{}", KEY)).isEqualTo(TOKEN);
  }

  @Test
  void aTokenIsVerifiedWithItsSecretOnly() {
    assertThat(Call.of("io.jwt.verify_hs256", TOKEN, "\"\\u0001\\u0000\\u0001\""))
        .isEqualTo("true");
    assertThat(Call.of("io.jwt.verify_hs256", TOKEN, "\"other\"")).isEqualTo("false");
  }

  @Test
  void aSecretKeyInJsonVerifiesAsACertificateDoes() {
    String constraints = "{\"cert\": \"{\\\"kty\\\": \\\"oct\\\", \\\"k\\\": \\\"AQAB\\\"}\"}";

    assertThat(Call.of("io.jwt.decode_verify", TOKEN, constraints))
        .isEqualTo("[true, {\"alg\": \"HS256\"}, {}]");
  }

  @Test
  void aTokenOfAnotherAlgorithmIsRefused() {
    assertThat(Call.of("io.jwt.decode_verify", TOKEN, "{\"secret\": \"s\", \"alg\": \"HS512\"}"))
        .isEqualTo("[false, {}, {}]");
  }

  @Test
  void constraintsNameExactlyOneKey() {
    assertThat(Call.of("io.jwt.decode_verify", TOKEN, "{}")).isEqualTo("! no key constraint");
  }

  @Test
  void anEncryptedTokenIsRefused() {
    assertThat(Call.of("io.jwt.decode", "\"eyJlbmMiOjF9.e30.\""))
        .isEqualTo("! JWT is a JWE object, which is not supported");
  }

  @Test
  void aTokenWithinATokenIsDecoded() {
    // The header is {"cty":"JWT"}, the payload the token "e30.e30.YQ".
    assertThat(Call.of("io.jwt.decode", "\"eyJjdHkiOiJKV1QifQ.ImUzMC5lMzAuWVEi.YQ\""))
        .isEqualTo("[{}, {}, \"61\"]");
  }

  @Test
  void aKeyOfTheWrongKindIsNamedAsJwxNamesIt() {
    assertThat(Call.of("io.jwt.encode_sign", "{\"alg\": \"RS256\"}", "{}", KEY))
        .isEqualTo(
            "! jwsbb.Sign: invalid key type *jwk.symmetricKey. *rsa.PrivateKey is required: failed"
                + " to produce rsa.PrivateKey from *jwk.symmetricKey: jwk.Export: no suitable"
                + " exporter found for key type '*jwk.symmetricKey'");
  }

  @Test
  void aHeaderThatIsNoJsonIsToldWithWhatIsLeft() {
    assertThat(
            Call.of(
                "io.jwt.encode_sign_raw",
                "\"{alg}\"",
                "\"{}\"",
                "\"{\\\"kty\\\":\\\"oct\\\",\\\"k\\\":\\\"AQ\\\"}\""))
        .isEqualTo(
            "! missing or invalid 'alg' header: cannot parse JSON: cannot parse object: cannot find"
                + " opening '\"\" for object key; unparsed tail: \"alg}\"");
  }

  @Test
  void aRequestIsSignedAsAmazonWantsIt() {
    assertThat(
            Call.of(
                "providers.aws.sign_req",
                """
                {"method": "PUT", "url": "https://s3.amazonaws.com/bucket/key",
                 "headers": {"Content-Type": "bar", "Accept": "*/*"}}
                """,
                """
                {"aws_access_key": "AKIA", "aws_secret_access_key": "MYAWSSECRETACCESSKEYGOESHERE",
                 "aws_service": "ecr", "aws_region": "us-east-1"}
                """,
                "1440938160000000000"))
        .contains("Signature=b1581e8f786b9420d3d9a6cae259273bb5c7d67f3502655e082553c5eff76541");
  }

  @Test
  void anEmptyKeyIsAKey() {
    assertThat(Call.of("crypto.hmac.md5", "\"\"", "\"\""))
        .isEqualTo("\"74e6f7298a9c2d168935f58c001bad88\"");
  }
}
