package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.Terms;
import org.jspecify.annotations.Nullable;

/// Rebuilds trees from the outside in. A phase overrides what it changes and calls `parts` to go on
/// below; what it does not touch stays the same object. Members of sets and pairs of objects come
/// in order of their keys, as OPA visits them: names are generated in that order.
abstract class Rewriter {
  Term term(Term term) {
    return parts(term);
  }

  Expr expr(Expr expr) {
    return parts(expr);
  }

  Body body(Body body) {
    return parts(body);
  }

  Expr.With with(Expr.With with) {
    return parts(with);
  }

  final Body parts(Body body) {
    List<Expr> exprs = all(body.exprs(), this::expr);
    return exprs == body.exprs() ? body : new Body(exprs);
  }

  final Expr.With parts(Expr.With with) {
    Term target = term(with.target());
    Term value = term(with.value());
    return target == with.target() && value == with.value()
        ? with
        : new Expr.With(target, value, with.location());
  }

  final Expr parts(Expr expr) {
    Expr.Form form = form(expr.form());
    List<Expr.With> rewritten = all(expr.withs(), this::with);
    Expr result = form == expr.form() ? expr : expr.withForm(form);
    return rewritten == expr.withs() ? result : result.withWiths(rewritten);
  }

  private Expr.Form form(Expr.Form form) {
    return switch (form) {
      case Expr.Single single -> {
        Term term = term(single.term());
        yield term == single.term() ? single : new Expr.Single(term);
      }
      case Expr.Call call -> {
        List<Term> terms = all(call.terms(), this::term);
        yield terms == call.terms() ? call : new Expr.Call(terms);
      }
      case Expr.Some some -> {
        List<Term> symbols = all(some.symbols(), this::term);
        yield symbols == some.symbols() ? some : new Expr.Some(symbols, some.location());
      }
      case Expr.Every every -> every(every);
      case Expr.Not not -> {
        Body body = body(not.body());
        yield body == not.body() ? not : new Expr.Not(body, not.explicit(), not.location());
      }
      case Expr.And and -> {
        Body left = body(and.left());
        Body right = body(and.right());
        yield left == and.left() && right == and.right() ? and : Exprs.with(and, left, right);
      }
      case Expr.Or or -> {
        Body left = body(or.left());
        Body right = body(or.right());
        yield left == or.left() && right == or.right() ? or : Exprs.with(or, left, right);
      }
    };
  }

  private Expr.Every every(Expr.Every every) {
    Term oldKey = every.key();
    Term key = oldKey == null ? null : term(oldKey);
    Term value = term(every.value());
    Term domain = term(every.domain());
    Body body = body(every.body());
    return key == oldKey
            && value == every.value()
            && domain == every.domain()
            && body == every.body()
        ? every
        : new Expr.Every(key, value, domain, body, every.location());
  }

  final Term parts(Term term) {
    return switch (term) {
      case Term.Scalar scalar -> scalar;
      case Term.Var variable -> variable;
      case Term.Ref ref -> {
        List<Term> terms = all(ref.terms(), this::term);
        yield terms == ref.terms() ? ref : new Term.Ref(terms, ref.location());
      }
      case Term.ArrayTerm array -> {
        List<Term> items = all(array.items(), this::term);
        yield items == array.items() ? array : new Term.ArrayTerm(items, array.location());
      }
      case Term.SetTerm set -> mapSet(set, this::term);
      case Term.ObjectTerm object ->
          mapObject(object, entry -> new Term.Entry(term(entry.key()), term(entry.value())));
      case Term.Call call -> {
        List<Term> terms = all(call.terms(), this::term);
        yield terms == call.terms() ? call : new Term.Call(terms, call.location());
      }
      case Term.ArrayComprehension c -> {
        Term head = term(c.term());
        Body body = body(c.body());
        yield head == c.term() && body == c.body()
            ? c
            : new Term.ArrayComprehension(head, body, c.location());
      }
      case Term.SetComprehension c -> {
        Term head = term(c.term());
        Body body = body(c.body());
        yield head == c.term() && body == c.body()
            ? c
            : new Term.SetComprehension(head, body, c.location());
      }
      case Term.ObjectComprehension c -> {
        Term key = term(c.key());
        Term value = term(c.value());
        Body body = body(c.body());
        yield key == c.key() && value == c.value() && body == c.body()
            ? c
            : new Term.ObjectComprehension(key, value, body, c.location());
      }
      case Term.TemplateString template -> {
        List<Term.TemplateString.Part> parts = all(template.parts(), this::part);
        yield parts == template.parts()
            ? template
            : new Term.TemplateString(parts, template.multiLine(), template.location());
      }
    };
  }

  final Term.TemplateString.Part part(Term.TemplateString.Part part) {
    return switch (part) {
      case Term.TemplateString.Text text -> text;
      case Term.TemplateString.Embedded embedded -> {
        Expr expr = expr(embedded.expr());
        yield expr == embedded.expr() ? embedded : new Term.TemplateString.Embedded(expr);
      }
    };
  }

  /// The head with its ref's parts, parameters, key and value rewritten, in this order.
  final Rule.Head head(Rule.Head head) {
    Term.Ref ref = (Term.Ref) parts(head.ref());
    List<Term> args = all(head.args(), this::term);
    Term key = head.key() == null ? null : term(head.key());
    Term value = head.value() == null ? null : term(head.value());
    return Heads.of(head, ref, args, key, value);
  }

  /// The members of a set, mapped in order; equal ones become one.
  static Term.SetTerm mapSet(Term.SetTerm set, UnaryOperator<Term> map) {
    List<Term> sorted = Terms.sorted(set);
    List<Term> items = all(sorted, map);
    if (items == sorted) {
      return set;
    }
    TreeSet<Term> distinct = new TreeSet<>(Terms.ORDER);
    distinct.addAll(items);
    return new Term.SetTerm(List.copyOf(distinct), set.location());
  }

  /// The pairs of an object, mapped in order; of equal keys the last value stays.
  static Term.ObjectTerm mapObject(Term.ObjectTerm object, UnaryOperator<Term.Entry> map) {
    List<Term.Entry> entries = new ArrayList<>();
    boolean changed = false;
    for (Term.Entry entry : Terms.sorted(object)) {
      Term.Entry mapped = map.apply(entry);
      changed |= mapped.key() != entry.key() || mapped.value() != entry.value();
      put(entries, mapped);
    }
    return changed || entries.size() < object.entries().size()
        ? new Term.ObjectTerm(entries, object.location())
        : object;
  }

  private static void put(List<Term.Entry> entries, Term.Entry added) {
    // Equal constants are neighbours; other keys may have become equal to any.
    int from = added.key() instanceof Term.Scalar ? Math.max(0, entries.size() - 1) : 0;
    for (int i = from; i < entries.size(); i++) {
      if (Terms.equal(entries.get(i).key(), added.key())) {
        entries.set(i, new Term.Entry(entries.get(i).key(), added.value()));
        return;
      }
    }
    entries.add(added);
  }

  /// The list mapped; the list itself when nothing changed.
  static <T extends @Nullable Object> List<T> all(List<T> list, UnaryOperator<T> map) {
    List<T> result = null;
    for (int i = 0; i < list.size(); i++) {
      T item = list.get(i);
      T mapped = map.apply(item);
      if (result == null && mapped != item) {
        result = new ArrayList<>(list.size());
        result.addAll(list.subList(0, i));
      }
      if (result != null) {
        result.add(mapped);
      }
    }
    return result == null ? list : result;
  }
}
