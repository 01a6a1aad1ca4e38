package ms.continuu.attest.operations.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// The keys of the section `policy` that hold one value.
public enum ScalarKey {
  ENABLED("enabled", BooleanValue.TRUE, "whether policies judge at all"),
  OPA_ENABLED("opa_enabled", BooleanValue.TRUE, "whether policies in Rego judge"),
  GATEKEEPER_ENABLED(
      "gatekeeper_enabled",
      BooleanValue.TRUE,
      "whether constraint templates and constraints of Gatekeeper judge"),
  FAIL_ON_VIOLATION(
      "fail_on_violation",
      BooleanValue.TRUE,
      "whether a check with violations exits with 1; otherwise they are only told"),
  BUNDLE_URL(
      "policy_bundle_url", StringValue.EMPTY, "the address of a bundle of policies to judge by"),
  BUNDLE_PATH(
      "policy_bundle_path",
      StringValue.EMPTY,
      "a folder of policies to judge by, besides ATTEST's own; relative paths count from the"
          + " project's folder in its file, from the working directory elsewhere"),
  DEBUG("debug", BooleanValue.FALSE, "whether checks tell how each policy was asked"),
  INLINE_SUPPRESSIONS(
      "inline_suppressions",
      BooleanValue.FALSE,
      "whether comments in judged files may let findings pass");

  private final String name;
  private final Value initial;
  private final String description;

  ScalarKey(String name, Value initial, String description) {
    this.name = name;
    this.initial = initial;
    this.description = description;
  }

  /// All whole keys.
  public static List<String> keys() {
    return Stream.of(values()).map(ScalarKey::key).toList();
  }

  /// The key of this whole name, such as `policy.debug`.
  public static Optional<ScalarKey> of(String key) {
    return Stream.of(values()).filter(each -> each.key().equals(key)).findFirst();
  }

  /// The name within the section.
  public String member() {
    return name;
  }

  /// The whole name: `policy.fail_on_violation`.
  public String key() {
    return "policy." + name;
  }

  /// The environment variable that sets it: `ATTEST_POLICY_FAIL_ON_VIOLATION`. The word policy
  /// stands in it once.
  public String variable() {
    String rest = name.startsWith("policy_") ? name.substring("policy_".length()) : name;
    return "ATTEST_POLICY_" + rest.toUpperCase(Locale.ROOT);
  }

  /// What it is when nobody says.
  public Value initial() {
    return initial;
  }

  public String description() {
    return description;
  }

  /// What its values look like.
  Shape shape() {
    if (initial instanceof BooleanValue) {
      return new Shape.Truth(description);
    }
    return this == BUNDLE_URL ? new Shape.Address(description) : new Shape.Text(description);
  }
}
