package ms.continuu.attest.operations.testing;

import java.util.List;
import ms.continuu.attest.rego.testing.TestResult;
import ms.continuu.attest.rego.trace.CoverageReport;
import org.jspecify.annotations.Nullable;

/// How the tests of policies went.
///
/// @param tested by policy, those without any case too
/// @param coverage what the tests in Rego came to; null when nobody asked
public record TestReport(List<Tested> tested, @Nullable CoverageReport coverage, long nanos) {
  public TestReport {
    tested = List.copyOf(tested);
  }

  /// The cases of a policy, or of a package or folder that belongs to no policy.
  public record Tested(String name, List<CaseResult> cases) {
    public Tested {
      cases = List.copyOf(cases);
    }

    public boolean passed() {
      return cases.stream().noneMatch(CaseResult::isBad);
    }
  }

  /// All cases.
  public List<CaseResult> cases() {
    return tested.stream().flatMap(each -> each.cases().stream()).toList();
  }

  /// How many cases ended so.
  public long count(TestResult.Outcome outcome) {
    return cases().stream().filter(each -> each.outcome() == outcome).count();
  }
}
