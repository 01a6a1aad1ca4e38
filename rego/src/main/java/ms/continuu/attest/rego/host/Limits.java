package ms.continuu.attest.rego.host;

import java.time.Duration;

/// What an evaluation may use before it is stopped. A limit reached is an error that names it.
///
/// @param steps expressions evaluated
/// @param time wall-clock time; [Duration#ZERO] for none
/// @param depth nested rule and function calls
/// @param results rows of the result, and members of one collection that is being built
public record Limits(long steps, Duration time, int depth, long results) {

  /// No bound but the depth, which protects the stack.
  public static final Limits NONE =
      new Limits(Long.MAX_VALUE, Duration.ZERO, 10_000, Long.MAX_VALUE);
}
