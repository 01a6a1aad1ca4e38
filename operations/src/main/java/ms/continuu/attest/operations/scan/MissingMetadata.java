package ms.continuu.attest.operations.scan;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.policy.rego.RegoModules;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;

/// A rule of which a report can say neither what it wants nor how to comply.
final class MissingMetadata implements ScanRule {

  @Override
  public Description description() {
    return new Description(
        "missing-metadata",
        Severity.LOW,
        "Rules tell what they are for",
        "Who meets a finding needs to know what is asked, how bad it is and what to do.",
        "write a `# METADATA` block with `title`, `custom.severity` and `custom.remediation`");
  }

  @Override
  public void inspect(ScannedPolicies policies, Report report) {
    for (RuleDescription rule : policies.rules()) {
      for (ScannedModule module : policies.modules()) {
        if (module.file().equals(rule.location().file())) {
          List<String> missing = missing(rule, module);
          if (!missing.isEmpty()) {
            report.add(
                module, rule.location(), "`" + rule.id() + "` lacks " + String.join(", ", missing));
          }
        }
      }
    }
  }

  private static List<String> missing(RuleDescription rule, ScannedModule module) {
    List<String> missing = new ArrayList<>();
    if (rule.title().isEmpty()) {
      missing.add("a title");
    }
    if (rule.custom().get("severity") == null && !isSaid("severity", rule, module)) {
      missing.add("a severity");
    }
    if (rule.remediation().isEmpty() && !isSaid("fix", rule, module)) {
      missing.add("a remediation");
    }
    return missing;
  }

  /// Whether the results say it themselves.
  private static boolean isSaid(String key, RuleDescription rule, ScannedModule module) {
    boolean[] said = {false};
    for (Rule each : module.rules()) {
      if (RegoModules.nameOf(each).equals(rule.name())) {
        Nodes.terms(
            each,
            term ->
                said[0] |=
                    term instanceof Term.ObjectTerm object && Meanings.member(object, key) != null);
      }
    }
    return said[0];
  }
}
