package ms.continuu.attest.rego.trace;

import java.util.List;
import java.util.Map;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.value.Value;

/// Gives the variables of a node the names that the user gave them.
record Renaming(Map<String, String> names) {

  Body body(Body body) {
    return new Body(body.exprs().stream().map(this::expr).toList());
  }

  Expr expr(Expr expr) {
    List<Expr.With> withs =
        expr.withs().stream()
            .map(with -> new Expr.With(term(with.target()), term(with.value()), with.location()))
            .toList();
    return expr.withForm(form(expr.form())).withWiths(withs);
  }

  /// An expression on its own: the key of `every` is not shown unless the user named it.
  Expr shown(Expr expr, Map<String, Value> locals) {
    if (expr.form() instanceof Expr.Every every
        && every.key() instanceof Term.Var var
        && isHidden(var.name(), locals)) {
      return expr(
          expr.withForm(
              new Expr.Every(null, every.value(), every.domain(), every.body(), every.location())));
    }
    return expr(expr);
  }

  private boolean isHidden(String name, Map<String, Value> locals) {
    boolean known = names.containsKey(name) || locals.containsKey(name);
    return !known || names.getOrDefault(name, name).startsWith("__local");
  }

  private Expr.Form form(Expr.Form form) {
    return switch (form) {
      case Expr.Single(Term term) -> new Expr.Single(term(term));
      case Expr.Call call -> new Expr.Call(terms(call.terms()));
      case Expr.Some some -> new Expr.Some(terms(some.symbols()), some.location());
      case Expr.Every every ->
          new Expr.Every(
              every.key() == null ? null : term(every.key()),
              term(every.value()),
              term(every.domain()),
              body(every.body()),
              every.location());
      case Expr.Not not -> new Expr.Not(body(not.body()), not.explicit(), not.location());
      case Expr.And and ->
          new Expr.And(
              body(and.left()),
              body(and.right()),
              and.explicitLeft(),
              and.explicitRight(),
              and.location());
      case Expr.Or or ->
          new Expr.Or(
              body(or.left()),
              body(or.right()),
              or.explicitLeft(),
              or.explicitRight(),
              or.location());
    };
  }

  private List<Term> terms(List<Term> terms) {
    return terms.stream().map(this::term).toList();
  }

  private Term term(Term term) {
    return switch (term) {
      case Term.Scalar s -> s;
      case Term.Var(String name, var place) -> new Term.Var(names.getOrDefault(name, name), place);
      case Term.Ref ref -> new Term.Ref(terms(ref.terms()), ref.location());
      case Term.ArrayTerm array -> new Term.ArrayTerm(terms(array.items()), array.location());
      case Term.SetTerm set -> new Term.SetTerm(terms(set.items()), set.location());
      case Term.ObjectTerm object ->
          new Term.ObjectTerm(
              object.entries().stream()
                  .map(entry -> new Term.Entry(term(entry.key()), term(entry.value())))
                  .toList(),
              object.location());
      case Term.ArrayComprehension c ->
          new Term.ArrayComprehension(term(c.term()), body(c.body()), c.location());
      case Term.SetComprehension c ->
          new Term.SetComprehension(term(c.term()), body(c.body()), c.location());
      case Term.ObjectComprehension c ->
          new Term.ObjectComprehension(
              term(c.key()), term(c.value()), body(c.body()), c.location());
      case Term.Call call -> new Term.Call(terms(call.terms()), call.location());
      case Term.TemplateString t -> t;
    };
  }
}
