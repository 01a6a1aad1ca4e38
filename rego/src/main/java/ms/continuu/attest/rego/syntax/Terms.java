package ms.continuu.attest.rego.syntax;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;

/// The meaning of nodes, whatever their places: OPA's order of terms and expressions.
public final class Terms {

  /// Orders terms by [#compare].
  public static final Comparator<Term> ORDER = Terms::compare;

  private Terms() {}

  public static boolean equal(@Nullable Term a, @Nullable Term b) {
    return compare(a, b) == 0;
  }

  /// An absent term is first, then scalars as values are ordered; then template strings, variables,
  /// refs, arrays, objects, sets, comprehensions, calls.
  public static int compare(@Nullable Term a, @Nullable Term b) {
    if (a == b) {
      return 0;
    }
    if (a == null || b == null) {
      return a == null ? -1 : 1;
    }
    int order = Integer.compare(rank(a), rank(b));
    if (order != 0) {
      return order;
    }
    return switch (a) {
      case Term.Scalar x -> x.value().compareTo(((Term.Scalar) b).value());
      case Term.TemplateString x -> compareTemplates(x, (Term.TemplateString) b);
      case Term.Var x -> x.name().compareTo(((Term.Var) b).name());
      case Term.Ref x -> compareTerms(x.terms(), ((Term.Ref) b).terms());
      case Term.ArrayTerm x -> compareTerms(x.items(), ((Term.ArrayTerm) b).items());
      case Term.ObjectTerm x ->
          compareLists(sorted(x), sorted((Term.ObjectTerm) b), Terms::compareEntries);
      case Term.SetTerm x -> compareTerms(sorted(x), sorted((Term.SetTerm) b));
      case Term.ArrayComprehension x -> {
        Term.ArrayComprehension y = (Term.ArrayComprehension) b;
        yield first(compare(x.term(), y.term()), compare(x.body(), y.body()));
      }
      case Term.ObjectComprehension x -> {
        Term.ObjectComprehension y = (Term.ObjectComprehension) b;
        yield first(
            compare(x.key(), y.key()), compare(x.value(), y.value()), compare(x.body(), y.body()));
      }
      case Term.SetComprehension x -> {
        Term.SetComprehension y = (Term.SetComprehension) b;
        yield first(compare(x.term(), y.term()), compare(x.body(), y.body()));
      }
      case Term.Call x -> compareTerms(x.terms(), ((Term.Call) b).terms());
    };
  }

  /// The pairs of an object term in the order of their keys.
  public static List<Term.Entry> sorted(Term.ObjectTerm object) {
    return object.entries().stream().sorted((x, y) -> compare(x.key(), y.key())).toList();
  }

  /// The members of a set term in order.
  public static List<Term> sorted(Term.SetTerm set) {
    return set.items().stream().sorted(ORDER).toList();
  }

  private static int rank(Term term) {
    return switch (term) {
      case Term.Scalar scalar -> scalar.value().typeOrder();
      case Term.TemplateString t -> 10;
      case Term.Var v -> 11;
      case Term.Ref r -> 12;
      case Term.ArrayTerm a -> 13;
      case Term.ObjectTerm o -> 14;
      case Term.SetTerm s -> 15;
      case Term.ArrayComprehension a -> 16;
      case Term.ObjectComprehension o -> 17;
      case Term.SetComprehension s -> 18;
      case Term.Call c -> 19;
    };
  }

  private static int compareTemplates(Term.TemplateString a, Term.TemplateString b) {
    return first(
        Boolean.compare(a.multiLine(), b.multiLine()),
        Integer.compare(a.parts().size(), b.parts().size()),
        compareLists(a.parts(), b.parts(), Terms::compareParts));
  }

  private static int compareParts(Term.TemplateString.Part a, Term.TemplateString.Part b) {
    if (a instanceof Term.TemplateString.Embedded x
        && b instanceof Term.TemplateString.Embedded y) {
      return compare(x.expr(), y.expr());
    }
    if (a instanceof Term.TemplateString.Text x && b instanceof Term.TemplateString.Text y) {
      return compare(x.string(), y.string());
    }
    return a instanceof Term.TemplateString.Text ? -1 : 1;
  }

  private static int compareEntries(Term.Entry a, Term.Entry b) {
    return first(compare(a.key(), b.key()), compare(a.value(), b.value()));
  }

  /// The order of two bodies, expression by expression.
  public static int compare(Body a, Body b) {
    return compareLists(a.exprs(), b.exprs(), Terms::compare);
  }

  /// The order of two expressions: by form, then by their place in the body, then by what they say.
  public static int compare(Expr a, Expr b) {
    return first(
        Integer.compare(rank(a.form()), rank(b.form())),
        Integer.compare(a.index(), b.index()),
        Boolean.compare(a.negated(), b.negated()),
        rank(a.form()) == rank(b.form()) ? compareForms(a.form(), b.form()) : 0,
        compareLists(a.withs(), b.withs(), Terms::compareWiths));
  }

