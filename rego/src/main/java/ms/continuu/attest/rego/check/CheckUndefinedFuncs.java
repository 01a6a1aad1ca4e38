package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.types.Type;
import ms.continuu.attest.rego.types.TypeEnv;
import ms.continuu.attest.rego.types.TypeErrors;
import ms.continuu.attest.value.Diagnostic;
import org.jspecify.annotations.Nullable;

/// What is called is a function, with as many operands as it takes, or one more for its result.
final class CheckUndefinedFuncs {
  private final ProgramDraft program;
  private final TypeEnv types;
  private final Shown shown;
  private final List<Diagnostic> errors = new ArrayList<>();

  private CheckUndefinedFuncs(ProgramDraft program, Map<String, String> names) {
    this.program = program;
    this.types = program.types;
    this.shown = Shown.names(names);
  }

  static void in(ProgramDraft program) {
    for (ModuleDraft module : program.modules) {
      CheckUndefinedFuncs phase = new CheckUndefinedFuncs(program, program.rewritten);
      Walk walk = Walk.ofExprs(phase::enters);
      module.rules().forEach(walk::visit);
      program.errors.add(phase.errors);
    }
  }

  static List<Diagnostic> inQuery(ProgramDraft program, Body query, Map<String, String> names) {
    CheckUndefinedFuncs phase = new CheckUndefinedFuncs(program, names);
    Walk.ofExprs(phase::enters).visit(query);
    return phase.errors;
  }

  private boolean enters(Expr expr) {
    if (!(expr.form() instanceof Expr.Call call)) {
      return true;
    }
    Term.Ref function = Exprs.operator(expr);
    int arity = function == null ? -1 : program.arity(function);
    int operands = call.operands().size();
    if (function == null || arity < 0) {
      String name = function == null ? "" : shown.text(function.terms());
      errors.add(ErrorLog.error(ErrorLog.TYPE, "undefined function " + name, expr.location()));
      return false;
    }
    // A call that was made of a term has an operand for the result.
    boolean fits =
        expr.generated()
            ? Exprs.isEquality(expr) || operands == arity + 1
            : operands == arity || operands == arity + 1;
    if (!fits) {
      errors.add(mismatch(function, expr, arity, expr.generated() ? operands - 1 : operands));
    }
    return fits;
  }

  private Diagnostic mismatch(Term.Ref function, Expr expr, int arity, int given) {
    List<Term> ref = shown.ref(function.terms());
    String name = Exprs.name(ref);
    if (types.typeOfRef(ref) instanceof Type.Function want) {
      List<@Nullable Type> have = new ArrayList<>();
      ((Expr.Call) expr.form()).operands().forEach(operand -> have.add(types.typeOf(operand)));
      return TypeErrors.arguments(name, "arity mismatch", expr.location(), have, want);
    }
    return ErrorLog.error(
        ErrorLog.TYPE,
        "function "
            + name
            + " has arity "
            + arity
            + ", got "
            + given
            + (given == 1 ? " argument" : " arguments"),
        expr.location());
  }
}
