package ms.continuu.attest.policy.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Level;
import ms.continuu.attest.value.Diagnostic;

/// Markdown for a comment on a change, or for the summary of a CI job.
///
/// @param most how many bytes it may have
public record MarkdownReport(long most) implements ReportFormat {
  /// GitHub takes comments of 65,536 characters.
  private static final long COMMENT = 65_000;

  /// More faults than this tell nobody more.
  private static final int MOST_FAULTS = 20;

  /// As long as a comment may be.
  public static MarkdownReport forComment() {
    return new MarkdownReport(COMMENT);
  }

  @Override
  public String name() {
    return "markdown";
  }

  @Override
  public String write(CheckResult result) {
    return new Fitting(
            Integer.MAX_VALUE, text -> text.getBytes(StandardCharsets.UTF_8).length, most)
        .write(result, (kept, leftOut) -> write(result, kept, leftOut));
  }

  private static String write(CheckResult result, CheckResult kept, int leftOut) {
    Summary summary = Summary.of(result);
    StringBuilder out = new StringBuilder();
    out.append("### ")
        .append(summary.isGood() ? "✅" : "❌")
        .append(" attest check: ")
        .append(summary.found())
        .append("\n\n");
    faults(result.faults(), out);
    List<Finding> worstFirst = kept.findings().stream().sorted(CheckResult.WORST_FIRST).toList();
    section("", worstFirst, finding -> counts(finding, Level.VIOLATION), out);
    section("Warnings", worstFirst, finding -> counts(finding, Level.WARNING), out);
    section("Dry run", worstFirst, finding -> counts(finding, Level.DRYRUN), out);
    section("Known or exempted", worstFirst, finding -> !finding.standing().isOpen(), out);
    if (leftOut > 0) {
      out.append("**")
          .append(Summary.counted(leftOut, "finding"))
          .append(" more**, the mildest, did not fit here.\n\n");
    }
    String judged = summary.judged().strip();
    return out.append("<sub>")
        .append(judged.substring(0, 1).toUpperCase(Locale.ROOT))
        .append(judged, 1, judged.length())
        .append(".</sub>\n")
        .toString();
  }

  private static boolean counts(Finding finding, Level level) {
    return finding.standing().isOpen() && finding.level() == level;
  }

  private static void faults(List<Diagnostic> faults, StringBuilder out) {
    if (faults.isEmpty()) {
      return;
    }
    out.append("**The check could not decide:**\n\n");
    for (Diagnostic fault : faults.subList(0, Math.min(faults.size(), MOST_FAULTS))) {
      String text = FindingText.line(fault, file -> file);
      out.append("- ").append(MarkdownText.line(RuleText.cut(text, 1_000))).append('\n');
    }
    if (faults.size() > MOST_FAULTS) {
      out.append("- and ").append(faults.size() - MOST_FAULTS).append(" more\n");
    }
    out.append('\n');
  }

  /// A table; one with a title is folded up.
  private static void section(
      String title, List<Finding> all, Predicate<Finding> wanted, StringBuilder out) {
    List<Finding> findings = all.stream().filter(wanted).toList();
    if (findings.isEmpty()) {
      return;
    }
    if (!title.isEmpty()) {
      out.append("<details><summary>")
          .append(title)
          .append(" (")
          .append(findings.size())
          .append(")</summary>\n\n");
    }
    out.append("| Severity | What | Where | Rule |\n| --- | --- | --- | --- |\n");
    findings.forEach(finding -> row(finding, out));
    out.append(title.isEmpty() ? "\n" : "\n</details>\n\n");
  }

  private static void row(Finding finding, StringBuilder out) {
    out.append("| ")
        .append(finding.severity().word())
        .append(" | ")
        .append(MarkdownText.line(RuleText.cut(FindingText.message(finding), 2_000)));
    if (!finding.standing().isOpen()) {
      out.append(MarkdownText.line(FindingText.aside(finding)));
    }
    if (!finding.fix().isBlank()) {
      out.append("<br>Fix: ").append(MarkdownText.line(RuleText.cut(finding.fix(), 1_000)));
    }
    out.append(" | ")
        .append(MarkdownText.code(finding.location().file() + ":" + finding.location().row()));
    String resource = finding.resource().label();
    if (!resource.isEmpty()) {
      out.append("<br>").append(MarkdownText.code(resource));
    }
    out.append(" | ").append(MarkdownText.code(finding.rule().id())).append(" |\n");
  }
}
