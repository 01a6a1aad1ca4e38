package ms.continuu.attest.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import org.junit.jupiter.api.Test;

class CheckCommandTest extends CheckCase {
  @Test
  void quickstartShowsWhatIsWrongAndHowToMendIt() {
    assertThat(check(ROOT.resolve("examples/quickstart").toString())).isEqualTo(1);
    assertThat(out)
        .contains(
            "container `web` is privileged",
            "in      Deployment/shop/storefront",
            "shop.yaml:37:13",
            "remove `privileged: true`",
            "in      aws_security_group.database",
            " in 14 resources of 4 files");
    assertThat(err).isEmpty();
  }

  @Test
  void ownRulesOfBothVersionsJudge() throws IOException {
    write("pod.yaml", POD);
    write(
        "policies/v0.rego",
        "package main\n"
            + "deny[msg] { input.kind == \"Pod\"; msg := sprintf(\"pod %s\", [input.metadata.name])"
            + " }\n");
    write(
        "policies/v1.rego",
        "package team.rules\n\n"
            + "warn_owner contains {\"message\": \"no owner\", \"path\": [\"metadata\", \"name\"]}"
            + " if not input.metadata.labels.owner\n");
    assertThat(check(file("pod.yaml"), "--policy", file("policies"))).isEqualTo(1);
    assertThat(out)
        .contains(
            "pod api", "policy  main", "no owner (warning)", "pod.yaml:3:12", "policy  team.rules")
        .contains("1 violation (1 medium), 1 warning");
  }

  @Test
  void warningsFailOnlyWhenStrict() throws IOException {
    write("pod.yaml", POD);
    write("p.rego", "package main\n\nwarn contains \"careful\"\n");
    assertThat(check(file("pod.yaml"), "-p", file("p.rego"))).isZero();
    assertThat(check(file("pod.yaml"), "-p", file("p.rego"), "--strict")).isEqualTo(1);
  }

  @Test
  void jsonHasTheShapeThatScriptsRead() throws IOException, JsonSyntaxException {
    write("pod.yaml", POD);
    assertThat(check(file("pod.yaml"), "--format", "json")).isEqualTo(1);
    ObjectValue report = (ObjectValue) Json.parse(out);
    assertThat(report.get("violations")).isEqualTo(NumberValue.of(1));
    assertThat(report.get("results").toString())
        .contains("\"column\": 25", "\"line\": 8", "\"policy\": \"attest.security.privileged\"");
  }

  @Test
  void itemsOfAListAreJudgedOneByOne() throws IOException {
    String items = POD.replaceAll("(?m)^", "    ").replaceFirst("    apiVersion", "  - apiVersion");
    write("list.yaml", "apiVersion: v1\nkind: List\nitems:\n" + items);
    assertThat(check(file("list.yaml"))).isEqualTo(1);
    assertThat(out).contains("container `api` is privileged", "Pod/shop/api", "list.yaml:11:29");
  }

  @Test
  void brokenFileIsToldAndTheOthersAreJudged() throws IOException {
    write("a/bad.yaml", "a: 1\n\tb: 2\n");
    write("a/bad.json", "{\"a\": 1, \"a\": 2}");
    write("a/empty.yaml", "");
    write("a/pod.yaml", POD);
    Files.write(folder.resolve("a/nul.yaml"), new byte[] {'a', ':', ' ', 0});
    Files.createSymbolicLink(folder.resolve("a/loop"), folder.resolve("a"));
    assertThat(check(file("a"))).isEqualTo(2);
    assertThat(out).contains("container `api` is privileged", "5 errors");
    assertThat(err)
        .contains("bad.yaml:2:1: error: ")
        .contains("bad.json:1:10: error: repeated key \"a\"")
        .contains("empty.yaml: file holds no document")
        .contains("nul.yaml:1:4: error: file has a NUL byte")
        .contains("symbolic links lead back to a folder above");
  }

  @Test
  void brokenPolicyIsToldWhereItIsBroken() throws IOException {
    write("pod.yaml", POD);
    write("p.rego", "package main\n\ndeny contains msg if {\n  msg := input.a[\n}\n");
    assertThat(check(file("pod.yaml"), "-p", file("p.rego"))).isEqualTo(2);
    assertThat(err).contains("p.rego:5:", "rego_parse_error");
    write("p.rego", "package main\n\ndeny contains msg if msg := plus(\"a\", 1)\n");
    assertThat(check(file("pod.yaml"), "-p", file("p.rego"))).isEqualTo(2);
    assertThat(err).contains("p.rego:3:", "rego_type_error");
  }

