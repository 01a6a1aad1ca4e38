package ms.continuu.attest.rego.plan;

import java.util.Optional;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;

/// The variables (`$term1`, …) that the check adds to a query to keep the values of its
/// expressions.
final class Captures {
  private Captures() {}

  static Optional<String> of(Expr expr) {
    return expr.form() instanceof Expr.Call call
            && call.terms().getLast() instanceof Term.Var var
            && var.name().startsWith("$term")
        ? Optional.of(var.name())
        : Optional.empty();
  }
}
