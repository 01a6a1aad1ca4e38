package ms.continuu.attest.policy;

import java.util.Locale;
import java.util.Optional;

/// How bad a finding is, worst first.
public enum Severity {
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW,
  INFO;

  /// The severity of a word such as `high`, in any case.
  public static Optional<Severity> of(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "critical" -> Optional.of(CRITICAL);
      case "high", "error" -> Optional.of(HIGH);
      case "medium", "moderate", "warning" -> Optional.of(MEDIUM);
      case "low" -> Optional.of(LOW);
      case "info", "informational", "note" -> Optional.of(INFO);
      default -> Optional.empty();
    };
  }

  /// The word that reports print.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
