package ms.continuu.attest.policy.report;

import java.util.Locale;
import java.util.function.UnaryOperator;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Severity;

/// The report for people: findings by file, each with its place and how to mend it, then a summary.
///
/// @param colour whether to colour, as on a terminal
public record TableReport(boolean colour) implements ReportFormat {

  @Override
  public String name() {
    return "table";
  }

  @Override
  public String write(CheckResult result) {
    StringBuilder out = new StringBuilder();
    String file = "";
    for (Finding finding : result.findings()) {
      if (!finding.location().file().equals(file)) {
        file = finding.location().file();
        out.append(out.isEmpty() ? "" : "\n")
            .append(paint(PlainText.name(file), BOLD))
            .append("\n");
      }
      write(finding, out);
    }
    out.append(out.isEmpty() ? "" : "\n").append(summary(result)).append('\n');
    return out.toString();
  }

  private void write(Finding finding, StringBuilder out) {
    String severity = String.format(Locale.ROOT, "%-8s", finding.severity().word());
    out.append("\n  ")
        .append(paint(severity, colourOf(finding.severity())))
        .append("  ")
        .append(FindingText.message(finding))
        .append(FindingText.aside(finding))
        .append('\n');
    String resource = finding.resource().label();
    line(out, "at", FindingText.place(finding, UnaryOperator.identity()));
    if (!resource.isEmpty()) {
      line(out, "in", PlainText.line(resource));
    }
    line(out, "policy", PlainText.line(finding.policy().name()));
    if (!finding.fix().isEmpty()) {
      line(out, "fix", PlainText.line(finding.fix()));
    }
  }

  private void line(StringBuilder out, String label, String text) {
    out.append("            ")
        .append(paint(String.format(Locale.ROOT, "%-6s", label), DIM))
        .append("  ")
        .append(text)
        .append('\n');
  }

  private String summary(CheckResult result) {
    Summary summary = Summary.of(result);
    return paint(summary.found(), summary.isGood() ? GREEN : RED) + summary.judged();
  }

  private static final String BOLD = "1";
  private static final String DIM = "2";
  private static final String RED = "31";
  private static final String GREEN = "32";

  private static String colourOf(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "1;31";
      case HIGH -> RED;
      case MEDIUM -> "33";
      case LOW -> "36";
      case INFO -> DIM;
    };
  }

  private String paint(String text, String colourCode) {
    return colour ? "\u001b[" + colourCode + "m" + text + "\u001b[0m" : text;
  }
}
