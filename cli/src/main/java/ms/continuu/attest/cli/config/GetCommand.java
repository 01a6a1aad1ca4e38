package ms.continuu.attest.cli.config;

import java.util.List;
import ms.continuu.attest.operations.config.Configuration;
import ms.continuu.attest.operations.config.ConfigurationKey;
import ms.continuu.attest.operations.config.ConfigurationReading;
import ms.continuu.attest.operations.config.EffectiveValue;
import ms.continuu.attest.operations.config.KnownPolicies;
import ms.continuu.attest.value.Value;

/// `attest config get KEY`: one value.
final class GetCommand extends ConfigCommand {
  private static final String HELP =
      """
      Print the value of a key that is in force here.

      Usage:
        attest config get KEY

      Examples:
        attest config get policy.debug
        attest config get policies.image-security.enforcement
        attest config get policies.image-security.parameters.trusted_registries

      Exit codes: 0 printed, 2 the configuration is wrong, 3 no such key.
      """;

  GetCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String name() {
    return "get";
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
    if (key == null) {
      return USAGE;
    }
    ConfigurationReading reading = read();
    if (!reading.faults().isEmpty()) {
      return UNDECIDED;
    }
    Configuration configuration = reading.configuration();
    if (key instanceof ConfigurationKey.Scalar scalar) {
      console.println(shown(configuration.setting(scalar.key()).value()));
      return PASSED;
    }
    KnownPolicies known = KnownPolicies.of(configuration, home.resolve("policies"));
    return switch (EffectiveValue.of(key, configuration, known)) {
      case EffectiveValue.Found found -> printed(found.value());
      case EffectiveValue.Unknown unknown -> misused(unknown.message(), unknown.help());
    };
  }

  private int printed(Value value) {
    console.println(shown(value));
    return PASSED;
  }
}
