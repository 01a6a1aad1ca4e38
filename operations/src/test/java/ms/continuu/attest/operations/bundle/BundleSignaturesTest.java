package ms.continuu.attest.operations.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.bundle.BundleVerifier.SignedFile;
import org.junit.jupiter.api.Test;

class BundleSignaturesTest {
  private static final BundleSigner SIGNER = new BundleSigner("secret", "HS256", "", "");

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static SignatureVerifier verifier(String secret, String scope) {
    return new SignatureVerifier(
        Map.of("k", new SignatureVerifier.VerificationKey(secret, "HS256", "")),
        "",
        scope,
        List.of("*.md"),
        false);
  }

  private static Bundle.Signatures signatures(SignedFile... files) throws Failure {
    return new Bundle.Signatures(List.of(SIGNER.token(List.of(files), "k", b -> {})), "");
  }

  @Test
  void theLayoutOfDataDoesNotMatter() throws Failure {
    assertThat(BundleSigner.describe("/a/data.json", bytes("{\"b\": 1.50, \"a\": []}")))
        .isEqualTo(BundleSigner.describe("a/data.json", bytes("{\"a\":[],\"b\":1.50}\n")));
  }

  @Test
  void aFileThatWasSignedIsLetPass() throws Failure {
    SignatureVerifier verifier = verifier("secret", "");
    Map<String, SignedFile> signed =
        verifier.verify(signatures(BundleSigner.describe("a.rego", bytes("package a"))));

    verifier.verify("a.rego", bytes("package a"), signed);
    assertThat(signed).isEmpty();
  }

  @Test
  void aFileThatWasChangedIsRefused() throws Failure {
    SignatureVerifier verifier = verifier("secret", "");
    Map<String, SignedFile> signed =
        verifier.verify(signatures(BundleSigner.describe("a.rego", bytes("package a"))));

    assertThatThrownBy(() -> verifier.verify("a.rego", bytes("package b"), signed))
        .hasMessageStartingWith("a.rego: digest mismatch (want: ");
    assertThatThrownBy(() -> verifier.verify("b.rego", bytes(""), signed))
        .hasMessage("file b.rego not included in bundle signature");
  }

  @Test
  void aTokenOfAnotherKeyOrScopeIsRefused() throws Failure {
    Bundle.Signatures signatures = signatures();

    assertThatThrownBy(() -> verifier("other", "").verify(signatures))
        .hasMessage("failed to verify JWT signature: invalid HMAC signature");
    assertThatThrownBy(() -> verifier("secret", "w").verify(signatures))
        .hasMessage("scope mismatch");
  }

  @Test
  void aPatternDoesNotReachIntoFolders() {
    assertThat(verifier("secret", "").isExcluded("README.md")).isTrue();
    assertThat(verifier("secret", "").isExcluded("docs/README.md")).isFalse();
  }

  @Test
  void aKeyThatIsNoPemSignsNothing() {
    assertThatThrownBy(() -> new BundleSigner("x", "RS256", "", "").token(List.of(), "", b -> {}))
        .hasMessage("failed to parse PEM block containing the key");
  }
}