  @Test
  void ruleThatFailsDoesNotSilenceTheOthers() throws IOException {
    write("pod.yaml", POD);
    write(
        "a.rego",
        "package a\n\nx := 1\nx := 2 if input.kind == \"Pod\"\ndeny contains \"never\" if x > 0\n");
    write("b.rego", "package b\n\ndeny contains \"heard\"\n");
    assertThat(check(file("pod.yaml"), "-p", file("a.rego"), "-p", file("b.rego"))).isEqualTo(2);
    assertThat(out).contains("heard");
    assertThat(err).contains("a.rego:", "policy `a`, rule `deny`", "eval_conflict_error");
  }

  @Test
  void endlessRuleIsStoppedByItsLimit() throws IOException {
    write("pod.yaml", POD);
    write(
        "p.rego",
        "package main\n\n"
            + "deny contains \"x\" if {\n"
            + "  some n in numbers.range(1, 1000000000)\n"
            + "  n < 0\n"
            + "}\n");
    assertThat(check(file("pod.yaml"), "-p", file("p.rego"))).isEqualTo(2);
    assertThat(err).contains("p.rego:4:", "rule `deny`", "more than 10000000 results");
  }

  @Test
  void forbiddenHostIsAnError() throws IOException {
    write("pod.yaml", POD);
    write(
        "p.rego",
        "package main\n\n"
            + "deny contains \"x\" if http.send({\"method\": \"GET\", \"url\":"
            + " \"http://example.com\"}).status_code == 1\n");
    assertThat(check(file("pod.yaml"), "-p", file("p.rego"))).isEqualTo(2);
    assertThat(err).contains("p.rego:3:", "example.com");
  }

  @Test
  void nothingToJudgeIsNoPass() throws IOException {
    Files.createDirectories(folder.resolve("none"));
    assertThat(check(file("none"))).isEqualTo(2);
    assertThat(err).contains("nothing to check");
    assertThat(check(file("missing"))).isEqualTo(2);
    assertThat(err).contains("no such file or folder");
    write("pod.yaml", POD);
    write("p.rego", "package main\n\nallow := true\n");
    assertThat(check(file("pod.yaml"), "-p", file("p.rego"))).isEqualTo(2);
    assertThat(err).contains("no policy in");
  }

  @Test
  void wrongUsageIsNoDecision() {
    assertThat(check()).isEqualTo(3);
    assertThat(err).contains("name a file or folder to check");
    assertThat(check("x", "--nope")).isEqualTo(3);
    assertThat(err).contains("unknown flag: --nope", "attest check --help");
    assertThat(check("--help")).isZero();
    assertThat(out).contains("Examples:", "attest check k8s/ --policy policies/");
  }

  @Test
  void standardInputIsJudged() {
    assertThat(checkWithInput(POD, "-")).isEqualTo(1);
    assertThat(out).contains("container `api` is privileged", "-:8:25");
  }

  @Test
  void colourIsForTerminalsThatWantIt() throws IOException {
    write("pod.yaml", POD);
    check(file("pod.yaml"));
    assertThat(out).doesNotContain("\u001b");
    environment.put("ATTEST_OUT_TERMINAL", "1");
    check(file("pod.yaml"));
    assertThat(out).contains("\u001b[");
    environment.put("NO_COLOR", "1");
    check(file("pod.yaml"));
    assertThat(out).doesNotContain("\u001b");
  }

  @Test
  void reportGoesToAFileWholeOrNotAtAll() throws IOException {
    write("pod.yaml", POD);
    assertThat(check(file("pod.yaml"), "-f", "json", "-o", file("report.json"))).isEqualTo(1);
    assertThat(out).isEmpty();
    assertThat(Files.readString(folder.resolve("report.json"))).contains("attest.check/v1");
    assertThat(check(file("pod.yaml"), "-o", file("none/report.json"))).isEqualTo(2);
    assertThat(err).contains("cannot be written");
  }
}
