package ms.continuu.attest.rego.trace;

import java.util.function.Consumer;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.value.Location;
import org.jspecify.annotations.Nullable;

/// The places of the expressions of a rule, those in comprehensions and nested bodies included;
/// declarations are none.
record ExprPlaces(Consumer<Location> reader) {

  static void of(Rule rule, Consumer<Location> reader) {
    ExprPlaces walk = new ExprPlaces(reader);
    rule.head().ref().terms().forEach(walk::visit);
    rule.head().args().forEach(walk::visit);
    walk.visit(rule.head().key());
    walk.visit(rule.head().value());
    walk.visit(rule.body());
  }

  private void visit(Body body) {
    body.exprs().forEach(this::visit);
  }

  private void visit(Expr expr) {
    if (!(expr.form() instanceof Expr.Some)) {
      reader.accept(expr.location());
    }
    switch (expr.form()) {
      case Expr.Single(Term term) -> visit(term);
      case Expr.Call call -> call.terms().forEach(this::visit);
      case Expr.Some some -> some.symbols().forEach(this::visit);
      case Expr.Every every -> {
        visit(every.domain());
        visit(every.body());
      }
      case Expr.Not not -> visit(not.body());
      case Expr.And and -> {
        visit(and.left());
        visit(and.right());
      }
      case Expr.Or or -> {
        visit(or.left());
        visit(or.right());
      }
    }
    for (Expr.With with : expr.withs()) {
      visit(with.target());
      visit(with.value());
    }
  }

  private void visit(@Nullable Term term) {
    switch (term) {
      case null -> {}
      case Term.Scalar s -> {}
      case Term.Var v -> {}
      case Term.Ref ref -> ref.terms().forEach(this::visit);
      case Term.ArrayTerm array -> array.items().forEach(this::visit);
      case Term.SetTerm set -> set.items().forEach(this::visit);
      case Term.ObjectTerm object ->
          object
              .entries()
              .forEach(entry -> {
                visit(entry.key());
                visit(entry.value());
              });
      case Term.ArrayComprehension c -> {
        visit(c.term());
        visit(c.body());
      }
      case Term.SetComprehension c -> {
        visit(c.term());
        visit(c.body());
      }
      case Term.ObjectComprehension c -> {
        visit(c.key());
        visit(c.value());
        visit(c.body());
      }
      case Term.Call call -> call.terms().forEach(this::visit);
      case Term.TemplateString t -> {
        for (Term.TemplateString.Part part : t.parts()) {
          if (part instanceof Term.TemplateString.Embedded(Expr expr)) {
            visit(expr);
          }
        }
      }
    }
  }
}
