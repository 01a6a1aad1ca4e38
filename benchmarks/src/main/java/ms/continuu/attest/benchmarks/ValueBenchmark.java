package ms.continuu.attest.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What it costs to compare two equal arrays of a thousand strings.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class ValueBenchmark {
  private final Value left = names();
  private final Value right = names();

  /// One comparison by Rego's order.
  @Benchmark
  public int compareEqualArrays() {
    return left.compareTo(right);
  }

  private static Value names() {
    return ArrayValue.of(
        IntStream.range(0, 1_000).mapToObj(i -> (Value) StringValue.of("name-" + i)).toList());
  }
}
