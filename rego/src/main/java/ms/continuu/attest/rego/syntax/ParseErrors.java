package ms.continuu.attest.rego.syntax;

import java.util.List;
import java.util.stream.Collectors;
import ms.continuu.attest.value.Diagnostic;

/// Errors of a text as OPA's messages quote them.
public final class ParseErrors {
  private ParseErrors() {}

  /// `1 error occurred: …`, or all of them, a line each. One that concerns no place in a text
  /// stands alone.
  public static String text(List<Diagnostic> errors) {
    Diagnostic first = errors.getFirst();
    if (errors.size() == 1
        && (first.code().isEmpty() || first.location() != null && first.location().row() == 0)) {
      return text(first);
    }
    String all = errors.stream().map(ParseErrors::text).collect(Collectors.joining("\n"));
    return errors.size() == 1
        ? "1 error occurred: " + all
        : errors.size() + " errors occurred:\n" + all;
  }

  private static String text(Diagnostic error) {
    StringBuilder text = new StringBuilder();
    if (error.location() != null) {
      text.append(error.location()).append(": ");
    }
    if (!error.code().isEmpty()) {
      text.append(error.code()).append(": ");
    }
    text.append(error.message());
    error.details().forEach(line -> text.append("\n\t").append(line));
    return text.toString();
  }
}
