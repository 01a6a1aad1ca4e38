package ms.continuu.attest.policy.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Level;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.policy.Standing;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.JsonWriter;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.SourceFile;

/// SARIF 2.1.0, with everything that GitHub's code scanning asks for and within its limits.
record SarifReport(ReportContext context) implements ReportFormat {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
  private static final String TOP = "%SRCROOT%";

  /// GitHub rejects a file with more results, or one that is larger when compressed.
  private static final int MOST_RESULTS = 25_000;

  private static final long MOST_BYTES = 10_000_000;

  /// More faults than this tell nobody more.
  private static final int MOST_NOTIFICATIONS = 1_000;

  @Override
  public String name() {
    return "sarif";
  }

  @Override
  public String write(CheckResult result) {
    return new Fitting(MOST_RESULTS, SarifReport::uploadedBytes, MOST_BYTES)
        .write(result, this::write);
  }

  private String write(CheckResult result, int leftOut) {
    Map<String, Integer> indexes = new HashMap<>();
    Map<String, RuleDescription> rules = rules(result);
    rules.keySet().forEach(id -> indexes.put(id, indexes.size()));
    StringBuilder out = new StringBuilder();
    JsonWriter json = new JsonWriter(out, "  ", false);
    json.beginObject().member("$schema", SCHEMA).member("version", "2.1.0");
    json.name("runs").beginArray().beginObject();
    new SarifRules(json).writeTool(rules.values(), context.version());
    json.name("automationDetails").beginObject().member("id", "attest/check/").endObject();
    json.name("originalUriBaseIds").beginObject().name(TOP).beginObject();
    text("description", "the top of the repository", json);
    json.endObject().endObject();
    json.member("columnKind", "unicodeCodePoints");
    invocation(result, leftOut, json);
    results(result, indexes, json);
    json.endObject().endArray().endObject();
    return PlainText.json(out.append('\n').toString());
  }

  /// All rules that judged by their ids; where they are too many, those with findings.
  private static Map<String, RuleDescription> rules(CheckResult result) {
    Map<String, RuleDescription> rules = new LinkedHashMap<>();
    if (result.rules().size() <= SarifRules.MOST) {
      result.rules().forEach(rule -> rules.put(rule.id(), rule));
    }
    result.findings().forEach(finding -> rules.putIfAbsent(finding.rule().id(), finding.rule()));
    return rules;
  }

  private void results(CheckResult result, Map<String, Integer> rules, JsonWriter json) {
    // SARIF wants a state of every result of a run or of none.
    boolean compared = result.count(Standing.Kind.BASELINE) > 0;
    Map<SourceFile, Map<Integer, String>> hashes = lineHashes(result);
    json.name("results").beginArray();
    for (Finding finding : result.findings()) {
      Map<Integer, String> lines = hashes.getOrDefault(finding.location().source(), Map.of());
      json.beginObject()
          .member("ruleId", finding.rule().id())
          .member("ruleIndex", rules.getOrDefault(finding.rule().id(), -1))
          .member("level", level(finding.level()));
      text("message", message(finding), json);
      json.name("locations").beginArray().beginObject();
      physical(finding.location(), json);
      logical(finding, json);
      json.endObject().endArray();
      json.name("partialFingerprints").beginObject();
      String hash = lines.get(Region.of(finding.location()).startLine());
      if (hash != null) {
        json.member("primaryLocationLineHash", hash);
      }
      json.member("attest/v1", finding.fingerprint()).endObject();
      if (compared) {
        boolean known = finding.standing().kind() == Standing.Kind.BASELINE;
        json.member("baselineState", known ? "unchanged" : "new");
      }
      suppression(finding.standing(), json);
      json.name("properties").beginObject();
      json.member("severity", finding.severity().word()).endObject();
      json.endObject();
    }
    json.endArray();
  }

  private static String message(Finding finding) {
    String message = PlainText.lines(finding.message()).strip();
    return message.isEmpty() ? FindingText.message(finding) : message;
  }

