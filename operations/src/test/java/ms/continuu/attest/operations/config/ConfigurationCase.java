package ms.continuu.attest.operations.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ms.continuu.attest.operations.policies.PolicyCatalog;
import ms.continuu.attest.policy.PolicyDescription;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.ObjectValue;
import org.junit.jupiter.api.io.TempDir;

/// Reads configuration of a home and a project of its own.
abstract class ConfigurationCase {
  static final Path LIBRARY =
      Path.of(System.getProperty("attest.root", "..")).resolve("policies").normalize();

  /// As the requirements print it.
  static final String GLOBAL =
      """
      # ~/.config/attest/policies.yaml
      policy:
        enabled: true
        opa_enabled: true
        gatekeeper_enabled: true
        fail_on_violation: true

        # Policy sources
        policy_bundle_url: "https://policies.company.com/attest-bundle"
        policy_bundle_path: "policies/"

        # Custom policies
        custom_policies:
          - name: "custom-security"
            description: "Custom security policy"
            level: "Cluster"
            severity: "High"
            rego_code: |
              package custom.security
              violation[{"violated": true, "message": msg}] {
                # Policy logic here
              }
      """;

  /// As the requirements print it.
  static final String PROJECT =
      """
      # .attest/policies.yaml
      policies:
        - name: "image-security"
          enabled: true
          enforcement: "strict"
          parameters:
            trusted_registries:
              - "gcr.io/"
              - "registry.company.com/"
            require_attestation: true

        - name: "resource-limits"
          enabled: true
          enforcement: "warn"
          parameters:
            max_cpu: "2000m"
            max_memory: "4Gi"
            require_limits: true
      """;

  @TempDir Path folder;

  final Map<String, String> environment = new HashMap<>();

  final Path globalFile() {
    return folder.resolve("home/.config/attest/policies.yaml");
  }

  final Path projectFile() {
    return folder.resolve("home/work/.attest/policies.yaml");
  }

  final Path workingDirectory() {
    return folder.resolve("home/work");
  }

  final void global(String text) throws IOException {
    write(globalFile(), text);
  }

  final void project(String text) throws IOException {
    write(projectFile(), text);
  }

  static void write(Path file, String text) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }

  final ConfigurationFiles files() {
    environment.put("HOME", folder.resolve("home").toString());
    return ConfigurationFiles.find(environment, workingDirectory());
  }

  final ConfigurationReading read() {
    return ConfigurationReading.read(files(), environment, Map.of());
  }

  /// Faults as `row:column code: message (help)`.
  static List<String> told(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .map(each ->
            (each.location() == null
                    ? ""
                    : each.location().row() + ":" + each.location().column() + " ")
                + each.message()
                + (each.help().isEmpty() ? "" : " (" + each.help() + ")"))
        .toList();
  }

  /// ATTEST's own policies, loaded once.
  static final class Library {
    static final PolicyCatalog CATALOG = PolicyCatalog.read(List.of(LIBRARY.toString()), LIBRARY);

    private Library() {}

    static List<RuleDescription> rules() {
      return CATALOG.policies().stream().flatMap(Library::rules).toList();
    }

    private static java.util.stream.Stream<RuleDescription> rules(PolicyDescription policy) {
      return policy.rules().stream();
    }

    static ObjectValue defaults() {
      return (ObjectValue)
          Objects.requireNonNull(
              ((ObjectValue) Objects.requireNonNull(CATALOG.data().get("attest")))
                  .get("parameters"));
    }
  }
}
