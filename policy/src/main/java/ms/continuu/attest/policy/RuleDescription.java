package ms.continuu.attest.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.ObjectValue;

/// A rule that judges, as its annotations describe it. Texts that are not given are empty.
///
/// @param policy the policy it belongs to
/// @param name the rule's name, such as `deny`
/// @param level what its findings ask for
/// @param severity of its findings, unless one says otherwise
/// @param remediation what to do about a finding
/// @param controls names of frameworks to the numbers of their controls
/// @param references addresses of further reading
/// @param convention how it is asked: what its input holds, and in which version of its language
/// @param custom what else its annotations say, such as parameters and examples
/// @param location where the rule stands
public record RuleDescription(
    PolicyId policy,
    String name,
    Level level,
    Severity severity,
    String title,
    String description,
    String remediation,
    SequencedMap<String, List<String>> controls,
    List<String> references,
    String convention,
    ObjectValue custom,
    Location location) {
  public RuleDescription {
    SequencedMap<String, List<String>> copy = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> control : controls.entrySet()) {
      copy.put(control.getKey(), List.copyOf(control.getValue()));
    }
    controls = copy;
    references = List.copyOf(references);
  }

  /// The same rule at another place.
  RuleDescription at(Location place) {
    return new RuleDescription(
        policy,
        name,
        level,
        severity,
        title,
        description,
        remediation,
        controls,
        references,
        convention,
        custom,
        place);
  }

  /// What reports call it: `attest.security.privileged/deny`. Unique in a policy set.
  public String id() {
    return policy.name() + "/" + name;
  }
}
