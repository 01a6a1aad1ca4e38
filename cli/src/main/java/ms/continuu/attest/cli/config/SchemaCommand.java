package ms.continuu.attest.cli.config;

import java.util.List;
import ms.continuu.attest.operations.config.ConfigurationSchema;

/// `attest config schema`: the JSON Schema of the files.
final class SchemaCommand extends ConfigCommand {
  private static final String HELP =
      """
      Print the JSON Schema of the files of configuration, which editors complete and check by.

      Usage:
        attest config schema > attest.policies.schema.json

      Exit codes: 0 printed, 3 wrong usage.
      """;

  SchemaCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String name() {
    return "schema";
  }

  @Override
  String help() {
    return HELP;
  }

  @Override
  int arguments() {
    return 0;
  }

  @Override
  int run(List<String> none) {
    console.print(ConfigurationSchema.text());
    return PASSED;
  }
}
