package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.types.BuiltinDeclaration;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import org.jspecify.annotations.Nullable;

/// In v1, and when strict: built-ins that are deprecated are not called.
final class CheckDeprecatedBuiltins extends Walk {
  private final Map<String, BuiltinDeclaration> builtins;
  private final List<Diagnostic> errors = new ArrayList<>();

  private CheckDeprecatedBuiltins(Map<String, BuiltinDeclaration> builtins) {
    this.builtins = builtins;
  }

  /// OPA only looks where the check of types met such a call, which bodies of `not` are no part of.
  static void in(ProgramDraft program) {
    if (program.operators.stream().noneMatch(name -> isDeprecated(program.builtins.get(name)))) {
      return;
    }
    for (ModuleDraft module : program.modules) {
      if (program.options.strict() || module.isV1()) {
        CheckDeprecatedBuiltins phase = new CheckDeprecatedBuiltins(program.builtins);
        for (RuleDraft rule : module.rules()) {
          for (RuleDraft each = rule; each != null; each = each.otherwise) {
            each.head().ref().terms().forEach(phase::visit);
          }
          phase.visit(rule);
        }
        program.errors.addRecoverable(phase.errors);
      }
    }
  }

  static List<Diagnostic> inQuery(Body query, Map<String, BuiltinDeclaration> builtins) {
    CheckDeprecatedBuiltins phase = new CheckDeprecatedBuiltins(builtins);
    phase.visit(query);
    return phase.errors;
  }

  @Override
  boolean enters(Expr expr) {
    Term.Ref function = Exprs.operator(expr);
    if (function != null) {
      check(function, expr.location());
    }
    return true;
  }

  @Override
  boolean enters(Term term) {
    if (term instanceof Term.Call call && call.operator() instanceof Term.Ref function) {
      check(function, function.location());
    }
    return true;
  }

  private void check(Term.Ref function, Location where) {
    String name = Exprs.name(function.terms());
    BuiltinDeclaration builtin = builtins.get(name);
    if (isDeprecated(builtin)) {
      errors.add(
          ErrorLog.error(
              ErrorLog.TYPE, "deprecated built-in function calls in expression: " + name, where));
    }
  }

  private static boolean isDeprecated(@Nullable BuiltinDeclaration builtin) {
    return builtin != null && builtin.deprecated();
  }
}
