package ms.continuu.attest.cli.config;

import java.util.List;
import java.util.Map;
import ms.continuu.attest.cli.flags.BooleanFlag;
import ms.continuu.attest.cli.flags.ChoiceFlag;
import ms.continuu.attest.cli.present.Columns;
import ms.continuu.attest.operations.config.Configuration;
import ms.continuu.attest.operations.config.ConfigurationReading;
import ms.continuu.attest.operations.config.CustomPolicy;
import ms.continuu.attest.operations.config.Origin;
import ms.continuu.attest.operations.config.Setting;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonWriter;
import ms.continuu.attest.value.Value;

/// `attest config list`: every setting.
final class ListCommand extends ConfigCommand {
  private static final String HELP =
      """
      List every setting that is in force here.

      Usage:
        attest config list [flags]

      Examples:
        attest config list
        attest config list --origin          and where each came from

      Flags:
            --origin          tell the file and line, variable or default of each
        -f, --format FORMAT   table or json (default table)

      Exit codes: 0 listed, 2 the configuration is wrong, 3 wrong usage.
      """;

  private final BooleanFlag origin = flags.bool("origin");
  private final ChoiceFlag format = flags.choice("format", 'f', "table", "table", "json");

  ListCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String name() {
    return "list";
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
    ConfigurationReading reading = read();
    Configuration configuration = reading.configuration();
    console.print(format.value().equals("json") ? json(configuration) : table(configuration));
    return reading.faults().isEmpty() ? PASSED : UNDECIDED;
  }

  private String table(Configuration configuration) {
    boolean told = origin.isOn();
    Columns table = told ? Columns.under("KEY", "VALUE", "ORIGIN") : Columns.under("KEY", "VALUE");
    configuration
        .settings()
        .forEach((key, setting) -> {
          String value = Json.text(setting.value());
          if (told) {
            table.row(key, value, setting.origin().text());
          } else {
            table.row(key, value);
          }
        });
    for (CustomPolicy policy : configuration.customPolicies()) {
      String key = "policy.custom_policies." + policy.name();
      if (told) {
        table.row(key, "…", policy.location().file() + ":" + policy.location().row());
      } else {
        table.row(key, "…");
      }
    }
    return table.text();
  }

  private static String json(Configuration configuration) {
    StringBuilder out = new StringBuilder();
    JsonWriter json = new JsonWriter(out, "  ", false);
    json.beginObject().member("schema", "attest.config/v1").name("settings").beginArray();
    for (Map.Entry<String, Setting<Value>> entry : configuration.settings().entrySet()) {
      json.beginObject().member("key", entry.getKey());
      json.name("value").value(entry.getValue().value());
      write(entry.getValue().origin(), json);
      json.endObject();
    }
    json.endArray().name("custom_policies").beginArray();
    for (CustomPolicy policy : configuration.customPolicies()) {
      json.beginObject()
          .member("name", policy.name())
          .member("description", policy.description())
          .member("file", policy.location().file())
          .member("line", policy.location().row())
          .endObject();
    }
    json.endArray().endObject();
    return out.append('\n').toString();
  }

  private static void write(Origin origin, JsonWriter json) {
    json.name("origin").beginObject();
    switch (origin) {
      case Origin.Default d -> json.member("kind", "default");
      case Origin.InFile file ->
          json.member("kind", file.scope().word())
              .member("file", file.location().file())
              .member("line", file.location().row());
      case Origin.Variable variable ->
          json.member("kind", "environment").member("name", variable.name());
      case Origin.Flag flag -> json.member("kind", "flag").member("name", flag.name());
    }
    json.endObject();
  }
}
