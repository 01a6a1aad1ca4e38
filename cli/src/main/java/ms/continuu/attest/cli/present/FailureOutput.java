package ms.continuu.attest.cli.present;

import java.util.Base64;
import java.util.List;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.rego.Evaluation;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.JsonWriter;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Utf8;

/// Failures as reports show them.
public final class FailureOutput {
  private FailureOutput() {}

  /// How places are shown.
  private enum Places {
    PLAIN,
    WITH_TEXT
  }

  /// All that is wrong, one below the other, with the stacks of queries.
  public static String text(List<Failure.Problem> problems) {
    StringBuilder text = new StringBuilder();
    text.append(
        problems.size() == 1 ? "1 error occurred: " : problems.size() + " errors occurred:\n");
    boolean first = true;
    for (Failure.Problem problem : problems) {
      text.append(first ? "" : "\n").append(problem.text());
      first = false;
      if (problem.facts().size() == 1
          && problem.facts().getFirst().name().isEmpty()
          && problem.facts().getFirst().value() instanceof StringValue details) {
        text.append('\n').append(details.text());
      }
      if (!problem.stack().isEmpty()) {
        text.append("\n\nTraceback:");
        problem.stack().forEach(frame -> text.append("\n  ").append(text(frame)));
      }
    }
    return text.toString();
  }

  /// A fault with its place.
  static String text(Evaluation.Fault fault) {
    return Failure.Problem.of(fault).text();
  }

  /// A frame with its place.
  static String text(Evaluation.Frame frame) {
    Location location = frame.location();
    if (location == null) {
      return "<unknown>";
    }
    String place =
        location.file().isEmpty()
            ? location.row() + ":" + location.column()
            : location.file() + ":" + location.row();
    return frame.text().isEmpty() ? place : place + ": " + frame.text();
  }

  /// The member `errors`, when there is anything wrong.
  public static void write(List<Failure.Problem> problems, JsonWriter json) {
    if (problems.isEmpty()) {
      return;
    }
    write(problems, Places.PLAIN, json);
  }

  private static void write(List<Failure.Problem> problems, Places places, JsonWriter json) {
    json.name("errors").beginArray();
    problems.forEach(problem -> write(problem, places, json));
    json.endArray();
  }

  /// A report that has errors only, with the line end.
  public static String json(List<Failure.Problem> problems) {
    return json(problems, Places.PLAIN);
  }

  /// The same, with the source text of each place in Base64.
  public static String jsonWithTexts(List<Failure.Problem> problems) {
    return json(problems, Places.WITH_TEXT);
  }

  private static String json(List<Failure.Problem> problems, Places places) {
    StringBuilder text = new StringBuilder();
    JsonWriter json = new JsonWriter(text, "  ", true);
    json.beginObject();
    if (!problems.isEmpty()) {
      write(problems, places, json);
    }
    json.endObject();
    return text.append('\n').toString();
  }

  private static void write(Failure.Problem problem, Places places, JsonWriter json) {
    json.beginObject().member("message", problem.message());
    if (!problem.code().isEmpty()) {
      json.member("code", problem.code());
    }
    Location location = problem.location();
    if (location != null) {
      json.name("location");
      write(location, places, json);
    }
    if (!problem.facts().isEmpty()) {
      json.name("details");
      writeFacts(problem.facts(), json);
    }
    if (!problem.stack().isEmpty()) {
      json.name("stack_trace").beginArray();
      problem.stack().forEach(frame -> write(frame, json));
      json.endArray();
    }
    json.endObject();
  }

  private static void writeFacts(List<Diagnostic.Fact> facts, JsonWriter json) {
    if (facts.size() == 1 && facts.getFirst().name().isEmpty()) {
      json.value(facts.getFirst().value());
      return;
    }
    json.beginObject();
    for (Diagnostic.Fact fact : facts) {
      json.name(fact.name());
      if (fact.tree().isEmpty()) {
        json.value(fact.value());
      } else {
        json.lines(fact.tree());
      }
    }
    json.endObject();
  }

  /// A fault as a member of a result.
  static void write(Evaluation.Fault fault, JsonWriter json) {
    json.beginObject().member("code", fault.code()).member("message", fault.message());
    if (fault.location().row() > 0) {
      json.name("location");
      write(fault.location(), json);
    }
    if (!fault.stack().isEmpty()) {
      json.name("stack_trace").beginArray();
      fault.stack().forEach(frame -> write(frame, json));
      json.endArray();
    }
    json.endObject();
  }

  private static void write(Evaluation.Frame frame, JsonWriter json) {
    json.beginObject().member("query_id", frame.queryId());
    Location location = frame.location();
    if (location != null) {
      json.name("location");
      write(location, json);
    }
    json.endObject();
  }

  /// A place with its file.
  public static void write(Location location, JsonWriter json) {
    write(location, Places.PLAIN, json);
  }

  private static void write(Location location, Places places, JsonWriter json) {
    json.beginObject().member("file", location.file());
    json.member("row", location.row()).member("col", location.column());
    if (places == Places.WITH_TEXT && location.end() > location.start()) {
      json.member("text", Base64.getEncoder().encodeToString(Utf8.encode(location.text())));
    }
    json.endObject();
  }
}
