package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;

/// What bodies of `not`, `and` and `or` that were written without braces take from the body around
/// them.
final class ImplicitBodies {
  private static final Set<Variables.Skip> OUTPUT =
      Set.of(
          Variables.Skip.CLOSURES,
          Variables.Skip.SETS,
          Variables.Skip.OBJECT_KEYS,
          Variables.Skip.REF_HEADS);

  private ImplicitBodies() {}

  /// The variables that the body does not bind for itself, or binds for nothing.
  static Set<String> needs(Body body, ToIntFunction<Term.Ref> arity) {
    Map<String, Integer> occurrences = new HashMap<>();
    for (Expr expr : body.exprs()) {
      for (String name : Variables.of(expr, Variables.SAFETY)) {
        occurrences.merge(name, 1, Integer::sum);
      }
    }
    if (body.exprs().size() <= 1) {
      return occurrences.keySet();
    }
    Set<String> bound = bindings(body, occurrences.keySet(), arity);
    Set<String> needed = new HashSet<>();
    occurrences.forEach((name, count) -> {
      if (count == 1 || !bound.contains(name)) {
        needed.add(name);
      }
    });
    return needed;
  }

  private static Set<String> bindings(
      Body body, Set<String> occurring, ToIntFunction<Term.Ref> arity) {
    List<Expr> equalities = new ArrayList<>();
    Set<String> safe = new HashSet<>(Exprs.ROOTS);
    safe.addAll(occurring);
    for (Expr expr : body.exprs()) {
      if (Exprs.isEquality(expr)) {
        equalities.add(expr);
        // A side that is a variable may get its value here; any other comes from outside.
        for (Term side : ((Expr.Call) expr.form()).operands()) {
          if (side instanceof Term.Var variable) {
            safe.remove(variable.name());
          }
        }
      }
    }
    Set<String> bound = new HashSet<>();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Expr equality : equalities) {
        for (String name : OutputVariables.ofEquality(equality, safe)) {
          if (bound.add(name)) {
            changed = true;
          }
        }
        safe.addAll(bound);
      }
    }
    for (Expr expr : body.exprs()) {
      if (expr.form() instanceof Expr.Call call
          && !Exprs.isEquality(expr)
          && call.operator() instanceof Term.Ref operator) {
        int inputs = arity.applyAsInt(operator) + 1;
        if (inputs > 0 && inputs < call.terms().size()) {
          bound.addAll(Variables.of(call.terms().subList(inputs, call.terms().size()), OUTPUT));
        }
      }
    }
    return bound;
  }
}
