package ms.continuu.attest.cli.present;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import ms.continuu.attest.rego.trace.CoverageReport;
import ms.continuu.attest.value.JsonWriter;

/// Coverage as JSON and as a table.
public final class CoverageOutput {
  private CoverageOutput() {}

  /// The report as a JSON document with its line end.
  public static String json(CoverageReport report) {
    StringBuilder text = new StringBuilder();
    write(report, new JsonWriter(text, "  ", true));
    return text.append('\n').toString();
  }

  /// The report as a value of a larger document.
  public static void write(CoverageReport report, JsonWriter json) {
    json.beginObject().name("files").beginObject();
    for (Map.Entry<String, CoverageReport.FileCoverage> file : report.files().entrySet()) {
      json.name(file.getKey());
      write(file.getValue(), json);
    }
    json.endObject();
    json.member("covered_lines", report.coveredLines());
    json.member("not_covered_lines", report.notCoveredLines());
    json.name("coverage").raw(ObservationOutput.number(report.coverage())).endObject();
  }

  private static void write(CoverageReport.FileCoverage file, JsonWriter json) {
    json.beginObject();
    write("covered", file.covered(), json);
    write("not_covered", file.notCovered(), json);
    if (file.coveredLines() > 0) {
      json.member("covered_lines", file.coveredLines());
    }
    if (file.notCoveredLines() > 0) {
      json.member("not_covered_lines", file.notCoveredLines());
    }
    if (file.coverage() > 0) {
      json.name("coverage").raw(ObservationOutput.number(file.coverage()));
    }
    json.endObject();
  }

  private static void write(String name, List<CoverageReport.Range> ranges, JsonWriter json) {
    if (ranges.isEmpty()) {
      return;
    }
    json.name(name).beginArray();
    for (CoverageReport.Range range : ranges) {
      json.beginObject().name("start");
      write(range.startRow(), range.startColumn(), json);
      json.name("end");
      write(range.endRow(), range.endColumn(), json);
      if (!range.kinds().isEmpty()) {
        json.name("kinds").beginArray();
        range.kinds().forEach(json::string);
        json.endArray();
      }
      json.endObject();
    }
    json.endArray();
  }

  private static void write(int row, int column, JsonWriter json) {
    json.beginObject().member("row", row);
    if (column > 0) {
      json.member("col", column);
    }
    json.endObject();
  }

  static String table(CoverageReport report) {
    return Table.plain()
        .row(List.of("Overall Coverage", String.format(Locale.ROOT, "%.2f", report.coverage())))
        .text();
  }

  /// Why coverage is not enough, with the lines that are not covered when wanted.
  public static String belowThreshold(CoverageReport report, double threshold, boolean withLines) {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "Code coverage threshold not met: got %.2f instead of %.2f",
                report.coverage(),
                threshold));
    if (withLines && !report.files().isEmpty()) {
      text.append("\nLines not covered:");
      report.files().forEach((file, found) -> appendSpans(file, found, text));
    }
    return text.toString();
  }

  private static void appendSpans(
      String file, CoverageReport.FileCoverage report, StringBuilder text) {
    TreeSet<Integer> lines = rows(report.notCovered());
    while (!lines.isEmpty()) {
      int start = lines.pollFirst();
      int end = start;
      while (!lines.isEmpty() && lines.first() == end + 1) {
        end = lines.pollFirst();
      }
      text.append("\n\t").append(file).append(':').append(start);
      text.append(end > start ? "-" + end : "");
    }
  }

  private static TreeSet<Integer> rows(List<CoverageReport.Range> ranges) {
    TreeSet<Integer> rows = new TreeSet<>();
    for (CoverageReport.Range range : ranges) {
      for (int row = range.startRow(); row <= range.endRow(); row++) {
        rows.add(row);
      }
    }
    return rows;
  }
}
