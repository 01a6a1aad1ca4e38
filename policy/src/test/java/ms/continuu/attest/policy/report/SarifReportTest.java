package ms.continuu.attest.policy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Level;
import ms.continuu.attest.policy.Resource;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.junit.jupiter.api.Test;

class SarifReportTest {
  private static final String SCHEMA = JsonShape.resource("sarif-2.1.0-rtm.5.schema.json");

  @Test
  void matchesTheSchemaOfSarif() {
    assertThat(JsonShape.faults(Example.write("sarif", Example.everything()), SCHEMA)).isEmpty();
    assertThat(JsonShape.faults(Example.write("sarif", Example.result()), SCHEMA)).isEmpty();
  }

  @Test
  void schemaWouldTellWhatIsWrong() {
    String sarif = Example.write("sarif", Example.everything());
    assertThat(JsonShape.faults(sarif.replace("\"startLine\"", "\"beginLine\""), SCHEMA))
        .isNotEmpty();
    assertThat(
            JsonShape.faults(sarif.replace("\"level\": \"error\"", "\"level\": \"bad\""), SCHEMA))
        .isNotEmpty();
  }

  @Test
  void obeysTheRulesOfGithub() {
    assertThat(GithubSarifRules.broken(Example.write("sarif", Example.everything()))).isEmpty();
    assertThat(GithubSarifRules.broken(Example.write("sarif", Example.result()))).isEmpty();
  }

  @Test
  void findingHasPlaceLevelAndFingerprints() {
    Value result = sarif(Example.result(Example.finding(Example.DENY, "m")), "runs.0.results.0");
    assertThat(JsonShape.at(result, "locations.0.physicalLocation").toString())
        .isEqualTo(
            "{\"artifactLocation\": {\"uri\": \"k8s/shop.yaml\", \"uriBaseId\": \"%SRCROOT%\"}, "
                + "\"region\": {\"endColumn\": 9, \"endLine\": 2, \"startColumn\": 1,"
                + " \"startLine\": 2}}");
    assertThat(JsonShape.at(result, "level")).isEqualTo(StringValue.of("error"));
    String hash = LineHashes.of(Example.FILE.text(), java.util.Set.of(2)).get(2);
    assertThat(JsonShape.at(result, "partialFingerprints.primaryLocationLineHash"))
        .isEqualTo(StringValue.of(String.valueOf(hash)));
    assertThat(((ObjectValue) result).get("baselineState")).isNull();
  }

  @Test
  void regionNeverLeavesItsLine() {
    SourceFile file = new SourceFile("a.yaml", "kind: Pod\nspec:\n  a: 1\n  b: 2\n");
    assertThat(Region.of(file.at(10, file.text().length()))).isEqualTo(new Region(2, 1, 2, 6));
    assertThat(Region.of(file.at(29, 30))).isEqualTo(new Region(4, 7, 4, 8));
  }

  @Test
  void pathsBecomeUris() {
    assertThat(UriText.ofPath("k8s/a b#ü:%.yaml")).isEqualTo("k8s/a%20b%23%C3%BC%3A%25.yaml");
    assertThat(UriText.ofPath("/tmp/a.yaml")).isEqualTo("file:///tmp/a.yaml");
  }

  @Test
  void knownAndExemptedFindingsSaySo() {
    Value results = sarif(Example.everything(), "runs.0.results");
    assertThat(results.toString())
        .contains("\"baselineState\": \"unchanged\"", "\"baselineState\": \"new\"")
        .contains(
            "{\"justification\": \"exemption-7 until 2027-01-01\", \"kind\": \"external\","
                + " \"status\": \"accepted\"}");
  }

  @Test
  void faultsAreNotificationsAndNoSuccess() {
    Value invocation = sarif(Example.everything(), "runs.0.invocations.0");
    assertThat(JsonShape.at(invocation, "executionSuccessful").toString()).isEqualTo("false");
    assertThat(JsonShape.at(invocation, "toolExecutionNotifications.0").toString())
        .contains("yaml_syntax", "mapping values are not allowed here", "k8s/bad.yaml");
  }

  @Test
  void ruleTellsWhatItIsHowBadAndHowToMendIt() {
    Value rule = sarif(Example.result(), "runs.0.tool.driver.rules.2");
    assertThat(JsonShape.at(rule, "id").toString())
        .isEqualTo("\"attest.security.privileged/deny\"");
    assertThat(JsonShape.at(rule, "properties").toString())
        .contains("\"security-severity\": \"9.5\"", "\"CIS Kubernetes 5.2.1\"", "\"security\"");
    assertThat(JsonShape.at(rule, "help.markdown").toString()).contains("**Fix:** remove `priv");
  }

  @Test
  void moreThanGithubTakesIsCutByFewestWorst() {
    RuleDescription low = Example.rule("p", "deny_low", Level.VIOLATION, Severity.LOW);
    List<Finding> many = new ArrayList<>();
    for (int i = 0; i < 25_010; i++) {
      RuleDescription rule = i < 10 ? low : Example.DENY;
      Resource about = new Resource("Pod", "shop", "p" + i, "");
      many.add(Example.finding(rule, "m" + i, Example.FILE, about));
    }
    String sarif = Example.write("sarif", Example.result(many.toArray(Finding[]::new)));
    assertThat(GithubSarifRules.broken(sarif)).isEmpty();
    Value run = JsonShape.at(JsonShape.parse(sarif), "runs.0");
    assertThat(((ArrayValue) JsonShape.at(run, "results")).size()).isEqualTo(25_000);
    assertThat(JsonShape.at(run, "results").toString()).doesNotContain("p/deny_low");
    assertThat(JsonShape.at(run, "invocations.0").toString())
        .contains("10 findings are left out, the mildest ones");
  }

  private static Value sarif(CheckResult result, String path) {
    return JsonShape.at(JsonShape.parse(Example.write("sarif", result)), path);
  }
}
