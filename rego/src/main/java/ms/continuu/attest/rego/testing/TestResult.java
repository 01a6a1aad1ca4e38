package ms.continuu.attest.rego.testing;

import java.util.List;
import java.util.SortedMap;
import ms.continuu.attest.rego.Evaluation;
import ms.continuu.attest.rego.trace.TraceEvent;
import ms.continuu.attest.value.Location;
import org.jspecify.annotations.Nullable;

/// How one test went.
///
/// @param packageName the package of the test, from `data` on
/// @param name the rule's name, numbered when several rules have one name
/// @param error what ended the test, or null
/// @param nanos how long it took
/// @param trace the events that were recorded
/// @param output what it printed
/// @param cases how each case of a test over many cases went; empty for other tests
public record TestResult(
    Location location,
    String packageName,
    String name,
    Outcome outcome,
    Evaluation.@Nullable Fault error,
    long nanos,
    List<TraceEvent> trace,
    String output,
    SortedMap<String, CaseResult> cases) {

  /// What became of a test.
  public enum Outcome {
    PASS,
    FAIL,
    SKIPPED,
    ERROR
  }

  public TestResult {
    trace = List.copyOf(trace);
  }

  public boolean passed() {
    return outcome == Outcome.PASS;
  }

  public boolean failed() {
    return outcome == Outcome.FAIL;
  }

  /// This with other events.
  public TestResult withTrace(List<TraceEvent> other) {
    return new TestResult(location, packageName, name, outcome, error, nanos, other, output, cases);
  }
}
