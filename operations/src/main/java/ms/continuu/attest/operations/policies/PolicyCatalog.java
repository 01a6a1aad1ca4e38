package ms.continuu.attest.operations.policies;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;
import ms.continuu.attest.policy.PolicyDescription;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Policies as their users know them: by name, with what they can be configured with.
///
/// @param policies in the order of their ids
/// @param data what policies read, their parameters among it
/// @param faults what is wrong with the sources; then there are no policies
public record PolicyCatalog(
    List<PolicyDescription> policies, ObjectValue data, List<Diagnostic> faults) {
  public PolicyCatalog {
    policies = List.copyOf(policies);
    faults = List.copyOf(faults);
  }

  /// A parameter of a policy.
  ///
  /// @param type such as `boolean` or `array of string`; empty when nobody says
  /// @param value what it is set to; null when it is not
  public record Parameter(String name, String type, String description, @Nullable Value value) {}

  /// The policies below paths.
  ///
  /// @param library the folder of ATTEST's own policies
  public static PolicyCatalog read(List<String> paths, Path library) {
    PolicyFiles files = PolicyFiles.read(paths, List.of(), library);
    return of(files, LoadedPolicies.of(files.sources()));
  }

  /// The policies of files, which were loaded.
  public static PolicyCatalog of(PolicyFiles files, LoadedPolicies loaded) {
    List<Diagnostic> faults = new ArrayList<>(files.faults());
    faults.addAll(loaded.faults());
    return new PolicyCatalog(
        faults.isEmpty() ? loaded.policies().policies() : List.of(),
        files.sources().data(),
        faults);
  }

  /// The policies that a name means; none when nobody has it.
  public List<PolicyDescription> meantBy(String name) {
    return policies.stream().filter(policy -> policy.id().isMeantBy(name)).toList();
  }

  /// All names that mean some policy, but for the whole ones.
  public List<String> names() {
    TreeSet<String> names = new TreeSet<>();
    for (PolicyDescription policy : policies) {
      names.add(policy.id().shortName());
      String name = policy.id().name();
      int end = name.lastIndexOf('.');
      if (end > 0) {
        names.add(name.substring(0, end).replace('.', '-').replace('_', '-'));
      }
    }
    return List.copyOf(names);
  }

  /// The same with the policies that have a rule that is wanted.
  public PolicyCatalog with(
      Predicate<PolicyDescription> wanted, Predicate<RuleDescription> wantedRule) {
    return new PolicyCatalog(
        policies.stream()
            .filter(wanted.and(policy -> policy.rules().stream().anyMatch(wantedRule)))
            .toList(),
        data,
        faults);
  }

  /// Whether a rule has one of some severities; any when there are none.
  public static boolean hasSeverity(RuleDescription rule, List<Severity> severities) {
    return severities.isEmpty() || severities.contains(rule.severity());
  }

  /// Whether a rule helps to meet a control.
  ///
  /// @param control a framework, with or without its version, and perhaps `:` and a control's
  ///   number: `SOC2`, `CIS-Kubernetes`, `CIS-Kubernetes-1.9:5.2.2`
  public static boolean meets(RuleDescription rule, String control) {
    int colon = control.indexOf(':');
    String framework = (colon < 0 ? control : control.substring(0, colon)).toLowerCase(Locale.ROOT);
    String number = colon < 0 ? "" : control.substring(colon + 1);
    return rule.controls().entrySet().stream()
        .anyMatch(entry -> {
          String name = entry.getKey().toLowerCase(Locale.ROOT);
          boolean named = name.equals(framework) || name.startsWith(framework + "-");
          return named
              && (number.isEmpty() || entry.getValue().stream().anyMatch(number::equalsIgnoreCase));
        });
  }

  /// The parameters of a policy, in the order of their names.
  public List<Parameter> parameters(PolicyDescription policy) {
    ObjectValue declared = policy.parameters();
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < declared.size(); i++) {
      if (declared.keyAt(i) instanceof StringValue name) {
        ObjectValue told =
            declared.valueAt(i) instanceof ObjectValue object ? object : ObjectValue.EMPTY;
        parameters.add(
            new Parameter(
                name.text(),
                type(told),
                text(told, "description"),
                at("attest", "parameters", policy.id().shortName(), name.text())));
      }
    }
    return parameters;
  }

  private static String type(ObjectValue told) {
    String type = text(told, "type");
    String items = text(told, "items");
    return items.isEmpty() ? type : type + " of " + items;
  }

  private static String text(ObjectValue object, String key) {
    return object.get(key) instanceof StringValue text ? text.text() : "";
  }

  private @Nullable Value at(String... path) {
    Value value = data;
    for (String key : path) {
      value = value instanceof ObjectValue object ? object.get(key) : null;
    }
    return value;
  }
}
