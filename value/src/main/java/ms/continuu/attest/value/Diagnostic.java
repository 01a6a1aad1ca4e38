package ms.continuu.attest.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is wrong with a text, as a value: collected, sorted and reported together, never thrown.
///
/// @param code a stable name, such as `rego_parse_error`
/// @param location where; null when it concerns no place
/// @param details further lines for the reader, such as the source line with a caret
/// @param help what to do next; empty when there is nothing to add
public record Diagnostic(
    String code,
    Severity severity,
    String message,
    @Nullable Location location,
    List<String> details,
    String help) {

  /// How bad it is.
  public enum Severity {
    ERROR,
    WARNING,
    NOTE
  }

  public Diagnostic {
    details = List.copyOf(details);
  }

  public static Diagnostic error(String code, String message, @Nullable Location location) {
    return new Diagnostic(code, Severity.ERROR, message, location, List.of(), "");
  }
}
