package ms.continuu.attest.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What fails a check, and what only shows.
class CheckOptionsTest extends CheckCase {
  private static final String LABELLED =
      "package main\n\n"
          + "deny contains {\"message\": \"no owner\", \"severity\": \"low\"}"
          + " if not input.metadata.labels.owner\n";

  @Test
  void knownFindingsAreShownAndDoNotFail() throws IOException {
    write("pod.yaml", POD);
    write("p.rego", LABELLED);
    assertThat(check(file("pod.yaml"), "-p", file("p.rego"), "-f", "json", "-o", file("b.json")))
        .isEqualTo(1);
    assertThat(check(file("pod.yaml"), "-p", file("p.rego"), "--baseline", file("b.json")))
        .isZero();
    assertThat(out).contains("no owner (known: " + file("b.json") + ")", "no violations, 1 known");
    write("more.yaml", POD.replace("name: api, namespace", "name: web, namespace"));
    String[] both = {file("pod.yaml"), file("more.yaml")};
    assertThat(check(both[0], both[1], "-p", file("p.rego"), "--baseline", file("b.json")))
        .isEqualTo(1);
    assertThat(out).contains("1 violation (1 low), 1 known");
  }

  @Test
  void brokenBaselineLeavesTheCheckUndecided() throws IOException {
    write("pod.yaml", POD);
    write("b.json", "{");
    assertThat(check(file("pod.yaml"), "--baseline", file("b.json"))).isEqualTo(2);
    assertThat(err).contains("b.json:1:1: error: the baseline is not JSON");
    assertThat(check(file("pod.yaml"), "--baseline", file("none.json"))).isEqualTo(2);
  }

  @Test
  void severityBelowTheLevelDoesNotFail() throws IOException {
    write("pod.yaml", POD);
    write("p.rego", LABELLED);
    assertThat(check(file("pod.yaml"), "-p", file("p.rego"), "--fail-level", "medium")).isZero();
    assertThat(out).contains("1 violation (1 low)");
    assertThat(check(file("pod.yaml"), "-p", file("p.rego"), "--fail-level", "low")).isEqualTo(1);
    assertThat(check(file("pod.yaml"), "-p", file("p.rego"), "--no-fail")).isZero();
  }

  @Test
  void noFailDoesNotHideWhatCouldNotBeDecided() throws IOException {
    write("pod.yaml", "a: [");
    assertThat(check(file("pod.yaml"), "--no-fail")).isEqualTo(2);
  }

