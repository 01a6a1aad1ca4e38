package ms.continuu.attest.rego.trace;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.value.Value;

/// The variables of an event's node, and the documents it refers to, with their values.
final class EventVariables {
  private EventVariables() {}

  /// `{x: 1, y: "a"}`, each value cut to so many bytes.
  static String text(TraceEvent event, int width) {
    return of(event).entrySet().stream()
        .map(entry -> entry.getKey() + ": " + PrettyTrace.cut(entry.getValue(), width))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static Map<String, Value> of(TraceEvent event) {
    Set<String> names = new LinkedHashSet<>();
    Map<String, Value> found = new TreeMap<>();
    switch (event.node()) {
      case Rule rule -> VariableNames.inHead(rule, names);
      case Expr expr -> VariableNames.in(expr, names);
      case Body body -> body.exprs().forEach(expr -> VariableNames.in(expr, names));
      default -> {}
    }
    if (!(event.node() instanceof Rule)) {
      found.putAll(event.known());
    }
    for (String name : names) {
      Value value = event.locals().get(name);
      if (value != null) {
        String shown = event.rewrittenVars().getOrDefault(name, name);
        found.put(shown.startsWith("$") ? "_" : shown, value);
      }
    }
    return found;
  }

  /// Collects the names of variables.
  private static final class VariableNames {
    static void inHead(Rule rule, Set<String> names) {
      in(rule.head().ref(), names);
      rule.head().args().forEach(term -> in(term, names));
      if (rule.head().key() != null) {
        in(rule.head().key(), names);
      }
      if (rule.head().value() != null) {
        in(rule.head().value(), names);
      }
    }

    static void in(Expr expr, Set<String> names) {
      switch (expr.form()) {
        case Expr.Single(Term term) -> in(term, names);
        case Expr.Call call -> call.terms().forEach(term -> in(term, names));
        case Expr.Some some -> some.symbols().forEach(term -> in(term, names));
        case Expr.Every every -> {
          if (every.key() != null) {
            in(every.key(), names);
          }
          in(every.value(), names);
          in(every.domain(), names);
          in(every.body(), names);
        }
        case Expr.Not not -> in(not.body(), names);
        case Expr.And and -> {
          in(and.left(), names);
          in(and.right(), names);
        }
        case Expr.Or or -> {
          in(or.left(), names);
          in(or.right(), names);
        }
      }
      for (Expr.With with : expr.withs()) {
        in(with.target(), names);
        in(with.value(), names);
      }
    }

    private static void in(Body body, Set<String> names) {
      body.exprs().forEach(expr -> in(expr, names));
    }

    private static void in(Term term, Set<String> names) {
      switch (term) {
        case Term.Var var -> names.add(var.name());
        case Term.Ref ref -> ref.terms().forEach(part -> in(part, names));
        case Term.ArrayTerm array -> array.items().forEach(item -> in(item, names));
        case Term.SetTerm set -> set.items().forEach(item -> in(item, names));
        case Term.ObjectTerm object ->
            object
                .entries()
                .forEach(entry -> {
                  in(entry.key(), names);
                  in(entry.value(), names);
                });
        case Term.ArrayComprehension c -> {
          in(c.term(), names);
          in(c.body(), names);
        }
        case Term.SetComprehension c -> {
          in(c.term(), names);
          in(c.body(), names);
        }
        case Term.ObjectComprehension c -> {
          in(c.key(), names);
          in(c.value(), names);
          in(c.body(), names);
        }
        case Term.Call call -> call.terms().forEach(part -> in(part, names));
        case Term.TemplateString t -> {}
        case Term.Scalar s -> {}
      }
    }
  }
}
