package ms.continuu.attest.cli.opa;

import java.io.IOException;
import java.util.List;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.cli.flags.BooleanFlag;
import ms.continuu.attest.cli.flags.FlagException;
import ms.continuu.attest.cli.flags.ParsedFlag;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.files.CapabilitiesFiles;
import ms.continuu.attest.operations.opa.FormatFiles;
import ms.continuu.attest.operations.opa.FormatFiles.FileFailure;
import ms.continuu.attest.operations.opa.FormatFiles.Output;
import ms.continuu.attest.operations.opa.FormatFiles.Request;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.rego.types.Capabilities;

/// `opa fmt`.
final class FormatCommand extends OpaCommand {
  private static final int FILE_FAILED = 2;

  private final BooleanFlag write = flags.bool("write", 'w');
  private final BooleanFlag list = flags.bool("list", 'l');
  private final BooleanFlag diff = flags.bool("diff", 'd');
  private final BooleanFlag fail = flags.bool("fail");
  private final BooleanFlag v0AndV1 = flags.bool("v0-v1");
  private final BooleanFlag regoV1 = flags.bool("rego-v1");
  private final BooleanFlag v0Compatible = flags.bool("v0-compatible");
  private final BooleanFlag v1Compatible = flags.bool("v1-compatible");
  private final BooleanFlag checkResult = flags.enabled("check-result");
  private final BooleanFlag dropV0Imports = flags.bool("drop-v0-imports");
  private final ParsedFlag<Capabilities> capabilities =
      flags.parsed("capabilities", FormatCommand::capabilities);

  FormatCommand() {
    super("fmt");
  }

  private static Capabilities capabilities(String name) throws FlagException {
    try {
      return CapabilitiesFiles.find(name);
    } catch (Failure failure) {
      throw new FlagException(failure.text());
    }
  }

  @Override
  int run(List<String> arguments, Console console) throws Failure, IOException {
    if (arguments.isEmpty()) {
      console.print(FormatFiles.text(console.readInput(), request()));
      return 0;
    }
    try {
      FormatFiles.run(arguments, request(), console::print);
      return 0;
    } catch (FileFailure failure) {
      console.printlnError(failure.text());
      return FILE_FAILED;
    }
  }

  private Request request() {
    boolean both = v0AndV1.isOn() || regoV1.isOn();
    RegoVersion to =
        both ? RegoVersion.V0_COMPAT_V1 : v0Compatible.isOn() ? RegoVersion.V0 : RegoVersion.V1;
    boolean readsV0 = v0Compatible.isOn() || both && !v1Compatible.isOn();
    Request request =
        Request.of(readsV0 ? RegoVersion.V0 : RegoVersion.V1, to, capabilities.value())
            .with(output(), fail.isOn(), dropV0Imports.isOn());
    return checkResult.isOn() ? request : request.withoutCheck();
  }

  private Output output() {
    if (list.isOn()) {
      return Output.NAME;
    }
    if (diff.isOn()) {
      return Output.CHANGES;
    }
    return write.isOn() ? Output.FILE : Output.TEXT;
  }

  @Override
  int report(Failure failure, Console console) {
    console.printlnError(failure.text());
    return 1;
  }
}
