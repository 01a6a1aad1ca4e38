package ms.continuu.attest.rego.format;

import java.util.List;
import ms.continuu.attest.rego.syntax.Module;

/// Writes modules in the one style of `opa fmt`. The layout follows the source: what shares a row
/// there stays on a line, and what is spread over rows stays spread.
public final class Formatter {
  private Formatter() {}

  /// The text of a module, or what is wrong with calls in it. The module must be as the parser made
  /// it: its places and comments decide about lines.
  public static Formatted format(Module module, FormatOptions options) {
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
