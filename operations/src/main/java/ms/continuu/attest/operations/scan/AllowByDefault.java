package ms.continuu.attest.operations.scan;

import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.rego.syntax.Rule;

/// `default allow := true`: what no rule thought of is allowed.
final class AllowByDefault implements ScanRule {

  @Override
  public Description description() {
    return new Description(
        "allow-by-default",
        Severity.HIGH,
        "What no rule allows is not allowed",
        "A rule that allows by default lets pass whatever its author did not think of.",
        "write `default allow := false` and allow by rules with conditions");
  }

  @Override
  public void inspect(ScannedPolicies policies, Report report) {
    for (ScannedModule module : policies.modules()) {
      for (Rule rule : module.rules()) {
        if (rule.isDefault() && Permissions.allows(rule)) {
          report.add(module, rule, "`" + Permissions.name(rule) + "` is true by default");
        }
      }
    }
  }
}
