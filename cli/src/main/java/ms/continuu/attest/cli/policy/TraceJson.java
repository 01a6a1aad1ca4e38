package ms.continuu.attest.cli.policy;

import java.util.List;
import ms.continuu.attest.operations.trace.Attempt;
import ms.continuu.attest.operations.trace.TracePolicy;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.value.JsonWriter;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// A trace for programs: one JSON object, `"schema": "attest.trace/v1"`, with every step.
final class TraceJson {
  private final JsonWriter json;

  private TraceJson(JsonWriter json) {
    this.json = json;
  }

  static String of(TracePolicy.Result result) {
    StringBuilder out = new StringBuilder();
    JsonWriter json = new JsonWriter(out, "  ", false);
    json.beginObject().member("schema", "attest.trace/v1").name("rules").beginArray();
    TraceJson trace = new TraceJson(json);
    result.traced().forEach(trace::rule);
    json.endArray().endObject();
    return out.append('\n').toString();
  }

  private void rule(TracePolicy.Traced traced) {
    json.beginObject()
        .member("policy", traced.rule().policy().name())
        .member("rule", traced.rule().name())
        .member("convention", traced.rule().convention())
        .member("resource", traced.subject().resource(List.of()).label());
    place(traced.subject().locate(List.of()));
    json.name("findings").beginArray();
    for (Finding finding : traced.findings()) {
      json.beginObject()
          .member("severity", finding.severity().word())
          .member("message", finding.message());
      place(finding.location());
      json.endObject();
    }
    json.endArray().name("error");
    if (traced.error() == null) {
      json.nul();
    } else {
      json.string(traced.error().message());
    }
    attempts("attempts", traced.attempts());
    json.endObject();
  }

  private void attempts(String name, List<Attempt> attempts) {
    json.name(name).beginArray();
    for (Attempt attempt : attempts) {
      json.beginObject().member("rule", attempt.name()).name("holds").bool(attempt.holds());
      place(attempt.location());
      Value value = attempt.value();
      json.name("value");
      if (value == null) {
        json.nul();
      } else {
        json.value(value);
      }
      json.name("steps").beginArray();
      attempt.steps().forEach(this::step);
      json.endArray().endObject();
    }
    json.endArray();
  }

  private void step(Attempt.Step step) {
    json.beginObject().member("text", step.text()).name("holds").bool(step.holds());
    place(step.location());
    json.name("values").beginArray();
    for (Attempt.Known known : step.values()) {
      json.beginObject().member("text", known.text());
      Value value = known.value();
      json.name("defined").bool(value != null);
      json.name("value");
      if (value == null) {
        json.nul();
      } else {
        json.value(value);
      }
      place(known.place());
      json.endObject();
    }
    json.endArray();
    attempts("within", step.within());
    json.endObject();
  }

  private void place(@Nullable Location place) {
    json.member("file", place == null ? "" : place.file())
        .member("line", place == null ? 0 : place.row())
        .member("column", place == null ? 0 : place.column());
  }
}
