package ms.continuu.attest.operations.opa;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.files.SchemaFiles;
import ms.continuu.attest.operations.files.Timers;
import ms.continuu.attest.rego.Evaluation;
import ms.continuu.attest.rego.EvaluationRequest;
import ms.continuu.attest.rego.Rego;
import ms.continuu.attest.rego.check.CheckedQuery;
import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Measures how long a query takes: as many runs as fit into a second.
public final class Benchmark {
  private static final long DURATION_NANOS = 1_000_000_000L;
  private static final int MOST_SAMPLES = 1 << 22;

  private final Rego.PreparedQuery query;
  private final EvaluationRequest request;
  private final boolean failOnUndefined;

  /// What was measured.
  ///
  /// @param bytes allocated by all runs together; 0 where the machine does not tell
  /// @param nanosStatistics statistics of single runs, by the names of OPA's histograms
  public record Measurement(
      long samples, long nanos, long bytes, Map<String, Double> nanosStatistics) {

    public double nanosPerRun() {
      return (double) nanos / samples;
    }

    public long bytesPerRun() {
      return bytes / samples;
    }
  }

  /// What is measured.
  public record Request(
      Query query, Sources sources, @Nullable Value input, boolean failOnUndefined) {}

  private Benchmark(Rego.PreparedQuery query, EvaluationRequest request, boolean failOnUndefined) {
    this.query = query;
    this.request = request;
    this.failOnUndefined = failOnUndefined;
  }

  /// Loads, checks and makes all ready, which is not measured.
  public static Benchmark prepare(Request request, Host host) throws Failure {
    Timers timers = new Timers();
    Workspace workspace =
        Workspace.of(
            request.sources(), SchemaFiles.read(request.sources().schema()), false, timers);
    CheckedQuery query =
        request.query().check(workspace.program(), request.sources().language(), timers);
    return new Benchmark(
        Rego.standard().load(workspace.program()).prepare(query),
        EvaluationRequest.of(request.input(), workspace.data(), host),
        request.failOnUndefined());
  }

  /// A query that is ready already, such as that of a test.
  public static Benchmark of(Rego.PreparedQuery query, EvaluationRequest request) {
    return new Benchmark(query, request, true);
  }

  /// Measures once more.
  ///
  /// @throws Failure when a run fails, or is undefined and must not be
  public Measurement measure() throws Failure {
    long[] times = new long[1 << 12];
    int samples = 0;
    long start = System.nanoTime();
    long bytesBefore = allocated();
    long total = 0;
    while (samples < MOST_SAMPLES && System.nanoTime() - start < DURATION_NANOS) {
      long before = System.nanoTime();
      refuse(query.run(request));
      long took = System.nanoTime() - before;
      total += took;
      if (samples == times.length) {
        times = Arrays.copyOf(times, samples * 2);
      }
      times[samples++] = took;
    }
    long bytes = allocated() - bytesBefore;
    return new Measurement(
        samples, total, bytes, new TreeMap<>(Statistics.of(Arrays.copyOf(times, samples))));
  }

  private void refuse(Evaluation evaluation) throws Failure {
    Evaluation.Fault error = evaluation.error();
    if (error != null) {
      throw Failure.of(Failure.Problem.of(error));
    }
    if (failOnUndefined && evaluation.rows().isEmpty()) {
      throw Failure.of("undefined result");
    }
  }

  private static long allocated() {
    return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
        ? bean.getCurrentThreadAllocatedBytes()
        : 0;
  }
}
