package ms.continuu.attest.rego.builtin;

import org.jspecify.annotations.Nullable;

/// `{n}`, `{n,}` or `{n,m}` in a regular expression.
///
/// @param min -1 when a number is out of all bounds
/// @param max -1 for without bound
/// @param end the offset behind it
record CountedRepeat(int min, int max, int end) {
  private static final int HUGE = 100_000_000;

  /// The repetition at an opening brace, or null when it is none.
  static @Nullable CountedRepeat parse(String text, int brace) {
    int at = brace + 1;
    int minEnd = numberEnd(text, at);
    if (minEnd < 0) {
      return null;
    }
    int min = number(text, at, minEnd);
    int max = min;
    at = minEnd;
    if (at < text.length() && text.charAt(at) == ',') {
      at++;
      if (at < text.length() && text.charAt(at) == '}') {
        max = -1;
      } else {
        int maxEnd = numberEnd(text, at);
        if (maxEnd < 0) {
          return null;
        }
        max = number(text, at, maxEnd);
        min = max < 0 ? -1 : min;
        at = maxEnd;
      }
    }
    boolean closed = at < text.length() && text.charAt(at) == '}';
    return closed ? new CountedRepeat(min, max, at + 1) : null;
  }

  /// The end of a number without leading zero, or -1.
  private static int numberEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    boolean leadingZero = end - from >= 2 && text.charAt(from) == '0';
    return end == from || leadingZero ? -1 : end;
  }

  private static int number(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      if (value >= HUGE) {
        return -1;
      }
      value = value * 10 + (text.charAt(i) - '0');
    }
    return value;
  }
}
