package ms.continuu.attest.rego.interpret;

import ms.continuu.attest.rego.ir.Operand;
import ms.continuu.attest.rego.ir.RuleCode;
import ms.continuu.attest.rego.ir.RuleIndex;
import ms.continuu.attest.rego.ir.RuleSet;
import ms.continuu.attest.rego.runtime.EvaluationError;
import ms.continuu.attest.rego.runtime.Patterns;
import ms.continuu.attest.rego.runtime.VirtualCache;
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
  /// @param expected the value that the result will be unified with, when it is known
  /// @param truthOnly the value is not used but for its truth
  @Nullable Value value(
      RuleSet set, Value[] arguments, @Nullable Value expected, boolean truthOnly, Activation a) {
    VirtualCache.Key key = new VirtualCache.Key(arguments);
    Value known = m.cache.part(set.id(), key);
    if (known != null) {
      return known;
    }
    RuleIndex.Match match = m.lookup.find(set, arguments, a);
    if (match.isEmpty()) {
      return null;
    }
    Evaluation evaluation =
        new Evaluation(set, a, match, null, truthOnly, arguments, expected, key);
    evaluation.run();
    return evaluation.found;
  }

  /// Answers with the value of a call, from within the rule that has it.
  @Nullable Exit solutions(
      RuleSet set,
      Value[] arguments,
      @Nullable Value expected,
      boolean truthOnly,
      Activation a,
      Answer answer) {
    if (!m.nested) {
      Value value = value(set, arguments, expected, truthOnly, a);
      return value == null ? null : answer.accept(value);
    }
    RuleIndex.Match match = m.lookup.find(set, arguments, a);
    if (match.isEmpty()) {
      return null;
    }
    VirtualCache.Key key = new VirtualCache.Key(arguments);
    Value known = m.cache.part(set.id(), key);
    if (known != null) {
      return answer.accept(known);
    }
    return new Evaluation(set, a, match, answer, truthOnly, arguments, expected, key).run();
  }

  private static final class Evaluation extends OrderedRules {
    private final Value[] arguments;
    private final @Nullable Value expected;
    private final VirtualCache.Key key;

    Evaluation(
        RuleSet set,
        Activation caller,
        RuleIndex.Match match,
        @Nullable Answer answer,
        boolean truthOnly,
        Value[] arguments,
        @Nullable Value expected,
        VirtualCache.Key key) {
      super(set, caller, match, answer, truthOnly);
      this.arguments = arguments;
      this.expected = expected;
      this.key = key;
    }

    @Override
    void remember(Value value) {
      m.cache.putPart(set.id(), key, value);
    }

    @Override
    boolean enter(RuleActivation activation) {
      Operand[] parameters = activation.rule.arguments();
      for (int i = 0; i < parameters.length; i++) {
        if (!Patterns.match(parameters[i], activation.slots, arguments[i], m.trail)) {
          return false;
        }
      }
      Operand value = activation.rule.value();
      return expected == null
          || value == null
          || Patterns.match(value, activation.slots, expected, m.trail);
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
