package ms.continuu.attest.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InitCommandTest extends PolicyCase {
  @Test
  void repositoryHasTheLayoutOfTheGuide() throws IOException {
    assertThat(policy("init", file("r"))).isZero();
    assertThat(out)
        .contains("wrote " + file("r/policies/security/container-security.rego"), "Next:");
    assertThat(files("r"))
        .containsExactlyInAnyOrder(
            ".attest/policies.yaml",
            ".github/workflows/policy-validation.yml",
            ".gitlab-ci.yml",
            "Jenkinsfile",
            "k8s/deployment.yaml",
            "manifests/network-policy.yaml",
            "policies/compliance/gdpr.rego",
            "policies/compliance/hipaa.rego",
            "policies/compliance/soc2.rego",
            "policies/deployment/availability.rego",
            "policies/deployment/health-checks.rego",
            "policies/deployment/resource-limits.rego",
            "policies/security/container-security.rego",
            "policies/security/network-policies.rego",
            "policies/security/rbac-policies.rego",
            "policies/tests/compliance_test.rego",
            "policies/tests/deployment_test.rego",
            "policies/tests/security_test.rego");
  }

  @Test
  void repositoryWorksAsItIs() {
    assertThat(policy("init", file("r"))).isZero();
    assertThat(policy("validate", file("r"), "--strict")).as(out + err).isZero();
    assertThat(policy("scan", file("r/policies"))).as(out + err).isZero();
    assertThat(policy("test", file("r/policies/"))).isZero();
    assertThat(out)
        .containsPattern("security\\.container_security +4/4 +4/4 +pass")
        .contains("in 9 policies")
        .doesNotContain("no tests");
    for (String folder : new String[] {"r/k8s/", "r/manifests/"}) {
      String[] byItsOwn = {"check", file(folder), "--policy", file("r/policies"), "--strict"};
      assertThat(policy(byItsOwn)).as(out + err).isZero();
      assertThat(policy("check", file(folder), "--strict")).as(out + err).isZero();
    }
  }

  @Test
  void whatIsThereIsKept() throws IOException {
    write("r/Jenkinsfile", "mine\n");
    assertThat(policy("init", file("r"))).isEqualTo(2);
    assertThat(err).contains(" has Jenkinsfile already (nothing was written; --force overwrites)");
    assertThat(files("r")).containsExactly("Jenkinsfile");
    assertThat(policy("init", file("r"), "--force")).isZero();
    assertThat(Files.readString(folder.resolve("r/Jenkinsfile"))).startsWith("pipeline {");
    assertThat(policy("init", file("r/Jenkinsfile"))).isEqualTo(2);
    assertThat(err).contains("cannot be written");
    assertThat(policy("init", "a", "b")).isEqualTo(3);
  }

  private List<String> files(String name) throws IOException {
    Path root = folder.resolve(name);
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .toList();
    }
  }
}
