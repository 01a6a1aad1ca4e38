package ms.continuu.attest.cli.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.cli.check.DiagnosticText;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.cli.flags.BooleanFlag;
import ms.continuu.attest.cli.flags.FlagException;
import ms.continuu.attest.cli.flags.FlagSet;
import ms.continuu.attest.operations.config.ConfigurationFiles;
import ms.continuu.attest.operations.config.ConfigurationKey;
import ms.continuu.attest.operations.config.ConfigurationReading;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// A command about configuration: what all of them do alike.
abstract class ConfigCommand {
  static final int PASSED = 0;
  static final int FAILED = 1;
  static final int UNDECIDED = 2;
  static final int USAGE = 3;

  final Console console;
  final ConfigurationFiles files;

  /// The folder that ATTEST is installed in.
  final Path home;

  final FlagSet flags = new FlagSet();
  private final BooleanFlag help = flags.bool("help", 'h');

  ConfigCommand(Surroundings surroundings) {
    this.console = surroundings.console();
    this.files = surroundings.files();
    this.home = surroundings.home();
  }

  /// The word that names it.
  abstract String name();

  /// What it does, with examples.
  abstract String help();

  /// How many arguments it takes.
  abstract int arguments();

  /// Runs it after its flags were read.
  abstract int run(List<String> arguments);

  /// Runs it and returns its exit code.
  final int start(List<String> arguments) {
    List<String> others;
    try {
      others = flags.parse(arguments);
    } catch (FlagException e) {
      return misused(e.text());
    }
    if (help.isOn()) {
      console.print(help());
      return PASSED;
    }
    if (others.size() != arguments()) {
      return misused(
          others.size() > arguments()
              ? "`" + others.get(arguments()) + "` is one argument too many"
              : "an argument is missing");
    }
    return run(others);
  }

  final int misused(String message) {
    console.printlnError("attest config " + name() + ": " + message);
    console.printlnError("run `attest config " + name() + " --help` for usage");
    return USAGE;
  }

  /// Says what makes no sense, and what to write instead.
  final int misused(String message, String advice) {
    console.printlnError(
        "attest config " + name() + ": " + message + (advice.isEmpty() ? "" : " (" + advice + ")"));
    return USAGE;
  }

  final int undecided(List<Diagnostic> faults) {
    faults.forEach(fault -> console.printError(DiagnosticText.of(fault)));
    return UNDECIDED;
  }

  /// The key of a text, or null after telling that it is none.
  final @Nullable ConfigurationKey key(String text) {
    ConfigurationKey key = ConfigurationKey.of(text).orElse(null);
    if (key == null) {
      misused("unknown key `" + text + "`", ConfigurationKey.meant(text));
    }
    return key;
  }

  /// The configuration, with what is wrong with it told.
  final ConfigurationReading read() {
    ConfigurationReading reading =
        ConfigurationReading.read(files, console.environment(), Map.of());
    reading.faults().forEach(fault -> console.printError(DiagnosticText.of(fault)));
    reading.notes().forEach(note -> console.printError(DiagnosticText.of(note)));
    return reading;
  }

  /// A value for people and scripts: strings bare, others as JSON.
  static String shown(Value value) {
    return value instanceof StringValue text ? text.text() : Json.text(value);
  }
}
