package ms.continuu.attest.operations.scan;

import java.util.List;
import ms.continuu.attest.policy.rego.RegoModules;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.Rule;

/// A Rego file that is scanned.
///
/// @param packageName its package, without `data`
record ScannedModule(Module module, String packageName) {
  static ScannedModule of(Module module) {
    return new ScannedModule(module, RegoModules.packageName(module));
  }

  String file() {
    return module.source().name();
  }

  List<Rule> rules() {
    return module.rules();
  }

  boolean isTest() {
    return file().endsWith("_test.rego") || packageName.endsWith("_test");
  }

  boolean isJudging() {
    return rules().stream().anyMatch(RegoModules::isJudging);
  }

  /// Whether others are meant to draw on it.
  boolean isLibrary() {
    return (file() + "/" + packageName.replace('.', '/'))
        .replace('\\', '/')
        .matches("(.*/)?(lib|libs|library|util|utils|helpers)/.*");
  }
}
