package ms.continuu.attest.cli.check;

import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.operations.check.Check;

/// How far a check is, on one line of a terminal; nothing before a second has passed, nothing
/// elsewhere.
final class ProgressLine implements Check.Progress {
  private static final long PATIENCE_NANOS = 1_000_000_000L;
  private static final long PAUSE_NANOS = 100_000_000L;

  private final Console console;
  private final boolean shown;
  private long next = System.nanoTime() + PATIENCE_NANOS;
  private boolean dirty;

  private ProgressLine(Console console, boolean shown) {
    this.console = console;
    this.shown = shown;
  }

  static ProgressLine on(Console console) {
    return new ProgressLine(console, console.isErrorTerminal());
  }

  @Override
  public synchronized void read(int files, int of) {
    long now = System.nanoTime();
    if (shown && now - next >= 0) {
      next = now + PAUSE_NANOS;
      dirty = true;
      console.printError("\r" + files + " of " + of + " files judged");
    }
  }

  /// Takes the line away.
  synchronized void clear() {
    if (dirty) {
      console.printError("\r\u001b[K");
      dirty = false;
    }
  }
}
