package ms.continuu.attest.cli.opa;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.cli.flags.Flag;
import ms.continuu.attest.cli.flags.FlagException;
import ms.continuu.attest.cli.flags.FlagSet;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.Suggestions;
import org.jspecify.annotations.Nullable;

/// The program `opa`: finds the command that arguments name, reads its flags and runs it.
public final class OpaProgram {
  /// The commands that help lists, in order.
  static final List<String> NAMES =
      List.of(
          "bench",
          "build",
          "capabilities",
          "check",
          "completion",
          "deps",
          "eval",
          "exec",
          "fmt",
          "help",
          "inspect",
          "parse",
          "run",
          "sign",
          "test",
          "version");

  /// What the usage of the program leaves out where a help topic is unknown.
  private static final String ROOT_FLAGS = "Flags:\n  -h, --help   help for opa\n\n";

  private OpaProgram() {}

  /// Runs a command line and returns its exit code.
  public static int run(List<String> arguments, Console console) {
    FlagSet root = new FlagSet();
    root.bool("help", 'h');
    String name = firstCommand(arguments, root);
    if (name == null) {
      return runRoot(arguments, root, console);
    }
    List<String> rest = without(arguments, name, root);
    if (name.equals("help")) {
      return help(rest, console);
    }
    OpaCommand command = command(name);
    return command == null ? unknown(name, console) : run(command, rest, console);
  }

  private static @Nullable OpaCommand command(String name) {
    return switch (name) {
      case "bench" -> new BenchCommand();
      case "build" -> new BuildCommand();
      case "capabilities" -> new CapabilitiesCommand();
      case "fmt" -> new FormatCommand();
      case "check" -> new CheckCommand();
      case "deps" -> new DepsCommand();
      case "eval" -> new EvalCommand();
      case "exec" -> new ExecCommand();
      case "inspect" -> new InspectCommand();
      case "parse" -> new ParseCommand();
      case "sign" -> new SignCommand();
      case "test" -> new TestCommand();
      case "version" -> new VersionCommand();
      default -> NAMES.contains(name) ? new LaterCommand(name) : null;
    };
  }

  private static int run(OpaCommand command, List<String> arguments, Console console) {
    List<String> others;
    try {
      others = command.flags().parse(arguments);
      if (command.isHelpWanted()) {
        console.print(HelpText.of(command.name()).whole());
        return 0;
      }
      command.validate(others);
      String prefix = "OPA_" + command.name().toUpperCase(Locale.ROOT) + "_";
      command.flags().readEnvironment(prefix, console.environment());
    } catch (FlagException e) {
      console.printError("Error: " + e.text() + "\n" + HelpText.of(command.name()).usage() + "\n");
      return 1;
    }
    try {
      return command.run(others, console);
    } catch (Failure failure) {
      return command.report(failure, console);
    } catch (IOException e) {
      return command.report(Failure.of(e), console);
    }
  }

  private static int runRoot(List<String> arguments, FlagSet root, Console console) {
    try {
      root.parse(arguments);
    } catch (FlagException e) {
      console.printError("Error: " + e.text() + "\n" + HelpText.of("opa").usage() + "\n");
      return 1;
    }
    console.print(HelpText.of("opa").whole());
    return 0;
  }

  private static int help(List<String> topic, Console console) {
    FlagSet flags = new FlagSet();
    flags.bool("help", 'h');
    List<String> words;
    try {
      words = flags.parse(topic);
    } catch (FlagException e) {
      console.printError("Error: " + e.text() + "\n" + HelpText.of("help").usage() + "\n");
      return 1;
    }
    if (words.isEmpty()) {
      console.print(HelpText.of(topic.isEmpty() ? "opa" : "help").whole());
    } else if (NAMES.contains(words.getFirst())) {
      console.print(HelpText.of(words.getFirst()).whole());
    } else {
      console.printError(
          "Unknown help topic [`"
              + String.join("` `", words)
              + "`]\n"
              + HelpText.of("opa").usage().replace(ROOT_FLAGS, ""));
    }
    return 0;
  }

  private static int unknown(String name, Console console) {
    StringBuilder text =
        new StringBuilder("Error: unknown command ")
            .append(FlagSet.quote(name))
            .append(" for \"opa\"\n");
    List<String> near = Suggestions.near(name, NAMES);
    if (!near.isEmpty()) {
      text.append("\nDid you mean this?\n");
      near.forEach(other -> text.append('\t').append(other).append('\n'));
    }
    if (!near.isEmpty()) {
      text.append('\n');
    }
    console.printError(text + "Run 'opa --help' for usage.\n");
    return 1;
  }

  /// The first argument that is no flag, nor the argument of one, or null.
  private static @Nullable String firstCommand(List<String> arguments, FlagSet root) {
    boolean skip = false;
    for (String argument : arguments) {
      if (argument.equals("--")) {
        return null;
      }
      if (skip) {
        skip = false;
      } else if (takesNext(argument, root)) {
        skip = true;
      } else if (!argument.isEmpty() && !argument.startsWith("-")) {
        return argument;
      }
    }
    return null;
  }

  /// Whether the argument is a flag that takes the next argument, as far as the program knows
  /// before it knows the command.
  private static boolean takesNext(String argument, FlagSet root) {
    if (argument.contains("=")) {
      return false;
    }
    if (argument.startsWith("--")) {
      @Nullable Flag flag = root.named(argument.substring(2));
      return !root.needsNoArgument(flag);
    }
    return argument.startsWith("-")
        && argument.length() == 2
        && !root.needsNoArgument(root.shorthand(argument.charAt(1)));
  }

  private static List<String> without(List<String> arguments, String name, FlagSet root) {
    List<String> rest = new ArrayList<>(arguments);
    boolean skip = false;
    for (int i = 0; i < rest.size(); i++) {
      String argument = rest.get(i);
      if (skip) {
        skip = false;
      } else if (takesNext(argument, root)) {
        skip = true;
      } else if (argument.equals(name)) {
        rest.remove(i);
        return rest;
      }
    }
    return rest;
  }
}
