package ms.continuu.attest.rego.check;

import java.util.IdentityHashMap;
import java.util.function.UnaryOperator;
import ms.continuu.attest.rego.syntax.Expr;

/// Rewrites each modifier once. Expressions that were split off another share its modifiers: what
/// is computed for one is computed for all.
final class SharedWiths {
  private final IdentityHashMap<Expr.With, Expr.With> known = new IdentityHashMap<>();

  Expr.With once(Expr.With with, UnaryOperator<Expr.With> rewrite) {
    Expr.With rewritten = known.get(with);
    if (rewritten == null) {
      rewritten = rewrite.apply(with);
      known.put(with, rewritten);
      known.put(rewritten, rewritten);
    }
    return rewritten;
  }
}
