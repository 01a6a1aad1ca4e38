package ms.continuu.attest.policy.report;

import java.util.List;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Level;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;

/// Logging commands of Azure Pipelines, which become the issues of a run.
record AzureReport(ReportContext context) implements ReportFormat {

  @Override
  public String name() {
    return "azure";
  }

  @Override
  public String write(CheckResult result) {
    StringBuilder out = new StringBuilder();
    for (Diagnostic fault : result.faults()) {
      Location place = fault.location();
      out.append("##vso[task.logissue type=error")
          .append(place == null || place.file().isEmpty() ? "" : place(place))
          .append(";code=")
          .append(property(fault.code()))
          .append(";]")
          .append(message(PlainText.lines(fault.message())))
          .append('\n');
    }
    List<Finding> worstFirst = result.findings().stream().sorted(CheckResult.WORST_FIRST).toList();
    worstFirst.forEach(finding -> write(finding, out));
    return out.append("##[section]").append(Summary.of(result)).append('\n').toString();
  }

  private void write(Finding finding, StringBuilder out) {
    if (!finding.standing().isOpen() || finding.level() == Level.DRYRUN) {
      out.append(FindingText.line(finding, context.paths())).append('\n');
      return;
    }
    String type = finding.level() == Level.VIOLATION ? "error" : "warning";
    String resource = PlainText.line(finding.resource().label());
    String message =
        finding.severity().word()
            + ": "
            + FindingText.message(finding)
            + (resource.isEmpty() ? "" : " (in " + resource + ")");
    out.append("##vso[task.logissue type=")
        .append(type)
        .append(place(finding.location()))
        .append(";code=")
        .append(property(PlainText.line(finding.rule().id())))
        .append(";]")
        .append(message(message))
        .append('\n');
  }

  private String place(Location place) {
    Region region = Region.of(place);
    return ";sourcepath="
        + property(PlainText.line(context.paths().apply(place.file())))
        + ";linenumber="
        + region.startLine()
        + ";columnnumber="
        + region.startColumn();
  }

  private static String message(String text) {
    return text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return message(text).replace(";", "%3B").replace("]", "%5D");
  }
}
