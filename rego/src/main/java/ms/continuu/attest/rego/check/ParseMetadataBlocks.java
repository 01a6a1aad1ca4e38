package ms.continuu.attest.rego.check;

import java.util.List;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.ParseOptions;
import ms.continuu.attest.rego.syntax.Parsed;
import ms.continuu.attest.rego.syntax.Parser;

/// Where a rule asks for metadata, modules that were parsed without their annotations are parsed
/// again for them.
final class ParseMetadataBlocks {
  private ParseMetadataBlocks() {}

  static void in(ProgramDraft program) {
    if (!isAskedFor(program.modules)) {
      return;
    }
    for (ModuleDraft module : program.modules) {
      if (module.annotations().isEmpty() && module.parsed().source().text().contains("METADATA")) {
        Parsed<Module> parsed =
            Parser.module(module.parsed().source(), ParseOptions.of(module.version()));
        Module tree = parsed.tree();
        if (tree == null || !parsed.diagnostics().isEmpty()) {
          program.errors.add(parsed.diagnostics());
        } else {
          module.annotations(tree.annotations());
        }
      }
    }
  }

  private static boolean isAskedFor(List<ModuleDraft> modules) {
    return modules.stream()
        .filter(RewriteRegoMetadataCalls::isMentioned)
        .anyMatch(module -> module.rules().stream().anyMatch(RewriteRegoMetadataCalls::calls));
  }
}
