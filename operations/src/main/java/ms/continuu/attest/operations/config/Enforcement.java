package ms.continuu.attest.operations.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import ms.continuu.attest.policy.Level;

/// How strictly a policy is enforced.
public enum Enforcement {
  /// As the policy itself asks.
  STRICT,
  /// What would fail is told as a warning.
  WARN,
  /// Told, and never fails anything.
  DRYRUN,
  /// Not judged by.
  OFF;

  /// The words that configuration uses.
  public static final List<String> WORDS = Stream.of(values()).map(Enforcement::word).toList();

  /// The enforcement of a word, in any case.
  public static Optional<Enforcement> of(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return Stream.of(values()).filter(each -> each.word().equals(lower)).findFirst();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The most that a finding may ask for.
  Level cap() {
    return switch (this) {
      case STRICT -> Level.VIOLATION;
      case WARN -> Level.WARNING;
      case DRYRUN, OFF -> Level.DRYRUN;
    };
  }
}
