package ms.continuu.attest.policy;

import java.util.List;
import ms.continuu.attest.value.Diagnostic;

/// The policies of some sources, and what is wrong with the sources.
public record Loaded(List<Policy> policies, List<Diagnostic> diagnostics) {
  public Loaded {
    policies = List.copyOf(policies);
    diagnostics = List.copyOf(diagnostics);
  }
}