  private static int rank(Expr.Form form) {
    return switch (form) {
      case Expr.Some s -> 0;
      case Expr.Single s -> 1;
      case Expr.Call c -> 2;
      case Expr.Every e -> 3;
      case Expr.Not n -> 4;
      case Expr.And a -> 5;
      case Expr.Or o -> 6;
    };
  }

  private static int compareForms(Expr.Form a, Expr.Form b) {
    return switch (a) {
      case Expr.Some x -> compareTerms(x.symbols(), ((Expr.Some) b).symbols());
      case Expr.Single x -> compare(x.term(), ((Expr.Single) b).term());
      case Expr.Call x -> compareTerms(x.terms(), ((Expr.Call) b).terms());
      case Expr.Every x -> {
        Expr.Every y = (Expr.Every) b;
        yield first(
            compare(x.key(), y.key()),
            compare(x.value(), y.value()),
            compare(x.domain(), y.domain()),
            compare(x.body(), y.body()));
      }
      case Expr.Not x -> compare(x.body(), ((Expr.Not) b).body());
      case Expr.And x ->
          first(
              compare(x.left(), ((Expr.And) b).left()), compare(x.right(), ((Expr.And) b).right()));
      case Expr.Or x ->
          first(compare(x.left(), ((Expr.Or) b).left()), compare(x.right(), ((Expr.Or) b).right()));
    };
  }

  private static int compareWiths(Expr.With a, Expr.With b) {
    return first(compare(a.target(), b.target()), compare(a.value(), b.value()));
  }

  private static int compareTerms(List<Term> a, List<Term> b) {
    return compareLists(a, b, Terms::compare);
  }

  private static <T> int compareLists(List<T> a, List<T> b, ToIntBiFunction<T, T> compare) {
    Iterator<T> others = b.iterator();
    for (T item : a) {
      if (!others.hasNext()) {
        return 1;
      }
      int order = compare.applyAsInt(item, others.next());
      if (order != 0) {
        return order;
      }
    }
    return others.hasNext() ? -1 : 0;
  }

  private static int first(int... orders) {
    for (int order : orders) {
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /// Whether a term has no variable, ref, comprehension or call in it: it is a value.
  public static boolean isConstant(Term term) {
    return switch (term) {
      case Term.Scalar s -> true;
      case Term.ArrayTerm array -> array.items().stream().allMatch(Terms::isConstant);
      case Term.SetTerm set -> set.items().stream().allMatch(Terms::isConstant);
      case Term.ObjectTerm object ->
          object.entries().stream().allMatch(e -> isConstant(e.key()) && isConstant(e.value()));
      default -> false;
    };
  }

  /// Whether a term has no variable but heads of refs.
  public static boolean isGround(Term term) {
    return switch (term) {
      case Term.Scalar s -> true;
      case Term.Var v -> false;
      case Term.Ref ref -> ref.terms().stream().skip(1).allMatch(Terms::isGround);
      case Term.ArrayTerm array -> array.items().stream().allMatch(Terms::isGround);
      case Term.SetTerm set -> set.items().stream().allMatch(Terms::isGround);
      case Term.ObjectTerm object ->
          object.entries().stream().allMatch(e -> isGround(e.key()) && isGround(e.value()));
      case Term.Call call -> call.terms().stream().allMatch(Terms::isGround);
      case Term.ArrayComprehension c -> isGround(c.term()) && isGround(c.body());
      case Term.SetComprehension c -> isGround(c.term()) && isGround(c.body());
      case Term.ObjectComprehension c ->
          isGround(c.key()) && isGround(c.value()) && isGround(c.body());
      case Term.TemplateString template ->
          template.parts().stream()
              .allMatch(p -> !(p instanceof Term.TemplateString.Embedded e) || isGround(e.expr()));
    };
  }

  private static boolean isGround(Body body) {
    return body.exprs().stream().allMatch(Terms::isGround);
  }

  private static boolean isGround(Expr expr) {
    return switch (expr.form()) {
      case Expr.Single single -> isGround(single.term());
      case Expr.Call call -> call.operands().stream().allMatch(Terms::isGround);
      case Expr.Not not -> isGround(not.body());
      case Expr.And and -> isGround(and.left()) && isGround(and.right());
      case Expr.Or or -> isGround(or.left()) && isGround(or.right());
      case Expr.Some s -> false;
      case Expr.Every e -> false;
    };
  }

  /// The front of a ref up to its first part that is not ground.
  public static List<Term> groundPrefix(List<Term> ref) {
    for (int i = 1; i < ref.size(); i++) {
      if (!isGround(ref.get(i))) {
        return ref.subList(0, i);
      }
    }
    return ref;
  }
}
