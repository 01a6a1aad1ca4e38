package ms.continuu.attest.operations.files;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How long the steps of an operation took, by OPA's names of them.
public final class Timers {
  private final TreeMap<String, Long> nanos = new TreeMap<>();

  /// A step that may fail.
  @FunctionalInterface
  public interface Step<T, X extends Exception> {
    T run() throws X;
  }

  /// Runs a step and adds its time.
  public <T, X extends Exception> T time(String name, Step<T, X> step) throws X {
    long start = System.nanoTime();
    try {
      return step.run();
    } finally {
      nanos.merge(name, System.nanoTime() - start, Long::sum);
    }
  }

  /// The times so far, by names such as `timer_rego_query_eval_ns`.
  public SortedMap<String, Long> nanos() {
    TreeMap<String, Long> named = new TreeMap<>();
    nanos.forEach((name, time) -> named.put("timer_" + name + "_ns", time));
    return Collections.unmodifiableSortedMap(named);
  }
}
