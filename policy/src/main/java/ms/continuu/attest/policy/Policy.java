package ms.continuu.attest.policy;

import ms.continuu.attest.rego.host.Limits;

/// A policy of any dialect.
public interface Policy {
  PolicyId id();

  /// Judges a subject. A fault while judging stands in the outcome.
  Outcome evaluate(Subject subject, World world, Limits limits);
}
