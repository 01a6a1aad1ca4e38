package ms.continuu.attest.rego.interpret;

import ms.continuu.attest.rego.ir.RuleCode;
import ms.continuu.attest.rego.ir.RuleIndex;
import ms.continuu.attest.rego.ir.RuleSet;
import ms.continuu.attest.rego.runtime.EvaluationError;
import ms.continuu.attest.rego.runtime.VirtualCache;
import ms.continuu.attest.rego.runtime.WrittenOrder;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Documents of one value.
final class CompleteRules {
  private final Machine m;

  CompleteRules(Machine machine) {
    m = machine;
  }

  /// The value of a document, or null.
  @Nullable Value value(RuleSet set, Activation a) {
    Object known = m.cache.document(set.id());
    if (known != null) {
      return known == VirtualCache.UNDEFINED ? null : (Value) known;
    }
    if (m.nested) {
      Value[] found = {null};
      solutions(
          set,
          a,
          value -> {
            found[0] = value;
            return null;
          });
      return found[0];
    }
    if (set.isFunction()) {
      return null;
    }
    Evaluation evaluation = new Evaluation(set, a, m.lookup.find(set, a), null);
    evaluation.run();
    return evaluation.settle();
  }

  /// Answers with the value of a document, from within the rule that has it.
  @Nullable Exit solutions(RuleSet set, Activation a, Answer answer) {
    if (!m.nested) {
      Value value = value(set, a);
      return value == null ? null : answer.accept(value);
    }
    RuleIndex.Match match = m.lookup.find(set, a);
    if (match.isEmpty() || set.isFunction()) {
      return null;
    }
    Object known = m.cache.document(set.id());
    if (known != null) {
      return known == VirtualCache.UNDEFINED ? null : answer.accept((Value) known);
    }
    Evaluation evaluation = new Evaluation(set, a, match, answer);
    Exit exit = evaluation.run();
    evaluation.settle();
    return exit;
  }

  private static final class Evaluation extends OrderedRules {
    Evaluation(RuleSet set, Activation caller, RuleIndex.Match match, @Nullable Answer answer) {
      super(set, caller, match, answer, false);
    }

    @Nullable Value settle() {
      if (found == null) {
        m.cache.putDocument(set.id(), VirtualCache.UNDEFINED);
      }
      return found;
    }

    @Override
    void remember(Value value) {
      m.cache.putDocument(set.id(), WrittenOrder.plain(value));
    }

    @Override
    boolean enter(RuleActivation rule) {
      return true;
    }

    @Override
    EvaluationError conflict(RuleCode rule) {
      return new EvaluationError(
          EvaluationError.CONFLICT,
          "rule " + set.text() + " produced conflicting values",
          rule.location());
    }
  }
}
