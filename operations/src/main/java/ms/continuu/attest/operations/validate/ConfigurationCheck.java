package ms.continuu.attest.operations.validate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.operations.config.ConfigurationFiles;
import ms.continuu.attest.operations.config.ConfigurationReading;
import ms.continuu.attest.value.Diagnostic;

/// ATTEST's own configuration: the YAML files of a folder `.attest`, or of `.config/attest`.
final class ConfigurationCheck {
  private ConfigurationCheck() {}

  static boolean concerns(String file) {
    if (!file.endsWith(".yaml") && !file.endsWith(".yml")) {
      return false;
    }
    Path folder = Path.of(file).toAbsolutePath().normalize().getParent();
    return folder != null
        && (folder.endsWith(".attest") || folder.endsWith(Path.of(".config", "attest")));
  }

  /// What is wrong with a file of configuration, and what in it does nothing.
  static List<Diagnostic> of(Path file) {
    ConfigurationReading reading =
        ConfigurationReading.read(new ConfigurationFiles(null, file, true), Map.of(), Map.of());
    List<Diagnostic> found = new ArrayList<>(reading.faults());
    found.addAll(reading.notes());
    return found;
  }
}
