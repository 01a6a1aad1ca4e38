package ms.continuu.attest.rego.syntax;

import java.util.List;
import ms.continuu.attest.value.Location;
import org.jspecify.annotations.Nullable;

/// A body that stands where a rule should, as the rule that it is meant to be: `p = 1`, `p.q`,
/// `f(x)`.
///
/// @param rule null when it cannot be one
/// @param fault why not
record RuleOfBody(@Nullable Rule rule, String fault) {

  static RuleOfBody of(Body body) {
    if (body.exprs().size() != 1) {
      return fault("multiple expressions cannot be used for rule head");
    }
    Expr expr = body.exprs().getFirst();
    if (!expr.withs().isEmpty()) {
      return fault("expressions using with keyword cannot be used for rule head");
    }
    if (expr.negated()) {
      return fault("negated expressions cannot be used for rule head");
    }
    return switch (expr.form()) {
      case Expr.Some some -> fault("'some' declarations cannot be used for rule head");
      case Expr.Single(Term.Ref ref) -> ofRef(ref);
      case Expr.Single(Term term) -> noName(term);
      case Expr.Call call when TermParser.isOperator(call, "eq") -> ofEquality(expr, call, false);
      case Expr.Call call when TermParser.isOperator(call, "assign") ->
          ofEquality(expr, call, true);
      case Expr.Call call -> ofCall(call);
      case Expr.Every e -> fault("expression cannot be used for rule head");
      case Expr.Not n -> fault("expression cannot be used for rule head");
      case Expr.And a -> fault("expression cannot be used for rule head");
      case Expr.Or o -> fault("expression cannot be used for rule head");
    };
  }

  private static RuleOfBody fault(String fault) {
    return new RuleOfBody(null, fault);
  }

  private static RuleOfBody noName(Term term) {
    return fault(Nodes.kind(term) + " cannot be used for rule name");
  }

  private static RuleOfBody noHead(Term.Ref ref) {
    return fault("invalid rule head: " + TermText.of(ref));
  }

  private static RuleOfBody rule(RuleDraft head, Location place, Location body) {
    return new RuleOfBody(
        new Rule(false, head.head(), Nodes.implicitTrue(body), null, List.of(), true, place), "");
  }

  /// `p[x]` is a member of a partial set, `p.a.b` is true.
  private static RuleOfBody ofRef(Term.Ref ref) {
    int size = ref.terms().size();
    if (size == 1) {
      return fault("refs cannot be used for rule head");
    }
    if (!(ref.head() instanceof Term.Var variable)) {
      return noHead(ref);
    }
    RuleDraft head = new RuleDraft(size == 2 ? List.of(variable) : ref.terms());
    if (size == 2) {
      head.key = ref.terms().get(1);
    } else {
      head.generatedValue = true;
      head.value = Nodes.bool(true, ref.location());
    }
    head.location = ref.location();
    return rule(head, ref.location(), ref.location());
  }

  private static RuleOfBody ofEquality(Expr expr, Expr.Call call, boolean assign) {
    if (call.terms().size() < 3) {
      return fault("assignment requires two operands");
    }
    Term left = call.terms().get(1);
    Term value = call.terms().get(2);
    RuleDraft head;
    switch (left) {
      case Term.Call function when function.operator() instanceof Term.Ref ref -> {
        if (!(ref.head() instanceof Term.Var)) {
          return noName(left);
        }
        head = new RuleDraft(ref.terms());
        head.args = function.operands();
      }
      case Term.Ref ref -> {
        if (!(ref.head() instanceof Term.Var variable)) {
          return noHead(ref);
        }
        head = new RuleDraft(ref.terms());
        if (ref.terms().size() == 2) {
          head.name = variable.name();
          head.key = ref.terms().get(1);
        }
      }
      case Term.Var variable -> head = new RuleDraft(List.of(variable));
      default -> {
        return noName(left);
      }
    }
    head.value = value;
    head.assign = assign;
    head.location = expr.location();
    return rule(head, expr.location(), value.location());
  }

  /// `f(x)` is true.
  private static RuleOfBody ofCall(Expr.Call call) {
    if (BuiltinNames.contains(TermText.of(call.operator()))) {
      return fault("rule name conflicts with built-in function");
    }
    if (call.operands().isEmpty()) {
      return fault("rule argument list must take at least one argument");
    }
    Term.Ref operator = (Term.Ref) call.operator();
    if (!(operator.head() instanceof Term.Var)) {
      return noHead(operator);
    }
    RuleDraft head = new RuleDraft(operator.terms());
    head.value = Nodes.bool(true, operator.location());
    head.location = operator.location();
    head.args = call.operands();
    return rule(head, operator.location(), operator.location());
  }
}
