package ms.continuu.attest.operations.scan;

import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.policy.rego.RegoModules;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;

/// An `exception` without a condition: the rules that it names judge nothing.
final class CatchAllException implements ScanRule {

  @Override
  public Description description() {
    return new Description(
        "catch-all-exception",
        Severity.HIGH,
        "Exceptions are for something",
        "An exception that asks nothing of the input holds for everything: the rules that it names"
            + " never count.",
        "name what is excepted: its kind, namespace and name");
  }

  @Override
  public void inspect(ScannedPolicies policies, Report report) {
    for (ScannedModule module : policies.modules()) {
      for (Rule rule : module.rules()) {
        boolean isException =
            RegoModules.nameOf(rule).equals("exception") && rule.head().args().isEmpty();
        if (isException && Nodes.chain(rule).stream().anyMatch(each -> !asks(each))) {
          report.add(module, rule, "the exception holds whatever the input is");
        }
      }
    }
  }

  /// Whether it refers to anything but its own variables.
  private static boolean asks(Rule rule) {
    return Nodes.any(
        rule.body(),
        term ->
            term instanceof Term.Ref ref && ref.terms().size() > 1
                || term instanceof Term.Var variable && variable.name().equals("input"));
  }
}
