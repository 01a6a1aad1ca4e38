package ms.continuu.attest.cli.config;

import java.nio.file.Path;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.operations.config.ConfigurationFiles;

/// Where a command runs.
///
/// @param home the folder that ATTEST is installed in
record Surroundings(Console console, Path home, Path workingDirectory) {
  ConfigurationFiles files() {
    return ConfigurationFiles.find(console.environment(), workingDirectory.toAbsolutePath());
  }
}
