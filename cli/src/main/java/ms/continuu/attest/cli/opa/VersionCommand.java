package ms.continuu.attest.cli.opa;

import java.util.List;
import java.util.Locale;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.cli.flags.BooleanFlag;
import ms.continuu.attest.operations.Failure;

/// `opa version`: tells of the release of OPA that this agrees with.
final class VersionCommand extends OpaCommand {
  static final String RELEASE = "1.22.2";

  /// The Go that the release was built with; scripts compare these lines.
  private static final String GO = "go1.26.8";

  private final BooleanFlag check = flags.bool("check", 'c');

  VersionCommand() {
    super("version");
  }

  @Override
  int run(List<String> arguments, Console console) throws Failure {
    console.println("Version: " + RELEASE);
    console.println("Build Commit: ");
    console.println("Build Timestamp: ");
    console.println("Build Hostname: ");
    console.println("Go Version: " + GO);
    console.println("Platform: " + platform());
    console.println("Rego Version: v1");
    console.println("WebAssembly: unavailable");
    if (check.isOn()) {
      console.println("Error: attest does not ask the network for releases");
      return 1;
    }
    return 0;
  }

  private static String platform() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch", "");
    String os = system.startsWith("mac") ? "darwin" : system.startsWith("win") ? "windows" : system;
    String architecture =
        switch (machine) {
          case "aarch64" -> "arm64";
          case "x86_64" -> "amd64";
          default -> machine;
        };
    return os + "/" + architecture;
  }
}
