package ms.continuu.attest.operations.policies;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.policy.Loaded;
import ms.continuu.attest.policy.PolicyFrontend;
import ms.continuu.attest.policy.PolicyGroup;
import ms.continuu.attest.policy.PolicySet;
import ms.continuu.attest.policy.PolicySources;
import ms.continuu.attest.policy.rego.RegoFrontend;
import ms.continuu.attest.value.Diagnostic;

/// The policies of some sources, ready to judge, and what is wrong with the sources. With faults
/// the set is not whole.
public record LoadedPolicies(PolicySet policies, List<Diagnostic> faults) {
  private static final List<PolicyFrontend> FRONTENDS = List.of(new RegoFrontend());

  public LoadedPolicies {
    faults = List.copyOf(faults);
  }

  /// Loads what any dialect recognises.
  public static LoadedPolicies of(PolicySources sources) {
    List<PolicyGroup> groups = new ArrayList<>();
    List<Diagnostic> faults = new ArrayList<>();
    for (PolicyFrontend frontend : FRONTENDS) {
      Loaded loaded = frontend.load(sources);
      faults.addAll(loaded.diagnostics());
      if (loaded.group() != null) {
        groups.add(loaded.group());
      }
    }
    return new LoadedPolicies(PolicySet.of(sources, groups), faults);
  }
}
