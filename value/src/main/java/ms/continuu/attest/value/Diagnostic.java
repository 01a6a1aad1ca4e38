package ms.continuu.attest.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is wrong with a text, as a value: collected, sorted and reported together, never thrown.
///
/// @param code a stable name, such as `rego_parse_error`
/// @param location where; null when it concerns no place
/// @param details further lines for the reader, such as the source line with a caret
/// @param facts the same for a program: what a JSON report prints as `details`, in this order
/// @param help what to do next; empty when there is nothing to add
public record Diagnostic(
    String code,
    Severity severity,
    String message,
    @Nullable Location location,
    List<String> details,
    List<Fact> facts,
    String help) {

  /// How bad it is.
  public enum Severity {
    ERROR,
    WARNING,
    NOTE
  }

  /// One named part of the details.
  ///
  /// @param tree its JSON, indented by two spaces, where members have an order of their own as in
  ///   syntax trees; else empty
  public record Fact(String name, Value value, String tree) {
    public Fact(String name, Value value) {
      this(name, value, "");
    }
  }

  public Diagnostic {
    details = List.copyOf(details);
    facts = List.copyOf(facts);
  }

  public static Diagnostic error(String code, String message, @Nullable Location location) {
    return new Diagnostic(code, Severity.ERROR, message, location, List.of(), List.of(), "");
  }

  /// This with details for the reader and for a program.
  public Diagnostic with(List<String> details, List<Fact> facts) {
    return new Diagnostic(code, severity, message, location, details, facts, help);
  }
}
