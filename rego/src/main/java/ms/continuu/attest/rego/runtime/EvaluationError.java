package ms.continuu.attest.rego.runtime;

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

  public EvaluationError(String code, String message, Location location) {
    super(message, null, false, false);
    this.code = code;
    this.location = location;
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
