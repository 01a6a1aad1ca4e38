package ms.continuu.attest.cli.config;

import java.nio.file.Path;
import java.util.List;
import ms.continuu.attest.cli.console.Console;

/// `attest config COMMAND`: looks at configuration, and changes it.
public final class ConfigProgram {
  private static final int USAGE = 3;

  private static final String HELP =
      """
      Look at configuration, and change it.

      Usage:
        attest config <command> [arguments]

      Commands:
        list       every setting, and where it came from
        get        the value of one key
        set        set a key, in your own file or in the project's
        unset      take a key out of a file
        path       where the files are
        doctor     whether everything is there that ATTEST works with
        schema     the JSON Schema of the files, for editors

      Run `attest config <command> --help` for examples.
      """;

  private ConfigProgram() {}

  /// Runs the command that the arguments name and returns its exit code.
  ///
  /// @param home the folder that ATTEST is installed in
  public static int run(List<String> args, Console console, Path home, Path workingDirectory) {
    String command = args.isEmpty() ? "" : args.getFirst();
    List<String> rest = args.isEmpty() ? args : args.subList(1, args.size());
    Surroundings surroundings = new Surroundings(console, home, workingDirectory);
    return switch (command) {
      case "list" -> new ListCommand(surroundings).start(rest);
      case "get" -> new GetCommand(surroundings).start(rest);
      case "set" -> new SetCommand(surroundings).start(rest);
      case "unset" -> new UnsetCommand(surroundings).start(rest);
      case "path" -> new PathCommand(surroundings).start(rest);
      case "doctor" -> new DoctorCommand(surroundings).start(rest);
      case "schema" -> new SchemaCommand(surroundings).start(rest);
      case "help", "--help", "-h" -> {
        console.print(HELP);
        yield 0;
      }
      case "" -> {
        console.printError(HELP);
        yield USAGE;
      }
      default -> {
        console.printError(
            "unknown command `config "
                + command
                + "`; `attest config --help` lists the commands\n");
        yield USAGE;
      }
    };
  }
}
