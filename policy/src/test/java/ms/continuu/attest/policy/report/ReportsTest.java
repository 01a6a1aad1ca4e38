package ms.continuu.attest.policy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Level;
import ms.continuu.attest.policy.PolicyId;
import ms.continuu.attest.policy.Resource;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.policy.Standing;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import org.junit.jupiter.api.Test;

class ReportsTest {
  private static final SourceFile FILE = new SourceFile("k8s/shop.yaml", "kind: Pod\nspec: {}\n");

  private static final RuleDescription RULE =
      new RuleDescription(
          new PolicyId("attest.security.privileged"),
          "deny",
          Level.VIOLATION,
          Severity.CRITICAL,
          "Containers must not be privileged",
          "",
          "remove `privileged: true`",
          new LinkedHashMap<>(),
          List.of(),
          "",
          ObjectValue.EMPTY,
          Location.NONE);

  @Test
  void tableShowsWhatWhereWhyAndTheFix() {
    assertThat(new TableReport(false).write(result("container `a` is privileged")))
        .isEqualTo(
            """
            k8s/shop.yaml

              critical  container `a` is privileged
                        at      k8s/shop.yaml:2:1
                        in      Pod/shop/api
                        policy  attest.security.privileged
                        fix     remove `privileged: true`

            1 violation (1 critical) in 2 resources of 1 file, judged by 3 policies in 1.5 s
            """);
  }

  @Test
  void colourIsOnlyForTerminals() {
    assertThat(new TableReport(true).write(result("m"))).contains("\u001b[1;31mcritical\u001b[0m");
    assertThat(new TableReport(false).write(result("m"))).doesNotContain("\u001b");
  }

  @Test
  void messageCannotSteerTheTerminal() {
    assertThat(new TableReport(true).write(result("a\u001b[2Jb\u202e")))
        .contains("a\\u001b[2Jb\\u202e");
  }

  @Test
  void jsonHasNumbersAndResults() throws JsonSyntaxException {
    ObjectValue report =
        (ObjectValue) Json.parse(new JsonReport().write(result("container `a` is privileged")));
    assertThat(report.get("schema")).isEqualTo(StringValue.of("attest.check/v1"));
    assertThat(report.get("violations")).isEqualTo(NumberValue.of(1));
    assertThat(report.get("results").toString())
        .contains("\"file\": \"k8s/shop.yaml\"", "\"line\": 2", "\"severity\": \"critical\"");
  }

  @Test
  void fingerprintStaysWhenLinesMove() {
    Finding above = finding("m", FILE);
    Finding below = finding("m", new SourceFile("k8s/shop.yaml", "\n\n\nkind: Pod\n"));
    assertThat(above.fingerprint()).isEqualTo(below.fingerprint());
    assertThat(above.fingerprint()).isNotEqualTo(finding("n", FILE).fingerprint());
  }

  private static CheckResult result(String message) {
    return new CheckResult(
        List.of(finding(message, FILE)),
        List.<Diagnostic>of(),
        List.of(),
        List.of(RULE),
        3,
        new CheckResult.Counts(1, 2, 1),
        Instant.EPOCH,
        Duration.ofMillis(1500));
  }

  private static Finding finding(String message, SourceFile file) {
    return new Finding(
        RULE,
        Severity.CRITICAL,
        Level.VIOLATION,
        message,
        List.of(StringValue.of("spec")),
        file.at(10, 14),
        new Resource("Pod", "shop", "api", ""),
        "remove `privileged: true`",
        ObjectValue.EMPTY,
        Standing.OPEN);
  }
}
