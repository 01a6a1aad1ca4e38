package ms.continuu.attest.policy.host;

import java.net.SocketTimeoutException;

/// When an exchange must be over.
///
/// @param nanos on the clock of [System#nanoTime]; 0 for never
record Deadline(long nanos) {
  static Deadline in(long timeoutNanos) {
    return new Deadline(timeoutNanos <= 0 ? 0 : Math.max(1, System.nanoTime() + timeoutNanos));
  }

  /// The milliseconds that are left, at least 1; 0 for no end.
  int leftMillis() throws SocketTimeoutException {
    if (nanos == 0) {
      return 0;
    }
    long left = (nanos - System.nanoTime()) / 1_000_000;
    if (left <= 0) {
      throw new SocketTimeoutException("deadline exceeded");
    }
    return (int) Math.min(left, Integer.MAX_VALUE);
  }
}
