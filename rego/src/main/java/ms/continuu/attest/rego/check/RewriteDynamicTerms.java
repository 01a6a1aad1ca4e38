package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;

/// Refs and comprehensions within terms are computed before the expression they stand in.
///
/// `f(data.a) = 1` → `__local0__ = data.a; f(__local0__) = 1`
final class RewriteDynamicTerms {
  private final LocalNames names;

  private RewriteDynamicTerms(LocalNames names) {
    this.names = names;
  }

  static void in(ProgramDraft program) {
    RewriteDynamicTerms phase = new RewriteDynamicTerms(program.names);
    program.forEachRule(rule -> rule.body(phase.body(rule.body())));
  }

  static Body inQuery(Body query, LocalNames names) {
    return new RewriteDynamicTerms(names).body(query);
  }

  private Body body(Body body) {
    List<Expr> result = new ArrayList<>();
    for (Expr expr : body.exprs()) {
      result.add(expr.withForm(form(expr, result)));
    }
    return Exprs.body(result);
  }

  private Expr.Form form(Expr expr, List<Expr> before) {
    return switch (expr.form()) {
      case Expr.Single single -> {
        Term term = top(single.term(), expr, before);
        yield term == single.term() ? single : new Expr.Single(term);
      }
      case Expr.Call call -> {
        boolean equality = Exprs.isEquality(expr);
        if (equality && !Exprs.hasTwoOperands(expr)) {
          yield call;
        }
        List<Term> terms = new ArrayList<>();
        terms.add(call.operator());
        for (Term operand : call.operands()) {
          terms.add(equality ? top(operand, expr, before) : computed(operand, expr, before));
        }
        yield new Expr.Call(terms);
      }
      case Expr.Every every ->
          new Expr.Every(
              every.key(),
              every.value(),
              computed(every.domain(), expr, before),
              body(every.body()),
              every.location());
      case Expr.Not not -> new Expr.Not(body(not.body()), not.explicit(), not.location());
      case Expr.And and -> Exprs.with(and, body(and.left()), body(and.right()));
      case Expr.Or or -> Exprs.with(or, body(or.left()), body(or.right()));
      case Expr.Some some -> some;
    };
  }

  /// A ref or comprehension that is a side of an equality, or an expression, stays where it is.
  private Term top(Term term, Expr expr, List<Expr> before) {
    return switch (term) {
      case Term.Ref ref -> parts(ref, expr, before);
      case Term.ArrayComprehension c ->
          new Term.ArrayComprehension(c.term(), body(c.body()), c.location());
      case Term.SetComprehension c ->
          new Term.SetComprehension(c.term(), body(c.body()), c.location());
      case Term.ObjectComprehension c ->
          new Term.ObjectComprehension(c.key(), c.value(), body(c.body()), c.location());
      default -> computed(term, expr, before);
    };
  }

  private Term parts(Term.Ref ref, Expr expr, List<Expr> before) {
    List<Term> terms = new ArrayList<>();
    terms.add(ref.head());
    boolean changed = false;
    for (Term part : ref.terms().subList(1, ref.terms().size())) {
      Term computed = computed(part, expr, before);
      changed |= computed != part;
      terms.add(computed);
    }
    return changed ? new Term.Ref(terms, ref.location()) : ref;
  }

  private Term computed(Term term, Expr expr, List<Expr> before) {
    return switch (term) {
      case Term.Ref ref -> moved(parts(ref, expr, before), expr, before);
      case Term.ArrayTerm array -> {
        List<Term> items = Rewriter.all(array.items(), item -> computed(item, expr, before));
        yield items == array.items() ? array : new Term.ArrayTerm(items, array.location());
      }
      case Term.ObjectTerm object ->
          Rewriter.mapObject(
              object,
              entry ->
                  new Term.Entry(
                      computed(entry.key(), expr, before), computed(entry.value(), expr, before)));
      case Term.SetTerm set -> Rewriter.mapSet(set, item -> computed(item, expr, before));
      case Term.ArrayComprehension c -> moved(top(c, expr, before), expr, before);
      case Term.SetComprehension c -> moved(top(c, expr, before), expr, before);
      case Term.ObjectComprehension c -> moved(top(c, expr, before), expr, before);
      case Term.Scalar s -> s;
      case Term.Var v -> v;
      case Term.Call c -> c;
      case Term.TemplateString t -> t;
    };
  }

  private Term moved(Term term, Expr expr, List<Expr> before) {
    Expr equality = names.equality(term).withWiths(expr.withs());
    Term variable = Exprs.operand(equality, 0);
    before.add(equality);
    names.standsFor(variable, term);
    return variable;
  }
}
