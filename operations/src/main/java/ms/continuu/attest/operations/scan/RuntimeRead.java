package ms.continuu.attest.operations.scan;

import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.rego.syntax.Rule;

/// `opa.runtime()`: the environment of the process, with its secrets, in the reach of a policy.
final class RuntimeRead implements ScanRule {

  @Override
  public Description description() {
    return new Description(
        "runtime-environment",
        Severity.MEDIUM,
        "Policies do not read the environment",
        "The environment of the process holds credentials, which a message or a request can carry"
            + " out; and a decision that depends on it cannot be repeated.",
        "pass what the policy needs as data");
  }

  @Override
  public void inspect(ScannedPolicies policies, Report report) {
    for (ScannedModule module : policies.modules()) {
      for (Rule rule : module.rules()) {
        for (Nodes.Call call : Nodes.calls(rule)) {
          if (call.name().equals("opa.runtime")) {
            report.add(module, call.location(), "`opa.runtime` reads the environment");
          }
        }
      }
    }
  }
}
