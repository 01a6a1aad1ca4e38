package ms.continuu.attest.cli.policy;

import java.nio.file.Path;
import java.util.List;
import ms.continuu.attest.cli.check.CheckCommand;
import ms.continuu.attest.cli.console.Console;

/// `attest policy COMMAND`: everything about policies themselves.
public final class PolicyProgram {
  private static final int USAGE = 3;

  private static final String HELP =
      """
      Work with policies.

      Usage:
        attest policy <command> [arguments]

      Commands:
        check      judge files by policies; the same as `attest check`
        list       which policies there are
        show       what a policy asks for, why, and how it is configured
        docs       write pages about policies
        test       do policies find what they should? or: what do they say of a resource?
        test-all   the same of all policies
        validate   what is wrong with policies, manifests and configuration
        scan       what policies do that policies must not
        trace      why a policy judges a document as it does
        init       begin a repository of policies

      Run `attest policy <command> --help` for examples.
      """;

  private PolicyProgram() {}

  /// Runs the command that the arguments name and returns its exit code.
  ///
  /// @param home the folder that ATTEST is installed in
  public static int run(List<String> args, Console console, Path home) {
    String command = args.isEmpty() ? "" : args.getFirst();
    List<String> rest = args.isEmpty() ? args : args.subList(1, args.size());
    return switch (command) {
      case "check" -> CheckCommand.run(rest, console, home);
      case "list" -> new ListCommand(console, home).start(rest);
      case "test" -> new TestCommand(console, home, false).start(rest);
      case "test-all" -> new TestCommand(console, home, true).start(rest);
      case "init" -> new InitCommand(console, home).start(rest);
      case "docs" -> new DocsCommand(console, home).start(rest);
      case "show" -> new ShowCommand(console, home).start(rest);
      case "scan" -> new ScanCommand(console, home).start(rest);
      case "trace" -> new TraceCommand(console, home).start(rest);
      case "validate" -> new ValidateCommand(console, home).start(rest);
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
            "unknown command `policy "
                + command
                + "`; `attest policy --help` lists the commands\n");
        yield USAGE;
      }
    };
  }
}
