package ms.continuu.attest.rego.host;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// A stack for recursion that goes as deep as a text does.
public final class LargeStack {
  /// Enough for the deepest text that the parser reads; reserved, and taken page by page.
  private static final long BYTES = 512L << 20;

  private LargeStack() {}

  /// Does work on a large stack, while the caller waits.
  public static <T> T run(Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread thread = new Thread(null, task, "rego-deep", BYTES);
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
}
