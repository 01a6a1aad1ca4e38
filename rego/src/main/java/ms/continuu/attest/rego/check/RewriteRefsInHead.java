package ms.continuu.attest.rego.check;

import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import org.jspecify.annotations.Nullable;

/// What has to be computed in a rule's head moves to its body.
///
/// `p[{"a": data.b[i]}] if i < 9` → `p[__local0__] if { i < 9; __local0__ = {"a": data.b[i]} }`
final class RewriteRefsInHead {
  private RewriteRefsInHead() {}

  static void in(ProgramDraft program) {
    program.forEachRule(rule -> rewrite(rule, program.names));
  }

  private static void rewrite(RuleDraft rule, LocalNames names) {
    Rule.Head head = rule.head();
    Term key = computed(head.key(), rule, names);
    Term value = computed(head.value(), rule, names);
    rule.head(
        Heads.of(
            head,
            head.ref(),
            Rewriter.all(
                head.args(), arg -> Walk.needsEvaluation(arg) ? moved(arg, rule, names) : arg),
            key,
            value));
  }

  private static @Nullable Term computed(@Nullable Term term, RuleDraft rule, LocalNames names) {
    return term != null && Walk.needsEvaluation(term) ? moved(term, rule, names) : term;
  }

  private static Term moved(Term term, RuleDraft rule, LocalNames names) {
    Expr equality = names.equality(term);
    rule.append(equality);
    return Exprs.operand(equality, 0);
  }
}
