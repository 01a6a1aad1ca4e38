package ms.continuu.attest.cli.present;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import ms.continuu.attest.operations.opa.EvaluationReport;
import ms.continuu.attest.value.JsonWriter;

/// What was observed of an evaluation: times and their statistics.
final class ObservationOutput {
  private static final List<String> SHOWN = List.of("min", "max", "mean", "90%", "99%");

  private ObservationOutput() {}

  static void write(EvaluationReport report, JsonWriter json) {
    SortedMap<String, Long> timers = report.timers();
    if (timers != null) {
      json.name("metrics").beginObject();
      timers.forEach(json::member);
      json.endObject();
    }
    SortedMap<String, Map<String, Double>> aggregated = report.aggregated();
    if (aggregated != null && !aggregated.isEmpty()) {
      json.name("aggregated_metrics").beginObject();
      aggregated.forEach((name, statistics) -> {
        json.name(name).beginObject();
        statistics.forEach((kind, value) -> json.name(kind).raw(number(value)));
        json.endObject();
      });
      json.endObject();
    }
    if (!report.explanation().isEmpty()) {
      json.name("explanation");
      TraceOutput.write(report.explanation(), 1, json);
    }
  }

  static String text(EvaluationReport report) {
    StringBuilder text = new StringBuilder();
    SortedMap<String, Long> timers = report.timers();
    if (timers != null && !timers.isEmpty()) {
      Table table = Table.of(List.of("Metric", "Value"));
      timers.forEach((name, nanos) -> table.row(List.of(name, Long.toString(nanos))));
      text.append(table.text());
    }
    SortedMap<String, Map<String, Double>> aggregated = report.aggregated();
    if (aggregated != null && !aggregated.isEmpty()) {
      Table table = Table.of(List.of("Metric", "Min", "Max", "Mean", "90%", "99%"));
      aggregated.forEach((name, statistics) -> {
        List<String> row = new ArrayList<>();
        row.add(name);
        SHOWN.forEach(kind -> row.add(number(statistics.getOrDefault(kind, 0.0))));
        table.row(row);
      });
      text.append(table.text());
    }
    return text.toString();
  }

  /// The shortest digits, without a fraction of zero.
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
