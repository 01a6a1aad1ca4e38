package ms.continuu.attest.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.ObjectValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TraceTest extends PolicyCase {
  private static final String SECURITY =
      """
      package attest.security

      violation[{"violated": true, "message": msg, "severity": "high"}] {
          input.resource.kind == "Pod"
          container := input.resource.spec.containers[_]
          not has_attest_attestation(container.image)
          msg := sprintf("Container image '%v' lacks required ATTEST attestation", [container.image])
      }

      violation[{"violated": true, "message": msg, "severity": "critical"}] {
          input.resource.kind in ["Pod", "Deployment"]
          container := get_containers[_]
          container.securityContext.privileged == true
          msg := sprintf("Privileged containers are not allowed: %v", [container.name])
      }

      violation[{"message": "old"}] {
          is_production
      }

      is_production {
          startswith(input.resource.metadata.namespace, "prod-")
      }
      """;

  @BeforeEach
  void writeFiles() throws IOException {
    write("policies/security.rego", SECURITY);
    write(
        "examples/pod.yaml",
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: api, namespace: shop}
        spec:
          containers:
            - name: api
              image: r/api:1
              securityContext: {privileged: false}
            - name: side
              image: r/side:1
        """);
  }

  private int trace(String... more) {
    String[] arguments = new String[more.length + 5];
    arguments[0] = "trace";
    arguments[1] = "--policy";
    arguments[2] = file("policies/security.rego");
    arguments[3] = "--input";
    arguments[4] = file("examples/pod.yaml");
    System.arraycopy(more, 0, arguments, 5, more.length);
    return policy(arguments);
  }

  @Test
  void ruleThatFiredTellsWhat() {
    assertThat(trace()).isZero();
    assertThat(out)
        .contains(
            "Pod/shop/api in " + file("examples/pod.yaml") + ":1",
            "attest.security/violation: 2 findings (the document is `input.resource`; Rego v0 with"
                + " `in`)",
            "high: Container image 'r/side:1' lacks required ATTEST attestation",
            "rule violation fired  (" + file("policies/security.rego") + ":3:1)");
  }

  @Test
  void ruleThatDidNotFireTellsWhichExpressionFailedForWhichValues() {
    trace();
    String pod = file("examples/pod.yaml");
    assertThat(out)
        .contains(
            "rule violation did not fire  (" + file("policies/security.rego") + ":10:1)",
            "failed: container.securityContext.privileged == true  ("
                + file("policies/security.rego")
                + ":13:5)",
            "container.securityContext.privileged = false  (" + pod + ":8:25)",
            "container.securityContext.privileged is undefined  (" + pod + ":9:7)");
  }

  @Test
  void helperRulesAreSubtrees() {
    trace();
    assertThat(out)
        .contains(
            """
                  failed: is_production  (%s:18:5)
                      rule is_production does not hold  (%s:21:1)
                        failed: startswith(input.resource.metadata.namespace, "prod-")  (%s:22:5)
                            input.resource.metadata.namespace = "shop"  (%s:3:23)
            """
                .replace("%s:3", file("examples/pod.yaml") + ":3")
                .replace("%s", file("policies/security.rego")));
  }

  @Test
  void verboseTraceShowsEveryExpressionWithItsValues() {
    assertThat(trace("--verbose")).isZero();
    assertThat(out)
        .contains(
            "true:   input.resource.kind == \"Pod\"",
            "input.resource.kind = \"Pod\"  (" + file("examples/pod.yaml") + ":2:1)",
            "container.image = \"r/api:1\"  (" + file("examples/pod.yaml") + ":7:7)",
            "container = {\"image\": \"r/api:1\"",
            "container = {\"image\": \"r/side:1\"",
            "rule has_attest_attestation does not hold")
        .doesNotContain("__local");
  }

  @Test
  void oneRuleOfOneOfTheOwnPolicies() {
    String pod = file("examples/pod.yaml");
    assertThat(policy("trace", "-p", "privileged", "-i", pod, "--rule", "deny")).isZero();
    assertThat(out)
        .contains(
            "attest.security.privileged/deny: nothing found", "rule is_privileged does not hold");
    assertThat(policy("trace", "-p", "privileged", "-i", pod, "--rule", "nothing")).isEqualTo(2);
    assertThat(err).contains("no rule is named `nothing`");
  }

  @Test
  void jsonHoldsEveryStep() throws JsonSyntaxException {
    assertThat(trace("--format", "json")).isZero();
    ObjectValue report = (ObjectValue) Json.parse(out);
    assertThat(report.get("rules").toString())
        .contains(
            "\"defined\": false",
            "\"text\": \"container.securityContext.privileged\"",
            "\"line\": 8");
  }

  @Test
  void whatCannotBeReadIsTold() {
    assertThat(policy("trace", "-p", file("policies/security.rego"), "-i", "none")).isEqualTo(2);
    assertThat(policy("trace", "-p", "no-such-policy", "-i", file("examples/pod.yaml")))
        .isEqualTo(2);
    assertThat(err).contains("no policy is named `no-such-policy`");
    assertThat(policy("trace", "-p", "privileged")).isEqualTo(3);
  }
}
