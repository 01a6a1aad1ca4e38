package ms.continuu.attest.policy;

import java.util.List;
import ms.continuu.attest.value.Diagnostic;
import org.jspecify.annotations.Nullable;

/// The policies of some sources, and what is wrong with the sources.
///
/// @param group null when the sources hold no policy, or are not sound
public record Loaded(@Nullable PolicyGroup group, List<Diagnostic> diagnostics) {
  public Loaded {
    diagnostics = List.copyOf(diagnostics);
  }
}
