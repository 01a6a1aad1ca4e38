package ms.continuu.attest.rego.interpret;

import ms.continuu.attest.rego.ir.Operand;
import ms.continuu.attest.rego.ir.Statement;
import ms.continuu.attest.rego.runtime.Patterns;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// `left = right`, where a side may be a reference with many values.
final class Unification {
  private final Machine m;

  Unification(Machine machine) {
    m = machine;
  }

  Outcome direct(Activation a, Statement.Unify unify) {
    Operand left = unify.left();
    Operand right = unify.right();
    if (left.isComputed()) {
      Value value = m.references.evaluate(left, a);
      if (value == null || value == References.MANY) {
        return value == null ? Outcome.FAILS : Outcome.MANY;
      }
      return right.isComputed() ? equal(value, right, a) : matches(right, a, value);
    }
    if (right.isComputed()) {
      Value value = m.references.evaluate(right, a);
      if (value == null || value == References.MANY) {
        return value == null ? Outcome.FAILS : Outcome.MANY;
      }
      return matches(left, a, value);
    }
    return Outcome.of(Patterns.unify(left, right, a.slots, m.trail));
  }

  private Outcome equal(Value left, Operand right, Activation a) {
    Value value = m.references.evaluate(right, a);
    return value == References.MANY ? Outcome.MANY : Outcome.of(left.equals(value));
  }

  Outcome matches(Operand pattern, Activation a, Value value) {
    return Outcome.of(Patterns.match(pattern, a.slots, value, m.trail));
  }

  @Nullable Exit solutions(Statement.Unify unify, Step step) {
    Operand left = unify.left();
    Operand right = unify.right();
    Activation a = step.activation;
    if (m.telling && (left.isComputed() || right.isComputed())) {
      m.told.tell(a, left, right);
    }
    if (left.isComputed()) {
      return evaluate(
          left,
          a,
          right,
          value -> right.isComputed() ? equal(value, right, step) : match(right, value, step));
    }
    if (right.isComputed()) {
      return evaluate(right, a, left, value -> match(left, value, step));
    }
    int mark = m.trail.mark();
    boolean unified =
        m.telling ? m.told.unify(a, left, right) : Patterns.unify(left, right, a.slots, m.trail);
    Exit exit = unified ? step.proceed() : null;
    m.trail.undo(mark);
    return exit;
  }

  private @Nullable Exit equal(Value left, Operand right, Step step) {
    if (m.telling) {
      m.told.tellFound(step.activation, left, right);
    }
    return evaluate(
        right,
        step.activation,
        null,
        value -> {
          if (m.telling) {
            m.told.tellFound(step.activation, value, new Operand.Constant(left));
          }
          return value.equals(left) ? step.proceed() : null;
        });
  }

  /// Goes on behind a step once a pattern has been matched with what a computed operand is.
  @Nullable Exit match(Operand pattern, Value value, Step step) {
    Activation a = step.activation;
    if (!m.telling) {
      return matchSilently(pattern, value, step);
    }
    boolean reversed = m.reversed;
    m.reversed = false;
    int mark = m.trail.mark();
    boolean unified =
        reversed ? m.told.unify(a, pattern, value) : m.told.unifyFound(a, value, pattern);
    Exit exit = unified ? step.proceed() : null;
    m.trail.undo(mark);
    return exit;
  }

  /// The same with the result of a built-in.
  @Nullable Exit matchOutput(Operand output, Value value, Step step) {
    m.reversed = m.telling;
    return match(output, value, step);
  }

  /// The same where OPA has unified both before.
  @Nullable Exit matchSilently(Operand pattern, Value value, Step step) {
    int mark = m.trail.mark();
    Exit exit =
        Patterns.match(pattern, step.activation.slots, value, m.trail) ? step.proceed() : null;
    m.trail.undo(mark);
    return exit;
  }

  /// Every value of an operand.
  ///
  /// @param wanted what the value will be unified with, if that is known
  @Nullable Exit evaluate(Operand operand, Activation a, @Nullable Operand wanted, Answer answer) {
    if (operand instanceof Operand.Reference reference) {
      return m.references.solutions(reference, a, wanted, answer);
    }
    Value value = m.references.evaluate(operand, a);
    return value == null ? null : answer.accept(value);
  }
}
