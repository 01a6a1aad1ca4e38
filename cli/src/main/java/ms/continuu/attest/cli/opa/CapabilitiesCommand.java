package ms.continuu.attest.cli.opa;

import java.util.List;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.cli.flags.BooleanFlag;
import ms.continuu.attest.cli.flags.TextFlag;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.files.CapabilitiesFiles;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.rego.types.Capabilities;
import ms.continuu.attest.rego.types.CapabilitiesJson;
import ms.continuu.attest.rego.types.Releases;
import ms.continuu.attest.value.JsonWriter;

/// `opa capabilities`.
final class CapabilitiesCommand extends OpaCommand {
  private final BooleanFlag current = flags.bool("current");
  private final TextFlag version = flags.text("version", "");
  private final TextFlag file = flags.text("file", "");
  private final BooleanFlag v0Compatible = flags.bool("v0-compatible");

  CapabilitiesCommand() {
    super("capabilities");
  }

  @Override
  int run(List<String> arguments, Console console) throws Failure {
    if (!version.value().isEmpty()) {
      print(CapabilitiesFiles.ofRelease(version.value()), console);
    } else if (!file.value().isEmpty()) {
      print(CapabilitiesFiles.read(file.value()), console);
    } else if (current.isOn()) {
      print(Capabilities.current(v0Compatible.isOn() ? RegoVersion.V0 : RegoVersion.V1), console);
    } else {
      console.println(String.join("\n", Releases.names()));
    }
    return 0;
  }

  private static void print(Capabilities capabilities, Console console) {
    StringBuilder text = new StringBuilder();
    CapabilitiesJson.write(capabilities, new JsonWriter(text, "  ", true));
    console.print(text.append('\n').toString());
  }
}
