package ms.continuu.attest.rego.check;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;
import org.jspecify.annotations.Nullable;

/// Finds the comprehensions that need nothing of the body around them, but bind some of its
/// variables: their results can be found for all values of those variables at once. The choice is
/// OPA's.
public final class ComprehensionKeys {
  /// The output of `walk` is used while it walks.
  private static final Map<String, Integer> USED_OUTPUTS = Map.of("walk", 1);

  private final ToIntFunction<Term.Ref> arity;

  /// The variables of the bodies around, as far as they have been visited.
  private final Set<String> candidates = new HashSet<>(Exprs.ROOTS);

  private final IdentityHashMap<Term, List<String>> found = new IdentityHashMap<>();

  private ComprehensionKeys(ToIntFunction<Term.Ref> arity) {
    this.arity = arity;
  }

  /// The variables that comprehensions within a body can be grouped by, in order of name.
  ///
  /// @param arity the number of a function's arguments, or -1
  /// @param parameters those of the function whose body it is
  public static IdentityHashMap<Term, List<String>> of(
      Body body, List<Term> parameters, ToIntFunction<Term.Ref> arity) {
    ComprehensionKeys keys = new ComprehensionKeys(arity);
    keys.candidates.addAll(Variables.of(parameters, Set.of()));
    new Walk() {
      @Override
      boolean enters(Body inner) {
        inner.exprs().forEach(keys::visit);
        return true;
      }
    }.visit(body);
    return keys.found;
  }

  private void visit(Expr expr) {
    Term comprehension = comprehension(expr);
    if (comprehension != null) {
      List<String> keys = keys(bodyOf(comprehension));
      if (!keys.isEmpty()) {
        found.put(comprehension, keys);
      }
    }
    candidates.addAll(Variables.of(expr, Variables.SAFETY));
  }

  /// The comprehension that an expression gives to a variable, or null.
  private static @Nullable Term comprehension(Expr expr) {
    if (!Exprs.isEquality(expr) || expr.negated() || !expr.withs().isEmpty()) {
      return null;
    }
    Term left = Exprs.operand(expr, 0);
    Term right = Exprs.operand(expr, 1);
    if (left instanceof Term.Var && isComprehension(right)) {
      return right;
    }
    return right instanceof Term.Var && isComprehension(left) ? left : null;
  }

  private static boolean isComprehension(Term term) {
    return term instanceof Term.ArrayComprehension
        || term instanceof Term.SetComprehension
        || term instanceof Term.ObjectComprehension;
  }

  private static Body bodyOf(Term comprehension) {
    return switch (comprehension) {
      case Term.ArrayComprehension c -> c.body();
      case Term.SetComprehension c -> c.body();
      case Term.ObjectComprehension c -> c.body();
      default -> throw new IllegalStateException("no comprehension");
    };
  }

  private List<String> keys(Body body) {
    Set<String> bound = new OutputVariables(arity).of(body, Exprs.ROOTS);
    Set<String> unsafe = new HashSet<>(Variables.of(body, Variables.SAFETY));
    unsafe.removeAll(bound);
    unsafe.removeAll(Exprs.ROOTS);
    if (!unsafe.isEmpty() || looksUp(body) || nests(body)) {
      return List.of();
    }
    Set<String> keys = new TreeSet<>(candidates);
    keys.retainAll(bound);
    return List.copyOf(keys);
  }

  /// Whether the body uses a candidate as a key before it binds it: with its value, that is a
  /// lookup; without, a search.
  private boolean looksUp(Body body) {
    LookUps walk = new LookUps();
    walk.visit(body);
    return walk.found;
  }

  private final class LookUps extends Walk {
    private final Set<String> seen = new HashSet<>();
    private boolean found;

    @Override
    boolean enters(Expr expr) {
      if (!found
          && expr.form() instanceof Expr.Call call
          && call.operator() instanceof Term.Ref operator) {
        Integer output = USED_OUTPUTS.get(Exprs.name(operator.terms()));
        if (output != null && output < call.operands().size()) {
          require(Variables.of(call.operands().get(output), Set.of()));
        }
      }
      return !found;
    }

    @Override
    boolean enters(Term term) {
      if (found || isComprehension(term)) {
        return false;
      }
      switch (term) {
        case Term.Var var -> seen.add(var.name());
        case Term.Ref ref -> require(Variables.of(ref, Set.of(Variables.Skip.REF_HEADS)));
        default -> {}
      }
      return !found;
    }

    private void require(Set<String> variables) {
      for (String variable : variables) {
        found |= candidates.contains(variable) && !seen.contains(variable);
      }
    }
  }

  /// Whether a comprehension within the body uses a candidate.
  private boolean nests(Body body) {
    boolean[] found = {false};
    Walk.ofTerms(
            term -> {
              if (isComprehension(term)) {
                Set<String> used = Variables.of(term, Set.of(Variables.Skip.REF_HEADS));
                found[0] |= used.stream().anyMatch(candidates::contains);
                return false;
              }
              return true;
            })
        .visit(body);
    return found[0];
  }
}
