package ms.continuu.attest.rego.interpret;

import ms.continuu.attest.rego.ir.Statement;
import ms.continuu.attest.rego.runtime.EvaluationError;
import org.jspecify.annotations.Nullable;

/// A statement being run, and what comes behind it: the rest of its block, once per solution.
final class Step {
  final Activation activation;
  final int at;
  final Statement statement;

  /// There was a solution.
  boolean defined;

  /// The replacements in force while the statement runs, but not behind it.
  @Nullable WithScope scope;

  /// The replacement of a function is being called.
  @Nullable MockPause withoutMocks;

  Step(Activation activation, int at, Statement statement) {
    this.activation = activation;
    this.at = at;
    this.statement = statement;
  }

  /// Goes on behind the statement. What has been bound is for the caller to undo.
  @Nullable Exit proceed() {
    defined = true;
    Machine m = activation.machine;
    MockPause pause = withoutMocks;
    if (pause != null) {
      pause.end();
    }
    WithScope entered = scope;
    if (entered != null) {
      entered.leave();
    }
    Exit exit;
    boolean nested = m.nested;
    try {
      exit = m.bodies.run(activation, at + 1);
    } catch (EvaluationError | Conflicts.Found error) {
      traceRedo(m);
      throw error;
    }
    if (entered != null) {
      entered.enter();
    }
    if (pause != null) {
      pause.begin();
    }
    if (nested) {
      activation.current = statement;
    }
    traceRedo(m);
    return exit;
  }

  private void traceRedo(Machine m) {
    if (m.tracing && !(statement.operation() instanceof Statement.Negation)) {
      activation.current = statement;
      m.trace.redo(activation, statement);
    }
  }
}
