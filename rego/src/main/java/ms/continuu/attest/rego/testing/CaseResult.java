package ms.continuu.attest.rego.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import ms.continuu.attest.rego.trace.TraceEvent;
import ms.continuu.attest.value.Utf8;

/// How one case of a test went, and the cases below it.
///
/// INVARIANT: not changed after the run that made it.
public final class CaseResult {
  private final String name;
  private boolean failed;
  private List<TraceEvent> trace = List.of();
  private final SortedMap<String, CaseResult> cases;

  CaseResult(String name, boolean failed) {
    this(name, failed, new TreeMap<>(Utf8::compare));
  }

  CaseResult(String name, boolean failed, SortedMap<String, CaseResult> cases) {
    this.name = name;
    this.failed = failed;
    this.cases = cases;
  }

  public String name() {
    return name;
  }

  public boolean failed() {
    return failed;
  }

  /// The events up to the next case.
  public List<TraceEvent> trace() {
    return trace;
  }

  public SortedMap<String, CaseResult> cases() {
    return cases;
  }

  /// A case, with the names that lead to it.
  public record Named(List<String> path, CaseResult result) {}

  /// All cases, each before those below it.
  public static List<Named> all(SortedMap<String, CaseResult> cases) {
    List<Named> all = new ArrayList<>();
    collect(List.of(), cases, all);
    return all;
  }

  private static void collect(
      List<String> prefix, SortedMap<String, CaseResult> cases, List<Named> all) {
    cases.forEach((name, result) -> {
      List<String> path = new ArrayList<>(prefix);
      path.add(name);
      all.add(new Named(path, result));
      collect(path, result.cases, all);
    });
  }

  /// Notes that a case was begun. One that has no result yet has failed.
  ///
  /// @return whether the case failed
  static boolean begun(
      SortedMap<String, CaseResult> cases, List<String> path, int at, List<TraceEvent> trace) {
    if (at >= path.size()) {
      return true;
    }
    CaseResult entry = cases.computeIfAbsent(path.get(at), name -> new CaseResult(name, true));
    if (at == path.size() - 1) {
      entry.trace = List.copyOf(trace);
      return entry.failed;
    }
    boolean failed = begun(entry.cases, path, at + 1, trace);
    entry.failed |= failed;
    return failed;
  }
}
