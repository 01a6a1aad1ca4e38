package ms.continuu.attest.rego.check;

import java.util.Set;
import ms.continuu.attest.rego.check.BodySafety.Ordered;

/// Bodies are ordered so that every variable is bound before it is needed.
final class CheckSafetyRuleBodies {
  private CheckSafetyRuleBodies() {}

  static void in(ProgramDraft program) {
    BodySafety safety = new BodySafety(program::arity);
    for (ModuleDraft module : program.modules) {
      RuleScopes scopes = new RuleScopes(module);
      module.visitRules(rule -> {
        Set<String> bound = Variables.of(rule.head().args(), Set.of());
        bound.addAll(Exprs.ROOTS);
        Ordered ordered = safety.order(rule.body(), bound);
        if (!ordered.unsafe().isEmpty()) {
          program.errors.add(SafetyErrors.of(ordered.unsafe(), program.rewritten, scopes.of(rule)));
        }
        rule.body(ordered.body());
        return false;
      });
    }
  }
}
