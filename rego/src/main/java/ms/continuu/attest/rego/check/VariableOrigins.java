package ms.continuu.attest.rego.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.rego.check.RecursionCauses.Origin;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.Terms;
import ms.continuu.attest.rego.types.BuiltinDeclaration;
import ms.continuu.attest.rego.types.Capabilities;
import org.jspecify.annotations.Nullable;

/// Finds where the variables in a ref get their values: from the head of the rule, or from the
/// expressions before the ref.
final class VariableOrigins {
  private final Map<String, Term> bindings = new HashMap<>();
  private final Map<String, String> outputs = new HashMap<>();
  private final Map<String, Origin> ofHead = new HashMap<>();
  private final int length;

  private VariableOrigins(RuleRefs rule, int at) {
    this.length = rule.body().exprs().size();
    rule.body().exprs().stream().limit(at).forEach(this::read);
    for (Term part : rule.head().ref().terms().subList(1, rule.head().ref().terms().size())) {
      put(part, new Origin.HeadKey());
    }
    if (rule.head().key() != null) {
      put(rule.head().key(), new Origin.HeadKey());
    }
    rule.head().args().forEach(arg -> put(arg, new Origin.HeadArg()));
  }

  static Map<String, Origin> of(RuleRefs rule, int at, List<Term> ref) {
    VariableOrigins origins = new VariableOrigins(rule, at);
    Map<String, Origin> found = new HashMap<>();
    for (Term part : ref.subList(1, ref.size())) {
      if (part instanceof Term.Var variable) {
        Origin origin = origins.resolve(variable.name(), 0);
        if (origin != null) {
          found.put(variable.name(), origin);
        }
      }
    }
    return found;
  }

  private void put(Term term, Origin origin) {
    if (term instanceof Term.Var variable) {
      ofHead.put(variable.name(), origin);
    }
  }

  private void read(Expr expr) {
    if (expr.negated() || !expr.withs().isEmpty()) {
      return;
    }
    if (Exprs.isEquality(expr) && Exprs.hasTwoOperands(expr)) {
      Term left = Exprs.operand(expr, 0);
      Term right = Exprs.operand(expr, 1);
      if (left instanceof Term.Var variable) {
        bindings.putIfAbsent(variable.name(), right);
      }
      if (right instanceof Term.Var variable) {
        bindings.putIfAbsent(variable.name(), left);
      }
      return;
    }
    Term.Ref operator = Exprs.operator(expr);
    if (operator == null) {
      return;
    }
    String name = Exprs.name(operator.terms());
    BuiltinDeclaration builtin = Capabilities.builtin(name);
    List<Term> operands = ((Expr.Call) expr.form()).operands();
    // The result of a built-in is its last operand.
    if (builtin != null
        && operands.size() == builtin.arity() + 1
        && operands.getLast() instanceof Term.Var variable) {
      outputs.put(variable.name(), name);
    }
  }

  private @Nullable Origin resolve(String name, int depth) {
    if (depth > length) {
      return null;
    }
    String builtin = outputs.get(name);
    if (builtin != null) {
      return new Origin.Builtin(builtin);
    }
    Term bound = bindings.get(name);
    if (bound instanceof Term.Var variable) {
      return resolve(variable.name(), depth + 1);
    }
    if (bound instanceof Term.Ref ref) {
      if (Exprs.beginsWith(ref, "input")) {
        return new Origin.Input(constantPrefix(ref.terms()));
      }
      if (Exprs.beginsWith(ref, "data")) {
        return new Origin.OfRule(constantPrefix(ref.terms()));
      }
      if (ref.terms().size() == 2 && !Terms.isConstant(ref.terms().getLast())) {
        Term collection = collection(ref.head(), depth);
        if (collection != null) {
          return new Origin.Collection(collection);
        }
      }
    }
    return ofHead.get(name);
  }

  private static List<Term> constantPrefix(List<Term> ref) {
    int length = 1;
    while (length < ref.size() && Terms.isConstant(ref.get(length))) {
      length++;
    }
    return ref.subList(0, length);
  }

  private @Nullable Term collection(Term start, int depth) {
    Term term = start;
    for (int i = depth; i <= bindings.size() && term instanceof Term.Var variable; i++) {
      term = bindings.get(variable.name());
    }
    return term != null && RefNarrowing.members(term) != null && Terms.isConstant(term)
        ? term
        : null;
  }
}