  private void physical(Location place, JsonWriter json) {
    Region region = Region.of(place);
    json.name("physicalLocation").beginObject();
    json.name("artifactLocation").beginObject();
    String uri = UriText.ofPath(context.paths().apply(place.file()));
    json.member("uri", uri);
    if (!uri.startsWith("file:")) {
      json.member("uriBaseId", TOP);
    }
    json.endObject();
    json.name("region")
        .beginObject()
        .member("startLine", region.startLine())
        .member("startColumn", region.startColumn())
        .member("endLine", region.endLine())
        .member("endColumn", region.endColumn())
        .endObject();
    json.endObject();
  }

  private static void logical(Finding finding, JsonWriter json) {
    String label = PlainText.line(finding.resource().label());
    if (!label.isEmpty()) {
      json.name("logicalLocations")
          .beginArray()
          .beginObject()
          .member("fullyQualifiedName", label)
          .member("kind", "resource")
          .endObject()
          .endArray();
    }
  }

  private static void suppression(Standing standing, JsonWriter json) {
    if (standing.kind() != Standing.Kind.EXEMPTED) {
      return;
    }
    json.name("suppressions")
        .beginArray()
        .beginObject()
        .member("kind", "external")
        .member("status", "accepted")
        .member("justification", PlainText.line(standing.reason()))
        .endObject()
        .endArray();
  }

  private void invocation(CheckResult result, int leftOut, JsonWriter json) {
    json.name("invocations").beginArray().beginObject();
    json.name("executionSuccessful").bool(result.faults().isEmpty());
    json.member("startTimeUtc", result.started().toString());
    json.member("endTimeUtc", result.started().plus(result.duration()).toString());
    json.name("toolExecutionNotifications").beginArray();
    if (leftOut > 0) {
      String said = leftOut + " findings are left out, the mildest ones: GitHub takes no more";
      json.beginObject().member("level", "warning");
      text("message", said, json);
      json.endObject();
    }
    int faults = result.faults().size();
    int notes = Math.min(result.notes().size(), Math.max(MOST_NOTIFICATIONS - faults, 0));
    result.faults().stream().limit(MOST_NOTIFICATIONS).forEach(fault -> notification(fault, json));
    result.notes().stream().limit(notes).forEach(note -> notification(note, json));
    json.endArray().endObject().endArray();
  }

  private void notification(Diagnostic diagnostic, JsonWriter json) {
    json.beginObject();
    json.name("descriptor").beginObject().member("id", diagnostic.code()).endObject();
    json.member("level", diagnostic.severity().name().toLowerCase(Locale.ROOT));
    String help = diagnostic.help().isEmpty() ? "" : " (" + diagnostic.help() + ")";
    text("message", PlainText.lines(diagnostic.message() + help), json);
    Location place = diagnostic.location();
    if (place != null && !place.file().isEmpty()) {
      json.name("locations").beginArray().beginObject();
      physical(place, json);
      json.endObject().endArray();
    }
    json.endObject();
  }

  static void text(String name, String text, JsonWriter json) {
    json.name(name).beginObject().member("text", text).endObject();
  }

  static String level(Level level) {
    return switch (level) {
      case VIOLATION -> "error";
      case WARNING -> "warning";
      case DRYRUN -> "note";
    };
  }

  private static Map<SourceFile, Map<Integer, String>> lineHashes(CheckResult result) {
    // A source is the same only as itself.
    Map<SourceFile, Set<Integer>> wanted = new HashMap<>();
    for (Finding finding : result.findings()) {
      wanted
          .computeIfAbsent(finding.location().source(), source -> new TreeSet<>())
          .add(Region.of(finding.location()).startLine());
    }
    Map<SourceFile, Map<Integer, String>> hashes = new HashMap<>();
    wanted.forEach((source, rows) -> hashes.put(source, LineHashes.of(source.text(), rows)));
    return hashes;
  }

  /// The size in which GitHub gets a text; one that is small enough is not compressed to find out.
  private static long uploadedBytes(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= MOST_BYTES) {
      return bytes.length;
    }
    CountingStream counted = new CountingStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(counted)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("nothing is written to any file", e);
    }
    return counted.count;
  }

  private static final class CountingStream extends OutputStream {
    private long count;

    @Override
    public void write(int b) {
      count++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      count += length;
    }
  }
}
