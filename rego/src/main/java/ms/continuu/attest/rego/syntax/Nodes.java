package ms.continuu.attest.rego.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.StringValue;
import org.jspecify.annotations.Nullable;

/// Makes nodes, and puts nodes elsewhere.
final class Nodes {
  /// From here on a search tree finds equal keys.
  private static final int MANY = 8;

  private Nodes() {}

  static Term.Scalar bool(boolean value, Location location) {
    return new Term.Scalar(BooleanValue.of(value), location);
  }

  static Term.Scalar string(String text, Location location) {
    return new Term.Scalar(StringValue.of(text), location);
  }

  /// `true`, where no body was written.
  static Body implicitTrue(Location location) {
    return Body.of(Expr.of(new Expr.Single(bool(true, location)), location).asGenerated());
  }

  static Body bodyOf(Expr expr) {
    return Body.of(expr.withIndex(0));
  }

  /// A ref of one built-in's name, at a place.
  static Term.Ref operator(Location location, String name) {
    String[] names = name.split("\\.");
    List<Term> terms = new ArrayList<>(names.length);
    terms.add(new Term.Var(names[0], location));
    for (int i = 1; i < names.length; i++) {
      terms.add(string(names[i], location));
    }
    return new Term.Ref(terms, location);
  }

  /// The members without repetitions, the first of equal ones kept.
  static List<Term> distinct(List<Term> items) {
    if (items.size() < 2) {
      return items;
    }
    List<Term> distinct = new ArrayList<>(items.size());
    TreeMap<Term, Boolean> seen = new TreeMap<>(Terms.ORDER);
    for (Term item : items) {
      boolean fresh =
          items.size() < MANY
              ? distinct.stream().noneMatch(earlier -> Terms.equal(earlier, item))
              : seen.put(item, true) == null;
      if (fresh) {
        distinct.add(item);
      }
    }
    return distinct;
  }

  /// The same term elsewhere; what is in it stays.
  static Term at(Term term, Location place) {
    return switch (term) {
      case Term.Scalar t -> new Term.Scalar(t.value(), place);
      case Term.Var t -> new Term.Var(t.name(), place);
      case Term.Ref t -> new Term.Ref(t.terms(), place);
      case Term.ArrayTerm t -> new Term.ArrayTerm(t.items(), place);
      case Term.ObjectTerm t -> new Term.ObjectTerm(t.entries(), place);
      case Term.SetTerm t -> new Term.SetTerm(t.items(), place);
      case Term.ArrayComprehension t -> new Term.ArrayComprehension(t.term(), t.body(), place);
      case Term.SetComprehension t -> new Term.SetComprehension(t.term(), t.body(), place);
      case Term.ObjectComprehension t ->
          new Term.ObjectComprehension(t.key(), t.value(), t.body(), place);
      case Term.Call t -> new Term.Call(t.terms(), place);
      case Term.TemplateString t -> new Term.TemplateString(t.parts(), t.multiLine(), place);
    };
  }

  static Expr at(Expr expr, Location place) {
    return new Expr(
        expr.form(), expr.negated(), expr.withs(), expr.index(), expr.generated(), place);
  }

  /// The term elsewhere with all that is in it.
  static Term allAt(Term term, Location place) {
    UnaryOperator<Term> move = inner -> allAt(inner, place);
    return switch (term) {
      case Term.Scalar t -> new Term.Scalar(t.value(), place);
      case Term.Var t -> new Term.Var(t.name(), place);
      case Term.Ref t -> new Term.Ref(map(t.terms(), move), place);
      case Term.ArrayTerm t -> new Term.ArrayTerm(map(t.items(), move), place);
      case Term.ObjectTerm t ->
          new Term.ObjectTerm(
              map(t.entries(), e -> new Term.Entry(allAt(e.key(), place), allAt(e.value(), place))),
              place);
      case Term.SetTerm t -> new Term.SetTerm(map(t.items(), move), place);
      case Term.ArrayComprehension t ->
          new Term.ArrayComprehension(allAt(t.term(), place), allAt(t.body(), place), place);
      case Term.SetComprehension t ->
          new Term.SetComprehension(allAt(t.term(), place), allAt(t.body(), place), place);
      case Term.ObjectComprehension t ->
          new Term.ObjectComprehension(
              allAt(t.key(), place), allAt(t.value(), place), allAt(t.body(), place), place);
      case Term.Call t -> new Term.Call(map(t.terms(), move), place);
      case Term.TemplateString t ->
          new Term.TemplateString(map(t.parts(), p -> allAt(p, place)), t.multiLine(), place);
    };
  }

  static @Nullable Term allAtOrNull(@Nullable Term term, Location place) {
    return term == null ? null : allAt(term, place);
  }

  private static Term.TemplateString.Part allAt(Term.TemplateString.Part part, Location place) {
    return switch (part) {
      case Term.TemplateString.Text text ->
          new Term.TemplateString.Text(new Term.Scalar(text.string().value(), place));
      case Term.TemplateString.Embedded embedded ->
          new Term.TemplateString.Embedded(allAt(embedded.expr(), place));
    };
  }

  static Body allAt(Body body, Location place) {
    return new Body(map(body.exprs(), expr -> allAt(expr, place)));
  }

  private static Expr allAt(Expr expr, Location place) {
    Expr.Form form =
        switch (expr.form()) {
          case Expr.Single f -> new Expr.Single(allAt(f.term(), place));
          case Expr.Call f -> new Expr.Call(map(f.terms(), t -> allAt(t, place)));
          case Expr.Some f -> new Expr.Some(map(f.symbols(), t -> allAt(t, place)), place);
          case Expr.Every f ->
              new Expr.Every(
                  allAtOrNull(f.key(), place),
                  allAt(f.value(), place),
                  allAt(f.domain(), place),
                  allAt(f.body(), place),
                  place);
          case Expr.Not f -> new Expr.Not(allAt(f.body(), place), f.explicit(), place);
          case Expr.And f ->
              new Expr.And(
                  allAt(f.left(), place),
                  allAt(f.right(), place),
                  f.explicitLeft(),
                  f.explicitRight(),
                  place);
          case Expr.Or f ->
              new Expr.Or(
                  allAt(f.left(), place),
                  allAt(f.right(), place),
                  f.explicitLeft(),
                  f.explicitRight(),
                  place);
        };
    List<Expr.With> withs =
        map(
            expr.withs(),
            w -> new Expr.With(allAt(w.target(), place), allAt(w.value(), place), place));
    return new Expr(form, expr.negated(), withs, expr.index(), expr.generated(), place);
  }

  private static <T> List<T> map(List<T> items, UnaryOperator<T> move) {
    return items.stream().map(move).toList();
  }

  /// The kind of a term, as messages name it.
  static String kind(Term term) {
    return switch (term) {
      case Term.Scalar t -> t.value().typeName();
      case Term.Var t -> "var";
      case Term.Ref t -> "ref";
      case Term.ArrayTerm t -> "array";
      case Term.ObjectTerm t -> "object";
      case Term.SetTerm t -> "set";
      case Term.ArrayComprehension t -> "arraycomprehension";
      case Term.SetComprehension t -> "setcomprehension";
      case Term.ObjectComprehension t -> "objectcomprehension";
      case Term.Call t -> "call";
      case Term.TemplateString t -> "templatestring";
    };
  }
}
