package ms.continuu.attest.policy.report;

import java.util.List;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.StringValue;

/// TAP 14: one plan, one point for each rule and resource, what was found in YAML below it.
record TapReport(ReportContext context) implements ReportFormat {

  @Override
  public String name() {
    return "tap";
  }

  @Override
  public String write(CheckResult result) {
    List<JudgedCase> cases =
        JudgedCase.of(result, context).values().stream().flatMap(List::stream).toList();
    int points = cases.size() + result.faults().size();
    StringBuilder out = new StringBuilder("TAP version 14\n1..").append(points);
    out.append(points == 0 ? " # SKIP nothing judged\n" : "\n");
    int number = 0;
    for (JudgedCase one : cases) {
      number++;
      write(one, number, out);
    }
    for (Diagnostic fault : result.faults()) {
      number++;
      out.append("not ok ").append(number).append(" - ").append(description(fault.code()));
      out.append("\n  ---\n  message: ")
          .append(quoted(FindingText.line(fault, context.paths())))
          .append("\n  ...\n");
    }
    return out.append("# ").append(Summary.of(result)).append('\n').toString();
  }

  private void write(JudgedCase one, int number, StringBuilder out) {
    boolean failed = one.result() == JudgedCase.Result.FAILED;
    out.append(failed ? "not ok " : "ok ").append(number).append(" - ");
    out.append(description(one.policy() + "/" + one.name()));
    if (one.result() == JudgedCase.Result.SKIPPED) {
      String reason = FindingText.aside(one.findings().getFirst()).strip();
      out.append(" # SKIP ").append(description(reason));
    }
    out.append('\n');
    if (one.findings().isEmpty()) {
      return;
    }
    out.append("  ---\n  findings:\n");
    for (Finding finding : one.findings()) {
      out.append("    - at: ").append(quoted(FindingText.place(finding, context.paths())));
      out.append("\n      severity: ").append(finding.severity().word());
      out.append("\n      level: ").append(finding.level().word());
      out.append("\n      message: ").append(quoted(FindingText.message(finding))).append('\n');
      if (!finding.fix().isBlank()) {
        out.append("      fix: ").append(quoted(PlainText.line(finding.fix()))).append('\n');
      }
    }
    out.append("  ...\n");
  }

  /// A `#` would begin a directive.
  private static String description(String text) {
    return PlainText.line(text).replace("\\", "\\\\").replace("#", "\\#");
  }

  private static String quoted(String text) {
    return PlainText.yaml(Json.text(StringValue.of(text)));
  }
}
