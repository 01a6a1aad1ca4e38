package ms.continuu.attest.operations.scan;

import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.value.Location;

/// Something that policies must not do.
interface ScanRule {

  /// What it is called, how bad it is, why, and what to do.
  Description description();

  /// Reports where the policies do it.
  void inspect(ScannedPolicies policies, Report report);

  /// How a rule presents itself.
  ///
  /// @param title the claim that holds where nothing is found
  record Description(
      String name, Severity severity, String title, String reason, String remediation) {}

  /// Takes what is found.
  interface Report {

    /// Something found, as bad as the rule says.
    void add(ScannedModule module, Location location, String message);

    /// Something found that is as bad as this.
    void add(ScannedModule module, Location location, Severity severity, String message);

    /// Something found at a rule of Rego.
    default void add(ScannedModule module, Rule rule, String message) {
      add(module, rule.head().location(), message);
    }
  }
}
