package ms.continuu.attest.rego.check;

import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;

/// The head of a comprehension that has to be computed moves to its body.
///
/// `[x[0] | x := y[_]]` → `[__local0__ | x := y[_]; __local0__ = x[0]]`
final class RewriteComprehensionTerms extends Rewriter {
  private final LocalNames names;
  private final SharedWiths shared = new SharedWiths();

  private RewriteComprehensionTerms(LocalNames names) {
    this.names = names;
  }

  static void in(ProgramDraft program) {
    RewriteComprehensionTerms phase = new RewriteComprehensionTerms(program.names);
    program.forEachRule(rule -> {
      rule.head(phase.head(rule.head()));
      rule.body(phase.body(rule.body()));
    });
  }

  static Body inQuery(Body query, LocalNames names) {
    return new RewriteComprehensionTerms(names).body(query);
  }

  @Override
  Expr.With with(Expr.With with) {
    return shared.once(with, this::parts);
  }

  @Override
  Term term(Term term) {
    return switch (term) {
      case Term.ArrayComprehension c when Walk.needsEvaluation(c.term()) -> {
        Expr equality = names.equality(c.term());
        yield parts(
            new Term.ArrayComprehension(
                Exprs.operand(equality, 0), Exprs.append(c.body(), equality), c.location()));
      }
      case Term.SetComprehension c when Walk.needsEvaluation(c.term()) -> {
        Expr equality = names.equality(c.term());
        yield parts(
            new Term.SetComprehension(
                Exprs.operand(equality, 0), Exprs.append(c.body(), equality), c.location()));
      }
      case Term.ObjectComprehension c -> parts(rewritten(c));
      default -> parts(term);
    };
  }

  private Term.ObjectComprehension rewritten(Term.ObjectComprehension c) {
    Term key = c.key();
    Term value = c.value();
    Body body = c.body();
    if (Walk.needsEvaluation(key)) {
      Expr equality = names.equality(key);
      key = Exprs.operand(equality, 0);
      body = Exprs.append(body, equality);
    }
    if (Walk.needsEvaluation(value)) {
      Expr equality = names.equality(value);
      value = Exprs.operand(equality, 0);
      body = Exprs.append(body, equality);
    }
    return body == c.body() ? c : new Term.ObjectComprehension(key, value, body, c.location());
  }
}
