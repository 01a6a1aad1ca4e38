package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.value.Location;

/// `print` calls are dropped where nobody reads what they print. A body without anything else is
/// `true`.
final class ErasePrintCalls extends Rewriter {
  private boolean erased;

  private ErasePrintCalls() {}

  static void in(ProgramDraft program) {
    ErasePrintCalls phase = new ErasePrintCalls();
    for (ModuleDraft module : program.modules) {
      if (!mentionsPrint(module)) {
        continue;
      }
      module.visitRules(rule -> {
        rule.head(phase.head(rule.head()));
        rule.body(phase.body(rule.body()));
        return false;
      });
    }
    if (phase.erased) {
      program.rewrittenBuiltins.add("print");
    }
  }

  static Body inQuery(Body query) {
    return new ErasePrintCalls().body(query);
  }

  private static boolean mentionsPrint(ModuleDraft module) {
    return module.parsed().source().text().contains("print")
        || module.parsed().source().text().isEmpty();
  }

  static boolean isPrint(Expr expr) {
    return Exprs.isCallOf(expr, "print");
  }

  @Override
  Body body(Body body) {
    Body inner = parts(body);
    List<Expr> kept = new ArrayList<>();
    for (Expr expr : inner.exprs()) {
      if (!isPrint(expr)) {
        kept.add(expr);
      }
    }
    if (kept.size() == inner.exprs().size()) {
      return inner;
    }
    erased = true;
    if (kept.isEmpty()) {
      Location where = body.location();
      kept.add(Expr.of(new Expr.Single(Exprs.truth(where)), where));
    }
    return Exprs.body(kept);
  }
}
