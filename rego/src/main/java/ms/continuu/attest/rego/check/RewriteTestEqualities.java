package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;

/// In rules `test_…`, refs and comprehensions that are compared get variables, so that a report can
/// tell their values.
final class RewriteTestEqualities {
  private final LocalNames names;

  private RewriteTestEqualities(LocalNames names) {
    this.names = names;
  }

  static void in(ProgramDraft program) {
    if (program.options.traceTests()) {
      RewriteTestEqualities phase = new RewriteTestEqualities(program.names);
      program.forEachRule(rule -> {
        if (rule.head().name().startsWith("test_")) {
          rule.body(phase.body(rule.body()));
        }
      });
    }
  }

  private Body body(Body body) {
    Body result = new Body(List.of());
    for (Expr expr : body.exprs()) {
      List<Expr> before = new ArrayList<>(result.exprs());
      Expr rewritten = rewritten(expr, before);
      result = Exprs.append(Exprs.body(before), rewritten);
    }
    return result;
  }

  private Expr rewritten(Expr expr, List<Expr> before) {
    // What a negated expression needs must not fail before it.
    if (expr.negated() || expr.generated()) {
      return expr;
    }
    if (expr.form() instanceof Expr.Every every) {
      return expr.withForm(
          new Expr.Every(
              every.key(), every.value(), every.domain(), body(every.body()), every.location()));
    }
    if (!Exprs.isEquality(expr) || !Exprs.hasTwoOperands(expr)) {
      return expr;
    }
    Term left = captured(Exprs.operand(expr, 0), expr, before);
    Term right = captured(Exprs.operand(expr, 1), expr, before);
    return expr.withForm(new Expr.Call(List.of(((Expr.Call) expr.form()).operator(), left, right)));
  }

  private Term captured(Term term, Expr expr, List<Expr> before) {
    if (!(term instanceof Term.Ref) && !Exprs.isComprehension(term)) {
      return term;
    }
    Expr equality = names.equality(term).withWiths(expr.withs());
    before.add(equality);
    return Exprs.operand(equality, 0);
  }
}
