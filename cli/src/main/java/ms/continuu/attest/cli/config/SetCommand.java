package ms.continuu.attest.cli.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.operations.config.ConfigurationKey;
import ms.continuu.attest.operations.config.ConfigurationReading;
import ms.continuu.attest.operations.config.EditConfiguration;
import ms.continuu.attest.operations.config.KnownPolicies;
import ms.continuu.attest.operations.config.Origin;
import ms.continuu.attest.operations.config.Setting;
import ms.continuu.attest.value.Value;

/// `attest config set KEY VALUE`: sets a value in a file.
final class SetCommand extends ChangeCommand {
  private static final String HELP =
      """
      Set a key in your own file, or in the project's. Comments and order of the file stay.

      Usage:
        attest config set KEY VALUE [--project]

      Examples:
        attest config set policy.debug true
        attest config set policies.image-security.enforcement warn --project
        attest config set policies.image-security.parameters.require_attestation true
        attest config set policies.image-security.parameters.trusted_registries gcr.io/,registry.company.com/

      Flags:
            --project   change .attest/policies.yaml of the project

      Exit codes: 0 set, 2 the file cannot be read or written, 3 no such key or value.
      """;

  SetCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String name() {
    return "set";
  }

  @Override
  String help() {
    return HELP;
  }

  @Override
  int arguments() {
    return 2;
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
    EditConfiguration.Outcome outcome =
        EditConfiguration.set(file, scope(), key, arguments.get(1), known(key));
    int code = told(outcome, key.text(), file);
    if (code == PASSED) {
      tellWhoGoesFirst(key);
    }
    return code;
  }

  /// What was set may not be in force.
  private void tellWhoGoesFirst(ConfigurationKey key) {
    Setting<Value> setting =
        ConfigurationReading.read(files, console.environment(), Map.of())
            .configuration()
            .settings()
            .get(key.text());
    if (setting == null) {
      return;
    }
    boolean isHere = setting.origin() instanceof Origin.InFile from && from.scope() == scope();
    if (!isHere) {
      console.printlnError(
          "attest config set: here "
              + setting.origin().text()
              + " goes first: `"
              + shown(setting.value())
              + "`");
    }
  }

  /// The policies are looked at only when the key speaks of one.
  private KnownPolicies known(ConfigurationKey key) {
    return key instanceof ConfigurationKey.Scalar
        ? KnownPolicies.NONE
        : KnownPolicies.of(
            ConfigurationReading.read(files, console.environment(), Map.of()).configuration(),
            home.resolve("policies"));
  }
}
