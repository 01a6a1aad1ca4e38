package ms.continuu.attest.policy.report;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Level;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;

/// Workflow commands of GitHub Actions, which become annotations; before them all findings in a
/// group of the log.
record GithubReport(ReportContext context) implements ReportFormat {
  /// GitHub shows no more annotations of a level in a step.
  private static final int MOST = 10;

  @Override
  public String name() {
    return "github";
  }

  @Override
  public String write(CheckResult result) {
    StringBuilder out = new StringBuilder();
    group(result, out);
    List<Finding> open =
        result.findings().stream()
            .filter(finding -> finding.standing().isOpen())
            .sorted(CheckResult.WORST_FIRST)
            .toList();
    Set<String> errors = new LinkedHashSet<>();
    result.faults().forEach(fault -> errors.add(annotation(fault)));
    errors.addAll(annotations("error", open, Level.VIOLATION));
    annotate("error", errors, out);
    annotate("warning", annotations("warning", open, Level.WARNING), out);
    annotate("notice", annotations("notice", open, Level.DRYRUN), out);
    return out.append(Summary.of(result)).append('\n').toString();
  }

  /// The findings as text, with commands switched off: the word that switches them on again depends
  /// on all of it, so nobody can have put it in.
  private void group(CheckResult result, StringBuilder out) {
    if (result.findings().isEmpty()) {
      return;
    }
    StringBuilder lines = new StringBuilder();
    result
        .findings()
        .forEach(finding -> lines.append(FindingText.line(finding, context.paths())).append('\n'));
    String word = HexFormat.of().formatHex(Sha256.of(lines.toString()));
    out.append("::group::")
        .append(Summary.counted(result.findings().size(), "finding"))
        .append("\n::stop-commands::")
        .append(word)
        .append('\n')
        .append(lines)
        .append("::")
        .append(word)
        .append("::\n::endgroup::\n");
  }

  private Set<String> annotations(String command, List<Finding> open, Level level) {
    Set<String> lines = new LinkedHashSet<>();
    for (Finding finding : open) {
      if (finding.level() == level) {
        lines.add(annotation(command, finding));
      }
    }
    return lines;
  }

  private static void annotate(String command, Set<String> lines, StringBuilder out) {
    List<String> all = new ArrayList<>(lines);
    int shown = all.size() <= MOST ? all.size() : MOST - 1;
    all.subList(0, shown).forEach(line -> out.append(line).append('\n'));
    if (shown < all.size()) {
      out.append("::")
          .append(command)
          .append(" title=attest check::")
          .append(all.size() - shown)
          .append(" more: see the log of this step\n");
    }
  }

  private String annotation(String command, Finding finding) {
    StringBuilder message = new StringBuilder(PlainText.lines(finding.message()).strip());
    if (message.isEmpty()) {
      message.append(FindingText.message(finding));
    }
    String resource = PlainText.line(finding.resource().label());
    if (!resource.isEmpty()) {
      message.append("\nin ").append(resource);
    }
    if (!finding.fix().isBlank()) {
      message.append("\nfix: ").append(PlainText.line(finding.fix()));
    }
    String title = finding.severity().word() + ": " + PlainText.line(finding.rule().id());
    return "::" + command + place(finding.location(), title) + "::" + message(message.toString());
  }

  private String annotation(Diagnostic fault) {
    Location place = fault.location();
    String title = "attest check: " + fault.code();
    String where =
        place == null || place.file().isEmpty() ? " title=" + property(title) : place(place, title);
    String help = fault.help().isEmpty() ? "" : "\nhelp: " + fault.help();
    return "::error" + where + "::" + message(PlainText.lines(fault.message() + help));
  }

  private String place(Location place, String title) {
    Region region = Region.of(place);
    return " file="
        + property(PlainText.line(context.paths().apply(place.file())))
        + ",line="
        + region.startLine()
        + ",endLine="
        + region.endLine()
        + ",col="
        + region.startColumn()
        + ",endColumn="
        + region.endColumn()
        + ",title="
        + property(title);
  }

  private static String message(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return message(text).replace(":", "%3A").replace(",", "%2C");
  }
}
