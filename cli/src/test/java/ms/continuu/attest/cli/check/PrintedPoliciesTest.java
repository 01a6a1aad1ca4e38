package ms.continuu.attest.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// The policies that the product's documentation prints, as they are printed: v0 with `in` and no
/// import, helper rules that nobody defines, `input.resource`.
class PrintedPoliciesTest extends CheckCase {

  @Test
  void securityPoliciesFindWhatTheySay() throws IOException {
    assertThat(judge("security")).isEqualTo(1);
    assertThat(out)
        .contains(
            "critical: Privileged containers are not allowed: web [attest.security/violation]",
            "high: Container image 'r/api:1' lacks required ATTEST attestation");
  }

  @Test
  void deploymentPoliciesFindWhatTheySay() throws IOException {
    assertThat(judge("deployment")).isEqualTo(1);
    assertThat(out)
        .contains(
            "critical: Deployment must include valid ATTEST receipt",
            "medium: Production deployments must have at least 2 replicas for high availability");
  }

  @Test
  void compliancePoliciesFindWhatTheySay() throws IOException {
    assertThat(judge("compliance")).isEqualTo(1);
    assertThat(out)
        .contains(
            "high: Production deployments must enable audit logging for SOC2 compliance",
            "[attest.compliance/violation]");
  }

  @Test
  void contextualPoliciesFindWhatTheySay() throws IOException {
    assertThat(judge("context")).isEqualTo(1);
    assertThat(out).contains("Production deployments must meet stricter requirements");
  }

  @Test
  void dynamicPoliciesAskOnlyHostsThatAreAllowed() throws IOException {
    assertThat(judge("dynamic")).isEqualTo(2);
    assertThat(err).contains("dynamic.rego:6:", "disallowed host: vuln-db.company.com");
  }

  private int judge(String policy) throws IOException {
    for (String name : new String[] {policy + ".rego", "resources.yaml"}) {
      try (InputStream printed = getClass().getResourceAsStream("printed/" + name)) {
        Files.copy(printed, folder.resolve(name));
      }
    }
    return check(file("resources.yaml"), "--policy", file(policy + ".rego"), "--format", "text");
  }
}
