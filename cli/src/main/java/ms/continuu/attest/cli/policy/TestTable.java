package ms.continuu.attest.cli.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import ms.continuu.attest.cli.present.Columns;
import ms.continuu.attest.cli.present.TestOutput;
import ms.continuu.attest.operations.testing.CaseResult;
import ms.continuu.attest.operations.testing.TestReport;
import ms.continuu.attest.rego.testing.TestResult;
import ms.continuu.attest.rego.trace.CoverageReport;

/// The report for people: a line a policy, then what failed and where, then a summary.
///
/// @param verbose each case is told, and what led to a failure
record TestTable(boolean verbose) implements TestReportFormat {

  @Override
  public String write(TestReport report) {
    Columns table = Columns.under("POLICY", "TESTS", "EXAMPLES", "RESULT");
    for (TestReport.Tested tested : report.tested()) {
      table.row(
          tested.name(),
          passedOfAll(tested, true),
          passedOfAll(tested, false),
          tested.cases().isEmpty() ? "no tests" : tested.passed() ? "pass" : "FAIL");
      if (verbose) {
        tested.cases().forEach(each -> table.row("  " + each.name(), "", "", word(each)));
      }
    }
    StringBuilder out = new StringBuilder(table.text());
    for (TestReport.Tested tested : report.tested()) {
      for (CaseResult each : tested.cases()) {
        if (each.isBad() || verbose && !output(each).isEmpty()) {
          details(tested.name(), each, out);
        }
      }
    }
    coverage(report, out);
    return out.append('\n').append(summary(report)).append('\n').toString();
  }

  /// `2/3` of the tests, or of the examples and test data; nothing where there are none.
  private static String passedOfAll(TestReport.Tested tested, boolean tests) {
    List<CaseResult> cases =
        tested.cases().stream()
            .filter(each -> each.kind() == CaseResult.Kind.TEST == tests)
            .toList();
    long passed = cases.stream().filter(each -> each.outcome() == TestResult.Outcome.PASS).count();
    return cases.isEmpty() ? "-" : passed + "/" + cases.size();
  }

  private static String word(CaseResult result) {
    return switch (result.outcome()) {
      case PASS -> "pass";
      case FAIL -> "FAIL";
      case ERROR -> "ERROR";
      case SKIPPED -> "skipped";
    };
  }

  private static String output(CaseResult result) {
    TestResult test = result.test();
    return test == null ? "" : test.output();
  }

  private void details(String policy, CaseResult result, StringBuilder out) {
    out.append('\n')
        .append(word(result))
        .append("  ")
        .append(policy)
        .append(": ")
        .append(result.name())
        .append("\n  ")
        .append(TestPlace.of(result));
    out.append(result.message().isEmpty() ? "" : ": " + result.message()).append('\n');
    TestResult test = result.test();
    if (test != null) {
      if (test.failed()) {
        out.append(TestOutput.failureText(test, verbose));
      }
      test.output().lines().forEach(line -> out.append("  printed: ").append(line).append('\n'));
    }
  }

  private static void coverage(TestReport report, StringBuilder out) {
    CoverageReport coverage = report.coverage();
    if (coverage == null) {
      return;
    }
    Columns table = Columns.under("FILE", "COVERAGE", "LINES NOT REACHED");
    for (Map.Entry<String, CoverageReport.FileCoverage> file : coverage.files().entrySet()) {
      table.row(file.getKey(), percent(file.getValue().coverage()), missed(file.getValue()));
    }
    table.row("all", percent(coverage.coverage()));
    out.append('\n').append(table.text());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share);
  }

  /// `3, 7-9`.
  private static String missed(CoverageReport.FileCoverage file) {
    TreeSet<Integer> rows = new TreeSet<>();
    for (CoverageReport.Range range : file.notCovered()) {
      for (int row = range.startRow(); row <= range.endRow(); row++) {
        rows.add(row);
      }
    }
    List<String> spans = new ArrayList<>();
    while (!rows.isEmpty()) {
      int start = rows.removeFirst();
      int end = start;
      while (!rows.isEmpty() && rows.getFirst() == end + 1) {
        end = rows.removeFirst();
      }
      spans.add(end > start ? start + "-" + end : Integer.toString(start));
    }
    return String.join(", ", spans);
  }

  private static String summary(TestReport report) {
    List<String> parts = new ArrayList<>();
    for (TestResult.Outcome outcome : TestResult.Outcome.values()) {
      long count = report.count(outcome);
      String word =
          switch (outcome) {
            case PASS -> "passed";
            case FAIL -> "failed";
            case SKIPPED -> "skipped";
            case ERROR -> "ended by an error";
          };
      if (count > 0 || outcome == TestResult.Outcome.PASS) {
        parts.add(count + " " + word);
      }
    }
    int policies = report.tested().size();
    return String.join(", ", parts)
        + " in "
        + policies
        + (policies == 1 ? " policy" : " policies")
        + String.format(Locale.ROOT, ", %.1f s", report.nanos() / 1e9);
  }
}
