package ms.continuu.attest.policy;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// A policy as its annotations describe it: what its rules have in common, and the rules.
///
/// @param title what it asks for; that of its first rule where it has none of its own
/// @param description why; empty where only the rules say
/// @param custom what else the annotations of the policy as a whole say, such as its parameters
/// @param convention how it is asked
/// @param location where the policy begins
/// @param rules in the order of their names
public record PolicyDescription(
    PolicyId id,
    String title,
    String description,
    ObjectValue custom,
    String convention,
    Location location,
    List<RuleDescription> rules) {
  public PolicyDescription {
    rules = List.copyOf(rules);
  }

  /// The part of the name before the last: `security` for `attest.security.privileged`; empty for a
  /// name of one part.
  public String area() {
    String name = id.name();
    int last = name.lastIndexOf('.');
    return last < 0 ? "" : name.substring(name.lastIndexOf('.', last - 1) + 1, last);
  }

  /// The worst severity of its rules.
  public Severity severity() {
    return rules.stream()
        .map(RuleDescription::severity)
        .min(Comparator.naturalOrder())
        .orElse(Severity.MEDIUM);
  }

  /// What it may be configured with: names to objects with `type` and `description`.
  public ObjectValue parameters() {
    Value parameters = custom.get(StringValue.of("parameters"));
    return parameters instanceof ObjectValue object ? object : ObjectValue.EMPTY;
  }

  /// The same with the wanted ones of its rules.
  public PolicyDescription keeping(Predicate<RuleDescription> wanted) {
    return new PolicyDescription(
        id,
        title,
        description,
        custom,
        convention,
        location,
        rules.stream().filter(wanted).toList());
  }
}
