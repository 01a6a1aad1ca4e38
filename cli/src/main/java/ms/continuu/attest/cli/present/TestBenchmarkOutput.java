package ms.continuu.attest.cli.present;

import java.util.List;
import java.util.Map;
import ms.continuu.attest.operations.opa.Benchmark;
import ms.continuu.attest.operations.opa.TestBenchmark;

/// Measured tests, a line each, and how many passed.
public final class TestBenchmarkOutput {
  private TestBenchmarkOutput() {}

  /// @param verbose skipped tests are told of
  /// @param goNames names have the form of Go's benchmarks
  public static String text(
      List<TestBenchmark> tests, boolean verbose, boolean goNames, boolean memory) {
    StringBuilder text = new StringBuilder();
    int passed = 0;
    int failed = 0;
    int skipped = 0;
    for (TestBenchmark test : tests) {
      Benchmark.Measurement measured = test.measured();
      if (measured != null) {
        passed++;
        String name = goNames ? goName(test.name()) : test.name();
        Map<String, Double> extra = Map.of("timer_rego_query_eval_ns/op", measured.nanosPerRun());
        text.append(BenchmarkOutput.line(name, measured, extra, memory));
      } else {
        skipped += test.skipped() ? 1 : 0;
        failed += test.skipped() ? 0 : 1;
        if (!test.skipped() || verbose) {
          String file = test.location().file();
          text.append(file).append(':').append(test.location().row()).append(":\n");
          text.append(test.name()).append(test.skipped() ? ": SKIPPED\n" : ": FAIL\n");
        }
      }
    }
    if (!text.isEmpty()) {
      text.append("-".repeat(80)).append('\n');
    }
    count(text, "PASS", passed, tests.size());
    count(text, "FAIL", failed, tests.size());
    count(text, "SKIPPED", skipped, tests.size());
    return text.toString();
  }

  private static void count(StringBuilder text, String name, int count, int all) {
    if (count > 0) {
      text.append(name).append(": ").append(count).append('/').append(all).append('\n');
    }
  }

  /// `data.a.test_x` is `BenchmarkDataATestX`.
  private static String goName(String name) {
    StringBuilder camel = new StringBuilder("Benchmark");
    for (String part : name.replace('_', '.').split("\\.")) {
      if (!part.isEmpty()) {
        camel.append(Character.toTitleCase(part.charAt(0))).append(part, 1, part.length());
      }
    }
    return camel.toString();
  }
}
