package ms.continuu.attest.operations.scan;

import java.util.Set;
import ms.continuu.attest.policy.rego.RegoModules;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Rule;

/// Rules that let something pass.
final class Permissions {
  private static final Set<String> NAMES =
      Set.of("allow", "allowed", "authorized", "authz", "permit", "permitted");

  private Permissions() {}

  /// Whether a rule is true where it holds, and by its name a permission.
  static boolean allows(Rule rule) {
    return NAMES.contains(name(rule))
        && rule.head().args().isEmpty()
        && rule.head().key() == null
        && Meanings.isTrue(rule.head().value());
  }

  static String name(Rule rule) {
    return RegoModules.nameOf(rule);
  }

  static boolean isUnconditional(Rule rule) {
    return rule.generatedBody()
        || rule.body().exprs().stream()
            .allMatch(expr ->
                !expr.negated()
                    && expr.form() instanceof Expr.Single(var term)
                    && Meanings.isTrue(term));
  }
}
