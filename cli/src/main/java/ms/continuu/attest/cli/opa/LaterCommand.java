package ms.continuu.attest.cli.opa;

import java.util.List;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.cli.flags.FlagException;
import ms.continuu.attest.operations.Failure;

/// A command of `opa` that ATTEST has not.
final class LaterCommand extends OpaCommand {
  LaterCommand(String name) {
    super(name);
  }

  @Override
  void validate(List<String> arguments) throws FlagException {}

  @Override
  int run(List<String> arguments, Console console) throws Failure {
    console.printlnError("error: attest does not offer `opa " + name() + "`");
    return 2;
  }
}
