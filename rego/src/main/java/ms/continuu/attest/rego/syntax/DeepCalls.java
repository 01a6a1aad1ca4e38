package ms.continuu.attest.rego.syntax;

import java.util.function.Function;
import ms.continuu.attest.rego.host.LargeStack;

/// Recursion that goes as deep as a text does: the work is begun on the caller's stack and, should
/// it go deep, begun again on a large one.
final class DeepCalls {
  /// What any caller's stack can bear.
  private static final int SHALLOW = 1_000;

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
      return LargeStack.run(() -> work.apply(depth -> {}));
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
