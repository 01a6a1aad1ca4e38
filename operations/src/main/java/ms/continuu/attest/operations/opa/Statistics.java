package ms.continuu.attest.operations.opa;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// Statistics of a few measurements, by the names that OPA's histograms have.
final class Statistics {
  private Statistics() {}

  static Map<String, Double> of(long[] measured) {
    long[] values = measured.clone();
    Arrays.sort(values);
    TreeMap<String, Double> all = new TreeMap<>();
    double mean = Arrays.stream(values).sum() / (double) values.length;
    double squares = 0;
    for (long value : values) {
      squares += (value - mean) * (value - mean);
    }
    all.put("count", (double) values.length);
    all.put("min", (double) values[0]);
    all.put("max", (double) values[values.length - 1]);
    all.put("mean", mean);
    all.put("stddev", Math.sqrt(squares / values.length));
    all.put("median", percentile(values, 0.5));
    all.put("75%", percentile(values, 0.75));
    all.put("90%", percentile(values, 0.9));
    all.put("95%", percentile(values, 0.95));
    all.put("99%", percentile(values, 0.99));
    all.put("99.9%", percentile(values, 0.999));
    all.put("99.99%", percentile(values, 0.9999));
    return all;
  }

  /// Interpolates between neighbours.
  private static double percentile(long[] sorted, double share) {
    double position = share * (sorted.length + 1);
    if (position < 1) {
      return sorted[0];
    }
    if (position >= sorted.length) {
      return sorted[sorted.length - 1];
    }
    double lower = sorted[(int) position - 1];
    double upper = sorted[(int) position];
    return lower + (position - Math.floor(position)) * (upper - lower);
  }
}
