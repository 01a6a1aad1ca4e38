package ms.continuu.attest.operations.scan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.Value;

/// Expressions of a body that cannot hold, alone or together. What is not certain is let pass.
final class Contradictions {
  private final Map<String, Value> equal = new HashMap<>();
  private final Map<String, Set<Value>> unequal = new HashMap<>();
  private final Map<String, Value> atLeast = new HashMap<>();
  private final Map<String, Value> atMost = new HashMap<>();
  private final Set<String> holds = new HashSet<>();
  private final Set<String> fails = new HashSet<>();

  private Contradictions() {}

  /// What is contradictory in a body, for people; empty when nothing is.
  static String in(Body body) {
    Contradictions seen = new Contradictions();
    for (Expr expr : body.exprs()) {
      String why = expr.withs().isEmpty() ? seen.add(expr) : "";
      if (!why.isEmpty()) {
        return why;
      }
    }
    return "";
  }

  private String add(Expr expr) {
    String text = written(expr);
    return switch (expr.form()) {
      case Expr.Single(Term term) -> {
        Value value = Meanings.value(term);
        if (value != null && (value == BooleanValue.FALSE) != expr.negated()) {
          yield "`" + text + "` does not hold";
        }
        yield value == null && isGround(term)
            ? either(TermText.of(term), expr.negated(), text)
            : "";
      }
      case Expr.Call call when call.operands().size() == 2 && !expr.negated() ->
          compare(TermText.of(call.operator()), call.operands(), text);
      default -> "";
    };
  }

  private static String written(Expr expr) {
    String text = expr.location().text().strip();
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end) + " …";
  }

  /// The same thing, asked for and ruled out.
  private String either(String term, boolean negated, String text) {
    (negated ? fails : holds).add(term);
    return holds.contains(term) && fails.contains(term)
        ? "`" + text + "` contradicts what stands before it"
        : "";
  }

  private String compare(String operator, List<Term> operands, String text) {
    Term left = operands.getFirst();
    Term right = operands.get(1);
    Value a = Meanings.value(left);
    Value b = Meanings.value(right);
    if (a != null && b != null) {
      return isFalse(operator, a.compareTo(b)) ? "`" + text + "` does not hold" : "";
    }
    if (isGround(left) && TermText.of(left).equals(TermText.of(right)) && isFalse(operator, 0)) {
      return "`" + text + "` does not hold";
    }
    if (operator.equals("internal.member_2")) {
      return isEmpty(right) ? "`" + text + "` asks for a member of nothing" : "";
    }
    boolean known =
        b != null && isGround(left)
            ? narrow(operator, left, b)
            : a == null || !isGround(right) || narrow(mirrored(operator), right, a);
    return known ? "" : "`" + text + "` contradicts what stands before it";
  }

  private static boolean isEmpty(Term term) {
    return term instanceof Term.ArrayTerm array && array.items().isEmpty()
        || term instanceof Term.ObjectTerm object && object.entries().isEmpty()
        || term instanceof Term.SetTerm set && set.items().isEmpty();
  }

  /// Whether a comparison is false, given how the operands compare.
  private static boolean isFalse(String operator, int order) {
    return switch (operator) {
      case "equal", "eq" -> order != 0;
      case "neq" -> order == 0;
      case "lt" -> order >= 0;
      case "lte" -> order > 0;
      case "gt" -> order <= 0;
      case "gte" -> order < 0;
      default -> false;
    };
  }

  private static String mirrored(String operator) {
    return switch (operator) {
      case "lt" -> "gt";
      case "lte" -> "gte";
      case "gt" -> "lt";
      case "gte" -> "lte";
      default -> operator;
    };
  }

  /// Adds `term OPERATOR value`; false when it cannot hold with what was added before.
  private boolean narrow(String operator, Term term, Value value) {
    String name = TermText.of(term);
    if (isCount(term) && value instanceof NumberValue) {
      atLeast.putIfAbsent(name, NumberValue.of(0));
    }
    switch (operator) {
      case "equal", "eq" -> {
        Value before = equal.putIfAbsent(name, value);
        if (before != null && !before.equals(value)) {
          return false;
        }
      }
      case "neq" -> unequal.computeIfAbsent(name, n -> new HashSet<>()).add(value);
      case "lt", "lte" -> atMost.merge(name, value, (x, y) -> x.compareTo(y) <= 0 ? x : y);
      case "gt", "gte" -> atLeast.merge(name, value, (x, y) -> x.compareTo(y) >= 0 ? x : y);
      default -> {
        return true;
      }
    }
    Value exact = equal.get(name);
    Value least = atLeast.get(name);
    Value most = atMost.get(name);
    boolean ruledOut = exact != null && unequal.getOrDefault(name, Set.of()).contains(exact);
    boolean outside =
        exact != null
            && (least != null && exact.compareTo(least) < 0
                || most != null && exact.compareTo(most) > 0);
    boolean crossed = least != null && most != null && least.compareTo(most) > 0;
    boolean belowZero = operator.equals("lt") && isCount(term) && value.equals(NumberValue.of(0));
    return !ruledOut && !outside && !crossed && !belowZero;
  }

  private static boolean isCount(Term term) {
    return term instanceof Term.Call call && Meanings.isNamed(call, "count");
  }

  /// Whether a term has one value at a time: no wildcard, and nothing that is computed anew.
  private static boolean isGround(Term term) {
    return !Nodes.any(
        term,
        each ->
            each instanceof Term.Var variable && variable.name().startsWith("$")
                || each instanceof Term.Call call && !Meanings.isNamed(call, "count"));
  }
}