  @Test
  void nothingPassesOnlyWhenAllowed() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    assertThat(check(file("empty"))).isEqualTo(2);
    assertThat(check(file("empty"), "--allow-empty")).isZero();
  }

  @Test
  void inlineSuppressionIsRefusedAndSaysSo() throws IOException {
    write("pod.yaml", "# attest:ignore main legacy\n" + POD);
    write("p.rego", LABELLED);
    assertThat(check(file("pod.yaml"), "-p", file("p.rego"))).isEqualTo(1);
    assertThat(err).contains("pod.yaml:1:1: note: inline suppression is refused");
  }

  @Test
  void conventionIsChosenByWhatThePolicyRefersTo() throws IOException {
    write("pod.yaml", POD);
    write(
        "p/resource.rego",
        "package attest.security\n"
            + "violation[{\"violated\": true, \"message\": msg, \"severity\": \"high\"}] {\n"
            + "  input.resource.kind in [\"Pod\", \"Deployment\"]\n"
            + "  msg := \"by resource\"\n}\n");
    write(
        "p/review.rego",
        "package gatekeeper\n"
            + "violation[{\"msg\": msg}] {\n"
            + "  input.review.kind.kind == \"Pod\"\n"
            + "  msg := sprintf(\"by review of %s\", [input.review.object.metadata.name])\n}\n");
    assertThat(check(file("pod.yaml"), "-p", file("p"), "--verbose")).isEqualTo(1);
    assertThat(out).contains("by resource", "by review of api", "2 violations (1 high, 1 medium)");
    assertThat(err)
        .contains(
            "attest.security/violation: the document is `input.resource`; Rego v0 with `in`",
            "gatekeeper/violation: the document is `input.review.object`; Rego v0");
  }

  @Test
  void whatIsNotViolatedIsNoFinding() throws IOException {
    write("pod.yaml", POD);
    write(
        "p.rego", "package main\n\nviolation contains {\"violated\": false, \"message\": \"m\"}\n");
    assertThat(check(file("pod.yaml"), "-p", file("p.rego"))).isZero();
  }

  @Test
  void exceptionRulesExempt() throws IOException {
    write("pod.yaml", POD);
    write(
        "p.rego",
        "package main\n\n"
            + "deny_owner contains \"no owner\"\n\n"
            + "deny_image contains \"bad image\"\n\n"
            + "exception contains [\"owner\"] if input.metadata.name == \"api\"\n");
    assertThat(check(file("pod.yaml"), "-p", file("p.rego"))).isEqualTo(1);
    assertThat(out)
        .contains("no owner (exempted: an `exception` rule of `main`)")
        .contains("1 violation (1 medium), 1 exempted");
  }

  @Test
  void unchangedFilesAreNotJudgedAgain() throws IOException {
    installWithBuild();
    write("k8s/pod.yaml", POD);
    write("p.rego", LABELLED);
    assertThat(check(file("k8s"), "-p", file("p.rego"), "-f", "json")).isEqualTo(1);
    String first = out;
    assertThat(caches()).hasSize(1);
    assertThat(check(file("k8s"), "-p", file("p.rego"), "-f", "json")).isEqualTo(1);
    assertThat(withoutDuration(out)).isEqualTo(withoutDuration(first));
    write("k8s/pod.yaml", POD.replace("namespace: shop", "labels: {owner: me}"));
    assertThat(check(file("k8s"), "-p", file("p.rego"))).isZero();
    write("p.rego", LABELLED.replace("no owner", "nobody"));
    write("k8s/pod.yaml", POD);
    assertThat(check(file("k8s"), "-p", file("p.rego"))).isEqualTo(1);
    assertThat(out).contains("nobody");
    assertThat(caches()).hasSize(2);
  }

  @Test
  void damagedCacheCountsAsNone() throws IOException {
    installWithBuild();
    write("pod.yaml", POD);
    write("p.rego", LABELLED);
    assertThat(check(file("pod.yaml"), "-p", file("p.rego"))).isEqualTo(1);
    Files.write(
        caches().getFirst(), new byte[] {0, 0, 0, 1, 9, 9, 9, 9, 9, 9, 9, 9, 0, 0, 0, 1, 7});
    assertThat(check(file("pod.yaml"), "-p", file("p.rego"))).isEqualTo(1);
    assertThat(out).contains("no owner");
  }

  @Test
  void policiesThatAskTheClockAreNotRemembered() throws IOException {
    installWithBuild();
    write("pod.yaml", POD);
    write("p.rego", "package main\n\ndeny contains \"late\" if time.now_ns() > 0\n");
    assertThat(check(file("pod.yaml"), "-p", file("p.rego"))).isEqualTo(1);
    assertThat(caches()).isEmpty();
  }

  @Test
  void policiesReadyToJudgeFindWhatTheirSourcesFind() throws IOException {
    installWithBuild();
    write("more.yaml", POD.replace("privileged: true", "privileged: false"));
    write("pod.yaml", POD);
    String library = ROOT.resolve("policies").toString();
    assertThat(check(file("pod.yaml"), "-p", library, "-f", "json")).isEqualTo(1);
    String first = out;
    assertThat(check(file("more.yaml"), "-p", library)).isIn(0, 1);
    for (Path results : caches()) {
      Files.delete(results);
    }
    assertThat(check(file("pod.yaml"), "-p", library, "-f", "json")).isEqualTo(1);
    assertThat(withoutDuration(out)).isEqualTo(withoutDuration(first));
  }

  @Test
  void faultsAreToldInFullThoughPoliciesLieReady() throws IOException {
    installWithBuild();
    write("pod.yaml", POD);
    write(
        "p.rego",
        "package main\n\ndeny contains \"m\" if f(input.kind) == 1\n\nf(_) := 1\n\n"
            + "f(k) := 2 if k == \"Pod\"\n");
    assertThat(check(file("pod.yaml"), "-p", file("p.rego"))).isEqualTo(2);
    String first = err;
    assertThat(check(file("pod.yaml"), "-p", file("p.rego"))).isEqualTo(2);
    assertThat(err).isEqualTo(first).contains("p.rego:", "eval_conflict_error");
  }

  @Test
  void configurationSaysHowPoliciesAreEnforced() throws IOException {
    write("pod.yaml", POD);
    String[] run = {file("pod.yaml"), "--config", file("c.yaml")};
    write("c.yaml", "policies:\n  - name: privileged\n    enforcement: warn\n");
    assertThat(check(run)).isZero();
    assertThat(out).contains("container `api` is privileged (warning)");
    write("c.yaml", "policies:\n  - name: privileged\n    enforcement: dryrun\n");
    assertThat(check(run)).isZero();
    assertThat(out).contains("container `api` is privileged (dry run)");
    write("c.yaml", "policies:\n  - name: privileged\n    enabled: false\n");
    assertThat(check(run)).isZero();
    assertThat(out).doesNotContain("is privileged");
    write("c.yaml", "policies:\n  - name: privilegd\n    enforcement: warn\n");
    assertThat(check(run)).isEqualTo(2);
    assertThat(err).contains("c.yaml:2:", "privilegd", "privileged");
  }

  @Test
  void configurationBringsParametersAndPoliciesOfItsOwn() throws IOException {
    write("pod.yaml", POD);
    write(
        "c.yaml",
        """
        policy:
          fail_on_violation: false
          custom_policies:
            - name: "custom-security"
              severity: "High"
              rego_code: |
                package custom.security
                violation[{"violated": true, "message": msg}] {
                  msg := sprintf("custom %s", [input.resource.kind])
                }
        policies:
          - name: "image-security"
            parameters:
              trusted_registries: ["gcr.io/"]
        """);
    assertThat(check(file("pod.yaml"), "--config", file("c.yaml"))).isZero();
    assertThat(out).contains("custom Pod", "r/api:1", "attest.security.image_security");
  }

  private void installWithBuild() throws IOException {
    home = folder.resolve("home");
    Files.createDirectories(home.resolve("policies"));
    write("home/built", "");
    environment.put("XDG_CACHE_HOME", file("cache"));
  }

  private List<Path> caches() throws IOException {
    Path folders = folder.resolve("cache/attest/check");
    if (!Files.exists(folders)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folders)) {
      return files.filter(file -> file.toString().endsWith(".results")).toList();
    }
  }

  private static String withoutDuration(String report) {
    return report.replaceAll("\"duration_ms\": \\d+|\"started\": \"[^\"]*\"", "");
  }
}
