package ms.continuu.attest.operations.validate;

import java.nio.file.Path;
import java.util.List;
import ms.continuu.attest.documents.Document;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.ObjectValue;

/// ATTEST's own configuration: the YAML files of a folder `.attest`.
final class ConfigurationCheck {
  private ConfigurationCheck() {}

  static boolean concerns(String file) {
    Path folder = Path.of(file).toAbsolutePath().normalize().getParent();
    return folder != null && folder.endsWith(".attest");
  }

  /// What is wrong with a document of configuration, beyond its format.
  static List<Diagnostic> of(Document document) {
    return document.value() instanceof ObjectValue
        ? List.of()
        : List.of(
            Diagnostic.error(
                "bad_configuration",
                "configuration is an object",
                document.positions().locate(List.of())));
  }
}
