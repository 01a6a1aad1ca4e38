package ms.continuu.attest.rego.syntax;

import java.util.List;
import ms.continuu.attest.value.Diagnostic;
import org.jspecify.annotations.Nullable;

/// A tree and what is wrong with its text. Parsing never throws.
///
/// @param tree null when the text is empty, or too broken to make a tree of
public record Parsed<T>(@Nullable T tree, List<Diagnostic> diagnostics) {
  public Parsed {
    diagnostics = List.copyOf(diagnostics);
  }

  /// Whether there is a tree and nothing wrong with it.
  public boolean isSound() {
    return tree != null && diagnostics.isEmpty();
  }
}
