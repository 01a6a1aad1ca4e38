package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.rego.types.TypeErrors;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import org.jspecify.annotations.Nullable;

/// The errors of one check, up to a limit.
final class ErrorLog {
  static final String COMPILE = "rego_compile_error";
  static final String TYPE = "rego_type_error";
  static final String UNSAFE = "rego_unsafe_var_error";
  static final String RECURSION = "rego_recursion_error";

  private static final Diagnostic LIMIT_REACHED =
      Diagnostic.error(COMPILE, "error limit reached", null);

  private final int limit;
  private final List<Diagnostic> errors = new ArrayList<>();
  private boolean full;
  private boolean stopped;

  /// @param limit 0 or less for none
  ErrorLog(int limit) {
    this.limit = limit;
  }

  /// An error at a place, or at none where code made what is wrong.
  static Diagnostic error(String code, String message, Location location) {
    return Diagnostic.error(code, message, place(location));
  }

  private static @Nullable Location place(Location location) {
    return location.row() == 0 ? null : location;
  }

  /// Records errors after which the phases that follow make no sense. False when the log is full.
  boolean add(List<Diagnostic> found) {
    stopped |= !found.isEmpty() && !full;
    return addRecoverable(found);
  }

  boolean add(Diagnostic found) {
    return add(List.of(found));
  }

  /// Records errors that let the other phases go on. False when the log is full.
  boolean addRecoverable(List<Diagnostic> found) {
    if (limit <= 0 || found.isEmpty()) {
      errors.addAll(found);
      return !full;
    }
    if (full) {
      return false;
    }
    errors.addAll(found.subList(0, Math.min(found.size(), limit - errors.size())));
    full = errors.size() == limit;
    stopped |= full;
    return !full;
  }

  /// Whether the phases that follow are not run.
  boolean isStopped() {
    return stopped;
  }

  /// All errors, by place.
  List<Diagnostic> sorted() {
    List<Diagnostic> sorted = new ArrayList<>(errors);
    sorted.sort(TypeErrors.ORDER);
    if (full) {
      sorted.add(LIMIT_REACHED);
    }
    return sorted;
  }

  /// Errors of a query as they were found, cut at the limit.
  static List<Diagnostic> limited(List<Diagnostic> errors, int limit) {
    if (limit <= 0 || errors.size() <= limit) {
      return errors;
    }
    List<Diagnostic> cut = new ArrayList<>(errors.subList(0, limit));
    cut.add(LIMIT_REACHED);
    return cut;
  }
}
