package ms.continuu.attest.operations.scan;

import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;

/// What a strict compiler refuses: unused variables, imports and arguments, deprecated built-ins,
/// shadowed names.
final class StrictFindings implements ScanRule {

  @Override
  public Description description() {
    return new Description(
        "strictness",
        Severity.LOW,
        "Policies compile strictly",
        "What is unused, shadowed or deprecated hides mistakes: a misspelt variable is unused where"
            + " it was meant.",
        "remove what is not used");
  }

  @Override
  public void inspect(ScannedPolicies policies, Report report) {
    for (Diagnostic found : policies.strict()) {
      Location place = found.location();
      for (ScannedModule module : policies.modules()) {
        if (place != null && place.file().equals(module.file())) {
          report.add(module, place, found.message());
        }
      }
    }
  }
}
