package ms.continuu.attest.rego.syntax;

import java.util.List;
import ms.continuu.attest.value.Location;

/// Expressions that must all hold.
public record Body(List<Expr> exprs) {
  public Body {
    exprs = List.copyOf(exprs);
  }

  public static Body of(Expr... exprs) {
    return new Body(List.of(exprs));
  }

  public Location location() {
    return exprs.isEmpty() ? Location.NONE : exprs.getFirst().location();
  }
}
