package ms.continuu.attest.cli.present;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ms.continuu.attest.rego.syntax.AstJson;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.trace.FailedExpression;
import ms.continuu.attest.rego.trace.PrettyTrace;
import ms.continuu.attest.rego.trace.TraceEvent;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.JsonWriter;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.Value;

/// The events of a run as indented lines and as JSON.
final class TraceOutput {
  private TraceOutput() {}

  static String text(List<TraceEvent> events, boolean variables) {
    return variables ? PrettyTrace.textWithVariables(events) : PrettyTrace.text(events);
  }

  static void writeIndented(IndentedText text, List<TraceEvent> events, boolean variables) {
    List<List<String>> rows =
        variables ? PrettyTrace.cellsWithVariables(events) : PrettyTrace.cells(events);
    for (List<String> row : rows) {
      row.forEach(text::write);
      text.write("\n");
    }
  }

  /// The expression that failed last, with the values of its variables.
  static void writeFailure(IndentedText text, List<TraceEvent> events, boolean variables) {
    for (int i = events.size() - 1; i >= 0; i--) {
      TraceEvent event = events.get(i);
      boolean every = event.node() instanceof Expr expr && expr.form() instanceof Expr.Every;
      boolean told =
          event.op() == TraceEvent.Op.FAIL
              && event.location().row() > 0
              && event.queryId() != 0
              && !every;
      if (told) {
        Location place = event.location();
        text.deeper(2).write(place.file() + ":" + place.row() + ":\n");
        String shown =
            variables ? FailedExpression.withVariables(event) : FailedExpression.text(event) + "\n";
        text.deeper(4).write(shown);
        text.write("\n");
        return;
      }
    }
  }

  /// The events as JSON.
  ///
  /// @param depth the level that the array stands at
  static void write(List<TraceEvent> events, int depth, JsonWriter json) {
    String indent = "  ".repeat(depth + 2);
    json.beginArray();
    for (TraceEvent event : events) {
      write(event, indent, json);
    }
    json.endArray();
  }

  private static void write(TraceEvent event, String indent, JsonWriter json) {
    json.beginObject().member("Op", event.op().word());
    json.name("Node").raw(node(event.node()).replace("\n", "\n" + indent));
    json.name("Location");
    FailureOutput.write(event.location(), json);
    json.member("QueryID", event.queryId()).member("ParentID", event.parentId());
    json.name("Locals").beginArray();
    for (Map.Entry<String, Value> local : new TreeMap<>(event.locals()).entrySet()) {
      json.beginObject().member("name", local.getKey());
      if (tree(new Term.Scalar(local.getValue(), Location.NONE)) instanceof ObjectValue term) {
        for (String member : List.of("type", "value")) {
          Value value = term.get(member);
          if (value != null) {
            json.name(member).value(value);
          }
        }
      }
      json.endObject();
    }
    json.endArray();
    json.name("LocalMetadata").beginObject();
    for (String generated : new TreeMap<>(event.locals()).keySet()) {
      String name = event.rewrittenVars().get(generated);
      if (name != null) {
        json.name(generated).beginObject().member("name", name).name("location").nul();
        json.endObject();
      }
    }
    json.endObject();
    json.member("Message", event.message());
    json.name("Ref");
    // OPA has the ref of an index lookup only.
    Term.Ref ref = event.op() == TraceEvent.Op.INDEX ? event.ref() : null;
    if (ref == null) {
      json.nul();
    } else {
      Value terms = tree(ref) instanceof ObjectValue object ? object.get("value") : null;
      json.value(terms == null ? tree(ref) : terms);
    }
    json.endObject();
  }

  private static String node(Object node) {
    try {
      return switch (node) {
        case Body body -> AstJson.of(body, AstJson.Places.OMITTED, "  ");
        case Rule rule -> AstJson.of(rule, AstJson.Places.OMITTED, "  ");
        case Expr expr -> onlyItem(AstJson.of(Body.of(expr), AstJson.Places.OMITTED, "  "));
        default -> "null";
      };
    } catch (AstJson.UnwritableTree e) {
      return "null";
    }
  }

  /// The one item of an array, one level up.
  private static String onlyItem(String array) {
    String item = array.substring(array.indexOf('\n') + 3, array.lastIndexOf('\n'));
    return item.replace("\n  ", "\n");
  }

  private static Value tree(Term term) {
    try {
      return Json.parse(AstJson.of(term, AstJson.Places.OMITTED, ""));
    } catch (JsonSyntaxException | AstJson.UnwritableTree e) {
      throw new IllegalStateException("a tree is sound JSON", e);
    }
  }
}
