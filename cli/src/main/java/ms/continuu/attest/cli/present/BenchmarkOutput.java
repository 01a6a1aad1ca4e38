package ms.continuu.attest.cli.present;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import ms.continuu.attest.operations.opa.Benchmark;
import ms.continuu.attest.value.JsonWriter;

/// Measurements as a table, as JSON and in the format of Go's benchmarks. Java does not count
/// allocations, only their bytes, so the texts have no `allocs/op`.
public final class BenchmarkOutput {
  private static final String HISTOGRAM = "histogram_timer_rego_query_eval_ns_";

  private BenchmarkOutput() {}

  /// One measurement as a table.
  public static String table(Benchmark.Measurement measured, boolean metrics, boolean memory) {
    Table table = Table.plainRightAligned();
    table.row(List.of("samples", Long.toString(measured.samples())));
    table.row(List.of("ns/op", number(measured.nanosPerRun()).strip()));
    if (memory) {
      table.row(List.of("B/op", Long.toString(measured.bytesPerRun())));
    }
    if (metrics) {
      histogram(measured).forEach((name, value) -> table.row(List.of(name, number(value).strip())));
    }
    return table.text();
  }

  /// One measurement as a line after a name.
  public static String line(
      String name, Benchmark.Measurement measured, Map<String, Double> extra, boolean memory) {
    StringBuilder line = new StringBuilder(name);
    line.append(String.format(Locale.ROOT, "\t%8d\t", measured.samples()));
    line.append(number(measured.nanosPerRun())).append(" ns/op");
    extra.forEach(
        (unit, value) -> line.append('\t').append(number(value)).append(' ').append(unit));
    if (memory) {
      line.append(String.format(Locale.ROOT, "\t%8d B/op", measured.bytesPerRun()));
    }
    return line.append('\n').toString();
  }

  /// One measurement as JSON.
  public static String json(Benchmark.Measurement measured, boolean metrics) {
    StringBuilder text = new StringBuilder();
    JsonWriter json = new JsonWriter(text, "  ", true).beginObject();
    json.member("N", measured.samples()).member("T", measured.nanos()).member("Bytes", 0);
    json.member("MemAllocs", 0).member("MemBytes", measured.bytes());
    json.name("Extra").beginObject();
    if (metrics) {
      histogram(measured)
          .forEach((name, value) -> json.name(name).raw(ObservationOutput.number(value)));
    }
    json.endObject().endObject();
    return text.append('\n').toString();
  }

  /// The statistics of single runs by the names of OPA's histograms.
  public static Map<String, Double> histogram(Benchmark.Measurement measured) {
    Map<String, Double> named = new TreeMap<>();
    measured.nanosStatistics().forEach((name, value) -> named.put(HISTOGRAM + name, value));
    return named;
  }

  /// A number as Go's `testing` prints it: ten places before the point, three digits at least.
  private static String number(double value) {
    double size = Math.abs(value);
    String format;
    if (size == 0 || size >= 99.95) {
      format = "%10.0f";
    } else if (size >= 9.995) {
      format = "%12.1f";
    } else if (size >= 0.9995) {
      format = "%13.2f";
    } else {
      format = "%14.3f";
    }
    return String.format(Locale.ROOT, format, value);
  }
}
