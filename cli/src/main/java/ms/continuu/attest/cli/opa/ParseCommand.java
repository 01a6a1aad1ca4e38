package ms.continuu.attest.cli.opa;

import java.util.List;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.cli.flags.ChoiceFlag;
import ms.continuu.attest.cli.flags.FlagException;
import ms.continuu.attest.cli.flags.TextFlag;
import ms.continuu.attest.cli.present.FailureOutput;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.files.GoPaths;
import ms.continuu.attest.operations.files.SourceFiles;
import ms.continuu.attest.rego.syntax.AstJson;
import ms.continuu.attest.rego.syntax.AstTree;
import ms.continuu.attest.rego.syntax.Module;

/// `opa parse`.
final class ParseCommand extends OpaCommand {
  private final ChoiceFlag format = flags.choice("format", 'f', "pretty", "pretty", "json");
  private final TextFlag jsonInclude = flags.text("json-include", "");
  private final CommonFlags.Version version = new CommonFlags.Version(flags);

  ParseCommand() {
    super("parse");
  }

  @Override
  void validate(List<String> arguments) throws FlagException {
    if (arguments.isEmpty()) {
      throw new FlagException("no source file specified");
    }
  }

  @Override
  int run(List<String> arguments, Console console) throws Failure {
    boolean comments = includes("comments", true);
    String path = GoPaths.ofUrl(arguments.getFirst());
    Module module = SourceFiles.parse(path, SourceFiles.read(path), version.language(null), true);
    if (!comments) {
      module = withoutComments(module);
    }
    if (format.value().equals("json")) {
      AstJson.Places places =
          includes("locations", false) ? AstJson.Places.INCLUDED : AstJson.Places.OMITTED;
      try {
        console.println(AstJson.of(module, places, "  "));
      } catch (AstJson.UnwritableTree e) {
        throw Failure.of(String.valueOf(e.getMessage()));
      }
    } else {
      console.print(AstTree.of(module));
    }
    return 0;
  }

  /// Whether the output shall have some element: the last option that names it decides.
  private boolean includes(String element, boolean otherwise) {
    boolean included = otherwise;
    for (String option : jsonInclude.value().split(",", -1)) {
      included = option.endsWith(element) ? !option.startsWith("-") : included;
    }
    return included;
  }

  private static Module withoutComments(Module module) {
    return new Module(
        module.source(),
        module.version(),
        module.packageDeclaration(),
        module.imports(),
        module.rules(),
        module.annotations(),
        List.of());
  }

  @Override
  int report(Failure failure, Console console) {
    console.printError(
        includes("locations", false)
            ? FailureOutput.jsonWithTexts(failure.problems())
            : FailureOutput.json(failure.problems()));
    return 1;
  }
}
