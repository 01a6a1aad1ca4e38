package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.value.StringValue;

/// Tests of one name are tests of their own: `test_a`, `test_a#01`, ….
final class NumberTestNames {
  private NumberTestNames() {}

  static void in(ProgramDraft program) {
    if (!program.options.runsTests()) {
      return;
    }
    Map<String, Integer> counts = new HashMap<>();
    for (ModuleDraft module : program.modules) {
      for (RuleDraft rule : module.rules()) {
        TestHeads test = TestHeads.of(rule.head());
        if (test.isTest()) {
          String name = TermText.ofRef(module.path()) + "/" + TermText.ofRef(test.ref());
          int before = counts.merge(name, 1, Integer::sum) - 1;
          if (before > 0) {
            rule.head(numbered(rule.head(), test, before));
          }
        }
      }
    }
  }

  private static Rule.Head numbered(Rule.Head head, TestHeads test, int number) {
    String name = test.name() + (number < 10 ? "#0" : "#") + number;
    List<Term> ref = new ArrayList<>(head.ref().terms());
    int last = test.ref().size() - 1;
    Term replaced = ref.get(last);
    ref.set(
        last,
        last == 0
            ? new Term.Var(name, replaced.location())
            : new Term.Scalar(StringValue.of(name), replaced.location()));
    return new Rule.Head(
        head.name(),
        new Term.Ref(ref, head.ref().location()),
        head.args(),
        head.key(),
        head.value(),
        head.assign(),
        head.generatedValue(),
        head.contains(),
        head.hasIf(),
        head.location());
  }
}
