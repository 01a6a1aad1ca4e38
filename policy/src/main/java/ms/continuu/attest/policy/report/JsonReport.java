package ms.continuu.attest.policy.report;

import java.util.Locale;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Level;
import ms.continuu.attest.policy.Resource;
import ms.continuu.attest.policy.Standing;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.JsonWriter;
import ms.continuu.attest.value.Location;

/// The report for programs: one JSON object, `"schema": "attest.check/v1"`, as
/// `attest.check.v1.schema.json` beside this class describes it.
public final class JsonReport implements ReportFormat {

  @Override
  public String name() {
    return "json";
  }

  @Override
  public String write(CheckResult result) {
    return PlainText.json(text(result));
  }

  /// The report with one token a line, and texts as they are.
  static String text(CheckResult result) {
    StringBuilder out = new StringBuilder();
    JsonWriter json = new JsonWriter(out, "  ", false);
    json.beginObject()
        .member("schema", "attest.check/v1")
        .member("violations", result.count(Level.VIOLATION))
        .member("warnings", result.count(Level.WARNING))
        .member("dryruns", result.count(Level.DRYRUN))
        .member("exempted", result.count(Standing.Kind.EXEMPTED))
        .member("baseline", result.count(Standing.Kind.BASELINE))
        .member("errors", result.faults().size())
        .member("passed", result.counts().clean())
        .member("files", result.counts().files())
        .member("subjects", result.counts().subjects())
        .member("policies", result.policies())
        .member("duration_ms", result.duration().toMillis());
    json.name("results").beginArray();
    result.findings().forEach(finding -> write(finding, json));
    json.endArray();
    diagnostics("faults", result.faults(), json);
    diagnostics("notes", result.notes(), json);
    json.endObject();
    return out.append('\n').toString();
  }

  private static void write(Finding finding, JsonWriter json) {
    Location place = finding.location();
    Region region = Region.of(place);
    Resource resource = finding.resource();
    json.beginObject()
        .member("policy", finding.policy().name())
        .member("rule", finding.rule().name())
        .member("title", finding.rule().title())
        .member("severity", finding.severity().word())
        .member("level", finding.level().word())
        .member("message", finding.message())
        .member("file", place.file())
        .member("line", place.row())
        .member("column", place.column())
        .member("end_line", region.endLine())
        .member("end_column", region.endColumn());
    json.name("resource")
        .beginObject()
        .member("kind", resource.kind())
        .member("namespace", resource.namespace())
        .member("name", resource.name())
        .member("address", resource.address())
        .endObject();
    json.name("path").value(ArrayValue.of(finding.path()));
    json.member("fingerprint", finding.fingerprint());
    standing(finding.standing(), json);
    json.member("fix", finding.fix());
    json.name("metadata").value(finding.metadata());
    json.name("controls").beginObject();
    finding.rule().controls().forEach((framework, numbers) -> strings(framework, numbers, json));
    json.endObject();
    strings("references", finding.rule().references(), json);
    json.endObject();
  }

  private static void strings(String name, Iterable<String> texts, JsonWriter json) {
    json.name(name).beginArray();
    texts.forEach(json::string);
    json.endArray();
  }

  private static void diagnostics(String name, Iterable<Diagnostic> diagnostics, JsonWriter json) {
    json.name(name).beginArray();
    for (Diagnostic diagnostic : diagnostics) {
      Location place = diagnostic.location();
      json.beginObject()
          .member("code", diagnostic.code())
          .member("message", diagnostic.message())
          .member("file", place == null ? "" : place.file())
          .member("line", place == null ? 0 : place.row())
          .member("column", place == null ? 0 : place.column())
          .member("help", diagnostic.help())
          .endObject();
    }
    json.endArray();
  }

  /// `exemption` is null for a finding that counts; else what takes it out of the count.
  private static void standing(Standing standing, JsonWriter json) {
    json.name("exemption");
    if (standing.isOpen()) {
      json.nul();
    } else {
      json.beginObject()
          .member("kind", standing.kind().name().toLowerCase(Locale.ROOT))
          .member("reason", standing.reason())
          .endObject();
    }
  }
}
