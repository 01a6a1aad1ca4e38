package ms.continuu.attest.cli.config;

import java.nio.file.Path;
import java.util.List;
import ms.continuu.attest.operations.config.ConfigurationKey;
import ms.continuu.attest.operations.config.EditConfiguration;

/// `attest config unset KEY`: takes a value out of a file.
final class UnsetCommand extends ChangeCommand {
  private static final String HELP =
      """
      Take a key out of your own file, or out of the project's.

      Usage:
        attest config unset KEY [--project]

      Examples:
        attest config unset policy.debug
        attest config unset policies.image-security.enforcement --project

      Flags:
            --project   change .attest/policies.yaml of the project

      Exit codes: 0 it is not set there, 2 the file cannot be read or written, 3 no such key.
      """;

  UnsetCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String name() {
    return "unset";
  }

  @Override
  String help() {
    return HELP;
  }

  @Override
  int arguments() {
    return 1;
  }

  @Override
  int run(List<String> arguments) {
    ConfigurationKey key = key(arguments.getFirst());
    Path file = files.of(scope());
    if (key == null) {
      return USAGE;
    }
    if (file == null) {
      return misused("no home folder is known", "set HOME, or write --project");
    }
    return told(EditConfiguration.unset(file, scope(), key), key.text(), file);
  }
}
