package ms.continuu.attest.rego.interpret;

import ms.continuu.attest.rego.ir.Operand;
import ms.continuu.attest.rego.ir.RuleCode;
import ms.continuu.attest.rego.ir.RuleIndex;
import ms.continuu.attest.rego.ir.RuleSet;
import ms.continuu.attest.rego.runtime.EvaluationError;
import ms.continuu.attest.rego.runtime.Patterns;
import ms.continuu.attest.rego.runtime.VirtualCache;
import ms.continuu.attest.rego.runtime.WrittenOrder;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Functions of the program.
final class Functions {
  private final Machine m;

  Functions(Machine machine) {
    m = machine;
  }

  /// The value of a call, or null.
  ///
  /// @param output what the result will be unified with; null when only its truth counts
  @Nullable Value value(RuleSet set, Value[] arguments, @Nullable Operand output, Activation a) {
    VirtualCache.Key key = new VirtualCache.Key(arguments);
    Value known = m.cache.part(set.id(), key);
    if (known != null) {
      return known;
    }
    RuleIndex.Match match = m.lookup.find(set, arguments, a);
    if (match.isEmpty()) {
      return null;
    }
    Evaluation evaluation = new Evaluation(set, a, match, null, arguments, output, key);
    evaluation.run();
    return evaluation.found;
  }

  /// Answers with the value of a call, from within the rule that has it.
  @Nullable Exit solutions(
      RuleSet set, Value[] arguments, @Nullable Operand output, Activation a, Answer answer) {
    if (!m.nested) {
      Value value = value(set, arguments, output, a);
      return value == null ? null : answer.accept(value);
    }
    RuleIndex.Match match = m.lookup.find(set, arguments, a);
    if (match.isEmpty()) {
      return null;
    }
    VirtualCache.Key key = new VirtualCache.Key(arguments);
    Value known = m.cache.part(set.id(), key);
    if (known != null) {
      if (m.telling && output != null) {
        m.told.unifyKnown(a, output, known);
      }
      return answer.accept(known);
    }
    return new Evaluation(set, a, match, answer, arguments, output, key).run();
  }

  private static final class Evaluation extends OrderedRules {
    private final Value[] arguments;
    private final @Nullable Operand output;
    private final VirtualCache.Key key;

    Evaluation(
        RuleSet set,
        Activation caller,
        RuleIndex.Match match,
        @Nullable Answer answer,
        Value[] arguments,
        @Nullable Operand output,
        VirtualCache.Key key) {
      super(set, caller, match, answer, output == null);
      this.arguments = arguments;
      this.output = output;
      this.key = key;
    }

    @Override
    void remember(Value value) {
      m.cache.putPart(set.id(), key, WrittenOrder.plain(value));
    }

    @Override
    boolean enter(RuleActivation activation) {
      Operand[] parameters = activation.rule.arguments();
      if (m.telling) {
        return told(parameters, activation);
      }
      for (int i = 0; i < parameters.length; i++) {
        if (!Patterns.match(parameters[i], activation.slots, arguments[i], m.trail)) {
          return false;
        }
      }
      return output == null || meets(output, activation);
    }

    private boolean told(Operand[] parameters, RuleActivation activation) {
      for (int i = 0; i < parameters.length; i++) {
        if (!m.told.unify(activation, new Operand.Constant(arguments[i]), caller, parameters[i])) {
          return false;
        }
      }
      Operand value = activation.rule.value();
      return output == null || value == null || m.told.unify(activation, output, caller, value);
    }

    /// A rule is not evaluated when its value cannot be what is wanted, as far as both are known.
    private boolean meets(Operand output, RuleActivation activation) {
      Value constant = activation.rule.constantValue();
      if (constant != null) {
        return Patterns.match(output, caller.slots, constant, m.trail);
      }
      Operand value = activation.rule.value();
      if (value == null) {
        return true;
      }
      Value wanted = Patterns.value(output, caller.slots);
      return wanted == null || Patterns.match(value, activation.slots, wanted, m.trail);
    }

    @Override
    EvaluationError conflict(RuleCode rule) {
      return new EvaluationError(
          EvaluationError.CONFLICT,
          "function " + set.text() + " produced conflicting values for the same inputs",
          rule.location());
    }
  }
}
