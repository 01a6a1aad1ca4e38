package ms.continuu.attest.operations.policies;

import java.util.List;
import ms.continuu.attest.value.Diagnostic;

/// What goes wrong outside of any text.
public final class Faults {
  private Faults() {}

  /// A fault that concerns no place.
  ///
  /// @param help what to do about it, or nothing
  public static Diagnostic fault(String code, String message, String help) {
    return new Diagnostic(
        code, Diagnostic.Severity.ERROR, message, null, List.of(), List.of(), help);
  }
}
