package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.Terms;
import org.jspecify.annotations.Nullable;

/// Finds the variables that an equality binds.
final class Unifier {
  private final Set<String> safe;
  private final Set<String> unified = new HashSet<>();

  /// What must be bound before a variable is.
  private final Map<String, Set<String>> waiting = new HashMap<>();

  private Unifier(Set<String> safe) {
    this.safe = safe;
  }

  /// @param safe variables that are bound before
  static Set<String> unify(Set<String> safe, Term left, Term right) {
    Unifier unifier = new Unifier(safe);
    unifier.unify(left, right);
    return unifier.unified;
  }

  private boolean isBound(String name) {
    return safe.contains(name) || unified.contains(name);
  }

  private void unify(Term a, Term b) {
    switch (a) {
      case Term.Var variable -> unifyVariable(variable.name(), b);
      case Term.Ref ref -> {
        if (OutputVariables.isSafe(ref, safe)) {
          bindParts(b);
        }
      }
      case Term.Call call -> {
        if (OutputVariables.isBound(call, safe)) {
          bindParts(b);
        }
      }
      case Term.ArrayComprehension c -> {
        if (b instanceof Term.Var || b instanceof Term.ArrayTerm) {
          bindAll(b);
        }
      }
      case Term.ObjectComprehension c -> {
        if (b instanceof Term.Var || b instanceof Term.ObjectTerm) {
          bindAll(b);
        }
      }
      case Term.ArrayTerm array -> unifyArray(array, b);
      case Term.ObjectTerm object -> unifyObject(object, b);
      case Term.SetComprehension c -> bindVariable(b);
      case Term.Scalar s -> bindVariable(b);
      case Term.SetTerm s -> bindVariable(b);
      case Term.TemplateString t -> bindVariable(b);
    }
  }

  private void unifyVariable(String a, Term b) {
    switch (b) {
      case Term.Var other -> {
        if (isBound(other.name())) {
          bind(a);
        } else if (isBound(a)) {
          bind(other.name());
        } else {
          awaits(a, other.name());
          awaits(other.name(), a);
        }
      }
      case Term.ArrayTerm array -> unifyPattern(a, array);
      case Term.ObjectTerm object -> unifyPattern(a, object);
      case Term.Ref ref -> {
        if (OutputVariables.isSafe(ref, safe)) {
          bind(a);
        }
      }
      case Term.Call call -> {
        if (OutputVariables.isBound(call, safe)) {
          bind(a);
        }
      }
      default -> bind(a);
    }
  }

  private void unifyArray(Term.ArrayTerm a, Term b) {
    switch (b) {
      case Term.Var variable -> unifyPattern(variable.name(), a);
      case Term.ArrayTerm other -> {
        for (int i = 0; a.items().size() == other.items().size() && i < a.items().size(); i++) {
          unify(a.items().get(i), other.items().get(i));
        }
      }
      default -> {
        if (Exprs.isComprehension(b) || isSafeSource(b)) {
          bindAll(a);
        }
      }
    }
  }

  private void unifyObject(Term.ObjectTerm a, Term b) {
    switch (b) {
      case Term.Var variable -> unifyPattern(variable.name(), a);
      case Term.ObjectTerm other -> {
        if (a.entries().size() == other.entries().size()) {
          for (Term.Entry entry : Terms.sorted(a)) {
            Term value = valueOf(other, entry.key());
            if (value != null) {
              unify(entry.value(), value);
            }
          }
        }
      }
      default -> {
        if (isSafeSource(b)) {
          bindAll(a);
        }
      }
    }
  }

  private boolean isSafeSource(Term term) {
    return switch (term) {
      case Term.Ref ref -> OutputVariables.isSafe(ref, safe);
      case Term.Call call -> OutputVariables.isBound(call, safe);
      default -> false;
    };
  }

  private static @Nullable Term valueOf(Term.ObjectTerm object, Term key) {
    for (Term.Entry entry : object.entries()) {
      if (Terms.equal(entry.key(), key)) {
        return entry.value();
      }
    }
    return null;
  }

  private void unifyPattern(String name, Term pattern) {
    if (isBound(name)) {
      bindAll(pattern);
      return;
    }
    Set<String> unbound = Variables.of(pattern, Variables.PATTERN);
    unbound.removeIf(this::isBound);
    if (unbound.isEmpty()) {
      bind(name);
    } else {
      unbound.forEach(other -> awaits(name, other));
    }
  }

  private void bindVariable(Term term) {
    if (term instanceof Term.Var variable) {
      bind(variable.name());
    }
  }

  private void bindParts(Term term) {
    switch (term) {
      case Term.Var variable -> bind(variable.name());
      case Term.ArrayTerm array -> bindAll(array);
      case Term.ObjectTerm object -> bindAll(object);
      default -> {}
    }
  }

  private void bindAll(Term pattern) {
    Variables.of(pattern, Variables.PATTERN).forEach(this::bind);
  }

  private void bind(String name) {
    unified.add(name);
    Set<String> needed = waiting.remove(name);
    if (needed != null) {
      needed.forEach(this::bind);
    }
    List<String> ready = new ArrayList<>();
    waiting.forEach((other, needs) -> {
      if (needs.remove(name) && needs.isEmpty()) {
        ready.add(other);
      }
    });
    ready.forEach(this::bind);
  }

  private void awaits(String name, String other) {
    waiting.computeIfAbsent(name, n -> new HashSet<>()).add(other);
  }
}
