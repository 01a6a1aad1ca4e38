package ms.continuu.attest.rego.interpret;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ms.continuu.attest.rego.ir.Operand;
import ms.continuu.attest.rego.ir.Program;
import ms.continuu.attest.rego.ir.Query;
import ms.continuu.attest.rego.runtime.EvaluationError;
import ms.continuu.attest.rego.runtime.Patterns;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Runs queries over a program.
public final class Interpreter {
  private final Program program;

  public Interpreter(Program program) {
    this.program = program;
  }

  /// What a run came to.
  ///
  /// @param error why it could not go on, or null
  /// @param builtinErrors the faults of built-ins, in the order they happened
  public record Run(
      List<Row> rows,
      @Nullable EvaluationError error,
      List<EvaluationError> builtinErrors,
      long steps) {}

  /// One result.
  ///
  /// @param values those of the query's expressions
  /// @param bindings those of the variables it shows
  public record Row(List<Value> values, Map<String, Value> bindings) {}

  /// Runs a query. Where the order of events can be seen, as in traces, prints and errors, it is
  /// OPA's: a run that comes upon an error or a print is done again in that order, unless it has
  /// already had effects.
  public Run run(Query query, RunOptions options) {
    boolean traced = !options.tracers().isEmpty();
    Machine machine = new Machine(program, options, traced);
    Run run;
    try {
      run = run(machine, query);
    } catch (Unsettled again) {
      return run(new Machine(program, options, true), query);
    }
    EvaluationError error = run.error();
    boolean settled =
        error == null
            || traced
            || machine.effects
            || error.code().equals(EvaluationError.CANCELLED);
    return settled ? run : run(new Machine(program, options, true), query);
  }

  private static Run run(Machine machine, Query query) {
    List<Row> rows = new ArrayList<>();
    EvaluationError error = null;
    try {
      machine.bodies.runTraced(new Root(machine, query, rows));
    } catch (EvaluationError e) {
      error = e;
    } catch (StackOverflowError e) {
      error = LargeStack.tooDeep();
    }
    if (machine.options.strictBuiltinErrors() && !machine.builtinErrors.isEmpty()) {
      error = machine.builtinErrors.getFirst();
    }
    return new Run(rows, error, machine.builtinErrors, machine.budget.steps());
  }

  private static final class Root extends Activation {
    private final Query query;
    private final List<Row> rows;

    Root(Machine machine, Query query, List<Row> rows) {
      super(machine, null, query.block(), query.layout());
      this.query = query;
      this.rows = rows;
    }

    @Override
    @Nullable Exit solved() {
      if (machine.tracing) {
        machine.trace.exit(this, block.origin());
      }
      rows.add(new Row(values(), bindings()));
      machine.budget.grown(rows.size(), Location.NONE);
      if (machine.tracing) {
        machine.trace.redo(this, block.origin());
      }
      return null;
    }

    private List<Value> values() {
      List<Value> values = new ArrayList<>();
      for (Query.Result result : query.results()) {
        Operand operand = result.value();
        Value value = operand == null ? null : Patterns.value(operand, slots);
        values.add(value == null ? BooleanValue.TRUE : value);
      }
      return values;
    }

    private Map<String, Value> bindings() {
      Map<String, Value> sorted = new TreeMap<>();
      for (int slot = 0; slot < slots.length; slot++) {
        String name = query.names().get(slot);
        Value value = slots[slot];
        if (name != null && value != null) {
          sorted.put(name, value);
        }
      }
      return new LinkedHashMap<>(sorted);
    }
  }
}
