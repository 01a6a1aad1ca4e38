package ms.continuu.attest.cli.policy;

import java.util.List;
import ms.continuu.attest.operations.testing.CaseResult;
import ms.continuu.attest.operations.testing.TestReport;
import ms.continuu.attest.rego.testing.TestResult;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.StringValue;

/// The report in the Test Anything Protocol, version 14: one plan for all cases.
final class TestTap implements TestReportFormat {

  @Override
  public String write(TestReport report) {
    List<CaseResult> all = report.cases();
    StringBuilder out = new StringBuilder("TAP version 14\n1.." + all.size() + "\n");
    int number = 0;
    for (TestReport.Tested tested : report.tested()) {
      for (CaseResult each : tested.cases()) {
        number++;
        out.append(each.isBad() ? "not ok " : "ok ").append(number).append(" - ");
        out.append(escaped(tested.name() + ": " + each.name()));
        out.append(each.outcome() == TestResult.Outcome.SKIPPED ? " # SKIP" : "").append('\n');
        if (each.isBad()) {
          diagnostics(each, out);
        }
      }
    }
    return out.toString();
  }

  private static void diagnostics(CaseResult result, StringBuilder out) {
    out.append("  ---\n");
    out.append("  at: ").append(Json.text(StringValue.of(TestPlace.of(result)))).append('\n');
    out.append("  message: ")
        .append(Json.text(StringValue.of(TestFailure.text(result))))
        .append("\n  ...\n");
  }

  /// `#` begins a directive.
  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("#", "\\#").replace('\n', ' ');
  }
}
