package ms.continuu.attest.policy;

import java.util.List;
import ms.continuu.attest.value.Diagnostic;

/// What policies think of a subject: what they found, and where they failed to judge.
public record Outcome(List<Finding> findings, List<Diagnostic> faults) {
  public Outcome {
    findings = List.copyOf(findings);
    faults = List.copyOf(faults);
  }
}
