package ms.continuu.attest.operations.testing;

import java.util.List;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Level;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.value.Diagnostic;

/// What each rule of some policies says of resources.
///
/// @param faults what could not be read or judged
public record ResourceReport(List<Judged> judged, List<Diagnostic> faults) {
  public ResourceReport {
    judged = List.copyOf(judged);
    faults = List.copyOf(faults);
  }

  /// A resource.
  ///
  /// @param label `Kind/namespace/name`, or nothing
  public record Judged(String file, String label, List<Verdict> verdicts) {
    public Judged {
      verdicts = List.copyOf(verdicts);
    }
  }

  /// What a rule found; nothing when it holds nothing against the resource.
  public record Verdict(RuleDescription rule, List<Finding> findings) {
    public Verdict {
      findings = List.copyOf(findings);
    }
  }

  /// Whether a rule found a violation that counts.
  public boolean hasViolation() {
    return judged.stream()
        .flatMap(each -> each.verdicts().stream())
        .flatMap(verdict -> verdict.findings().stream())
        .anyMatch(finding -> finding.level() == Level.VIOLATION && finding.standing().isOpen());
  }
}
