package ms.continuu.attest.operations.scaffold;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A repository of policies that works from the start: policies by area with their tests, the
/// configuration, manifests to check, and the pipelines of three build servers.
public final class PolicyRepository {
  /// The files, by where they go, with the resources that they come from.
  private static final SequencedMap<String, String> FILES = new LinkedHashMap<>();

  static {
    for (String file :
        List.of(
            "policies/security/container-security.rego",
            "policies/security/network-policies.rego",
            "policies/security/rbac-policies.rego",
            "policies/compliance/soc2.rego",
            "policies/compliance/gdpr.rego",
            "policies/compliance/hipaa.rego",
            "policies/deployment/resource-limits.rego",
            "policies/deployment/health-checks.rego",
            "policies/deployment/availability.rego",
            "policies/tests/security_test.rego",
            "policies/tests/compliance_test.rego",
            "policies/tests/deployment_test.rego",
            "k8s/deployment.yaml",
            "manifests/network-policy.yaml",
            "Jenkinsfile")) {
      FILES.put(file, file);
    }
    FILES.put(".attest/policies.yaml", "policies.yaml");
    FILES.put(".github/workflows/policy-validation.yml", "policy-validation.yml");
    FILES.put(".gitlab-ci.yml", "gitlab-ci.yml");
  }

  private PolicyRepository() {}

  /// The files of a repository, in the order in which a reader looks at them.
  public static List<String> files() {
    return List.copyOf(FILES.keySet());
  }

  /// Those files that are there already.
  public static List<String> present(Path folder) {
    return FILES.keySet().stream().filter(file -> Files.exists(folder.resolve(file))).toList();
  }

  /// Writes all files. What is there already is overwritten.
  public static void write(Path folder) throws IOException {
    for (var file : FILES.entrySet()) {
      Path target = folder.resolve(file.getKey());
      Path parent = target.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.write(target, content(file.getValue()));
    }
  }

  private static byte[] content(String name) throws IOException {
    try (InputStream in = PolicyRepository.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program brings along " + name);
      }
      return in.readAllBytes();
    }
  }
}
