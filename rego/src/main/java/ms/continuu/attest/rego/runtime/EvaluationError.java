package ms.continuu.attest.rego.runtime;

import java.util.List;
import ms.continuu.attest.value.Location;

/// Ends a run, with OPA's code and words. Cheap: it has no stack trace.
public final class EvaluationError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public static final String CONFLICT = "eval_conflict_error";
  public static final String INTERNAL = "eval_internal_error";
  public static final String CANCELLED = "eval_cancel_error";
  public static final String BUILTIN = "eval_builtin_error";
  public static final String TYPE = "eval_type_error";

  private final String code;
  private final transient Location location;
  private final transient List<StackFrame> stack;

  public EvaluationError(String code, String message, Location location) {
    this(code, message, location, List.of());
  }

  private EvaluationError(String code, String message, Location location, List<StackFrame> stack) {
    super(message, null, false, false);
    this.code = code;
    this.location = location;
    this.stack = List.copyOf(stack);
  }

  /// A query that was being evaluated, at one of its expressions.
  ///
  /// @param text the source of the expression, with the values of its variables
  public record StackFrame(long queryId, Location location, String text) {}

  /// This error, as it came up while these queries were being evaluated, the innermost first.
  public EvaluationError at(List<StackFrame> frames) {
    return new EvaluationError(code, message(), location, frames);
  }

  /// The same with other words.
  public EvaluationError saying(String message) {
    return new EvaluationError(code, message, location, stack);
  }

  public List<StackFrame> stack() {
    return stack;
  }

  /// Two values of one key.
  public static EvaluationError objectKeys(Location location) {
    return new EvaluationError(CONFLICT, "object keys must be unique", location);
  }

  public String code() {
    return code;
  }

  public String message() {
    String message = getMessage();
    return message == null ? "" : message;
  }

  /// Where; [Location#NONE] when it concerns no place.
  public Location location() {
    return location;
  }
}
