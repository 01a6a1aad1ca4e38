package ms.continuu.attest.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import org.junit.jupiter.api.Test;

class TestCommandTest extends PolicyCase {
  private static final String BROKEN_TEST =
      """
      package team.rules.owner_test

      import data.team.rules.owner

      test_counts if {
        found := owner.deny with input as {"kind": "Service", "metadata": {"name": "a"}}
        count(found) == 2
      }

      test_cases[name] if {
        some name, labels in {"owned": {"owner": "a"}, "bare": {}}
        count(owner.deny) == 0 with input as {"kind": "Service", "metadata": {"name": "a", "labels": labels}}
      }

      todo_test_later if false
      """;

  @Test
  void libraryPassesItsOwnTests() {
    assertThat(policy("test", "attest-security")).isZero();
    assertThat(out)
        .containsPattern("attest\\.security\\.privileged +\\d/\\d +2/2 +pass")
        .doesNotContain("attest.deployment", "FAIL");
  }

  @Test
  void testsAndExamplesOfAFolderRun() throws IOException {
    write("p/owner.rego", OWNER);
    write("p/owner_test.rego", OWNER_TEST);
    for (String path : new String[] {"p", "p/owner.rego", "p/owner_test.rego"}) {
      assertThat(policy("test", file(path))).isZero();
      assertThat(out)
          .containsPattern("team\\.rules\\.owner +2/2 +2/2 +pass")
          .contains("4 passed in 1 policy");
    }
    assertThat(policy("test-all", "--policy", file("p"), "--verbose")).isZero();
    assertThat(out).contains("  test_not_owned", "  bad example");
  }

  @Test
  void failureIsToldWithItsPlaceAndValues() throws IOException {
    write("p/owner.rego", OWNER);
    write("p/owner_test.rego", BROKEN_TEST);
    assertThat(policy("test", file("p"))).isEqualTo(1);
    assertThat(out)
        .contains(
            "FAIL  team.rules.owner: test_counts\n  " + file("p/owner_test.rego") + ":5\n",
            file("p/owner_test.rego") + ":7:",
            "count(found) == 2",
            "FAIL  team.rules.owner: test_cases",
            "bare: FAIL",
            "2 passed, 2 failed, 1 skipped in 1 policy");
  }

  @Test
  void examplesThatDoNotHoldFail() throws IOException {
    write("p/owner.rego", OWNER.replace("labels: {owner: team}", "labels: {x: y}"));
    assertThat(policy("test", file("p"))).isEqualTo(1);
    assertThat(out)
        .contains("good example", "owner.rego:12: must have no finding, and has: service `a` has");
    write("p/owner.rego", OWNER.replace("#       metadata: {name: a}\n", "#       spec: {\n"));
    assertThat(policy("test", file("p"))).isEqualTo(1);
    assertThat(out).contains("ERROR  team.rules.owner: bad example");
    write(
        "p/owner.rego", OWNER.replace("metadata: {name: a}\n", "metadata: {labels: {owner: b}}\n"));
    assertThat(policy("test", file("p"))).isEqualTo(1);
    assertThat(out).contains("owner.rego:15: must have a finding, and has none");
  }

  @Test
  void parametersOfExamplesConfigureThePolicy() throws IOException {
    write(
        "p/most.rego",
        """
        package team.most

        import data.attest.parameters.most as parameters

        # METADATA
        # custom:
        #   examples:
        #     parameters: {replicas: 2}
        #     good: |
        #       replicas: 1
        #       ---
        #       replicas: 2
        #     bad: "replicas: 3"
        deny_many contains "too many" if input.replicas > parameters.replicas

        deny_none contains "none" if input.replicas == 0
        """);
    write("p/attest/parameters/data.json", "{\"most\": {\"replicas\": 9}}");
    assertThat(policy("test", file("p"), "-v")).isZero();
    assertThat(out).contains("deny_many: good example", "deny_many: bad example", "2 passed");
  }

  @Test
  void filesBesideAPolicyAreCases() throws IOException {
    write("p/owner.rego", OWNER);
    write("p/testdata/pass/a.yaml", "kind: Pod\n");
    write("p/testdata/fail/b.yaml", "kind: Service\nmetadata: {name: b}\n");
    write("p/testdata/owner/fail/data.yaml", "kind: Pod\n");
    assertThat(policy("test", file("p"))).isEqualTo(1);
    assertThat(out)
        .containsPattern("team\\.rules\\.owner +- +4/5 +FAIL")
        .contains("fail/data.yaml", "must have a finding, and has none");
  }

  @Test
  void testsInAFolderOfTheirOwnAreFoundAndKnowTheirPolicy() throws IOException {
    write("p/security/owner.rego", OWNER);
    write("p/security/other.rego", "package security.other\n\ndeny contains \"x\" if input.bad\n");
    write(
        "p/tests/security_test.rego",
        "package security_test\n\nimport data.security\nimport data.team.rules\n\n"
            + "test_other if count(security.other.deny) == 1 with input as {\"bad\": true}\n\n"
            + "test_owner if count(rules.owner.deny) == 0 with input as {}\n\n"
            + "test_nothing if true\n");
    assertThat(policy("test", file("p"))).isZero();
    assertThat(out)
        .containsPattern("security\\.other +1/1 +- +pass")
        .containsPattern("team\\.rules\\.owner +1/1 +2/2 +pass")
        .containsPattern("security_test +1/1 +- +pass");
    assertThat(policy("test", file("p"), "other")).isZero();
    assertThat(out).contains("1 passed in 1 policy");
  }

