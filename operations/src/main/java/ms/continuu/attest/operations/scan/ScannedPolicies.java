package ms.continuu.attest.operations.scan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.policy.rego.RegoModules;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.ObjectValue;

/// What a scan looks at.
///
/// @param all the modules, tests among them
/// @param drawn modules of ATTEST's library that they draw on
/// @param data documents beside them
/// @param rules the rules that judge, as their annotations describe them
/// @param strict what a strict compiler refuses
record ScannedPolicies(
    List<ScannedModule> all,
    List<Module> drawn,
    ObjectValue data,
    List<RuleDescription> rules,
    List<Diagnostic> strict) {
  ScannedPolicies {
    all = List.copyOf(all);
    drawn = List.copyOf(drawn);
    rules = List.copyOf(rules);
    strict = List.copyOf(strict);
  }

  /// The modules that are no tests.
  List<ScannedModule> modules() {
    return all.stream().filter(module -> !module.isTest()).toList();
  }

  List<ScannedModule> tests() {
    return all.stream().filter(ScannedModule::isTest).toList();
  }

  /// The names of the rules that a package defines, wherever.
  Set<String> namesIn(String packageName) {
    Set<String> names = new HashSet<>();
    for (ScannedModule module : all) {
      if (module.packageName().equals(packageName)) {
        module.rules().forEach(rule -> names.add(RegoModules.nameOf(rule)));
      }
    }
    for (Module module : drawn) {
      if (RegoModules.packageName(module).equals(packageName)) {
        module.rules().forEach(rule -> names.add(RegoModules.nameOf(rule)));
      }
    }
    return names;
  }

  /// All packages.
  Set<String> packages() {
    Set<String> packages = new HashSet<>();
    all.forEach(module -> packages.add(module.packageName()));
    drawn.forEach(module -> packages.add(RegoModules.packageName(module)));
    return packages;
  }
}
