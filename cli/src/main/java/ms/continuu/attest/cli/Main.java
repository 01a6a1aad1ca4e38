package ms.continuu.attest.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import ms.continuu.attest.cli.check.CheckCommand;
import ms.continuu.attest.cli.config.ConfigProgram;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.cli.opa.OpaProgram;
import ms.continuu.attest.cli.policy.PolicyProgram;

/// Where the program starts.
public final class Main {
  /// The exit code of a command line that makes no sense.
  private static final int USAGE = 3;

  /// The exit code when no answer was found.
  private static final int UNDECIDED = 2;

  /// The exit code that shells give a program that was stopped for writing to nobody.
  private static final int BROKEN_PIPE = 141;

  private static final long STACK_BYTES = 1L << 30;

  private static final String HELP =
      """
      ATTEST checks, tests and evaluates policies.

      Usage:
        attest <command> [arguments]

      Commands:
        check      judge manifests, plans and other files by policies
        policy     list, show, test and validate policies
        config     look at configuration, and change it
        opa        the commands of OPA 1.22.2: eval, check, test, fmt and more;
                   with alias opa='attest opa' scripts run unchanged
        version    print the version of attest

      Exit codes of check: 0 passed, 1 violations, 2 could not decide, 3 wrong usage.
      Run `attest check --help` for examples, `attest opa --help` for the commands of opa.
      """;

  private Main() {}

  /// Runs the command that the arguments name and exits with its code.
  public static void main(String[] args) {
    // A stack of its own, reserved and taken page by page: texts and values may be nested deep.
    new Thread(null, () -> System.exit(runWhileRead(args)), "attest", STACK_BYTES).start();
  }

  private static int runOnce(String[] args) {
    Console console = Console.ofProcess();
    int code;
    try {
      code = run(Arrays.asList(args), console);
    } catch (StackOverflowError e) {
      console.printError("attest: a policy or document is nested too deep\n");
      code = UNDECIDED;
    }
    console.flush();
    return code;
  }

  /// Whoever read the output has gone, as `head` does: nothing is left to say.
  private static int runWhileRead(String[] args) {
    try {
      return runOnce(args);
    } catch (UncheckedIOException e) {
      return BROKEN_PIPE;
    }
  }

  /// Runs the command that the arguments name and returns its exit code.
  public static int run(List<String> args, Console console) {
    String command = args.isEmpty() ? "" : args.getFirst();
    return switch (command) {
      case "check" -> CheckCommand.run(args.subList(1, args.size()), console, home());
      case "policy" -> PolicyProgram.run(args.subList(1, args.size()), console, home());
      case "config" ->
          ConfigProgram.run(args.subList(1, args.size()), console, home(), Path.of(""));
      case "opa" -> OpaProgram.run(args.subList(1, args.size()), console);
      case "version" -> version(console);
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
            "unknown command `" + command + "`; `attest --help` lists the commands\n");
        yield USAGE;
      }
    };
  }

  /// Where ATTEST's own policies lie.
  private static Path home() {
    return Path.of(System.getProperty("attest.home", "."));
  }

  private static int version(Console console) {
    String version = Main.class.getPackage().getImplementationVersion();
    console.println("attest " + (version == null ? "(not packaged)" : version));
    return 0;
  }
}
