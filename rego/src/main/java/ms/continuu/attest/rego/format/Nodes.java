package ms.continuu.attest.rego.format;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.value.Location;
import org.jspecify.annotations.Nullable;

/// Every term and expression under a node.
final class Nodes {
  private final Consumer<Term> terms;
  private final Consumer<Expr> exprs;
  private final UnaryOperator<List<Term>> partsOfCall;

  /// Each is called before what is below.
  Nodes(Consumer<Term> terms, Consumer<Expr> exprs) {
    this(terms, exprs, call -> call);
  }

  private Nodes(Consumer<Term> terms, Consumer<Expr> exprs, UnaryOperator<List<Term>> partsOfCall) {
    this.terms = terms;
    this.exprs = exprs;
    this.partsOfCall = partsOfCall;
  }

  /// Every term but those that calls are of.
  static Nodes withoutOperators(Consumer<Term> terms) {
    return new Nodes(terms, expr -> {}, call -> call.subList(1, call.size()));
  }

  /// Whether the layout of a node must not follow the source: a variable in it was made by a
  /// compiler, or a term in it has no place.
  static boolean isMade(Term term) {
    return made(nodes -> nodes.term(term));
  }

  static boolean isMade(Expr expr) {
    return made(nodes -> nodes.expr(expr));
  }

  private static boolean made(Consumer<Nodes> walk) {
    boolean[] found = {false};
    walk.accept(
        new Nodes(
            term ->
                found[0] |=
                    term.location().equals(Location.NONE)
                        || term instanceof Term.Var v && v.name().startsWith("__local"),
            expr -> {}));
    return found[0];
  }

  /// A rule with its alternatives. The ref of its head is no part of this.
  void rule(Rule rule) {
    rule.head().args().forEach(this::term);
    optional(rule.head().key());
    optional(rule.head().value());
    body(rule.body());
    if (rule.otherwise() != null) {
      rule(rule.otherwise());
    }
  }

  private void body(Body body) {
    body.exprs().forEach(this::expr);
  }

  private void optional(@Nullable Term term) {
    if (term != null) {
      term(term);
    }
  }

  void expr(Expr expr) {
    exprs.accept(expr);
    switch (expr.form()) {
      case Expr.Single single -> term(single.term());
      case Expr.Call call -> partsOfCall.apply(call.terms()).forEach(this::term);
      case Expr.Some some -> some.symbols().forEach(this::term);
      case Expr.Every every -> {
        optional(every.key());
        term(every.value());
        term(every.domain());
        body(every.body());
      }
      case Expr.Not not -> body(not.body());
      case Expr.And and -> {
        body(and.left());
        body(and.right());
      }
      case Expr.Or or -> {
        body(or.left());
        body(or.right());
      }
    }
    expr.withs().stream().flatMap(w -> Stream.of(w.target(), w.value())).forEach(this::term);
  }

  void term(Term term) {
    terms.accept(term);
    switch (term) {
      case Term.Scalar s -> {}
      case Term.Var v -> {}
      case Term.Ref ref -> ref.terms().forEach(this::term);
      case Term.ArrayTerm array -> array.items().forEach(this::term);
      case Term.SetTerm set -> set.items().forEach(this::term);
      case Term.ObjectTerm object ->
          object.entries().stream().flatMap(e -> Stream.of(e.key(), e.value())).forEach(this::term);
      case Term.ArrayComprehension array -> {
        term(array.term());
        body(array.body());
      }
      case Term.SetComprehension set -> {
        term(set.term());
        body(set.body());
      }
      case Term.ObjectComprehension object -> {
        term(object.key());
        term(object.value());
        body(object.body());
      }
      case Term.Call call -> partsOfCall.apply(call.terms()).forEach(this::term);
      case Term.TemplateString template -> template.parts().forEach(this::part);
    }
  }

  private void part(Term.TemplateString.Part part) {
    switch (part) {
      case Term.TemplateString.Text text -> term(text.string());
      case Term.TemplateString.Embedded embedded -> expr(embedded.expr());
    }
  }
}
