package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.value.Diagnostic;

/// In v1, and when strict: rules, parameters and variables may not be called `data` or `input`.
final class CheckKeywordOverrides {
  private CheckKeywordOverrides() {}

  static void in(ProgramDraft program) {
    for (ModuleDraft module : program.modules) {
      if (program.options.strict() || module.isV1()) {
        program.errors.addRecoverable(check(module));
      }
    }
  }

  private static List<Diagnostic> check(ModuleDraft module) {
    List<Diagnostic> errors = new ArrayList<>();
    for (RuleDraft rule : module.rules()) {
      if (rule.head().ref().head() instanceof Term.Var name && Exprs.ROOTS.contains(name.name())) {
        errors.add(
            ErrorLog.error(
                ErrorLog.COMPILE,
                "rules must not shadow " + name.name() + " (use a different rule name)",
                rule.location()));
      }
      for (Term arg : rule.head().args()) {
        if (Exprs.isRoot(arg)) {
          errors.add(
              ErrorLog.error(
                  ErrorLog.COMPILE,
                  "args must not shadow " + TermText.of(arg) + " (use a different variable name)",
                  arg.location()));
        }
      }
    }
    Walk walk = assignments(errors);
    module.rules().forEach(walk::visit);
    return errors;
  }

  static List<Diagnostic> inQuery(Body query) {
    List<Diagnostic> errors = new ArrayList<>();
    assignments(errors).visit(query);
    return errors;
  }

  private static Walk assignments(List<Diagnostic> errors) {
    return Walk.ofExprs(expr -> {
      if (Exprs.isAssignment(expr) && !((Expr.Call) expr.form()).operands().isEmpty()) {
        String name = TermText.of(Exprs.operand(expr, 0));
        if (Exprs.ROOTS.contains(name)) {
          errors.add(
              ErrorLog.error(
                  ErrorLog.COMPILE,
                  "variables must not shadow " + name + " (use a different variable name)",
                  expr.location()));
        }
      }
      return true;
    });
  }
}
