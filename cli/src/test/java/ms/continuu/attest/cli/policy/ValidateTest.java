package ms.continuu.attest.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.ObjectValue;
import org.junit.jupiter.api.Test;

class ValidateTest extends PolicyCase {

  /// As policies are often written: v0, with `in` although nothing imports it.
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
      """;

  @Test
  void policiesOfAnyDialectAreValidWithWhatTheyDrawOn() throws IOException {
    write("policies/security.rego", SECURITY);
    write("policies/owner.rego", OWNER);
    assertThat(policy("validate", file("policies/security.rego"))).isZero();
    assertThat(policy("validate", file("policies/"))).isZero();
    assertThat(out).isEqualTo("valid: 2 files, 2 of Rego\n");
  }

  @Test
  void ownPoliciesAndExamplesAreValid() {
    assertThat(policy("validate", "--strict", ROOT.resolve("policies").toString())).isZero();
    assertThat(policy("validate", "--strict", ROOT.resolve("examples").toString())).isZero();
  }

  @Test
  void everyErrorOfEveryFileIsTold() throws IOException {
    write("a.rego", "package a\n\np := )\n");
    write("b.rego", "package b\n\np if x == 1\n");
    write("c.rego", "package c\n\np if count(1) == 1\n");
    write("d.rego", "package d\n\nimport data.a\n\np if nothing(1)\n");
    assertThat(policy("validate", folder.toString())).isEqualTo(1);
    assertThat(out)
        .contains(
            file("a.rego") + ":3:6: error: unexpected ) token [rego_parse_error]",
            file("b.rego") + ":3:6: error: var x is unsafe [rego_unsafe_var_error]",
            file("c.rego") + ":3:6: error: count: invalid argument(s) [rego_type_error]",
            "help: have: (number, ???); want: (",
            file("d.rego") + ":5:6: error: undefined function nothing [rego_type_error]",
            "5 errors: 4 files, 4 of Rego");
  }

  @Test
  void whatStrictnessForbidsIsWarnedOf() throws IOException {
    write("a.rego", "package a\n\nimport data.b\n\np if {\n  x := 1\n}\n");
    assertThat(policy("validate", file("a.rego"))).isZero();
    assertThat(out)
        .contains(":6:3: warning: assigned var x unused", ":3:1: warning: import data.b");
    assertThat(policy("validate", "--strict", file("a.rego"))).isEqualTo(1);
  }

  @Test
  void metadataIsReadAsATypoHidesIt() throws IOException {
    write(
        "a.rego",
        """
        # METADATA
        # title: A
        # severity: high
        # custom:
        #   severity: hihg
        #   remedation: none
        #   controls: {SOC2: [6.1]}
        #   parameters: {most: {type: strin}}
        package a

