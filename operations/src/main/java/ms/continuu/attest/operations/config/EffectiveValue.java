package ms.continuu.attest.operations.config;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// The value of a key after everything that decides it was asked.
public sealed interface EffectiveValue {

  /// What it is.
  record Found(Value value) implements EffectiveValue {}

  /// The key speaks of what is not there.
  record Unknown(String message, String help) implements EffectiveValue {}

  /// Looks a key up.
  static EffectiveValue of(ConfigurationKey key, Configuration configuration, KnownPolicies known) {
    return switch (key) {
      case ConfigurationKey.Scalar scalar -> new Found(configuration.setting(scalar.key()).value());
      case ConfigurationKey.Field field -> field(field, configuration, known);
      case ConfigurationKey.Parameter parameter -> parameter(parameter, configuration, known);
    };
  }

  private static EffectiveValue field(
      ConfigurationKey.Field field, Configuration configuration, KnownPolicies known) {
    List<RuleDescription> meant =
        known.rules().stream().filter(rule -> rule.policy().isMeantBy(field.policy())).toList();
    if (meant.isEmpty()) {
      return unknown(
          ParameterCheck.unknownPolicy(field.policy(), null, known.rules(), known.defaults()));
    }
    Settings settings = new Settings(configuration);
    RuleDescription rule = meant.getFirst();
    if (meant.stream().map(RuleDescription::policy).distinct().count() > 1) {
      return ofGroup(field, configuration);
    }
    return new Found(
        field.field().equals("enabled")
            ? BooleanValue.of(settings.isEnabled(rule))
            : StringValue.of(settings.enforcement(rule).word()));
  }

  /// What is said of the group itself; single policies in it may differ.
  private static EffectiveValue ofGroup(ConfigurationKey.Field field, Configuration configuration) {
    PolicyEntry entry =
        configuration.policies().stream()
            .filter(
                each -> PolicyEntry.plain(each.name()).equals(PolicyEntry.plain(field.policy())))
            .findFirst()
            .orElse(null);
    boolean isEnabled = entry == null || entry.enabled().value();
    Enforcement enforcement = entry == null ? Enforcement.STRICT : entry.enforcement().value();
    return new Found(
        field.field().equals("enabled")
            ? BooleanValue.of(isEnabled)
            : StringValue.of(enforcement.word()));
  }

  private static EffectiveValue parameter(
      ConfigurationKey.Parameter parameter, Configuration configuration, KnownPolicies known) {
    List<Diagnostic> faults = known.check(asking(parameter));
    if (faults.stream().anyMatch(fault -> !fault.code().equals("config_type"))) {
      return unknown(faults.getFirst());
    }
    ObjectValue all = new Settings(configuration).parameters(known.defaults());
    String key = Settings.parametersKey(parameter.policy(), known.defaults());
    Value value = all.get(key) instanceof ObjectValue own ? own.get(parameter.name()) : null;
    return new Found(value == null ? NullValue.NULL : value);
  }

  /// A configuration that speaks of a parameter, for asking whether there is one.
  private static Configuration asking(ConfigurationKey.Parameter parameter) {
    TreeMap<String, Setting<Value>> parameters = new TreeMap<>();
    parameters.put(parameter.name(), Setting.byDefault(NullValue.NULL));
    PolicyEntry entry =
        new PolicyEntry(
            parameter.policy(),
            Setting.byDefault(true),
            Setting.byDefault(Enforcement.STRICT),
            parameters,
            Location.NONE);
    return new Configuration(Map.of(), List.of(), List.of(entry));
  }

  private static EffectiveValue unknown(Diagnostic fault) {
    return new Unknown(fault.message(), fault.help());
  }
}
