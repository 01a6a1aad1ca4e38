package ms.continuu.attest.policy.report;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Level;
import ms.continuu.attest.value.Diagnostic;

/// What a check came to.
///
/// @param findings in the order of files and places
/// @param faults what could not be read, or judged
/// @param notes what was left out, and why
/// @param files files read
/// @param subjects things judged
/// @param clean subjects without a finding
/// @param policies policies that judged
public record CheckResult(
    List<Finding> findings,
    List<Diagnostic> faults,
    List<Diagnostic> notes,
    int files,
    int subjects,
    int clean,
    int policies,
    Duration duration) {

  /// By place, then by policy.
  public static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding finding) -> finding.location().file())
          .thenComparingInt(finding -> finding.location().row())
          .thenComparingInt(finding -> finding.location().column())
          .thenComparing(Finding::policy)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::message);

  public CheckResult {
    findings = List.copyOf(findings);
    faults = List.copyOf(faults);
    notes = List.copyOf(notes);
  }

  /// How many findings there are of a level.
  public long count(Level level) {
    return findings.stream().filter(finding -> finding.level() == level).count();
  }
}
