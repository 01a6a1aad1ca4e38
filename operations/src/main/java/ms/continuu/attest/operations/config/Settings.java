package ms.continuu.attest.operations.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.PolicyId;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// What a configuration means for a check. Of the entries that mean a policy the most specific one
/// decides: its whole name, then its short name, then the longest name of a package above it. What
/// an entry leaves open, the next one decides.
public record Settings(Configuration configuration) {
  private static final String ATTEST = "attest";
  private static final String PARAMETERS = "parameters";

  /// Whether policies of a dialect judge, such as `rego`.
  public boolean judges(String dialect) {
    return configuration.isEnabled()
        && switch (dialect) {
          case "rego" -> configuration.isOpaEnabled();
          case "gatekeeper" -> configuration.isGatekeeperEnabled();
          default -> true;
        };
  }

  /// Which rules judge: those of policies that are neither off nor disabled.
  public Predicate<RuleDescription> wanted() {
    return rule ->
        configuration.isEnabled() && isEnabled(rule) && enforcement(rule) != Enforcement.OFF;
  }

  /// What of the configuration decides which rules judge: two configurations with the same answer
  /// leave the same ones out.
  public String judging() {
    StringBuilder off = new StringBuilder(judges("rego") ? "" : "rego off\n");
    for (PolicyEntry entry : configuration.policies()) {
      off.append(entry.name())
          .append(' ')
          .append(entry.enabled().value())
          .append(' ')
          .append(entry.enforcement().value() == Enforcement.OFF)
          .append('\n');
    }
    return off.toString();
  }

  /// How the policy of a rule is enforced.
  public Enforcement enforcement(RuleDescription rule) {
    return first(rule, PolicyEntry::enforcement, Enforcement.STRICT);
  }

  /// A finding at the level that the configuration allows its policy.
  public Finding apply(Finding finding) {
    return finding.with(finding.level().atMost(enforcement(finding.rule()).cap()));
  }

  /// The parameters of policies by their short names: the defaults, each overridden by what is
  /// configured under its name. This is what policies read as `data.attest.parameters`.
  public ObjectValue parameters(ObjectValue libraryDefaults) {
    ObjectValue.Builder all = libraryDefaults.toBuilder();
    // The least specific first, so that the others go over it.
    List<PolicyEntry> entries = new ArrayList<>(configuration.policies());
    entries.sort(Comparator.comparingInt(entry -> entry.name().length()));
    for (PolicyEntry entry : entries) {
      if (!entry.parameters().isEmpty()) {
        StringValue key = StringValue.of(parametersKey(entry.name(), libraryDefaults));
        ObjectValue.Builder own =
            all.get(key) instanceof ObjectValue before ? before.toBuilder() : ObjectValue.builder();
        entry.parameters().forEach((name, setting) -> own.put(name, setting.value()));
        all.put(key, own.build());
      }
    }
    return all.build();
  }

  /// Data with the parameters at `attest.parameters` overridden; see [#parameters].
  public ObjectValue over(ObjectValue data) {
    if (configuration.policies().stream().allMatch(entry -> entry.parameters().isEmpty())) {
      return data;
    }
    ObjectValue attest = object(data.get(ATTEST));
    ObjectValue effective = parameters(defaults(data));
    return data.toBuilder()
        .put(ATTEST, attest.toBuilder().put(PARAMETERS, effective).build())
        .build();
  }

  /// The parameters that data holds, by policy.
  public static ObjectValue defaults(ObjectValue data) {
    return object(object(data.get(ATTEST)).get(PARAMETERS));
  }

  /// The policies that the configuration itself holds, as sources of their own.
  public List<SourceFile> customPolicies() {
    return configuration.customPolicies().stream().map(CustomPolicy::source).toList();
  }

  /// A diagnostic about a policy that the configuration holds, told at its place in the file of the
  /// configuration; any other as it is.
  public Diagnostic told(Diagnostic diagnostic) {
    Location location = diagnostic.location();
    if (location == null) {
      return diagnostic;
    }
    for (CustomPolicy policy : configuration.customPolicies()) {
      if (policy.sourceName().equals(location.file())) {
        return new Diagnostic(
            diagnostic.code(),
            diagnostic.severity(),
            diagnostic.message(),
            policy.place(location),
            diagnostic.details(),
            diagnostic.facts(),
            diagnostic.help());
      }
    }
    return diagnostic;
  }

  /// The key under which the parameters of a policy stand: its short name.
  static String parametersKey(String written, ObjectValue defaults) {
    String plain = PolicyEntry.plain(written);
    if (defaults.get(plain) != null) {
      return plain;
    }
    String last = PolicyEntry.plain(written.substring(written.lastIndexOf('.') + 1));
    for (int at = plain.indexOf('-');
        at >= 0 && !written.contains(".");
        at = plain.indexOf('-', at + 1)) {
      if (defaults.get(plain.substring(at + 1)) != null) {
        return plain.substring(at + 1);
      }
    }
    return last;
  }

  /// The entries that mean the policy of a rule, the most specific first.
  List<PolicyEntry> entries(RuleDescription rule) {
    return configuration.policies().stream()
        .filter(entry -> means(entry, rule))
        .sorted(Comparator.comparingInt((PolicyEntry entry) -> closeness(entry, rule)).reversed())
        .toList();
  }

  boolean means(PolicyEntry entry, RuleDescription rule) {
    return rule.policy().isMeantBy(entry.name()) || isCustom(entry, rule);
  }

  /// Whether an entry has the name of the custom policy that a rule stands in.
  private boolean isCustom(PolicyEntry entry, RuleDescription rule) {
    return configuration.customPolicies().stream()
        .anyMatch(policy ->
            policy.name().equals(entry.name())
                && policy.sourceName().equals(rule.location().file()));
  }

  private int closeness(PolicyEntry entry, RuleDescription rule) {
    PolicyId policy = rule.policy();
    String plain = PolicyEntry.plain(entry.name());
    if (plain.equals(PolicyEntry.plain(policy.name())) || isCustom(entry, rule)) {
      return Integer.MAX_VALUE;
    }
    return plain.equals(policy.shortName()) ? Integer.MAX_VALUE - 1 : plain.length();
  }

  boolean isEnabled(RuleDescription rule) {
    return first(rule, PolicyEntry::enabled, true);
  }

  /// What the most specific entry says that says anything.
  private <T> T first(RuleDescription rule, Function<PolicyEntry, Setting<T>> field, T otherwise) {
    return entries(rule).stream()
        .map(field)
        .filter(Setting::isGiven)
        .map(Setting::value)
        .findFirst()
        .orElse(otherwise);
  }

  private static ObjectValue object(@Nullable Value value) {
    return value instanceof ObjectValue object ? object : ObjectValue.EMPTY;
  }
}
