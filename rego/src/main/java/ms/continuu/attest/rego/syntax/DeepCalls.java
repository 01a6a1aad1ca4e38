package ms.continuu.attest.rego.syntax;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/// Recursion that goes as deep as a text does: the work is begun on the caller's stack and, should
/// it go deep, begun again on a large one.
final class DeepCalls {
  /// What any caller's stack can bear.
  private static final int SHALLOW = 1_000;

  /// Enough for [ParseOptions#MAX_DEPTH] levels; reserved, and taken page by page.
  private static final long STACK_BYTES = 512L << 20;

  private DeepCalls() {}

  /// Told how deep the work is.
  interface Watch {
    void entered(int depth);
  }

  /// Does the work, which must have no effects before it ends.
  static <T> T run(Function<Watch, T> work) {
    try {
      return work.apply(depth -> {
        if (depth > SHALLOW) {
          throw new TooDeep();
        }
      });
    } catch (TooDeep tooDeep) {
      return onLargeStack(() -> work.apply(depth -> {}));
    }
  }

  private static <T> T onLargeStack(java.util.concurrent.Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(null, task, "rego-deep", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw new IllegalStateException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Control flow only: it has no stack trace and never leaves this class.
  private static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private TooDeep() {
      super(null, null, false, false);
    }
  }
}
