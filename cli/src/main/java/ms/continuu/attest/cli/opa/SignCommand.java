package ms.continuu.attest.cli.opa;

import java.util.List;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.cli.flags.BooleanFlag;
import ms.continuu.attest.cli.flags.FlagException;
import ms.continuu.attest.cli.flags.TextFlag;
import ms.continuu.attest.operations.Failure;

/// `opa sign`.
final class SignCommand extends OpaCommand {
  private final BooleanFlag bundle = flags.bool("bundle", 'b');
  private final CommonFlags.Signing signing = new CommonFlags.Signing(flags);
  private final TextFlag output = flags.text("output-file-path", 'o', ".");

  SignCommand() {
    super("sign");
  }

  @Override
  void validate(List<String> arguments) throws FlagException {
    if (arguments.isEmpty()) {
      throw new FlagException("specify atleast one path containing policy and/or data files");
    }
    if (!signing.isWanted()) {
      throw new FlagException(CommonFlags.Signing.INCOMPLETE);
    }
    if (!bundle.isOn()) {
      throw new FlagException(
          "enable bundle mode (ie. --bundle) to sign bundle files or directories");
    }
  }

  @Override
  int run(List<String> arguments, Console console) throws Failure {
    signing.signFiles(arguments, output.value());
    return 0;
  }

  @Override
  int report(Failure failure, Console console) {
    console.println("error: " + failure.text());
    return 1;
  }
}
