package ms.continuu.attest.cli.present;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import ms.continuu.attest.operations.opa.EvaluationReport;
import ms.continuu.attest.rego.trace.CoverageReport;
import ms.continuu.attest.rego.trace.Profile;
import ms.continuu.attest.value.JsonWriter;
import ms.continuu.attest.value.Location;

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
    writeProfile(report, json);
    CoverageReport coverage = report.coverage();
    if (coverage != null) {
      json.name("coverage");
      CoverageOutput.write(coverage, json);
    }
  }

  private static void writeProfile(EvaluationReport report, JsonWriter json) {
    if (!report.profile().isEmpty()) {
      json.name("profile").beginArray();
      for (Profile.Line stats : report.profile()) {
        json.beginObject().member("total_time_ns", stats.timeNanos());
        writeCounts(stats, json);
      }
      json.endArray();
    }
    if (!report.aggregatedProfile().isEmpty()) {
      json.name("aggregated_profile").beginArray();
      for (EvaluationReport.AggregatedLine line : report.aggregatedProfile()) {
        json.beginObject().name("total_time_ns_stats").beginObject();
        line.nanos().forEach((kind, value) -> json.name(kind).raw(number(value)));
        json.endObject();
        writeCounts(line.first(), json);
      }
      json.endArray();
    }
  }

  private static void writeCounts(Profile.Line stats, JsonWriter json) {
    json.member("num_eval", stats.evaluations()).member("num_redo", stats.redos());
    json.member("num_gen_expr", stats.expressions()).name("location");
    FailureOutput.write(stats.location(), json);
    json.endObject();
  }

  static String text(EvaluationReport report) {
    StringBuilder text = new StringBuilder();
    SortedMap<String, Long> timers = report.timers();
    if (timers != null && !timers.isEmpty()) {
      Table table = Table.of(List.of("Metric", "Value"));
      timers.forEach((name, nanos) -> table.row(List.of(name, Long.toString(nanos))));
      text.append(table.text());
    }
    appendProfile(report, text);
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
    appendAggregatedProfile(report, text);
    CoverageReport coverage = report.coverage();
    if (coverage != null) {
      text.append(CoverageOutput.table(coverage));
    }
    return text.toString();
  }

  private static void appendProfile(EvaluationReport report, StringBuilder text) {
    if (report.profile().isEmpty()) {
      return;
    }
    Table table = Table.of(List.of("Time", "Num Eval", "Num Redo", "Num Gen Expr", "Location"));
    for (Profile.Line stats : report.profile()) {
      List<String> row = new ArrayList<>();
      row.add(GoDuration.of(stats.timeNanos()));
      addCounts(stats, row);
      table.row(row);
    }
    text.append(table.text());
  }

  private static void appendAggregatedProfile(EvaluationReport report, StringBuilder text) {
    if (report.aggregatedProfile().isEmpty()) {
      return;
    }
    List<String> head = new ArrayList<>(List.of("Min", "Max", "Mean", "90%", "99%"));
    head.addAll(List.of("Num Eval", "Num Redo", "Num Gen Expr", "Location"));
    Table table = Table.of(head);
    for (EvaluationReport.AggregatedLine line : report.aggregatedProfile()) {
      List<String> row = new ArrayList<>();
      SHOWN.forEach(
          kind -> row.add(GoDuration.of(line.nanos().getOrDefault(kind, 0.0).longValue())));
      addCounts(line.first(), row);
      table.row(row);
    }
    text.append(table.text());
  }

  private static void addCounts(Profile.Line stats, List<String> row) {
    row.add(Integer.toString(stats.evaluations()));
    row.add(Integer.toString(stats.redos()));
    row.add(Integer.toString(stats.expressions()));
    Location place = stats.location();
    boolean anonymous = place.file().isEmpty() && place.end() > place.start();
    row.add(anonymous ? place.text() : place.toString());
  }

  /// The shortest digits, without a fraction of zero.
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