        deny contains "a"
        """);
    assertThat(policy("validate", file("a.rego"))).isEqualTo(1);
    assertThat(out)
        .contains(
            ":3:3: warning: `severity` is not read here [unknown_metadata]",
            "write it below `custom`",
            ":5:5: error: severity `hihg` is not known [unknown_severity]",
            ":6:5: warning: `custom.remedation` is not read",
            "did you mean `remediation`?",
            "error: the controls of `SOC2` are a list of texts",
            "error: type `strin` of parameter `most` is not known");
  }

  @Test
  void manifestsAreComparedWithTheFieldsOfTheirKinds() throws IOException {
    write(
        "k8s/web.yaml",
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: Web, lables: {a: b}}
        spec:
          replica: 2
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: 3}}
            spec:
              image: x
              containers:
                - image: nginx:1
                  ports: [{containerPort: "80"}]
        """);
    assertThat(policy("validate", file("k8s/"))).isEqualTo(1);
    assertThat(out)
        .contains(
            "web.yaml:3:12: error: `Web` is no name for an object [bad_name]",
            "web.yaml:3:23: error: `ObjectMeta` has no field `lables` [unknown_field]",
            "did you mean `labels`?",
            "web.yaml:5:3: error: `DeploymentSpec` has no field `replica`",
            "web.yaml:8:25: error: `app` is a number, it has to be a text [wrong_type]",
            "quote it: `\"3\"`",
            "it is a field of `containers[]`",
            "web.yaml:12:11: error: `containers[0]` lacks `name` [missing_field]",
            "`containerPort` is a text, it has to be a number",
            "7 errors: 1 file, 1 manifest by the fields of Kubernetes 1.37");
  }

  @Test
  void kindsAreServedByTheirVersions() throws IOException {
    write("a.yaml", "apiVersion: batch/v1beta1\nkind: CronJob\nmetadata: {name: a}\n");
    write("b.yaml", "apiVersion: v1\nkind: Deployment\nmetadata: {name: a}\n");
    write("c.yaml", "apiVersion: apps/v1\nkind: Deploymnet\nmetadata: {name: a}\n");
    write("d.yaml", "apiVersion: batch/v3\nkind: Job\nmetadata: {name: a}\n");
    write("e.yaml", "apiversion: v1\nkind: Pod\nmetadata: {name: a}\n");
    assertThat(policy("validate", folder.toString())).isEqualTo(1);
    assertThat(out)
        .contains(
            "`batch/v1beta1` of CronJob was removed in Kubernetes 1.25",
            "use `batch/v1`",
            "`v1` has no kind `Deployment`",
            "use `apps/v1`",
            "did you mean `Deployment`?",
            "`batch/v3` is no API version of Kubernetes 1.37",
            "is `apiversion` meant to be `apiVersion`?");
    assertThat(policy("validate", file("a.yaml"), "--kubernetes", "1.24")).isZero();
  }

  @Test
  void customResourcesHaveFieldsOfTheirOwn() throws IOException {
    write(
        "a.yaml",
        """
        apiVersion: example.com/v1
        kind: Gadget
        metadata: {name: a, annotations: {enabled: true}}
        specs: {anything: goes}
        """);
    assertThat(policy("validate", file("a.yaml"))).isEqualTo(1);
    assertThat(out)
        .contains(
            "error: `enabled` is a boolean, it has to be a text",
            "warning: field `specs` is unusual",
            "1 error, 1 warning");
  }

  @Test
  void otherDocumentsHaveToBeWellFormed() throws IOException {
    write("values.yaml", "replicas: 2\n");
    write("bad.json", "{\"a\": 1,}\n");
    write("twice.yaml", "a: 1\na: 2\n");
    assertThat(policy("validate", file("values.yaml"))).isZero();
    assertThat(policy("validate", folder.toString())).isEqualTo(1);
    assertThat(out).contains("bad.json:1:", "twice.yaml:2:1: error:");
  }

  @Test
  void jsonHasTheShapeThatScriptsRead() throws IOException, JsonSyntaxException {
    write("a.rego", "package a\n\np := )\n");
    assertThat(policy("validate", file("a.rego"), "--format", "json")).isEqualTo(1);
    ObjectValue report = (ObjectValue) Json.parse(out);
    assertThat(report.get("valid")).isEqualTo(BooleanValue.FALSE);
    assertThat(report.get("results").toString())
        .contains("\"line\": 3", "\"column\": 6", "\"code\": \"rego_parse_error\"");
  }

  @Test
  void configurationIsComparedWithItsKeys() throws IOException {
    write(
        ".attest/policies.yaml",
        """
        policies:
          - name: image-security
            enabeld: true
            enforcement: strictly
        """);
    assertThat(policy("validate", file(".attest"))).isEqualTo(1);
    assertThat(out).contains("policies.yaml:3:5: error:", "policies.yaml:4:5: error:", "`enabled`");
  }

  @Test
  void sarifShowsErrorsBesideTheCode() throws IOException {
    write("a.rego", "package a\n\np := )\n");
    assertThat(policy("validate", file("a.rego"), "--format", "sarif")).isEqualTo(1);
    assertThat(out).contains("attest.validate/rego-parse-error", "\"startLine\": 3");
  }

  @Test
  void whatCannotBeReadLeavesItUndecided() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    assertThat(policy("validate", file("nothing.yaml"))).isEqualTo(2);
    assertThat(err).contains("no such file or folder");
    assertThat(policy("validate", file("empty"))).isEqualTo(2);
    assertThat(policy("validate", file("empty"), "--allow-empty")).isZero();
    assertThat(policy("validate")).isEqualTo(3);
    assertThat(policy("validate", "--kubernetes", "new", "a")).isEqualTo(3);
  }
}
