package ms.continuu.attest.cli.opa;

import java.util.List;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.cli.flags.BooleanFlag;
import ms.continuu.attest.cli.flags.ChoiceFlag;
import ms.continuu.attest.cli.flags.FlagException;
import ms.continuu.attest.cli.flags.ListFlag;
import ms.continuu.attest.cli.flags.NumberFlag;
import ms.continuu.attest.cli.flags.ParsedFlag;
import ms.continuu.attest.cli.flags.TextFlag;
import ms.continuu.attest.cli.present.FailureOutput;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.files.Language;
import ms.continuu.attest.operations.opa.CheckPolicies;
import ms.continuu.attest.rego.check.CompileOptions;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.rego.types.Capabilities;

/// `opa check`.
final class CheckCommand extends OpaCommand {
  private final NumberFlag maxErrors = flags.number("max-errors", 'm', CompileOptions.ERROR_LIMIT);
  private final ListFlag ignore = flags.commaSeparated("ignore");
  private final ChoiceFlag format = flags.choice("format", 'f', "pretty", "pretty", "json");
  private final BooleanFlag bundle = flags.bool("bundle", 'b');
  private final ParsedFlag<Capabilities> capabilities = CommonFlags.capabilities(flags);
  private final TextFlag schema = flags.text("schema", 's', "");
  private final BooleanFlag strict = flags.bool("strict", 'S');
  private final BooleanFlag v0AndV1 = flags.bool("v0-v1");
  private final BooleanFlag regoV1 = flags.bool("rego-v1");
  private final CommonFlags.Version version = new CommonFlags.Version(flags);

  CheckCommand() {
    super("check");
  }

  @Override
  void validate(List<String> arguments) throws FlagException {
    if (arguments.isEmpty()) {
      throw new FlagException("specify at least one file");
    }
  }

  @Override
  int run(List<String> arguments, Console console) throws Failure {
    CheckPolicies.run(
        new CheckPolicies.Request(
            arguments,
            bundle.isOn(),
            ignore.values(),
            language(),
            schema.value(),
            strict.isOn(),
            maxErrors.value()));
    return 0;
  }

  private Language language() {
    if (!v0AndV1.isOn() && !regoV1.isOn()) {
      return version.language(capabilities.value());
    }
    Capabilities given = capabilities.value();
    return given == null
        ? Language.of(RegoVersion.V0_COMPAT_V1)
        : new Language(RegoVersion.V0_COMPAT_V1, given);
  }

  @Override
  int report(Failure failure, Console console) {
    if (format.value().equals("json")) {
      console.printError(FailureOutput.json(failure.problems()));
    } else {
      console.printlnError(failure.text());
    }
    return 1;
  }
}
