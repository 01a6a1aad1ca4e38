package ms.continuu.attest.policy.report;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The hashes by which GitHub's code scanning recognises the line of a finding when it has moved:
/// `primaryLocationLineHash`. The hash of a line is the polynomial in 37, modulo 2^64, of the first
/// hundred UTF-16 units from where it begins, spaces and tabs left out, line ends taken as one line
/// feed, U+FFFF and zeros behind the end; in hexadecimal, with the count of lines so far that have
/// it.
final class LineHashes {
  private static final int WINDOW = 100;
  private static final long BASE = 37;
  private static final long BASE_TO_WINDOW = power();
  private static final char END = '\uFFFF';

  private final String text;

  /// Where lines begin, counted in hashed units; and the hash of each, or while its window is open
  /// the hash of all that comes before it.
  private int[] starts = new int[64];

  private long[] hashes = new long[64];
  private int lines;
  private int closed;
  private int position;
  private long prefix;
  private boolean atLineStart = true;

  private LineHashes(String text) {
    this.text = text;
  }

  /// The hashes of some lines of a text, by their numbers from 1.
  static Map<Integer, String> of(String text, Set<Integer> wanted) {
    LineHashes hashes = new LineHashes(text);
    hashes.run();
    return hashes.pick(wanted);
  }

  private void run() {
    boolean afterReturn = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean skipped = c == ' ' || c == '\t' || c == '\n' && afterReturn;
      afterReturn = c == '\r';
      if (!skipped) {
        add(afterReturn ? '\n' : isStray(i) ? '\uFFFD' : c);
      }
    }
    add(END);
    atLineStart = false;
    for (int i = 0; i < WINDOW; i++) {
      add('\0');
    }
  }

  private void add(char unit) {
    while (closed < lines && starts[closed] + WINDOW == position) {
      hashes[closed] = prefix - hashes[closed] * BASE_TO_WINDOW;
      closed++;
    }
    if (atLineStart) {
      if (lines == starts.length) {
        starts = Arrays.copyOf(starts, lines * 2);
        hashes = Arrays.copyOf(hashes, lines * 2);
      }
      starts[lines] = position;
      hashes[lines] = prefix;
      lines++;
    }
    atLineStart = unit == '\n';
    prefix = prefix * BASE + unit;
    position++;
  }

  private Map<Integer, String> pick(Set<Integer> wanted) {
    Map<Long, Integer> seen = new HashMap<>();
    wanted.stream()
        .filter(row -> row >= 1 && row <= lines)
        .forEach(row -> seen.put(hashes[row - 1], 0));
    Map<Integer, String> picked = new HashMap<>();
    for (int row = 1; row <= lines; row++) {
      Integer count = seen.computeIfPresent(hashes[row - 1], (hash, before) -> before + 1);
      if (count != null && wanted.contains(row)) {
        picked.put(row, Long.toHexString(hashes[row - 1]) + ":" + count);
      }
    }
    return picked;
  }

  /// Whether a unit stands for a byte that is not UTF-8, which others read as U+FFFD.
  private boolean isStray(int at) {
    char c = text.charAt(at);
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  private static long power() {
    long power = 1;
    for (int i = 0; i < WINDOW; i++) {
      power *= BASE;
    }
    return power;
  }
}
