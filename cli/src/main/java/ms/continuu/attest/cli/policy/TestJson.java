package ms.continuu.attest.cli.policy;

import java.util.Locale;
import ms.continuu.attest.cli.present.CoverageOutput;
import ms.continuu.attest.operations.testing.CaseResult;
import ms.continuu.attest.operations.testing.TestReport;
import ms.continuu.attest.rego.testing.TestResult;
import ms.continuu.attest.rego.trace.CoverageReport;
import ms.continuu.attest.value.JsonWriter;

/// The report for programs: one JSON object, `"schema": "attest.test/v1"`.
final class TestJson implements TestReportFormat {

  @Override
  public String write(TestReport report) {
    StringBuilder out = new StringBuilder();
    JsonWriter json = new JsonWriter(out, "  ", false);
    json.beginObject()
        .member("schema", "attest.test/v1")
        .member("passed", report.count(TestResult.Outcome.PASS))
        .member("failed", report.count(TestResult.Outcome.FAIL))
        .member("errors", report.count(TestResult.Outcome.ERROR))
        .member("skipped", report.count(TestResult.Outcome.SKIPPED))
        .member("duration_ms", report.nanos() / 1_000_000);
    json.name("policies").beginArray();
    for (TestReport.Tested tested : report.tested()) {
      json.beginObject().member("name", tested.name()).name("cases").beginArray();
      tested.cases().forEach(each -> write(each, json));
      json.endArray().endObject();
    }
    json.endArray();
    CoverageReport coverage = report.coverage();
    if (coverage != null) {
      json.name("coverage");
      CoverageOutput.write(coverage, json);
    }
    json.endObject();
    return out.append('\n').toString();
  }

  private static void write(CaseResult result, JsonWriter json) {
    json.beginObject()
        .member("kind", result.kind().name().toLowerCase(Locale.ROOT))
        .member("name", result.name())
        .member("outcome", result.outcome().name().toLowerCase(Locale.ROOT))
        .member("file", result.location().file())
        .member("line", result.location().row())
        .member("message", TestFailure.text(result))
        .member("duration_us", result.nanos() / 1_000)
        .endObject();
  }
}
