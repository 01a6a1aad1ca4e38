package ms.continuu.attest.documents.dockerfile;

import java.util.Arrays;

/// A line with its continuations joined, in which each character knows its offset in the source.
final class LogicalLine {
  private final StringBuilder text = new StringBuilder();
  private int[] offsets = new int[128];

  void append(String source, int from, int to) {
    int length = text.length();
    int needed = length + to - from;
    if (needed > offsets.length) {
      offsets = Arrays.copyOf(offsets, Math.max(needed, offsets.length * 2));
    }
    for (int i = from; i < to; i++) {
      offsets[length++] = i;
    }
    text.append(source, from, to);
  }

  int length() {
    return text.length();
  }

  char charAt(int index) {
    return text.charAt(index);
  }

  boolean isBlankAt(int index) {
    return Character.isWhitespace(text.charAt(index)) || text.charAt(index) == '\u00a0';
  }

  /// The first index from `from` on that is not blank, at most `to`.
  int skipBlanks(int from, int to) {
    int at = from;
    while (at < to && isBlankAt(at)) {
      at++;
    }
    return at;
  }

  /// The end of `[from, to)` without blanks before it.
  int trimEnd(int from, int to) {
    int end = to;
    while (end > from && isBlankAt(end - 1)) {
      end--;
    }
    return end;
  }

  /// The end of the run of characters from `from` on that are not blank.
  int endOfRun(int from, int to) {
    int at = from;
    while (at < to && !isBlankAt(at)) {
      at++;
    }
    return at;
  }

  Word word(int from, int to) {
    return word(text.substring(from, to), from, to);
  }

  /// A word whose text is not quite what stands there.
  Word word(String value, int from, int to) {
    int start = offsets[from];
    return new Word(value, start, to > from ? offsets[to - 1] + 1 : start);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
