package ms.continuu.attest.operations.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.value.Location;
import org.jspecify.annotations.Nullable;

/// Everything below a node, outer nodes first.
record Nodes(Consumer<Term> terms, Consumer<Expr> exprs) {

  /// A call, written as an expression or as a term.
  ///
  /// @param name such as `http.send`
  record Call(String name, List<Term> operands, Location location) {}

  /// A rule and those of its `else`.
  static List<Rule> chain(Rule rule) {
    List<Rule> chain = new ArrayList<>();
    for (Rule each = rule; each != null; each = each.otherwise()) {
      chain.add(each);
    }
    return chain;
  }

  static List<Call> calls(Rule rule) {
    List<Call> calls = new ArrayList<>();
    Consumer<Term> terms =
        term -> {
          if (term instanceof Term.Call call) {
            calls.add(new Call(TermText.of(call.operator()), call.operands(), call.location()));
          }
        };
    Consumer<Expr> exprs =
        expr -> {
          if (expr.form() instanceof Expr.Call call) {
            calls.add(new Call(TermText.of(call.operator()), call.operands(), expr.location()));
          }
        };
    new Nodes(terms, exprs).rule(rule);
    return calls;
  }

  static void terms(Rule rule, Consumer<Term> reader) {
    new Nodes(reader, expr -> {}).rule(rule);
  }

  static void exprs(Rule rule, Consumer<Expr> reader) {
    new Nodes(term -> {}, reader).rule(rule);
  }

  /// Whether a term or one below it is what is looked for.
  static boolean any(Term term, Predicate<Term> wanted) {
    boolean[] found = {false};
    new Nodes(each -> found[0] |= wanted.test(each), expr -> {}).term(term);
    return found[0];
  }

  static boolean any(Body body, Predicate<Term> wanted) {
    boolean[] found = {false};
    new Nodes(each -> found[0] |= wanted.test(each), expr -> {}).body(body);
    return found[0];
  }

  private void rule(Rule rule) {
    for (Rule each : chain(rule)) {
      each.head().ref().terms().stream().skip(1).forEach(this::term);
      each.head().args().forEach(this::term);
      term(each.head().key());
      term(each.head().value());
      body(each.body());
    }
  }

  private void body(Body body) {
    body.exprs().forEach(this::expr);
  }

  private void expr(Expr expr) {
    exprs.accept(expr);
    switch (expr.form()) {
      case Expr.Single(Term term) -> term(term);
      case Expr.Call call -> call.operands().forEach(this::term);
      case Expr.Some some -> some.symbols().forEach(this::term);
      case Expr.Every every -> {
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
    for (Expr.With with : expr.withs()) {
      term(with.target());
      term(with.value());
    }
  }

  private void term(@Nullable Term term) {
    if (term == null) {
      return;
    }
    terms.accept(term);
    switch (term) {
      case Term.Scalar s -> {}
      case Term.Var v -> {}
      case Term.Ref ref -> ref.terms().forEach(this::term);
      case Term.ArrayTerm array -> array.items().forEach(this::term);
      case Term.SetTerm set -> set.items().forEach(this::term);
      case Term.ObjectTerm object ->
          object
              .entries()
              .forEach(entry -> {
                term(entry.key());
                term(entry.value());
              });
      case Term.ArrayComprehension c -> {
        term(c.term());
        body(c.body());
      }
      case Term.SetComprehension c -> {
        term(c.term());
        body(c.body());
      }
      case Term.ObjectComprehension c -> {
        term(c.key());
        term(c.value());
        body(c.body());
      }
      case Term.Call call -> call.operands().forEach(this::term);
      case Term.TemplateString template -> {
        for (Term.TemplateString.Part part : template.parts()) {
          switch (part) {
            case Term.TemplateString.Text text -> term(text.string());
            case Term.TemplateString.Embedded embedded -> expr(embedded.expr());
          }
        }
      }
    }
  }
}
