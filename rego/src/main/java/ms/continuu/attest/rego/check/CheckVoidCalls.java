package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.rego.types.BuiltinDeclaration;
import ms.continuu.attest.value.Diagnostic;

/// Calls without a result, such as `print(x)`, stand alone.
final class CheckVoidCalls {
  private CheckVoidCalls() {}

  static void in(ProgramDraft program) {
    for (ModuleDraft module : program.modules) {
      List<Diagnostic> errors = new ArrayList<>();
      Walk walk = walk(program.builtins, errors);
      module.rules().forEach(walk::visit);
      program.errors.add(errors);
    }
  }

  static List<Diagnostic> inQuery(Body query, Map<String, BuiltinDeclaration> builtins) {
    List<Diagnostic> errors = new ArrayList<>();
    walk(builtins, errors).visit(query);
    return errors;
  }

  private static Walk walk(Map<String, BuiltinDeclaration> builtins, List<Diagnostic> errors) {
    return Walk.ofTerms(term -> {
      if (term instanceof Term.Call call && call.operator() instanceof Term.Ref operator) {
        BuiltinDeclaration builtin = builtins.get(Exprs.name(operator.terms()));
        if (builtin != null && builtin.isVoid()) {
          errors.add(
              ErrorLog.error(ErrorLog.TYPE, TermText.of(call) + " used as value", call.location()));
        }
      }
      return true;
    });
  }
}
