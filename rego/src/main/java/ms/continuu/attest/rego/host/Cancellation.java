package ms.continuu.attest.rego.host;

import java.util.function.BooleanSupplier;

/// Tells a run, which asks often, to stop.
@FunctionalInterface
public interface Cancellation {
  boolean isCancelled();

  /// Why, in OPA's words.
  default String reason() {
    return "caller cancelled query execution";
  }

  /// Stops what takes too long.
  static Cancellation when(BooleanSupplier timeIsOver) {
    return new Cancellation() {
      @Override
      public boolean isCancelled() {
        return timeIsOver.getAsBoolean();
      }

      @Override
      public String reason() {
        return "context deadline exceeded";
      }
    };
  }
}
