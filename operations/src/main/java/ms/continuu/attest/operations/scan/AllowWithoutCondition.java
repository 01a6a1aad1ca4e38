package ms.continuu.attest.operations.scan;

import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.rego.syntax.Rule;

/// `allow := true` or `allow if true`: everything is allowed.
final class AllowWithoutCondition implements ScanRule {

  @Override
  public Description description() {
    return new Description(
        "allow-without-condition",
        Severity.CRITICAL,
        "Rules that allow have conditions",
        "A rule that allows without a condition makes all other rules senseless.",
        "name the conditions, or remove the rule");
  }

  @Override
  public void inspect(ScannedPolicies policies, Report report) {
    for (ScannedModule module : policies.modules()) {
      for (Rule rule : module.rules()) {
        if (!rule.isDefault() && Permissions.allows(rule) && Permissions.isUnconditional(rule)) {
          report.add(module, rule, "`" + Permissions.name(rule) + "` is true without a condition");
        }
      }
    }
  }
}
