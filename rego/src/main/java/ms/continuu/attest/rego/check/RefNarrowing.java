package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.Terms;
import ms.continuu.attest.value.NumberValue;
import org.jspecify.annotations.Nullable;

/// The constants that variables of a body range over, as far as that is plain to see, and refs with
/// these in the places of the variables: `some x in ["a", "b"]; data[x].p` refers to `data.a.p` and
/// `data.b.p`, not to all packages.
final class RefNarrowing {
  /// Beyond so many refs a variable stays a variable.
  private static final int MAX_REFS = 64;

  /// A variable that an expression binds to one of some values.
  private record Binding(int index, String name, List<Term> values) {}

  private final List<Binding> bindings = new ArrayList<>();

  RefNarrowing(Body body) {
    Map<String, List<Term>> known = new HashMap<>();
    for (int i = 0; i < body.exprs().size(); i++) {
      Expr expr = body.exprs().get(i);
      boolean plain =
          Exprs.isEquality(expr)
              && Exprs.hasTwoOperands(expr)
              && !expr.negated()
              && expr.withs().isEmpty();
      Binding binding = plain ? binding(i, expr, known) : null;
      if (binding != null && !known.containsKey(binding.name())) {
        known.put(binding.name(), binding.values());
        bindings.add(binding);
      }
    }
  }

  private static @Nullable Binding binding(int index, Expr expr, Map<String, List<Term>> known) {
    Term left = Exprs.operand(expr, 0);
    Term right = Exprs.operand(expr, 1);
    if (left instanceof Term.Var variable) {
      List<Term> values = values(right, known);
      if (values != null) {
        return new Binding(index, variable.name(), values);
      }
    }
    if (right instanceof Term.Var variable) {
      List<Term> values = values(left, known);
      if (values != null) {
        return new Binding(index, variable.name(), values);
      }
    }
    return null;
  }

  /// The variables that are bound before the expression at an index.
  Map<String, List<Term>> before(int index) {
    Map<String, List<Term>> known = new HashMap<>();
    for (Binding binding : bindings) {
      if (binding.index() >= index) {
        break;
      }
      known.put(binding.name(), binding.values());
    }
    return known;
  }

  /// The values that a term can have; null when that cannot be told.
  private static @Nullable List<Term> values(Term term, Map<String, List<Term>> known) {
    return switch (term) {
      case Term.Var variable -> known.get(variable.name());
      case Term.Ref ref -> valuesOfRef(ref.terms(), known);
      default -> Terms.isConstant(term) ? List.of(term) : null;
    };
  }

  private static @Nullable List<Term> valuesOfRef(List<Term> ref, Map<String, List<Term>> known) {
    List<Term> values = values(ref.getFirst(), known);
    for (int i = 1; i < ref.size() && values != null; i++) {
      values = selected(values, ref.get(i));
      if (values != null && values.size() > MAX_REFS) {
        return null;
      }
    }
    return values;
  }

  private static @Nullable List<Term> selected(List<Term> values, Term part) {
    List<Term> next = new ArrayList<>();
    for (Term value : values) {
      if (Terms.isConstant(part)) {
        Term member = member(value, part);
        if (member != null) {
          next.add(member);
        }
      } else {
        List<Term> members = members(value);
        if (members == null) {
          return null;
        }
        next.addAll(members);
      }
    }
    return next;
  }

  private static @Nullable Term member(Term collection, Term key) {
    switch (collection) {
      case Term.ObjectTerm object -> {
        for (Term.Entry entry : object.entries()) {
          if (Terms.equal(entry.key(), key)) {
            return entry.value();
          }
        }
        return null;
      }
      case Term.ArrayTerm array -> {
        for (int i = 0; i < array.items().size(); i++) {
          if (key instanceof Term.Scalar s && s.value().equals(NumberValue.of(i))) {
            return array.items().get(i);
          }
        }
        return null;
      }
      case Term.SetTerm set -> {
        return set.items().stream().anyMatch(item -> Terms.equal(item, key)) ? key : null;
      }
      default -> {
        return null;
      }
    }
  }

  /// The members of a constant collection, the values of an object; null for no collection.
  static @Nullable List<Term> members(Term collection) {
    return switch (collection) {
      case Term.ArrayTerm array -> array.items();
      case Term.SetTerm set -> Terms.sorted(set);
      case Term.ObjectTerm object -> Terms.sorted(object).stream().map(Term.Entry::value).toList();
      default -> null;
    };
  }

  /// The refs that a ref can be; at least one.
  static List<List<Term>> expand(List<Term> ref, Map<String, List<Term>> known) {
    List<List<Term>> expanded = List.of(ref);
    for (int i = 1; i < ref.size(); i++) {
      List<Term> values = Terms.isConstant(ref.get(i)) ? null : values(ref.get(i), known);
      // Without any value the body cannot hold; nothing is concluded from that.
      if (values == null || values.isEmpty() || expanded.size() * values.size() > MAX_REFS) {
        continue;
      }
      List<List<Term>> next = new ArrayList<>();
      for (List<Term> prefix : expanded) {
        for (Term value : values) {
          List<Term> copy = new ArrayList<>(prefix);
          copy.set(i, value);
          next.add(copy);
        }
      }
      expanded = next;
    }
    return expanded;
  }

  static boolean hasVariablePart(List<Term> ref) {
    for (int i = 1; i < ref.size(); i++) {
      if (!Terms.isConstant(ref.get(i))) {
        return true;
      }
    }
    return false;
  }
}
