package ms.continuu.attest.rego.interpret;

import ms.continuu.attest.rego.ir.Operand;
import ms.continuu.attest.rego.ir.Statement;
import ms.continuu.attest.rego.runtime.EvaluationError;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Runs the statements of a block, each for every solution of those before it.
///
/// A statement with at most one solution is run in a loop; one that may have many calls the rest of
/// the block from within, once for each. An exact run does the latter always, as the order of
/// events demands.
final class Bodies {
  /// Nested calls until the evaluation moves to another, larger stack.
  private static final int FIRST_STACK = 200;

  private final Machine m;
  private int depth;
  private int limit = FIRST_STACK;

  Bodies(Machine machine) {
    m = machine;
  }

  /// All solutions of a block.
  @Nullable Exit run(Activation a) {
    int mark = m.trail.mark();
    Exit exit = run(a, 0);
    m.trail.undo(mark);
    return exit;
  }

  /// All solutions of a block, its beginning and its end being traced.
  @Nullable Exit runTraced(Activation a) {
    if (m.tracing) {
      m.trace.enter(a, a.block.origin());
    }
    return run(a);
  }

  /// The rest of a block. What it binds stays bound: the caller undoes it.
  @Nullable Exit run(Activation a, int from) {
    if (depth >= limit) {
      return onLargerStack(a, from);
    }
    depth++;
    Exit exit = statements(a, from);
    depth--;
    return exit;
  }

  private @Nullable Exit statements(Activation a, int from) {
    Statement[] statements = a.block.statements();
    for (int at = from; at < statements.length; at++) {
      Statement statement = statements[at];
      m.budget.step(a, statement);
      a.current = statement;
      if (m.nested) {
        return nested(a, at, statement);
      }
      Outcome outcome =
          statement.modifiers().length == 0
              ? direct(a, statement)
              : m.modifiers.direct(a, statement);
      if (outcome == Outcome.FAILS) {
        return null;
      }
      if (outcome == Outcome.MANY) {
        return m.modifiers.perform(new Step(a, at, statement));
      }
    }
    return finish(a);
  }

  private @Nullable Exit finish(Activation a) {
    Exit exit = a.solved();
    if (exit != null) {
      return new Exit(exit, !a.findOne);
    }
    return a.findOne ? Exit.NOW : null;
  }

  private @Nullable Exit nested(Activation a, int at, Statement statement) {
    if (m.tracing) {
      m.trace.eval(a, statement);
    }
    int mark = m.trail.mark();
    try {
      return m.modifiers.perform(new Step(a, at, statement));
    } catch (EvaluationError error) {
      if (!error.stack().isEmpty()) {
        throw error;
      }
      m.trail.undo(mark);
      a.current = statement;
      throw error.at(StackTraces.of(a));
    }
  }

  /// Runs a statement that has at most one solution; [Outcome#MANY] when it may have more, and then
  /// nothing has been bound.
  Outcome direct(Activation a, Statement statement) {
    return switch (statement.operation()) {
      case Statement.Unify unify -> m.unification.direct(a, unify);
      case Statement.CallBuiltin call -> m.calls.direct(a, call, statement);
      case Statement.CallFunction call -> m.calls.direct(a, call, statement);
      case Statement.Test(var operand) -> {
        Value value = m.references.evaluate(operand, a);
        yield value == References.MANY
            ? Outcome.MANY
            : Outcome.of(value != null && value != BooleanValue.FALSE);
      }
      case Statement.Negation not -> Outcome.of(!m.closures.isDefined(a, not.block()));
      case Statement.NotBody not -> Outcome.of(!m.closures.isDefined(a, not.block()));
      case Statement.Every every -> Outcome.of(m.closures.every(a, every, statement));
      case Statement.Both both ->
          Outcome.of(m.closures.holds(a, both.left()) && m.closures.holds(a, both.right()));
      case Statement.Either either ->
          Outcome.of(m.closures.holds(a, either.left()) || m.closures.holds(a, either.right()));
    };
  }

  /// Runs a statement, calling the step for each solution.
  @Nullable Exit perform(Step step) {
    Exit exit = solutions(step);
    if (m.tracing && exit == null && !step.defined) {
      m.trace.fail(step.activation, step.statement);
    }
    return exit;
  }

  private @Nullable Exit solutions(Step step) {
    Activation a = step.activation;
    return switch (step.statement.operation()) {
      case Statement.Unify unify -> m.unification.solutions(unify, step);
      case Statement.CallBuiltin call -> m.calls.solutions(call, step);
      case Statement.CallFunction call -> m.calls.solutions(call, step);
      case Statement.Test(var operand) -> {
        if (m.telling) {
          m.told.tellTest(a, operand);
        }
        yield m.unification.evaluate(operand, a, null, value -> tested(operand, value, step));
      }
      case Statement.Negation not -> m.closures.negation(not, step);
      case Statement.NotBody not -> m.closures.isDefined(a, not.block()) ? null : step.proceed();
      case Statement.Every every -> m.closures.every(every, step);
      case Statement.Both both ->
          m.closures.holds(a, both.left()) && m.closures.holds(a, both.right())
              ? step.proceed()
              : null;
      case Statement.Either either ->
          m.closures.holds(a, either.left()) || m.closures.holds(a, either.right())
              ? step.proceed()
              : null;
    };
  }

  private @Nullable Exit tested(Operand operand, Value value, Step step) {
    if (m.telling && operand.isComputed()) {
      m.told.tellTest(step.activation, value);
    }
    return value == BooleanValue.FALSE ? null : step.proceed();
  }

  /// Continues on a thread with a stack that deep programs do not exhaust; this one waits.
  private @Nullable Exit onLargerStack(Activation a, int from) {
    int before = limit;
    limit = Integer.MAX_VALUE;
    Exit exit = LargeStack.run(() -> run(a, from));
    limit = before;
    return exit;
  }

  int depth() {
    return depth;
  }

  void restore(int former) {
    depth = former;
  }
}
