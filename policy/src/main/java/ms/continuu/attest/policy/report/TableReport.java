package ms.continuu.attest.policy.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Level;
import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.policy.Standing;
import ms.continuu.attest.value.Location;

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
        out.append(out.isEmpty() ? "" : "\n").append(paint(printable(file), BOLD)).append("\n");
      }
      write(finding, out);
    }
    out.append(out.isEmpty() ? "" : "\n").append(summary(result)).append('\n');
    return out.toString();
  }

  private void write(Finding finding, StringBuilder out) {
    String severity = String.format(Locale.ROOT, "%-8s", finding.severity().word());
    String aside = aside(finding);
    out.append("\n  ")
        .append(paint(severity, colourOf(finding.severity())))
        .append("  ")
        .append(printable(finding.message()))
        .append(aside)
        .append('\n');
    Location place = finding.location();
    String at = place.file() + ":" + place.row() + ":" + place.column();
    String resource = finding.resource().label();
    line(out, "at", printable(at));
    if (!resource.isEmpty()) {
      line(out, "in", printable(resource));
    }
    line(out, "policy", finding.policy().name());
    if (!finding.fix().isEmpty()) {
      line(out, "fix", printable(finding.fix()));
    }
  }

  /// Why a finding does not fail the check, if so.
  private static String aside(Finding finding) {
    return switch (finding.standing().kind()) {
      case BASELINE -> " (known: " + finding.standing().reason() + ")";
      case EXEMPTED -> " (exempted: " + finding.standing().reason() + ")";
      case OPEN ->
          switch (finding.level()) {
            case VIOLATION -> "";
            case WARNING -> " (warning)";
            case DRYRUN -> " (dry run)";
          };
    };
  }

  private void line(StringBuilder out, String label, String text) {
    out.append("            ")
        .append(paint(String.format(Locale.ROOT, "%-6s", label), DIM))
        .append("  ")
        .append(text)
        .append('\n');
  }

  private String summary(CheckResult result) {
    long violations = result.count(Level.VIOLATION);
    long warnings = result.count(Level.WARNING);
    List<String> parts = new ArrayList<>();
    parts.add(
        violations == 0 ? "no violations" : counted(violations, "violation") + bySeverity(result));
    if (warnings > 0) {
      parts.add(counted(warnings, "warning"));
    }
    more(parts, result.count(Level.DRYRUN), " in dry run");
    more(parts, result.count(Standing.Kind.BASELINE), " known");
    more(parts, result.count(Standing.Kind.EXEMPTED), " exempted");
    if (!result.faults().isEmpty()) {
      parts.add(counted(result.faults().size(), "error"));
    }
    String found = String.join(", ", parts);
    boolean good = violations == 0 && result.faults().isEmpty();
    return paint(found, good ? GREEN : RED)
        + " in "
        + counted(result.counts().subjects(), "resource")
        + " of "
        + counted(result.counts().files(), "file")
        + ", judged by "
        + (result.policies() == 1 ? "1 policy" : result.policies() + " policies")
        + " in "
        + String.format(Locale.ROOT, "%.1f s", result.duration().toMillis() / 1000.0);
  }

  private static void more(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(count + what);
    }
  }

  private static String bySeverity(CheckResult result) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count =
          result.findings().stream()
              .filter(f ->
                  f.standing().isOpen() && f.level() == Level.VIOLATION && f.severity() == severity)
              .count();
      if (count > 0) {
        parts.add(count + " " + severity.word());
      }
    }
    return " (" + String.join(", ", parts) + ")";
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
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

  /// What a file says must not steer the reader's terminal.
  private static String printable(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
            clean.append(c == '\n' ? " " : String.format(Locale.ROOT, "\\u%04x", c));
          } else {
            clean.appendCodePoint(c);
          }
        });
    return clean.toString();
  }
}
