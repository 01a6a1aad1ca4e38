package ms.continuu.attest.rego.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.value.Location;

/// Variables in the head of a rule are in its body, too.
final class CheckSafetyRuleHeads {
  private CheckSafetyRuleHeads() {}

  static void in(ProgramDraft program) {
    for (ModuleDraft module : program.modules) {
      RuleScopes scopes = new RuleScopes(module);
      module.visitRules(rule -> {
        check(program, rule, scopes);
        return false;
      });
    }
  }

  private static void check(ProgramDraft program, RuleDraft rule, RuleScopes scopes) {
    if (!Heads.mayHaveVariables(rule.head())) {
      return;
    }
    Set<String> safe = Variables.of(rule.body(), Variables.SAFETY);
    Variables.into(safe, Set.of()).add(rule.head().args());
    variables(rule.head())
        .forEach((name, location) -> {
          String shown = program.rewritten.getOrDefault(name, name);
          if (!safe.contains(name) && !Exprs.isGenerated(shown)) {
            program.errors.add(
                ErrorLog.error(
                    ErrorLog.UNSAFE,
                    "var " + Exprs.shown(shown) + " is unsafe" + scopes.of(rule),
                    location));
          }
        });
  }

  /// The variables of key, value and ref with the places where they stand as terms.
  private static Map<String, Location> variables(Rule.Head head) {
    Map<String, Location> found = new HashMap<>();
    Walk walk =
        Walk.ofTerms(term -> {
          if (term instanceof Term.Var variable) {
            found.put(variable.name(), variable.location());
          }
          return true;
        });
    walk.visit(head.key());
    walk.visit(head.value());
    head.ref().terms().stream().skip(1).forEach(walk::visit);
    return found;
  }
}
