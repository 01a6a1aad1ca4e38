package ms.continuu.attest.policy.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ms.continuu.attest.policy.Level;
import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.policy.Standing;

/// What a check came to, in one sentence.
///
/// @param found `2 violations (1 critical, 1 low), 3 warnings`
/// @param judged ` in 9 resources of 4 files, judged by 3 policies in 0.2 s`
record Summary(String found, String judged, boolean isGood) {

  static Summary of(CheckResult result) {
    boolean good = result.count(Level.VIOLATION) == 0 && result.faults().isEmpty();
    return new Summary(found(result), judged(result), good);
  }

  @Override
  public String toString() {
    return found + judged;
  }

  /// `1 file`, `2 files`.
  static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static String found(CheckResult result) {
    long violations = result.count(Level.VIOLATION);
    long warnings = result.count(Level.WARNING);
    List<String> parts = new ArrayList<>();
    parts.add(
        violations == 0 ? "no violations" : counted(violations, "violation") + bySeverity(result));
    if (warnings > 0) {
      parts.add(counted(warnings, "warning"));
    }
    more(parts, result.count(Level.DRYRUN), " in dry run");
    more(parts, result.count(Standing.Kind.BASELINE), " known");
    more(parts, result.count(Standing.Kind.EXEMPTED), " exempted");
    if (!result.faults().isEmpty()) {
      parts.add(counted(result.faults().size(), "error"));
    }
    return String.join(", ", parts);
  }

  private static String judged(CheckResult result) {
    return " in "
        + counted(result.counts().subjects(), "resource")
        + " of "
        + counted(result.counts().files(), "file")
        + ", judged by "
        + (result.policies() == 1 ? "1 policy" : result.policies() + " policies")
        + " in "
        + String.format(Locale.ROOT, "%.1f s", result.duration().toMillis() / 1000.0);
  }

  private static void more(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(count + what);
    }
  }

  private static String bySeverity(CheckResult result) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count =
          result.findings().stream()
              .filter(f ->
                  f.standing().isOpen() && f.level() == Level.VIOLATION && f.severity() == severity)
              .count();
      if (count > 0) {
        parts.add(count + " " + severity.word());
      }
    }
    return " (" + String.join(", ", parts) + ")";
  }
}
