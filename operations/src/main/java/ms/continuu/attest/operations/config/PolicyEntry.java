package ms.continuu.attest.operations.config;

import java.util.Collections;
import java.util.SequencedMap;
import java.util.TreeMap;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.Value;

/// What the list `policies` says of a policy, or of all policies of a package.
///
/// @param name as it was written
/// @param parameters what it is configured with, by name
/// @param location where its name stands, in the file that goes first
public record PolicyEntry(
    String name,
    Setting<Boolean> enabled,
    Setting<Enforcement> enforcement,
    SequencedMap<String, Setting<Value>> parameters,
    Location location) {
  public PolicyEntry {
    parameters = Collections.unmodifiableSequencedMap(new TreeMap<>(parameters));
  }

  /// The parameters' values.
  public ObjectValue values() {
    ObjectValue.Builder values = ObjectValue.builder();
    parameters.forEach((name, setting) -> values.put(name, setting.value()));
    return values.build();
  }

  /// Both in one. What this says goes before what the other says.
  PolicyEntry over(PolicyEntry other) {
    TreeMap<String, Setting<Value>> all = new TreeMap<>(other.parameters);
    all.putAll(parameters);
    return new PolicyEntry(
        name,
        enabled.isGiven() ? enabled : other.enabled,
        enforcement.isGiven() ? enforcement : other.enforcement,
        all,
        location);
  }

  /// Names that differ in nothing but dots, dashes and underscores are one.
  static String plain(String name) {
    return name.replace('.', '-').replace('_', '-');
  }
}
