package ms.continuu.attest.rego.plan;

import java.util.Set;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;

/// Bodies that tell something while they are evaluated: no index may leave them out.
final class SideEffects {
  private static final Set<String> TELLING = Set.of("internal.print", "internal.test_case");

  private SideEffects() {}

  static boolean in(Body body) {
    return body.exprs().stream().anyMatch(SideEffects::in);
  }

  private static boolean in(Expr expr) {
    return switch (expr.form()) {
      case Expr.Call call ->
          call.operator() instanceof Term.Ref ref && TELLING.contains(Planner.name(ref));
      case Expr.Every every -> in(every.body());
      case Expr.Not not -> in(not.body());
      case Expr.And and -> in(and.left()) || in(and.right());
      case Expr.Or or -> in(or.left()) || in(or.right());
      case Expr.Single s -> false;
      case Expr.Some s -> false;
    };
  }
}
