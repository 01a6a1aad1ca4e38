package ms.continuu.attest.operations.opa;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.rego.EvaluationRequest;
import ms.continuu.attest.rego.testing.TestRunner;
import ms.continuu.attest.value.Location;
import org.jspecify.annotations.Nullable;

/// A test with how long it takes.
///
/// @param measured null for a test that is skipped or does not pass
/// @param skipped the test is not to be run yet
public record TestBenchmark(
    String name, Location location, Benchmark.@Nullable Measurement measured, boolean skipped) {

  public boolean passed() {
    return measured != null;
  }

  /// Measures all tests, one after another.
  public static List<TestBenchmark> all(TestPolicies tests) {
    List<TestBenchmark> all = new ArrayList<>();
    for (TestRunner.Prepared test : tests.prepare()) {
      all.add(of(test, tests));
    }
    return all;
  }

  private static TestBenchmark of(TestRunner.Prepared test, TestPolicies tests) {
    Location place = test.rule().location();
    if (test.query() == null) {
      return new TestBenchmark(test.name(), place, null, true);
    }
    EvaluationRequest request = EvaluationRequest.of(null, tests.data(), tests.host());
    try {
      Benchmark.Measurement measured = Benchmark.of(test.query(), request).measure();
      return new TestBenchmark(test.name(), place, measured, false);
    } catch (Failure failure) {
      return new TestBenchmark(test.name(), place, null, false);
    }
  }
}
