package ms.continuu.attest.policy.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Level;
import ms.continuu.attest.policy.Resource;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.JsonWriter;
import ms.continuu.attest.value.Location;

/// The report for programs: one JSON object, `"schema": "attest.check/v1"`.
public final class JsonReport implements ReportFormat {

  @Override
  public String name() {
    return "json";
  }

  @Override
  public String write(CheckResult result) {
    StringBuilder out = new StringBuilder();
    JsonWriter json = new JsonWriter(out, "  ", false);
    json.beginObject()
        .member("schema", "attest.check/v1")
        .member("violations", result.count(Level.VIOLATION))
        .member("warnings", result.count(Level.WARNING))
        .member("exempted", 0)
        .member("errors", result.faults().size())
        .member("passed", result.clean())
        .member("files", result.files())
        .member("subjects", result.subjects())
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
    Resource resource = finding.resource();
    json.beginObject()
        .member("policy", finding.policy().name())
        .member("rule", finding.rule())
        .member("title", finding.title())
        .member("severity", finding.severity().word())
        .member("level", finding.level().name().toLowerCase(Locale.ROOT))
        .member("message", finding.message())
        .member("file", place.file())
        .member("line", place.row())
        .member("column", place.column());
    json.name("resource")
        .beginObject()
        .member("kind", resource.kind())
        .member("namespace", resource.namespace())
        .member("name", resource.name())
        .member("address", resource.address())
        .endObject();
    json.name("path").value(ArrayValue.of(finding.path()));
    json.member("fingerprint", fingerprint(finding));
    json.name("exemption").nul();
    json.member("fix", finding.fix());
    json.name("metadata").value(finding.metadata());
    json.endObject();
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

  /// What makes a finding the same one after its file was moved about: not its line.
  static String fingerprint(Finding finding) {
    String identity =
        String.join(
            "\n",
            finding.policy().name(),
            finding.rule(),
            finding.location().file(),
            finding.resource().label(),
            finding.path().toString(),
            finding.message());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
