package ms.continuu.attest.operations.scan;

import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.rego.syntax.Rule;

/// `print` that was left: what it prints ends in logs.
final class PrintLeft implements ScanRule {

  @Override
  public Description description() {
    return new Description(
        "print",
        Severity.LOW,
        "Policies do not print",
        "What is printed ends in the log of whatever evaluates the policy, secrets of the input"
            + " among it.",
        "remove the call");
  }

  @Override
  public void inspect(ScannedPolicies policies, Report report) {
    for (ScannedModule module : policies.modules()) {
      for (Rule rule : module.rules()) {
        for (Nodes.Call call : Nodes.calls(rule)) {
          if (call.name().equals("print")) {
            report.add(module, call.location(), "`print` was left");
          }
        }
      }
    }
  }
}
