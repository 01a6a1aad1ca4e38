package ms.continuu.attest.policy.report;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Level;
import ms.continuu.attest.policy.Standing;
import ms.continuu.attest.value.JsonWriter;

/// GitLab's code quality report. Exempted findings are left out; those known before are not, as
/// GitLab compares with the target branch and would tell that they were mended.
record GitlabReport(ReportContext context) implements ReportFormat {

  @Override
  public String name() {
    return "gitlab";
  }

  @Override
  public String write(CheckResult result) {
    StringBuilder out = new StringBuilder();
    JsonWriter json = new JsonWriter(out, "  ", false);
    Map<String, Integer> seen = new HashMap<>();
    json.beginArray();
    for (Finding finding : result.findings()) {
      if (finding.standing().kind() == Standing.Kind.EXEMPTED) {
        continue;
      }
      int before = seen.merge(finding.fingerprint(), 1, Integer::sum) - 1;
      json.beginObject()
          .member("description", FindingText.message(finding))
          .member("check_name", PlainText.line(finding.rule().id()))
          .member("fingerprint", unique(finding.fingerprint(), before))
          .member("severity", severity(finding));
      json.name("location")
          .beginObject()
          .member("path", path(finding))
          .name("lines")
          .beginObject()
          .member("begin", Region.of(finding.location()).startLine())
          .endObject()
          .endObject();
      json.endObject();
    }
    json.endArray();
    return PlainText.json(out.append('\n').toString());
  }

  private String path(Finding finding) {
    String path = context.paths().apply(finding.location().file());
    return path.startsWith("./") ? path.substring(2) : path;
  }

  /// GitLab shows one of two issues with the same fingerprint.
  private static String unique(String fingerprint, int before) {
    return before == 0
        ? fingerprint
        : HexFormat.of().formatHex(Sha256.of(fingerprint + "\n" + before), 0, 16);
  }

  private static String severity(Finding finding) {
    if (finding.level() == Level.DRYRUN) {
      return "info";
    }
    return switch (finding.severity()) {
      case CRITICAL -> "blocker";
      case HIGH -> "critical";
      case MEDIUM -> "major";
      case LOW -> "minor";
      case INFO -> "info";
    };
  }
}
