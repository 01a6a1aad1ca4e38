package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;

/// `==` becomes `=` once it is known that both sides are bound. Not in queries, where `==` has a
/// result.
final class RewriteEquals extends Rewriter {
  private static final Term UNIFICATION = Exprs.operatorOf("eq");

  private boolean rewritten;

  private RewriteEquals() {}

  static void in(ProgramDraft program) {
    RewriteEquals phase = new RewriteEquals();
    program.forEachRule(rule -> {
      rule.head(phase.head(rule.head()));
      rule.body(phase.body(rule.body()));
    });
    if (phase.rewritten) {
      program.rewrittenBuiltins.add("equal");
    }
  }

  @Override
  Expr expr(Expr expr) {
    if (!Exprs.isCallOf(expr, "equal") || !Exprs.hasTwoOperands(expr)) {
      return parts(expr);
    }
    List<Term> terms = new ArrayList<>(((Expr.Call) expr.form()).terms());
    terms.set(0, UNIFICATION);
    rewritten = true;
    return parts(expr.withForm(new Expr.Call(terms)));
  }
}
