package ms.continuu.attest.operations.scan;

import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.policy.rego.RegoModules;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.value.BooleanValue;

/// A result with `violated: false`, which no check counts.
final class IgnoredViolation implements ScanRule {

  @Override
  public Description description() {
    return new Description(
        "never-violated",
        Severity.MEDIUM,
        "Results do not take themselves back",
        "A result whose `violated` is false is no finding: the rule judges, and nobody hears of"
            + " it.",
        "set `violated` to true, or leave it out");
  }

  @Override
  public void inspect(ScannedPolicies policies, Report report) {
    for (ScannedModule module : policies.modules()) {
      for (Rule rule : module.rules()) {
        if (RegoModules.isJudging(rule)) {
          Nodes.terms(
              rule,
              term -> {
                if (term instanceof Term.ObjectTerm object
                    && Meanings.value(Meanings.member(object, "violated")) == BooleanValue.FALSE) {
                  report.add(
                      module, object.location(), "`violated` is false: the result never counts");
                }
              });
        }
      }
    }
  }
}
