package ms.continuu.attest.rego.interpret;

import ms.continuu.attest.rego.host.Cancellation;
import ms.continuu.attest.rego.ir.Statement;
import ms.continuu.attest.rego.runtime.EvaluationError;
import ms.continuu.attest.value.Location;
import org.jspecify.annotations.Nullable;

/// What a run may still use. A limit reached ends it with an error that names the limit and the
/// place.
final class Budget {
  /// The time and the caller are asked once in so many steps.
  private static final int PATIENCE = 0xFF;

  private final long maxSteps;
  private final long maxNanos;
  private final long maxResults;
  private final int maxDepth;
  private final long started;
  private final @Nullable Cancellation cancelled;
  private long steps;
  private int calls;

  Budget(RunOptions options) {
    maxSteps = options.limits().steps();
    maxNanos = options.limits().time().toNanos();
    maxResults = options.limits().results();
    maxDepth = options.limits().depth();
    started = maxNanos > 0 ? System.nanoTime() : 0;
    cancelled = options.cancelled();
  }

  long steps() {
    return steps;
  }

  /// Called for every expression.
  void step(Activation a, Statement statement) {
    if (++steps > maxSteps) {
      throw exceeded("steps", maxSteps, statement.location());
    }
    if ((steps & PATIENCE) == 1) {
      if (isCancelled()) {
        a.current = statement;
        throw cancelled().at(StackTraces.of(a));
      }
      checkTime(statement.location());
    }
  }

  /// Ends the run when it was cancelled or has taken too long.
  ///
  /// @param words what a run says that was cancelled; empty for the reason that the caller gives
  void check(Location location, String words) {
    if (isCancelled()) {
      EvaluationError error = cancelled();
      throw words.isEmpty() ? error : error.saying(words);
    }
    checkTime(location);
  }

  private void checkTime(Location location) {
    if (maxNanos > 0 && System.nanoTime() - started > maxNanos) {
      throw exceeded("milliseconds", maxNanos / 1_000_000, location);
    }
  }

  boolean isCancelled() {
    return cancelled != null && cancelled.isCancelled();
  }

  EvaluationError cancelled() {
    String reason = cancelled == null ? "" : cancelled.reason();
    return new EvaluationError(EvaluationError.CANCELLED, reason, Location.NONE);
  }

  /// A rule or function is entered.
  void enter(Location location) {
    if (++calls > maxDepth) {
      throw exceeded("nested calls", maxDepth, location);
    }
  }

  void leave() {
    calls--;
  }

  int depth() {
    return calls;
  }

  void restore(int depth) {
    calls = depth;
  }

  /// A collection or the result has grown to so many members.
  void grown(long size, Location location) {
    if (size > maxResults) {
      throw exceeded("results", maxResults, location);
    }
  }

  static EvaluationError exceeded(String what, long limit, Location location) {
    return new EvaluationError(
        EvaluationError.CANCELLED, "evaluation stopped: more than " + limit + " " + what, location);
  }
}
