package ms.continuu.attest.operations.scan;

import java.util.HashSet;
import java.util.Set;
import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.rego.syntax.Annotations;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// A parameter in METADATA that no rule reads.
final class UnusedParameter implements ScanRule {

  @Override
  public Description description() {
    return new Description(
        "unused-parameter",
        Severity.LOW,
        "Parameters are read",
        "Who sets a parameter that nobody reads believes in a protection that is not there.",
        "read the parameter, or remove it from the METADATA");
  }

  @Override
  public void inspect(ScannedPolicies policies, Report report) {
    for (ScannedModule module : policies.modules()) {
      Set<String> words = words(module.packageName(), policies);
      for (Annotations annotations : module.module().annotations()) {
        if (annotations.custom() != null
            && annotations.custom().get("parameters") instanceof ObjectValue parameters) {
          for (int i = 0; i < parameters.size(); i++) {
            Value key = parameters.keyAt(i);
            if (key instanceof StringValue name && !words.contains(name.text())) {
              report.add(
                  module,
                  annotations.location(),
                  "no rule reads the parameter `" + name.text() + "`");
            }
          }
        }
      }
    }
  }

  /// All names and texts in the rules of a package.
  private static Set<String> words(String packageName, ScannedPolicies policies) {
    Set<String> words = new HashSet<>();
    for (ScannedModule module : policies.modules()) {
      if (module.packageName().equals(packageName)) {
        for (Rule rule : module.rules()) {
          Nodes.terms(
              rule,
              term -> {
                if (term instanceof Term.Var variable) {
                  words.add(variable.name());
                } else if (Meanings.value(term) instanceof StringValue text) {
                  words.add(text.text());
                }
              });
        }
      }
    }
    return words;
  }
}
