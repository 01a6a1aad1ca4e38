package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.value.Diagnostic;

/// Built-ins that were forbidden are not called.
final class CheckUnsafeBuiltins {
  private CheckUnsafeBuiltins() {}

  static void in(ProgramDraft program) {
    Set<String> unsafe = program.options.unsafeBuiltins();
    if (unsafe.isEmpty()) {
      return;
    }
    for (ModuleDraft module : program.modules) {
      List<Diagnostic> errors = new ArrayList<>();
      Walk walk = walk(unsafe, errors);
      module.rules().forEach(walk::visit);
      program.errors.addRecoverable(errors);
    }
  }

  static List<Diagnostic> inQuery(Body query, Set<String> unsafe) {
    List<Diagnostic> errors = new ArrayList<>();
    walk(unsafe, errors).visit(query);
    return errors;
  }

  private static Walk walk(Set<String> unsafe, List<Diagnostic> errors) {
    return Walk.ofExprs(expr -> {
      Term.Ref function = Exprs.operator(expr);
      if (function != null && unsafe.contains(Exprs.name(function.terms()))) {
        errors.add(
            ErrorLog.error(
                ErrorLog.TYPE,
                "unsafe built-in function calls in expression: " + Exprs.name(function.terms()),
                expr.location()));
      }
      return true;
    });
  }
}
