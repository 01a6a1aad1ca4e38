package ms.continuu.attest.rego.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.Terms;

/// The variables that an expression binds, given those that are bound before it.
final class OutputVariables {
  /// What the last operand of a call binds.
  private static final Set<Variables.Skip> OUTPUT =
      Set.of(
          Variables.Skip.CLOSURES,
          Variables.Skip.SETS,
          Variables.Skip.OBJECT_KEYS,
          Variables.Skip.REF_HEADS);

  private final ToIntFunction<Term.Ref> arity;

  OutputVariables(ToIntFunction<Term.Ref> arity) {
    this.arity = arity;
  }

  /// The variables that a body binds beyond those that are safe.
  Set<String> of(Body body, Set<String> safe) {
    return of(body.exprs(), safe);
  }

  Set<String> of(List<Expr> exprs, Set<String> safe) {
    Set<String> bound = new HashSet<>(safe);
    for (Expr expr : exprs) {
      bound.addAll(of(expr, bound));
    }
    bound.removeAll(safe);
    return bound;
  }

  Set<String> of(Expr expr, Set<String> safe) {
    if (Exprs.isNegated(expr)) {
      return Set.of();
    }
    for (Expr.With with : expr.withs()) {
      Set<String> needed = new HashSet<>();
      Variables.into(needed, Variables.SAFETY).add(with);
      if (!safe.containsAll(needed)) {
        return Set.of();
      }
    }
    return switch (expr.form()) {
      case Expr.Single s -> ofRefs(expr, safe);
      case Expr.Call call ->
          Exprs.isEquality(expr) ? ofEquality(expr, safe) : ofCall(expr, call, safe);
      case Expr.Every every -> {
        Set<String> bound = new HashSet<>();
        refs(safe, bound).visit(every.domain());
        yield bound;
      }
      case Expr.Some s -> Set.of();
      case Expr.Not n -> Set.of();
      case Expr.And a -> Set.of();
      case Expr.Or o -> Set.of();
    };
  }

  static Set<String> ofEquality(Expr expr, Set<String> safe) {
    if (!Exprs.hasTwoOperands(expr)) {
      return safe;
    }
    Set<String> known = ofRefs(expr, safe);
    known.addAll(safe);
    if (expr.assigned()) {
      // What is assigned takes a value; it never gives one.
      Walk.ofVariables(known::remove).visit(Exprs.operand(expr, 0));
    }
    known.addAll(Unifier.unify(known, Exprs.operand(expr, 0), Exprs.operand(expr, 1)));
    known.removeAll(safe);
    return known;
  }

  private Set<String> ofCall(Expr expr, Expr.Call call, Set<String> safe) {
    if (!(call.operator() instanceof Term.Ref operator)) {
      return Set.of();
    }
    int operands = arity.applyAsInt(operator);
    if (operands < 0) {
      return Set.of();
    }
    Set<String> bound = ofRefs(expr, safe);
    int inputs = operands + 1;
    if (inputs >= call.terms().size()) {
      return bound;
    }
    Set<String> needed = Variables.of(call.terms().subList(0, inputs), OUTPUT);
    needed.removeAll(bound);
    if (!safe.containsAll(needed)) {
      return Set.of();
    }
    Variables.into(bound, OUTPUT).add(call.terms().subList(inputs, call.terms().size()));
    return bound;
  }

  /// The variables in refs whose heads are bound.
  private static Set<String> ofRefs(Expr expr, Set<String> safe) {
    Set<String> bound = new HashSet<>();
    refs(safe, bound).visit(expr);
    return bound;
  }

  private static Walk refs(Set<String> safe, Set<String> bound) {
    Variables variables = Variables.into(bound, Set.of(Variables.Skip.REF_HEADS));
    return Walk.ofTerms(term -> {
      switch (term) {
        case Term.Ref ref -> {
          if (!isSafe(ref, safe)) {
            return false;
          }
          if (!Terms.isGround(ref)) {
            variables.add(ref);
          }
          return true;
        }
        case Term.TemplateString t -> {
          return false;
        }
        default -> {
          return !Exprs.isComprehension(term);
        }
      }
    });
  }

  /// Whether what a ref begins with is bound.
  static boolean isSafe(Term.Ref ref, Set<String> safe) {
    return ref.head() instanceof Term.Var variable
        ? safe.contains(variable.name())
        : isBound(ref.head(), safe);
  }

  /// Whether all variables of a term are bound.
  static boolean isBound(Term term, Set<String> safe) {
    return safe.containsAll(Variables.of(term, Variables.SAFETY));
  }
}
