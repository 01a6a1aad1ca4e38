package ms.continuu.attest.cli.policy;

import ms.continuu.attest.operations.testing.ResourceReport;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.JsonWriter;

/// What each rule says of resources, for people and as JSON, `"schema": "attest.resources/v1"`.
final class ResourceText {
  private ResourceText() {}

  static String text(ResourceReport report) {
    StringBuilder out = new StringBuilder();
    for (ResourceReport.Judged judged : report.judged()) {
      out.append(out.isEmpty() ? "" : "\n").append(judged.file());
      out.append(judged.label().isEmpty() ? "" : "  " + judged.label()).append('\n');
      for (ResourceReport.Verdict verdict : judged.verdicts()) {
        boolean found = !verdict.findings().isEmpty();
        out.append(found ? "  found      " : "  not found  ");
        out.append(verdict.rule().id()).append(": ").append(verdict.rule().title()).append('\n');
        verdict.findings().forEach(finding -> finding(finding, out));
      }
    }
    return out.toString();
  }

  private static void finding(Finding finding, StringBuilder out) {
    out.append("             ")
        .append(finding.location().file())
        .append(':')
        .append(finding.location().row())
        .append(':')
        .append(finding.location().column())
        .append(": ")
        .append(finding.severity().word())
        .append(' ')
        .append(finding.level().word())
        .append(": ")
        .append(finding.message());
    out.append(finding.standing().isOpen() ? "" : " (" + finding.standing().reason() + ")");
    out.append('\n');
  }

  static String json(ResourceReport report) {
    StringBuilder out = new StringBuilder();
    JsonWriter json = new JsonWriter(out, "  ", false);
    json.beginObject().member("schema", "attest.resources/v1").name("resources").beginArray();
    for (ResourceReport.Judged judged : report.judged()) {
      json.beginObject()
          .member("file", judged.file())
          .member("resource", judged.label())
          .name("rules")
          .beginArray();
      for (ResourceReport.Verdict verdict : judged.verdicts()) {
        json.beginObject()
            .member("policy", verdict.rule().policy().name())
            .member("rule", verdict.rule().name())
            .member("title", verdict.rule().title());
        json.name("found").bool(!verdict.findings().isEmpty()).name("findings").beginArray();
        verdict.findings().forEach(finding -> finding(finding, json));
        json.endArray().endObject();
      }
      json.endArray().endObject();
    }
    json.endArray().endObject();
    return out.append('\n').toString();
  }

  private static void finding(Finding finding, JsonWriter json) {
    json.beginObject()
        .member("message", finding.message())
        .member("severity", finding.severity().word())
        .member("level", finding.level().word())
        .member("file", finding.location().file())
        .member("line", finding.location().row())
        .member("column", finding.location().column())
        .name("path")
        .value(ArrayValue.of(finding.path()))
        .name("exempted")
        .bool(!finding.standing().isOpen())
        .endObject();
  }
}
