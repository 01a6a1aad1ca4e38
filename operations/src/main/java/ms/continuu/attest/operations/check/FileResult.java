package ms.continuu.attest.operations.check;

import java.util.List;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.value.Diagnostic;

/// What came of one file.
///
/// @param subjects things judged
/// @param clean subjects without a finding
record FileResult(
    List<Finding> findings,
    List<Diagnostic> faults,
    List<Diagnostic> notes,
    int subjects,
    int clean) {
  FileResult {
    findings = List.copyOf(findings);
    faults = List.copyOf(faults);
    notes = List.copyOf(notes);
  }

  static FileResult unread(Diagnostic fault) {
    return new FileResult(List.of(), List.of(fault), List.of(), 0, 0);
  }
}
