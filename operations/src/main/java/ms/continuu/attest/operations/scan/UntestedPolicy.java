package ms.continuu.attest.operations.scan;

import java.util.HashSet;
import java.util.Set;
import ms.continuu.attest.policy.Severity;

/// A policy that no test mentions.
final class UntestedPolicy implements ScanRule {

  @Override
  public Description description() {
    return new Description(
        "untested-policy",
        Severity.LOW,
        "Policies are tested",
        "Nobody knows whether a policy without a test ever fires.",
        "write `test_…` rules in a file `…_test.rego`, or run `attest policy generate-tests`");
  }

  @Override
  public void inspect(ScannedPolicies policies, Report report) {
    Set<String> told = new HashSet<>();
    for (ScannedModule module : policies.modules()) {
      String name = module.packageName();
      if (module.isJudging()
          && told.add(name)
          && policies.tests().stream().noneMatch(test -> concerns(test, name))) {
        report.add(
            module,
            module.module().packageDeclaration().location(),
            "no test mentions `" + name + "`");
      }
    }
  }

  private static boolean concerns(ScannedModule test, String name) {
    return test.packageName().equals(name)
        || test.packageName().equals(name + "_test")
        || test.module().source().text().contains("data." + name);
  }
}
