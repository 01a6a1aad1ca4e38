package ms.continuu.attest.operations.config;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A key as people write it: `policy.debug`, `policies.image-security.enforcement`,
/// `policies.image-security.parameters.require_attestation`.
public sealed interface ConfigurationKey {

  /// The whole key.
  String text();

  /// A key of the section `policy`.
  record Scalar(ScalarKey key) implements ConfigurationKey {
    @Override
    public String text() {
      return key.key();
    }
  }

  /// Whether and how a policy is enforced.
  ///
  /// @param field `enabled` or `enforcement`
  record Field(String policy, String field) implements ConfigurationKey {
    @Override
    public String text() {
      return "policies." + policy + "." + field;
    }
  }

  /// What a policy is configured with.
  record Parameter(String policy, String name) implements ConfigurationKey {
    @Override
    public String text() {
      return "policies." + policy + ".parameters." + name;
    }
  }

  /// The key of a text; empty where there is none.
  static Optional<ConfigurationKey> of(String text) {
    Matcher matcher = Written.POLICIES.matcher(text);
    if (!matcher.matches()) {
      return ScalarKey.of(text).map(Scalar::new);
    }
    String policy = matcher.group(1);
    return Optional.of(
        matcher.group(3) == null
            ? new Field(policy, matcher.group(2))
            : new Parameter(policy, matcher.group(3)));
  }

  /// What to write instead of a text that is no key.
  static String meant(String text) {
    if (text.startsWith("policies.")) {
      return "keys of policies are `policies.NAME.enabled`, `policies.NAME.enforcement` and"
          + " `policies.NAME.parameters.PARAMETER`";
    }
    String whole = text.startsWith("policy.") ? text : "policy." + text;
    return ConfigFaults.meant(
        whole,
        ScalarKey.keys(),
        "the keys are " + ConfigFaults.quoted(ScalarKey.keys(), ", ") + ", and `policies.NAME.…`");
  }

  /// How keys of policies are written.
  final class Written {
    private static final Pattern POLICIES =
        Pattern.compile("policies\\.(.+?)\\.(enabled|enforcement|parameters\\.(.+))");

    private Written() {}
  }

  /// The names that lead to the value within the file, but for the policy's.
  default List<String> steps() {
    return switch (this) {
      case Scalar scalar -> List.of(scalar.key().member());
      case Field field -> List.of(field.field());
      case Parameter parameter -> List.of("parameters", parameter.name());
    };
  }
}
