package ms.continuu.attest.rego.format;

import java.util.List;
import ms.continuu.attest.rego.host.LargeStack;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.ParseOptions;
import ms.continuu.attest.rego.syntax.Parsed;
import ms.continuu.attest.rego.syntax.Parser;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.SourceFile;

/// Writes modules in the one style of `opa fmt`. The layout follows the source: what shares a row
/// there stays on a line, and what is spread over rows stays spread.
public final class Formatter {
  private Formatter() {}

  /// Reads a module and writes it. What has no meaning in the versions it is written for is
  /// refused, as what cannot be read.
  public static Formatted format(SourceFile source, ParseOptions parse, FormatOptions options) {
    Parsed<Module> parsed = Parser.module(source, parse);
    Module module = parsed.tree();
    if (module == null || !parsed.diagnostics().isEmpty()) {
      return new Formatted(null, parsed.diagnostics());
    }
    List<Diagnostic> unfit = unfit(module, options);
    return unfit.isEmpty() ? format(module, options) : new Formatted(null, unfit);
  }

  /// What the versions that a module is to be written for refuse in it, whatever its style.
  public static List<Diagnostic> unfit(Module module, FormatOptions options) {
    try {
      return TargetChecks.of(module, options);
    } catch (StackOverflowError deep) {
      return LargeStack.run(() -> TargetChecks.of(module, options));
    }
  }

  /// The text of a module, or what is wrong with calls in it. The module must be as the parser made
  /// it: its places and comments decide about lines.
  public static Formatted format(Module module, FormatOptions options) {
    try {
      return write(module, options);
    } catch (StackOverflowError deep) {
      return LargeStack.run(() -> write(module, options));
    }
  }

  private static Formatted write(Module module, FormatOptions options) {
    ModuleSurvey survey = ModuleSurvey.of(module);
    List<Module.Import> imports = Directives.forTarget(module.imports(), survey, options);
    Page page = new Page();
    ModuleWriter writer = new ModuleWriter(page, Style.of(survey, options));
    Page.stops(() -> writer.module(module, imports));
    return page.problems().isEmpty()
        ? new Formatted(page.text(), List.of())
        : new Formatted(null, page.problems());
  }
}