  @Test
  void patternChoosesCases() throws IOException {
    write("p/owner.rego", OWNER);
    write("p/owner_test.rego", OWNER_TEST);
    assertThat(policy("test", file("p"), "--run", "not_owned|bad")).isZero();
    assertThat(out).contains("2 passed");
    assertThat(policy("test", file("p"), "--run", "(")).isEqualTo(3);
    assertThat(policy("test", file("p"), "--run", "nothing")).isEqualTo(2);
    assertThat(err).contains("no test in");
    assertThat(policy("test", file("p"), "--run", "nothing", "--allow-empty")).isZero();
  }

  @Test
  void coverageIsToldAndAsked() throws IOException {
    write("p/owner.rego", OWNER + "\ndeny contains \"x\" if {\n  input.x\n  input.y\n}\n");
    write("p/owner_test.rego", OWNER_TEST);
    assertThat(policy("test", file("p"), "--coverage")).isZero();
    assertThat(out).containsPattern("owner\\.rego +\\d\\d\\.\\d % +25-27\n");
    assertThat(policy("test", file("p"), "--threshold", "90")).isEqualTo(1);
    assertThat(err).contains("the tests reach", "not 90.0 %");
    assertThat(policy("test", file("p"), "--threshold", "101")).isEqualTo(3);
  }

  @Test
  void programsReadTheReport() throws IOException, JsonSyntaxException {
    write("p/owner.rego", OWNER);
    write("p/owner_test.rego", BROKEN_TEST);
    assertThat(policy("test", file("p"), "--format", "json", "--coverage")).isEqualTo(1);
    ObjectValue report = (ObjectValue) Json.parse(out);
    assertThat(report.get("failed")).isEqualTo(NumberValue.of(2));
    assertThat(report.toString()).contains("\"line\": 5", "\"kind\": \"example\"", "coverage");
    assertThat(policy("test", file("p"), "-f", "junit", "-o", file("r.xml"))).isEqualTo(1);
    assertThat(out).isEmpty();
    assertThat(Files.readString(folder.resolve("r.xml")))
        .contains(
            "tests=\"5\" failures=\"2\" errors=\"0\" skipped=\"1\"",
            "<testcase classname=\"team.rules.owner\" name=\"test_counts\"",
            "owner_test.rego:5: the test is not true\">",
            "<skipped/>");
    assertThat(policy("test", file("p"), "-f", "tap")).isEqualTo(1);
    assertThat(out)
        .startsWith("TAP version 14\n1..5\nnot ok 1 - team.rules.owner: test_counts\n  ---\n")
        .contains("# SKIP", "ok 5 - team.rules.owner: bad example");
  }

  @Test
  void whatCannotBeCompiledIsNoAnswer() throws IOException {
    write("p/owner.rego", OWNER);
    write("p/owner_test.rego", "package x_test\n\ntest_a if plus(\"a\", 1) == 2\n");
    assertThat(policy("test", file("p"))).isEqualTo(2);
    assertThat(err).contains("owner_test.rego:3:", "rego_type_error");
    assertThat(policy("test", file("none/"))).isEqualTo(2);
    assertThat(err).contains("no such file or folder");
  }

  @Test
  void wrongUsageIsTold() {
    assertThat(policy("test")).isEqualTo(3);
    assertThat(policy("test", "priviledged")).isEqualTo(3);
    assertThat(err).contains("did you mean `privileged`?");
    assertThat(policy("test-all", "privileged")).isEqualTo(3);
    assertThat(policy("test", "--help")).isZero();
    assertThat(out).contains("attest policy test attest-security --resource k8s/deployment.yaml");
  }

  @Test
  void everyRuleSaysWhatItFindsInAResource() throws IOException, JsonSyntaxException {
    write("p/owner.rego", OWNER + "\nwarn contains \"w\" if input.kind == \"Pod\"\n");
    write("k8s/a.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: a}\n");
    write("k8s/b.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: b}\n");
    assertThat(policy("test", "owner", "-p", file("p"), "--resource", file("k8s/a.yaml")))
        .isEqualTo(1);
    assertThat(out)
        .contains(
            "k8s/a.yaml  Service/a\n",
            "  found      team.rules.owner/deny: Services must name their owner\n",
            "k8s/a.yaml:3:1: high violation: service `a` has no owner",
            "  not found  team.rules.owner/warn");
    assertThat(policy("test", file("p"), "--resource", file("k8s/b.yaml"), "--format", "json"))
        .isZero();
    assertThat(Json.parse(out).toString()).contains("\"found\": true", "\"level\": \"warning\"");
    String[] both = {"test", file("p"), "--resource", file("k8s/b.yaml"), file("k8s/a.yaml")};
    assertThat(policy(both)).isEqualTo(1);
    assertThat(out).contains("Service/a", "Pod/b");
    assertThat(policy("test", file("p"), "--resource", file("k8s/c.yaml"))).isEqualTo(2);
    assertThat(err).contains("c.yaml: no such file");
  }
}
