package ms.continuu.attest.rego.interpret;

import ms.continuu.attest.rego.ir.RuleCode;
import ms.continuu.attest.rego.ir.RuleIndex;
import ms.continuu.attest.rego.ir.RuleSet;
import ms.continuu.attest.rego.runtime.EvaluationError;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// One evaluation of the rules of a complete document or a function: each with its `else`s, then
/// the default. All that hold must agree.
abstract class OrderedRules {
  final Machine m;
  final RuleSet set;
  final Activation caller;
  private final RuleIndex.Match match;
  private final @Nullable Answer answer;

  /// False is no answer: the value of a call is not used but for its truth.
  private final boolean truthOnly;

  /// The first value found.
  @Nullable Value found;

  /// Whether the rule evaluated last had a value.
  private boolean produced;

  OrderedRules(
      RuleSet set,
      Activation caller,
      RuleIndex.Match match,
      @Nullable Answer answer,
      boolean truthOnly) {
    m = caller.machine;
    this.set = set;
    this.caller = caller;
    this.match = match;
    this.answer = answer;
    this.truthOnly = truthOnly;
  }

  /// Keeps a value for later.
  abstract void remember(Value value);

  /// Takes what a rule is evaluated with into its frame; false when it does not apply.
  abstract boolean enter(RuleActivation rule);

  abstract EvaluationError conflict(RuleCode rule);

  /// Evaluates the rules. Exits end here, but for what they were made of.
  final @Nullable Exit run() {
    boolean findOne = match.earlyExit() && m.options.earlyExit();
    Exit deferred = null;
    for (RuleCode[] chain : match.chains()) {
      for (RuleCode rule : chain) {
        Exit exit = evaluate(rule, findOne);
        if (exit != null) {
          if (!exit.deferred()) {
            return exit.previous();
          }
          deferred = deferred == null ? exit : deferred;
        }
        if (produced) {
          break;
        }
      }
    }
    RuleCode fallback = match.fallback();
    if (fallback != null && found == null) {
      return Exit.behind(evaluate(fallback, findOne));
    }
    return Exit.behind(deferred);
  }

  private @Nullable Exit evaluate(RuleCode rule, boolean findOne) {
    produced = false;
    int mark = m.trail.mark();
    int depth = m.bodies.depth();
    int calls = m.budget.depth();
    try {
      return start(new Ordinary(rule, findOne));
    } catch (EvaluationError error) {
      if (error.code().equals(EvaluationError.CONFLICT) && error.location() == rule.location()) {
        m.trail.undo(mark);
        m.bodies.restore(depth);
        m.budget.restore(calls);
        throw new Conflicts(this, match, findOne).explain(error);
      }
      throw error;
    }
  }

  final @Nullable Exit start(RuleActivation rule) {
    rule.traceEnter();
    int mark = m.trail.mark();
    Exit exit = enter(rule) ? rule.run() : null;
    m.trail.undo(mark);
    return exit;
  }

  private final class Ordinary extends RuleActivation {
    Ordinary(RuleCode rule, boolean findOne) {
      super(caller, rule);
      this.findOne = findOne;
    }

    @Override
    @Nullable Exit solved() {
      traceExit();
      Value value = value();
      produced = true;
      Value before = found;
      if (before != null && !before.equals(value)) {
        throw conflict(rule);
      }
      if (truthOnly && value == BooleanValue.FALSE) {
        remember(value);
        found = value;
        return null;
      }
      if (before == null) {
        found = value;
        remember(value);
        if (m.telling) {
          m.told.answersWith(this);
        }
        Exit exit = answer == null ? null : answer.accept(value);
        if (exit != null) {
          return exit;
        }
      }
      traceRedo();
      return null;
    }
  }
}
