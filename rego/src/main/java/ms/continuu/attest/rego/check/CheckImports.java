package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.types.Capabilities;
import ms.continuu.attest.value.Diagnostic;

/// Imports are of known versions; in v1, and when strict, none hides another; when strict, all are
/// used.
final class CheckImports {
  private CheckImports() {}

  static void used(ProgramDraft program) {
    for (Module.Import unused : program.unusedImports) {
      boolean more =
          program.errors.addRecoverable(
              List.of(
                  ErrorLog.error(
                      ErrorLog.COMPILE, Imports.text(unused) + " unused", unused.location())));
      if (!more) {
        return;
      }
    }
  }

  static void distinct(ProgramDraft program) {
    Capabilities capabilities = program.options.capabilities();
    boolean v2 = capabilities.hasFeature(Capabilities.REGO_V2);
    boolean v1Import =
        v2
            || capabilities.hasFeature(Capabilities.REGO_V1)
            || capabilities.hasFeature(Capabilities.REGO_V1_IMPORT);
    boolean v2Import = v2 || capabilities.hasFeature(Capabilities.REGO_V2_IMPORT);
    List<Diagnostic> duplicates = new ArrayList<>();
    for (ModuleDraft module : program.modules) {
      for (Module.Import each : module.imports()) {
        if (!v1Import && Imports.isOf(each, "rego.v1")) {
          program.errors.addRecoverable(List.of(unsupported("rego.v1", each)));
        }
        if (!v2Import && Imports.isOf(each, "rego.v2")) {
          program.errors.addRecoverable(List.of(unsupported("rego.v2", each)));
        }
      }
      if (program.options.strict() || module.isV1()) {
        addDuplicates(module, duplicates);
      }
    }
    program.errors.addRecoverable(duplicates);
  }

  private static Diagnostic unsupported(String path, Module.Import where) {
    return ErrorLog.error(ErrorLog.COMPILE, path + " import is not supported", where.location());
  }

  private static void addDuplicates(ModuleDraft module, List<Diagnostic> errors) {
    Map<String, Module.Import> seen = new HashMap<>();
    for (Module.Import each : module.imports()) {
      Module.Import before = seen.putIfAbsent(Imports.name(each), each);
      if (before != null) {
        errors.add(
            ErrorLog.error(
                ErrorLog.COMPILE,
                "import must not shadow " + Imports.text(before),
                each.location()));
      }
    }
  }
}
