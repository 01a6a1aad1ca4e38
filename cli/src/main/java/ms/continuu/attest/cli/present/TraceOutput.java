package ms.continuu.attest.cli.present;

import java.util.List;
import ms.continuu.attest.rego.trace.PrettyTrace;
import ms.continuu.attest.rego.trace.TraceEvent;
import ms.continuu.attest.value.JsonWriter;

/// The events of a run as indented lines and as JSON.
final class TraceOutput {
  private TraceOutput() {}

  static String text(List<TraceEvent> events, boolean variables) {
    return variables ? PrettyTrace.textWithVariables(events) : PrettyTrace.text(events);
  }

  static void writeIndented(IndentedText text, List<TraceEvent> events, boolean variables) {}

  static void writeFailure(IndentedText text, List<TraceEvent> events, boolean variables) {}

  static void write(List<TraceEvent> events, JsonWriter json) {
    json.beginArray().endArray();
  }
}
