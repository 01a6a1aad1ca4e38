package ms.continuu.attest.operations.scan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.policy.rego.RegoModules;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// What the variables of a rule stand for, as far as its text tells: what they are assigned, and
/// the constants of the module.
final class Meanings {
  private static final int DEEPEST = 8;

  private final Map<String, Term> assigned = new HashMap<>();
  private final Rule rule;

  private Meanings(Rule rule) {
    this.rule = rule;
  }

  static Meanings of(Rule rule, ScannedModule module) {
    Meanings meanings = new Meanings(rule);
    for (Rule each : module.rules()) {
      Term value = each.head().value();
      boolean constant = each.generatedBody() && each.head().args().isEmpty() && value != null;
      if (constant && each.head().ref().terms().size() == 1 && each.head().key() == null) {
        meanings.assigned.put(RegoModules.nameOf(each), value);
      }
    }
    Nodes.exprs(
        rule,
        expr -> {
          if (expr.form() instanceof Expr.Call call
              && call.operands().size() == 2
              && (is(call, "assign") || is(call, "eq"))
              && call.operands().getFirst() instanceof Term.Var variable) {
            meanings.assigned.put(variable.name(), call.operands().get(1));
          }
        });
    return meanings;
  }

  private static boolean is(Expr.Call call, String operator) {
    return TermText.of(call.operator()).equals(operator);
  }

  /// What a term stands for, itself when nobody says more.
  Term resolve(Term term) {
    Term current = term;
    for (int i = 0; i < DEEPEST; i++) {
      Term next = current instanceof Term.Var variable ? assigned.get(variable.name()) : null;
      if (next == null) {
        return current;
      }
      current = next;
    }
    return current;
  }

  /// The text that a term certainly begins with, up to what is filled in.
  String beginning(Term term) {
    Term meant = resolve(term);
    return switch (meant) {
      case Term.Scalar scalar when scalar.value() instanceof StringValue text -> text.text();
      case Term.TemplateString template
          when !template.parts().isEmpty()
              && template.parts().getFirst() instanceof Term.TemplateString.Text text ->
          text.string().value() instanceof StringValue string ? string.text() : "";
      case Term.Call call when isNamed(call, "sprintf") && !call.operands().isEmpty() -> {
        String format = beginning(call.operands().getFirst());
        int verb = format.indexOf('%');
        yield verb < 0 ? format : format.substring(0, verb);
      }
      case Term.Call call when isNamed(call, "concat") && call.operands().size() == 2 -> {
        boolean hasFirst =
            resolve(call.operands().get(1)) instanceof Term.ArrayTerm array
                && !array.items().isEmpty();
        yield hasFirst
            ? beginning(((Term.ArrayTerm) resolve(call.operands().get(1))).items().getFirst())
                + beginning(call.operands().getFirst())
            : "";
      }
      default -> "";
    };
  }

  /// Whether a term is a text, or put together from texts alone.
  boolean isConstant(Term term) {
    Term meant = resolve(term);
    return meant instanceof Term.Scalar;
  }

  /// Whether what a term stands for depends on the input, or on what the rule was called with.
  boolean dependsOnInput(Term term) {
    return dependsOnInput(term, 0);
  }

  private boolean dependsOnInput(Term term, int depth) {
    List<Term> args = rule.head().args();
    return depth < DEEPEST
        && Nodes.any(
            term,
            each ->
                each instanceof Term.Var variable
                    && (variable.name().equals("input")
                        || args.stream()
                            .anyMatch(arg ->
                                arg instanceof Term.Var a && a.name().equals(variable.name()))
                        || assigned.containsKey(variable.name())
                            && dependsOnInput(assigned.get(variable.name()), depth + 1)));
  }

  static boolean isNamed(Term.Call call, String name) {
    return TermText.of(call.operator()).equals(name);
  }

  /// The value of a member of an object term, or null.
  static @Nullable Term member(Term.ObjectTerm object, String key) {
    for (Term.Entry entry : object.entries()) {
      if (entry.key() instanceof Term.Scalar scalar
          && scalar.value() instanceof StringValue text
          && text.text().equals(key)) {
        return entry.value();
      }
    }
    return null;
  }

  static boolean isTrue(@Nullable Term term) {
    return value(term) == BooleanValue.TRUE;
  }

  static @Nullable Value value(@Nullable Term term) {
    return term instanceof Term.Scalar scalar ? scalar.value() : null;
  }
}
