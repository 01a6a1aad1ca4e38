package ms.continuu.attest.rego.interpret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ms.continuu.attest.rego.ir.RuleCode;
import ms.continuu.attest.rego.ir.RuleIndex;
import ms.continuu.attest.rego.runtime.EvaluationError;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Finds, once rules are known to disagree, which of them do: by evaluating all of them again.
final class Conflicts {
  /// How many values are listed.
  private static final int LIMIT = 10;

  private final OrderedRules rules;
  private final RuleIndex.Match match;
  private final boolean findOne;
  private final List<Finding> findings = new ArrayList<>();
  private boolean more;
  private boolean produced;

  /// Ends the evaluation of a rule that has been found to disagree.
  static final class Found extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Found() {
      super(null, null, false, false);
    }
  }

  private record Finding(Location place, Value value) {}

  Conflicts(OrderedRules rules, RuleIndex.Match match, boolean findOne) {
    this.rules = rules;
    this.match = match;
    this.findOne = findOne;
  }

  /// The error, with the values that disagree.
  EvaluationError explain(EvaluationError error) {
    List<EvaluationError> faults = rules.m.builtinErrors;
    int before = faults.size();
    try {
      collect();
    } catch (EvaluationError e) {
      // What goes wrong now did not end the evaluation: what was found so far is reported.
      more = more && !findings.isEmpty();
    }
    while (faults.size() > before) {
      faults.removeLast();
    }
    return findings.size() < 2 ? error : listed(error);
  }

  private void collect() {
    for (RuleCode[] chain : match.chains()) {
      for (RuleCode rule : chain) {
        produced = false;
        evaluate(rule);
        if (more) {
          return;
        }
        if (produced) {
          break;
        }
      }
    }
  }

  private void evaluate(RuleCode rule) {
    Machine m = rules.m;
    int mark = m.trail.mark();
    int depth = m.bodies.depth();
    int calls = m.budget.depth();
    try {
      rules.start(new Collecting(rule));
    } catch (Found one) {
      m.trail.undo(mark);
      m.bodies.restore(depth);
      m.budget.restore(calls);
    }
  }

  /// Whether the value disagrees with the first one.
  private boolean add(RuleCode rule, Value value) {
    if (!findings.isEmpty() && findings.getFirst().value.equals(value)) {
      return false;
    }
    if (findings.size() == LIMIT) {
      more = true;
      return true;
    }
    findings.add(new Finding(rule.location(), value));
    return findings.size() > 1;
  }

  private EvaluationError listed(EvaluationError error) {
    findings.sort(
        Comparator.comparing((Finding f) -> f.place.file())
            .thenComparingInt(f -> f.place.row())
            .thenComparingInt(f -> f.place.column()));
    StringBuilder text = new StringBuilder(error.message()).append(':');
    for (Finding finding : findings) {
      text.append("\n  ").append(StackTraces.shortened(finding.value.toString()));
      text.append(" at ").append(finding.place);
    }
    if (more) {
      text.append("\n  ...");
    }
    return error.saying(text.toString());
  }

  private final class Collecting extends RuleActivation {
    Collecting(RuleCode rule) {
      super(rules.caller, rule);
      findOne = Conflicts.this.findOne;
    }

    @Override
    @Nullable Exit solved() {
      traceExit();
      produced = true;
      if (add(rule, value())) {
        throw new Found();
      }
      traceRedo();
      return null;
    }
  }
}
