package ms.continuu.attest.rego;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// What a run of a query found.
///
/// @param rows the results, in order; none when the query is undefined
/// @param error what ended the run, or null
/// @param builtinErrors faults of built-ins that made expressions undefined, when they were asked
///   for
/// @param steps expressions evaluated
public record Evaluation(
    List<Row> rows, @Nullable Fault error, List<Fault> builtinErrors, long steps) {
  public Evaluation {
    rows = List.copyOf(rows);
    builtinErrors = List.copyOf(builtinErrors);
  }

  /// One result.
  ///
  /// @param bindings the query's variables by the names the user gave them, in order of name
  public record Row(List<Expression> expressions, Map<String, Value> bindings) {
    public Row {
      expressions = List.copyOf(expressions);
      bindings = new LinkedHashMap<>(bindings);
    }
  }

  /// The value of one expression of the query, with its text and place.
  public record Expression(Value value, String text, Location location) {}

  /// A run that could not go on, with OPA's code (`eval_conflict_error`, …) and words.
  ///
  /// @param stack the queries that were being evaluated, innermost first; empty when not known
  public record Fault(String code, String message, Location location, List<Frame> stack) {
    public Fault {
      stack = List.copyOf(stack);
    }

    public Fault(String code, String message, Location location) {
      this(code, message, location, List.of());
    }

    /// `file:row: code: message`, as OPA prints it.
    @Override
    public String toString() {
      String place = location.row() == 0 ? "" : location + ": ";
      return place + code + ": " + message;
    }
  }

  /// One query of the stack of a [Fault], standing at an expression.
  ///
  /// @param queryId as in trace events
  /// @param location null when the query has no expression
  /// @param text the expression on one line, local variables resolved, at most as long as OPA's
  public record Frame(long queryId, @Nullable Location location, String text) {}
}
