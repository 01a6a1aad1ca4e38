package ms.continuu.attest.rego.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;

/// The variables that a body declares with `:=` and `some`, also in bodies below it but not in
/// comprehensions.
final class Declarations {
  private Declarations() {}

  static Set<String> of(Body body) {
    Set<String> declared = new HashSet<>();
    Walk walk = into(declared);
    body.exprs().forEach(walk::visit);
    return declared;
  }

  static Set<String> of(Expr expr) {
    Set<String> declared = new HashSet<>();
    into(declared).visit(expr);
    return declared;
  }

  private static Walk into(Set<String> declared) {
    return new Walk() {
      @Override
      boolean enters(Term term) {
        return !Exprs.isComprehension(term);
      }

      @Override
      boolean enters(Expr expr) {
        if (Exprs.isAssignment(expr) && Exprs.hasTwoOperands(expr)) {
          addAll(declared, Exprs.operand(expr, 0));
        } else if (expr.form() instanceof Expr.Some some) {
          some.symbols().forEach(symbol -> add(declared, symbol));
        }
        return true;
      }
    };
  }

  private static void add(Set<String> declared, Term symbol) {
    if (symbol instanceof Term.Var variable) {
      declared.add(variable.name());
    } else if (symbol instanceof Term.Call call) {
      List<Term> operands = call.operands();
      // The last operand is the collection.
      operands.subList(0, operands.size() - 1).forEach(pattern -> addAll(declared, pattern));
    }
  }

  private static void addAll(Set<String> declared, Term pattern) {
    Walk.ofVariables(declared::add).visit(pattern);
  }
}
