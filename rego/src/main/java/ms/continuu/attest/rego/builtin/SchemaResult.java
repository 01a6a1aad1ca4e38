package ms.continuu.attest.rego.builtin;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was found in a value, and how well the value fits. Of several schemas that do not fit, the
/// findings of the one that fits best are told, so scores are OPA's to the point.
final class SchemaResult {
  private static final String ROOT = "(Root).";

  private final List<SchemaFinding> findings = new ArrayList<>();
  private int score;

  boolean isValid() {
    return findings.isEmpty();
  }

  List<SchemaFinding> findings() {
    return findings;
  }

  void add(String type, String place, String description) {
    String field = place.startsWith(ROOT) ? place.substring(ROOT.length()) : place;
    findings.add(new SchemaFinding(type, field, description));
    score -= 2;
  }

  void addAll(SchemaResult other) {
    findings.addAll(other.findings);
    score += other.score;
  }

  /// One kind of check is done.
  void checked() {
    score++;
  }

  boolean isBetterThan(@Nullable SchemaResult other) {
    return other == null || score > other.score;
  }
}
