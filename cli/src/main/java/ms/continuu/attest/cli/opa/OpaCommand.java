package ms.continuu.attest.cli.opa;

import java.io.IOException;
import java.util.List;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.cli.flags.BooleanFlag;
import ms.continuu.attest.cli.flags.FlagException;
import ms.continuu.attest.cli.flags.FlagSet;
import ms.continuu.attest.operations.Failure;

/// One command of `opa`. Made anew for each run, as flags hold what was given.
abstract class OpaCommand {
  private final String name;

  /// The flags; commands add theirs.
  protected final FlagSet flags = new FlagSet();

  private final BooleanFlag help = flags.bool("help", 'h');

  OpaCommand(String name) {
    this.name = name;
  }

  final String name() {
    return name;
  }

  final FlagSet flags() {
    return flags;
  }

  final boolean isHelpWanted() {
    return help.isOn();
  }

  /// Refuses arguments that make no sense. Runs before the environment is read.
  void validate(List<String> arguments) throws FlagException {}

  /// Does the work and returns the exit code.
  ///
  /// @throws Failure when it cannot be done
  abstract int run(List<String> arguments, Console console) throws Failure, IOException;

  /// Tells of a failure and returns the exit code.
  int report(Failure failure, Console console) {
    return 1;
  }
}
