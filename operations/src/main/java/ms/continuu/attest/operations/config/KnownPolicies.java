package ms.continuu.attest.operations.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.operations.policies.LoadedPolicies;
import ms.continuu.attest.operations.policies.PolicyCatalog;
import ms.continuu.attest.operations.policies.PolicyFiles;
import ms.continuu.attest.policy.PolicyDescription;
import ms.continuu.attest.policy.PolicySources;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.ObjectValue;

/// All policies that a configuration may speak of: ATTEST's own, those of the configured folder,
/// and those that the configuration holds.
///
/// @param defaults the library's parameters, by policy
/// @param faults what is wrong with the policies
public record KnownPolicies(
    List<RuleDescription> rules, ObjectValue defaults, List<Diagnostic> faults) {
  /// For configuration that speaks of no policy.
  public static final KnownPolicies NONE =
      new KnownPolicies(List.of(), ObjectValue.EMPTY, List.of());

  public KnownPolicies {
    rules = List.copyOf(rules);
    faults = List.copyOf(faults);
  }

  /// Loads them.
  ///
  /// @param library the folder of ATTEST's own policies
  public static KnownPolicies of(Configuration configuration, Path library) {
    List<Diagnostic> faults = new ArrayList<>();
    PolicyCatalog own = PolicyCatalog.read(List.of(library.toString()), library);
    List<RuleDescription> rules = new ArrayList<>(rules(own, faults));
    if (isFolder(configuration.bundlePath())) {
      rules.addAll(rules(PolicyCatalog.read(List.of(configuration.bundlePath()), library), faults));
    }
    if (!configuration.customPolicies().isEmpty()) {
      Settings settings = new Settings(configuration);
      PolicySources shared = PolicyFiles.read(List.of(), List.of(), library).sources();
      LoadedPolicies custom =
          LoadedPolicies.of(
              new PolicySources(settings.customPolicies(), shared.data(), shared.library()));
      rules.addAll(custom.policies().rules());
      custom.faults().stream().map(settings::told).forEach(faults::add);
    }
    return new KnownPolicies(rules, Settings.defaults(own.data()), faults);
  }

  private static List<RuleDescription> rules(PolicyCatalog catalog, List<Diagnostic> faults) {
    faults.addAll(catalog.faults());
    return catalog.policies().stream().map(PolicyDescription::rules).flatMap(List::stream).toList();
  }

  static boolean isFolder(String path) {
    try {
      return !path.isEmpty() && Files.isDirectory(Path.of(path));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /// What is wrong with the names and parameters that a configuration speaks of.
  public List<Diagnostic> check(Configuration configuration) {
    return ParameterCheck.check(rules, defaults, configuration);
  }
}
