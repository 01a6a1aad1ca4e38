package ms.continuu.attest.rego.format;

import java.util.List;
import ms.continuu.attest.value.Diagnostic;
import org.jspecify.annotations.Nullable;

/// A text in OPA's style, or why there is none.
///
/// @param text null when there are diagnostics
public record Formatted(@Nullable String text, List<Diagnostic> diagnostics) {
  public Formatted {
    diagnostics = List.copyOf(diagnostics);
  }
}
