package ms.continuu.attest.operations.config;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// What is configured, each value with who set it.
///
/// @param scalars the value of every key of the section `policy` that holds one value
/// @param customPolicies policies written in the configuration
/// @param policies how single policies and groups are enforced
public record Configuration(
    Map<ScalarKey, Setting<Value>> scalars,
    List<CustomPolicy> customPolicies,
    List<PolicyEntry> policies) {
  /// What holds when nobody says anything.
  public static final Configuration DEFAULT = new Configuration(Map.of(), List.of(), List.of());

  public Configuration {
    EnumMap<ScalarKey, Setting<Value>> all = new EnumMap<>(ScalarKey.class);
    for (ScalarKey key : ScalarKey.values()) {
      all.put(key, scalars.getOrDefault(key, Setting.byDefault(key.initial())));
    }
    scalars = Collections.unmodifiableMap(all);
    customPolicies = List.copyOf(customPolicies);
    policies = List.copyOf(policies);
  }

  /// The value of a key, and who set it.
  public Setting<Value> setting(ScalarKey key) {
    return Objects.requireNonNull(scalars.get(key));
  }

  public boolean isEnabled() {
    return isTrue(ScalarKey.ENABLED);
  }

  public boolean isOpaEnabled() {
    return isTrue(ScalarKey.OPA_ENABLED);
  }

  public boolean isGatekeeperEnabled() {
    return isTrue(ScalarKey.GATEKEEPER_ENABLED);
  }

  public boolean failsOnViolation() {
    return isTrue(ScalarKey.FAIL_ON_VIOLATION);
  }

  /// The address of a bundle of policies; empty for none.
  public String bundleUrl() {
    return text(ScalarKey.BUNDLE_URL);
  }

  /// A folder of policies; empty for none. Relative paths count from the working directory.
  public String bundlePath() {
    return text(ScalarKey.BUNDLE_PATH);
  }

  public boolean isDebug() {
    return isTrue(ScalarKey.DEBUG);
  }

  /// Whether comments in judged files may let findings pass.
  public boolean allowsInlineSuppressions() {
    return isTrue(ScalarKey.INLINE_SUPPRESSIONS);
  }

  /// All settings by their keys, as `attest config list` shows them: every scalar, and what is said
  /// of policies.
  public SequencedMap<String, Setting<Value>> settings() {
    SequencedMap<String, Setting<Value>> all = new LinkedHashMap<>();
    scalars.forEach((key, setting) -> all.put(key.key(), setting));
    for (PolicyEntry entry : policies) {
      String key = "policies." + entry.name();
      if (entry.enabled().isGiven()) {
        all.put(
            key + ".enabled",
            new Setting<>(BooleanValue.of(entry.enabled().value()), entry.enabled().origin()));
      }
      if (entry.enforcement().isGiven()) {
        all.put(
            key + ".enforcement",
            new Setting<>(
                StringValue.of(entry.enforcement().value().word()), entry.enforcement().origin()));
      }
      entry.parameters().forEach((name, setting) -> all.put(key + ".parameters." + name, setting));
    }
    return all;
  }

  private boolean isTrue(ScalarKey key) {
    return setting(key).value() == BooleanValue.TRUE;
  }

  private String text(ScalarKey key) {
    return setting(key).value() instanceof StringValue text ? text.text() : "";
  }
}
