package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.value.Location;
import org.jspecify.annotations.Nullable;

/// Calls within terms become expressions of their own, before the one they stand in; so do
/// collections that refs begin with.
///
/// `f(g(x)) == 1` → `g(x, __local0__); f(__local0__, __local1__); __local1__ == 1`
final class RewriteExprTerms {
  private final LocalNames names;

  private RewriteExprTerms(LocalNames names) {
    this.names = names;
  }

  static void in(ProgramDraft program) {
    RewriteExprTerms phase = new RewriteExprTerms(program.names);
    program.forEachRule(phase::rewrite);
  }

  static Body inQuery(Body query, LocalNames names) {
    return new RewriteExprTerms(names).body(query);
  }

  private void rewrite(RuleDraft rule) {
    Rule.Head head = rule.head();
    List<Expr> support = new ArrayList<>();
    List<Term> args = Rewriter.all(head.args(), arg -> term(arg, support));
    Term key = expanded(head.key(), support);
    Term value = expanded(head.value(), support);
    rule.head(Heads.of(head, head.ref(), args, key, value));
    rule.body(body(Exprs.append(rule.body(), support)));
  }

  private @Nullable Term expanded(@Nullable Term term, List<Expr> support) {
    return term == null ? null : term(term, support);
  }

  private Body body(Body body) {
    List<Expr> result = new ArrayList<>();
    body.exprs().forEach(expr -> expand(expr, result));
    return Exprs.body(result);
  }

  private Body body(Body body, List<Expr> support) {
    return body(Exprs.append(body, support));
  }

  /// Adds an expression after those that compute what it needs. What its own terms need holds under
  /// its modifiers; what the modifiers need does not.
  private void expand(Expr expr, List<Expr> result) {
    List<Expr.With> withs =
        Rewriter.all(
            expr.withs(),
            with -> {
              Term value = term(with.value(), result);
              return value == with.value()
                  ? with
                  : new Expr.With(with.target(), value, with.location());
            });
    Expr base = withs == expr.withs() ? expr : expr.withWiths(withs);
    switch (expr.form()) {
      case Expr.Single single -> {
        Term term = term(single.term(), withs, result);
        result.add(term == single.term() ? base : base.withForm(new Expr.Single(term)));
      }
      case Expr.Call call -> {
        List<Term> terms = new ArrayList<>();
        terms.add(call.operator());
        call.operands().forEach(operand -> terms.add(term(operand, withs, result)));
        result.add(base.withForm(new Expr.Call(terms)));
      }
      case Expr.Every every -> {
        Location where = every.domain().location();
        Term domain = names.variable(where);
        Expr equality =
            Exprs.equality(domain, every.domain(), where).asGenerated().withWiths(withs);
        expand(equality, result);
        Body body = body(every.body());
        result.add(
            base.withForm(
                new Expr.Every(every.key(), every.value(), domain, body, every.location())));
      }
      case Expr.Not not ->
          result.add(base.withForm(new Expr.Not(body(not.body()), not.explicit(), not.location())));
      case Expr.And and ->
          result.add(base.withForm(Exprs.with(and, body(and.left()), body(and.right()))));
      case Expr.Or or ->
          result.add(base.withForm(Exprs.with(or, body(or.left()), body(or.right()))));
      case Expr.Some s -> {}
    }
  }

  private Term term(Term term, List<Expr.With> withs, List<Expr> result) {
    int before = result.size();
    Term output = term(term, result);
    if (!withs.isEmpty()) {
      for (int i = before; i < result.size(); i++) {
        result.set(i, result.get(i).withWiths(withs));
      }
    }
    return output;
  }

  /// The term that stands for a term; what computes it is added.
  private Term term(Term term, List<Expr> support) {
    return switch (term) {
      case Term.Scalar scalar -> scalar;
      case Term.Var variable -> variable;
      case Term.TemplateString template -> template;
      case Term.Call call -> {
        List<Term> terms = new ArrayList<>();
        terms.add(call.operator());
        call.operands().forEach(operand -> terms.add(term(operand, support)));
        Term output = names.variable(call.location());
        terms.add(output);
        support.add(Expr.of(new Expr.Call(terms), call.location()).asGenerated());
        yield output;
      }
      case Term.Ref ref -> ref(ref, support);
      case Term.ArrayTerm array -> {
        List<Term> items = Rewriter.all(array.items(), item -> term(item, support));
        yield items == array.items() ? array : new Term.ArrayTerm(items, array.location());
      }
      case Term.ObjectTerm object ->
          Rewriter.mapObject(
              object,
              entry -> new Term.Entry(term(entry.key(), support), term(entry.value(), support)));
      case Term.SetTerm set -> Rewriter.mapSet(set, item -> term(item, support));
      case Term.ArrayComprehension c -> {
        List<Expr> inner = new ArrayList<>();
        Term head = term(c.term(), inner);
        yield new Term.ArrayComprehension(head, body(c.body(), inner), c.location());
      }
      case Term.SetComprehension c -> {
        List<Expr> inner = new ArrayList<>();
        Term head = term(c.term(), inner);
        yield new Term.SetComprehension(head, body(c.body(), inner), c.location());
      }
      case Term.ObjectComprehension c -> {
        List<Expr> inner = new ArrayList<>();
        Term key = term(c.key(), inner);
        Term value = term(c.value(), inner);
        yield new Term.ObjectComprehension(key, value, body(c.body(), inner), c.location());
      }
    };
  }

  private Term ref(Term.Ref ref, List<Expr> support) {
    List<Term> terms =
        Rewriter.all(
            ref.terms(),
            part -> {
              Term output = term(part, support);
              if (part instanceof Term.Call) {
                names.standsFor(output, part);
              }
              return output;
            });
    Term subject = terms.getFirst();
    if (!isCollection(subject)) {
      return terms == ref.terms() ? ref : new Term.Ref(terms, ref.location());
    }
    Expr equality = names.equality(subject);
    support.add(equality);
    List<Term> indirect = new ArrayList<>(terms);
    indirect.set(0, Exprs.operand(equality, 0));
    names.standsFor(indirect.getFirst(), subject);
    return new Term.Ref(indirect, ref.location());
  }

  private static boolean isCollection(Term term) {
    return switch (term) {
      case Term.ArrayTerm a -> true;
      case Term.ObjectTerm o -> true;
      case Term.SetTerm s -> true;
      default -> Exprs.isComprehension(term);
    };
  }
}
