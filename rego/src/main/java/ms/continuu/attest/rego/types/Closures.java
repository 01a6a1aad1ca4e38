package ms.continuu.attest.rego.types;

import java.util.function.Predicate;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.Terms;

/// Walks the bodies of the comprehensions in an expression, outer ones first.
///
/// @param enter is told each body; false keeps the walk from going into it
record Closures(Predicate<Body> enter) {

  void visit(Expr expr) {
    switch (expr.form()) {
      case Expr.Call call -> call.terms().forEach(this::visit);
      case Expr.Single single -> visit(single.term());
      case Expr.Not not -> visit(not.body());
      case Expr.Some some -> some.symbols().forEach(this::visit);
      case Expr.Every every -> {
        visit(every.domain());
        visit(every.body());
      }
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

  private void visit(Body body) {
    body.exprs().forEach(this::visit);
  }

  private void visit(Term term) {
    switch (term) {
      case Term.ArrayComprehension array -> {
        if (enter.test(array.body())) {
          visit(array.term());
          visit(array.body());
        }
      }
      case Term.SetComprehension set -> {
        if (enter.test(set.body())) {
          visit(set.term());
          visit(set.body());
        }
      }
      case Term.ObjectComprehension object -> {
        if (enter.test(object.body())) {
          visit(object.key());
          visit(object.value());
          visit(object.body());
        }
      }
      case Term.Ref ref -> ref.terms().forEach(this::visit);
      case Term.ArrayTerm array -> array.items().forEach(this::visit);
      case Term.SetTerm set -> Terms.sorted(set).forEach(this::visit);
      case Term.ObjectTerm object -> {
        for (Term.Entry entry : Terms.sorted(object)) {
          visit(entry.key());
          visit(entry.value());
        }
      }
      case Term.Call call -> call.terms().forEach(this::visit);
      case Term.TemplateString template -> {
        for (Term.TemplateString.Part part : template.parts()) {
          if (part instanceof Term.TemplateString.Embedded embedded) {
            visit(embedded.expr());
          }
        }
      }
      case Term.Scalar s -> {}
      case Term.Var v -> {}
    }
  }
}
