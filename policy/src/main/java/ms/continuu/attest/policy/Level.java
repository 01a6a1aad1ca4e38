package ms.continuu.attest.policy;

import java.util.Locale;

/// What becomes of a finding: `deny` and `violation` rules ask to fail, `warn` rules to tell; a
/// policy that is configured as `warn` or `dryrun` asks for less.
public enum Level {
  VIOLATION,
  WARNING,
  /// Told, and never fails anything.
  DRYRUN;

  /// The milder of two.
  public Level atMost(Level other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /// The word that reports print.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
