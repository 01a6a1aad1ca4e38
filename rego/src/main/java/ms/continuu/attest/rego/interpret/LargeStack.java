package ms.continuu.attest.rego.interpret;

import java.util.function.Supplier;
import ms.continuu.attest.rego.runtime.EvaluationError;
import ms.continuu.attest.value.Location;
import org.jspecify.annotations.Nullable;

/// Runs something on a thread with a large stack, and waits for it.
final class LargeStack {
  /// Reserved; used only as far as the recursion goes.
  private static final long BYTES = 1L << 30;

  private final Supplier<@Nullable Exit> task;
  private @Nullable Exit result;
  private @Nullable Throwable failure;

  private LargeStack(Supplier<@Nullable Exit> task) {
    this.task = task;
  }

  static @Nullable Exit run(Supplier<@Nullable Exit> task) {
    LargeStack stack = new LargeStack(task);
    Thread thread = new Thread(null, stack::execute, "attest-evaluation", BYTES);
    thread.setDaemon(true);
    thread.start();
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
        thread.interrupt();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return stack.outcome();
  }

  private void execute() {
    try {
      result = task.get();
    } catch (RuntimeException | Error e) {
      failure = e;
    }
  }

  private @Nullable Exit outcome() {
    return switch (failure) {
      case null -> result;
      case RuntimeException e -> throw e;
      case StackOverflowError e -> throw tooDeep();
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure);
    };
  }

  static EvaluationError tooDeep() {
    return new EvaluationError(
        EvaluationError.INTERNAL, "evaluation is nested too deeply", Location.NONE);
  }
}
