package ms.continuu.attest.policy.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Level;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.policy.Standing;
import ms.continuu.attest.value.Diagnostic;

/// What a check came to.
///
/// @param findings in the order of files and places
/// @param faults what could not be read, or judged
/// @param notes what was left out, and why
/// @param rules the rules that judged, in the order of their ids
/// @param policies how many policies they belong to
public record CheckResult(
    List<Finding> findings,
    List<Diagnostic> faults,
    List<Diagnostic> notes,
    List<RuleDescription> rules,
    int policies,
    Counts counts,
    Instant started,
    Duration duration) {

  /// How much was looked at.
  ///
  /// @param files files read
  /// @param subjects things judged
  /// @param clean subjects without a finding
  public record Counts(int files, int subjects, int clean) {}

  /// By place, then by policy.
  public static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding finding) -> finding.location().file())
          .thenComparingInt(finding -> finding.location().row())
          .thenComparingInt(finding -> finding.location().column())
          .thenComparing(Finding::policy)
          .thenComparing(finding -> finding.rule().name())
          .thenComparing(Finding::message);

  /// What asks for attention most: what counts, then what fails, then by severity, then by place.
  public static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing((Finding finding) -> finding.standing().kind())
          .thenComparing(Finding::level)
          .thenComparing(Finding::severity)
          .thenComparing(ORDER);

  public CheckResult {
    findings = List.copyOf(findings);
    faults = List.copyOf(faults);
    notes = List.copyOf(notes);
    rules = List.copyOf(rules);
  }

  /// The same with each finding turned into another.
  public CheckResult mapping(UnaryOperator<Finding> change) {
    return new CheckResult(
        findings.stream().map(change).toList(),
        faults,
        notes,
        rules,
        policies,
        counts,
        started,
        duration);
  }

  /// The same with no more than so many of its findings, the worst ones, in the order of places.
  public CheckResult worst(int most) {
    if (findings.size() <= most) {
      return this;
    }
    return new CheckResult(
        findings.stream().sorted(WORST_FIRST).limit(most).sorted(ORDER).toList(),
        faults,
        notes,
        rules,
        policies,
        counts,
        started,
        duration);
  }

  /// How many open findings there are of a level.
  public long count(Level level) {
    return findings.stream()
        .filter(finding -> finding.standing().isOpen() && finding.level() == level)
        .count();
  }

  /// How many findings have a standing.
  public long count(Standing.Kind kind) {
    return findings.stream().filter(finding -> finding.standing().kind() == kind).count();
  }
}
