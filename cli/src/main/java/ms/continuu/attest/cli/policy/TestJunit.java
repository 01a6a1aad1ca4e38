package ms.continuu.attest.cli.policy;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import ms.continuu.attest.operations.testing.CaseResult;
import ms.continuu.attest.operations.testing.TestReport;
import ms.continuu.attest.rego.testing.TestResult;

/// The report as JUnit XML, which build servers show: a suite a policy.
final class TestJunit implements TestReportFormat {

  @Override
  public String write(TestReport report) {
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<testsuites name=\"attest policy test\"");
    counts(report.cases(), report.nanos(), out);
    out.append(">\n");
    for (TestReport.Tested tested : report.tested()) {
      long nanos = tested.cases().stream().mapToLong(CaseResult::nanos).sum();
      out.append("  <testsuite name=\"").append(escaped(tested.name())).append('"');
      counts(tested.cases(), nanos, out);
      out.append(">\n");
      // GitLab shows only the first of the cases of one name.
      Set<String> names = new HashSet<>();
      for (CaseResult each : tested.cases()) {
        String name = each.name();
        for (int i = 2; !names.add(name); i++) {
          name = each.name() + " #" + i;
        }
        write(tested.name(), name, each, out);
      }
      out.append("  </testsuite>\n");
    }
    return out.append("</testsuites>\n").toString();
  }

  private static void counts(Iterable<CaseResult> cases, long nanos, StringBuilder out) {
    int all = 0;
    int failed = 0;
    int errors = 0;
    int skipped = 0;
    for (CaseResult each : cases) {
      all++;
      failed += each.outcome() == TestResult.Outcome.FAIL ? 1 : 0;
      errors += each.outcome() == TestResult.Outcome.ERROR ? 1 : 0;
      skipped += each.outcome() == TestResult.Outcome.SKIPPED ? 1 : 0;
    }
    out.append(" tests=\"").append(all);
    out.append("\" failures=\"").append(failed);
    out.append("\" errors=\"").append(errors);
    out.append("\" skipped=\"").append(skipped);
    out.append("\" time=\"").append(seconds(nanos)).append('"');
  }

  private static void write(String policy, String name, CaseResult result, StringBuilder out) {
    out.append("    <testcase classname=\"").append(escaped(policy));
    out.append("\" name=\"").append(escaped(name));
    out.append("\" file=\"").append(escaped(result.location().file()));
    out.append("\" time=\"").append(seconds(result.nanos())).append('"');
    switch (result.outcome()) {
      case PASS -> out.append("/>\n");
      case SKIPPED -> out.append(">\n      <skipped/>\n    </testcase>\n");
      case FAIL -> problem("failure", result, out);
      case ERROR -> problem("error", result, out);
    }
  }

  private static void problem(String element, CaseResult result, StringBuilder out) {
    String text = TestFailure.text(result);
    String place = TestPlace.of(result);
    String title = result.message().isEmpty() ? "the test is not true" : result.message();
    out.append(">\n      <").append(element);
    out.append(" message=\"").append(escaped(place + ": " + title)).append("\">");
    out.append(escaped(text));
    out.append("</").append(element).append(">\n    </testcase>\n");
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3f", nanos / 1e9);
  }

  /// XML knows no control characters but tab and line ends.
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\n', '\t' -> out.appendCodePoint(c);
            default -> {
              boolean known =
                  c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
              out.appendCodePoint(known ? c : 0xFFFD);
            }
          }
        });
    return out.toString();
  }
}
