package ms.continuu.attest.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.ObjectValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanTest extends PolicyCase {

  @Test
  void ownPoliciesAreClean() {
    assertThat(policy("scan", "-f", "table", ROOT.resolve("policies").toString())).isZero();
    assertThat(out).startsWith("no violations in");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "default allow := true | `allow` is true by default",
        "allow := true | `allow` is true without a condition",
        "allow if true | `allow` is true without a condition",
        "deny contains 1 if http.send({\"method\": \"get\", \"url\": \"https://a.b/\"}).body |"
            + " `http.send` has no `timeout`",
        "deny contains 1 if http.send({\"method\": \"get\", \"url\": \"http://a.b/\"}).body |"
            + " `http.send` asks without encryption",
        "deny contains 1 if http.send({\"url\": sprintf(\"https://%s/a\", [input.host])}).body |"
            + " the host of `http.send` comes from the input",
        "deny contains 1 if http.send({\"tls_insecure_skip_verify\": true}).body |"
            + " `http.send` does not verify certificates",
        "deny contains 1 if { r := http.send({}); json.unmarshal(r.body) } |"
            + " decoded a second time: the rule never fires",
        "deny contains 1 if input.key == \"AKIAIOSFODNN7EXAMPLE\" | has the form of a secret",
        "api_token := \"a8f5f167f44f4964\" | `api_token` is a secret in the text",
        "deny contains 1 if regex.match(`^(a+)+$`, input.a) | a repetition of the pattern repeats",
        "deny contains 1 if regex.match(input.a, \"b\") | pattern of `regex.match` comes from the",
        "deny contains 1 if opa.runtime().env.A == \"b\" | `opa.runtime` reads the environment",
        "deny contains 1 if io.jwt.decode(input.token)[1].admin | decoded and never verified",
        "deny contains 1 if { input.a == 1; input.a == 2 } | contradicts what stands before it",
        "deny contains 1 if { input.a > 2; input.a < 1 } | contradicts what stands before it",
        "deny contains 1 if { input.a; not input.a } | contradicts what stands before it",
        "deny contains 1 if count(input.a) < 0 | `deny` never fires",
        "deny contains 1 if 1 == 2 | `1 == 2` does not hold",
        "deny contains 1 if input.a in [] | asks for a member of nothing",
        "deny contains 1 if data.team.rules.nothing | nobody defines `data.team.rules.nothing`",
        "exception contains [\"\"] | the exception holds whatever the input is",
        "violation contains {\"violated\": false} | `violated` is false: the result never counts",
        "deny contains 1 if print(input) | `print` was left",
        "deny contains 1 if x := input.a | assigned var x unused",
        "deny contains 1 | `team.rules/deny` lacks a title, a severity, a remediation",
        "deny contains 1 | no test mentions `team.rules`",
        "a := 1 | `team.rules` has no rule that judges",
      })
  void isFound(String rule, String message) throws IOException {
    write("p.rego", "package team.rules\n\n" + rule + "\n");
    policy("scan", "-f", "table", file("p.rego"));
    assertThat(out + err).contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "deny contains 1 if { input.a[_] == 1; input.a[_] == 2 }",
        "deny contains 1 if regex.match(`^([a-z]+[0-9])+(\\.[a-z]+)*$`, input.a)",
        "deny contains 1 if regex.match(data.team.pattern, input.a)",
        "deny contains 1 if http.send({\"url\": \"https://a.b/\", \"timeout\": \"1s\"}).body",
        "deny contains 1 if http.send({\"url\": sprintf(\"https://a.b/%s\", [input.a]),"
            + " \"timeout\": \"1s\"}).body",
        "secret_name := \"database-password\"",
        "deny contains 1 if { input.a > 2; input.a < 10; input.a != 5 }",
        "exception contains [\"a\"] if input.metadata.name == \"b\"",
        "allow if input.user == \"a\"",
      })
  void isFine(String rule) throws IOException {
    write("p.rego", "package team.rules\n\n" + rule + "\n");
    assertThat(policy("scan", "-f", "table", "--fail-level", "medium", file("p.rego"))).isZero();
  }

  @Test
  void contradictionIsTracedThroughTheRulesThatDrawOnIt() throws IOException {
    write(
        "p.rego",
        """
        package team.rules

        deny contains "a" if is_old

        is_old if {
          input.age > 10
          input.age < 5
        }
        """);
    assertThat(policy("scan", "-f", "table", file("p.rego"))).isEqualTo(1);
    assertThat(out).contains("`deny` never fires: `is_old` never holds");
  }

  @Test
  void testedAndDescribedPolicyIsClean() throws IOException {
    write(
        "policies/owner.rego",
        OWNER
            .replace("[input.metadata.name]), \"path\"", "[label]), \"path\"")
            .replace(
                "not input.metadata.labels.owner",
                "label := \"owner\"\n  not input.metadata.labels[label]"));
    write("policies/owner_test.rego", OWNER_TEST);
    assertThat(policy("scan", "--fail-level", "info", "-f", "table", file("policies"))).isZero();
    assertThat(policy("scan", "--fail-level", "info", file("policies/owner.rego"))).isZero();
  }

  @Test
  void commentLetsAFindingPass() throws IOException {
    write(
        "p.rego",
        """
        package team.rules

        # attest:ignore allow-by-default the gate stands elsewhere
        default allow := true
        """);
    assertThat(policy("scan", "-f", "table", file("p.rego"))).isZero();
    assertThat(out).contains("exempted: the gate stands elsewhere");
  }

  @Test
  void reportIsSarifUnlessAskedOtherwise() throws IOException, JsonSyntaxException {
    write("p.rego", "package authz\n\nallow := true\n");
    String report = file("policy-scan.sarif");
    assertThat(policy("scan", "--format", "sarif", "--output", report, file("p.rego")))
        .isEqualTo(1);
    ObjectValue sarif =
        (ObjectValue) Json.parse(Files.readString(folder.resolve("policy-scan.sarif")));
    assertThat(sarif.toString())
        .contains(
            "attest.scan/allow-without-condition", "\"startLine\": 3", "\"version\": \"2.1.0\"");
    assertThat(policy("scan", file("p.rego"))).isEqualTo(1);
    assertThat(out).contains("\"$schema\"");
    assertThat(policy("scan", "--no-fail", file("p.rego"))).isZero();
  }

  @Test
  void whatCannotBeScannedLeavesItUndecided() throws IOException {
    write("p.rego", "package team.rules\n\ndeny contains {\n");
    assertThat(policy("scan", file("p.rego"))).isEqualTo(2);
    assertThat(policy("scan", file("nothing"))).isEqualTo(2);
    Files.createDirectories(folder.resolve("empty"));
    assertThat(policy("scan", file("empty"))).isEqualTo(2);
    assertThat(policy("scan", "--fail-level", "worst")).isEqualTo(3);
    assertThat(policy("scan", "--rules")).isZero();
    assertThat(out).contains("http-timeout             medium");
  }
}
