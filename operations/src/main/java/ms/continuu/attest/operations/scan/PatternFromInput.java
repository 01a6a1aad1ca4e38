package ms.continuu.attest.operations.scan;

import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.rego.syntax.Rule;

/// Regular expressions that the input brings along.
final class PatternFromInput implements ScanRule {

  @Override
  public Description description() {
    return new Description(
        "pattern-from-input",
        Severity.MEDIUM,
        "Patterns do not come from the input",
        "Who writes the input writes the pattern too: `.*` matches everything, and a pattern that"
            + " does not compile makes the rule undefined.",
        "compare texts with `==`, `startswith` or `glob.match`, or keep the pattern in the policy"
            + " or its data");
  }

  @Override
  public void inspect(ScannedPolicies policies, Report report) {
    for (ScannedModule module : policies.modules()) {
      for (Rule rule : module.rules()) {
        if (!rule.head().args().isEmpty()) {
          // What a function is called with is known where it is called.
          continue;
        }
        Meanings meanings = Meanings.of(rule, module);
        for (Nodes.Call call : Nodes.calls(rule)) {
          int at = operand(call);
          if (at >= 0 && meanings.dependsOnInput(call.operands().get(at))) {
            report.add(
                module,
                call.location(),
                "the pattern of `" + call.name() + "` comes from the input");
          }
        }
      }
    }
  }

  /// Which operand of a call is a regular expression; -1 for none.
  static int operand(Nodes.Call call) {
    int at =
        switch (call.name()) {
          case "regex.match",
              "regex.find_n",
              "regex.find_all_string_submatch_n",
              "regex.split",
              "re_match" ->
              0;
          case "regex.replace" -> 1;
          default -> -1;
        };
    return at < call.operands().size() ? at : -1;
  }
}
