package ms.continuu.attest.cli.opa;

import java.util.List;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.cli.flags.BooleanFlag;
import ms.continuu.attest.cli.flags.ChoiceFlag;
import ms.continuu.attest.cli.flags.FlagException;
import ms.continuu.attest.cli.present.InspectOutput;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.opa.Inspect;
import ms.continuu.attest.rego.syntax.AstJson;

/// `opa inspect`.
final class InspectCommand extends OpaCommand {
  private final BooleanFlag annotations = flags.bool("annotations", 'a');
  private final ChoiceFlag format = flags.choice("format", 'f', "pretty", "pretty", "json");
  private final CommonFlags.Version version = new CommonFlags.Version(flags);

  InspectCommand() {
    super("inspect");
  }

  @Override
  void validate(List<String> arguments) throws FlagException {
    if (arguments.size() != 1) {
      throw new FlagException("specify exactly one OPA bundle or path");
    }
  }

  @Override
  int run(List<String> arguments, Console console) throws Failure {
    Inspect found = Inspect.of(arguments.getFirst(), version.language(null), annotations.isOn());
    console.print(format.value().equals("json") ? json(found) : InspectOutput.text(found));
    return 0;
  }

  private static String json(Inspect found) throws Failure {
    try {
      return InspectOutput.json(found);
    } catch (AstJson.UnwritableTree fault) {
      throw Failure.of(
          "json: error calling MarshalJSON for type *ast.AnnotationsRef: " + fault.getMessage());
    }
  }

  @Override
  int report(Failure failure, Console console) {
    console.printlnError("error: " + failure.text());
    return 1;
  }
}
