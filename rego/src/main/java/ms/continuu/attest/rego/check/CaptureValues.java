package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.types.BuiltinDeclaration;
import ms.continuu.attest.rego.types.Capabilities;

/// Keeps the values of a query's expressions in variables of their own: `data.p` becomes `data.p =
/// $term1`. Where the query may have many rows, a further expression tests the variable, as the
/// value may be false.
final class CaptureValues {
  private final ProgramDraft program;

  private CaptureValues(ProgramDraft program) {
    this.program = program;
  }

  static Body inQuery(ProgramDraft program, Body query) {
    return new CaptureValues(program).rewrite(query);
  }

  private Body rewrite(Body query) {
    boolean tested = query.exprs().size() > 1 || hasIteration(query);
    List<Expr> exprs = new ArrayList<>();
    List<Expr> tests = new ArrayList<>();
    int count = 0;
    for (Expr expr : query.exprs()) {
      Expr.Form captured = expr.form();
      Term variable = new Term.Var("$term" + (count + 1), expr.location());
      if (!expr.negated()) {
        captured = capture(expr, variable);
      }
      if (captured != expr.form()) {
        count++;
        if (tested) {
          tests.add(Expr.of(new Expr.Single(variable), expr.location()).asGenerated());
        }
      }
      exprs.add(captured == expr.form() ? expr : expr.withForm(captured));
    }
    exprs.addAll(tests);
    List<Expr> numbered = new ArrayList<>();
    exprs.forEach(expr -> numbered.add(expr.withIndex(numbered.size())));
    return new Body(numbered);
  }

  private Expr.Form capture(Expr expr, Term variable) {
    return switch (expr.form()) {
      case Expr.Single(Term term) -> Exprs.equality(term, variable, expr.location()).form();
      case Expr.Call call -> {
        if (!(call.operator() instanceof Term.Ref operator) || !takes(operator, call)) {
          yield call;
        }
        List<Term> terms = new ArrayList<>(call.terms());
        terms.add(variable);
        yield new Expr.Call(terms);
      }
      case Expr.Form other -> other;
    };
  }

  /// Whether a call has a value and all of its operands are arguments.
  private boolean takes(Term.Ref operator, Expr.Call call) {
    String name = Exprs.name(operator.terms());
    BuiltinDeclaration builtin = program.builtins.get(name);
    return !name.equals("eq")
        && !name.equals("assign")
        && (builtin == null || !builtin.isVoid())
        && program.arity(operator) == call.operands().size();
  }

  /// Whether a ref with a variable in it, or a relation, may give many rows.
  private static boolean hasIteration(Body query) {
    boolean[] found = {false};
    Walk.ofTerms(
            term -> {
              switch (term) {
                case Term.ArrayComprehension c -> {
                  return false;
                }
                case Term.SetComprehension c -> {
                  return false;
                }
                case Term.ObjectComprehension c -> {
                  return false;
                }
                case Term.Ref ref -> {
                  BuiltinDeclaration builtin = Capabilities.builtin(Exprs.name(ref.terms()));
                  found[0] |=
                      builtin != null && builtin.relation()
                          || ref.terms().stream().skip(1).anyMatch(Term.Var.class::isInstance);
                }
                default -> {}
              }
              return true;
            })
        .visit(query);
    return found[0];
  }
}
