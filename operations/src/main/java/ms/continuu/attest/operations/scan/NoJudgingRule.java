package ms.continuu.attest.operations.scan;

import java.util.HashSet;
import java.util.Set;
import ms.continuu.attest.policy.Severity;

/// A package that neither judges nor is used.
final class NoJudgingRule implements ScanRule {

  @Override
  public Description description() {
    return new Description(
        "no-judging-rule",
        Severity.INFO,
        "Packages judge or are used",
        "A check asks `deny`, `violation` and `warn` rules, and those whose name begins so: a"
            + " package without one does nothing.",
        "name the rule `deny`, `violation` or `warn`, or remove the file");
  }

  @Override
  public void inspect(ScannedPolicies policies, Report report) {
    Set<String> told = new HashSet<>();
    for (ScannedModule module : policies.modules()) {
      String name = module.packageName();
      boolean judges =
          policies.modules().stream()
              .anyMatch(other -> other.packageName().equals(name) && other.isJudging());
      boolean decides = module.rules().stream().anyMatch(Permissions::allows);
      boolean used =
          policies.all().stream()
              .anyMatch(other ->
                  !other.packageName().equals(name)
                      && other.module().source().text().contains("data." + name));
      if (!judges && !decides && !used && !module.isLibrary() && told.add(name)) {
        report.add(
            module,
            module.module().packageDeclaration().location(),
            "`" + name + "` has no rule that judges");
      }
    }
  }
}
