package ms.continuu.attest.documents.yaml;

/// The order in which go-yaml writes keys: letters after everything else, runs of digits by their
/// number.
final class NaturalOrder {
  private NaturalOrder() {}

  static int compare(String left, String right) {
    int[] l = left.codePoints().toArray();
    int[] r = right.codePoints().toArray();
    boolean digits = false;
    int shared = Math.min(l.length, r.length);
    for (int i = 0; i < shared; i++) {
      if (l[i] != r[i]) {
        return compareAt(l, r, i, digits);
      }
      digits = Character.isDigit(l[i]);
    }
    return Integer.compare(l.length, r.length);
  }

  private static int compareAt(int[] l, int[] r, int i, boolean digits) {
    boolean leftLetter = Character.isLetter(l[i]);
    boolean rightLetter = Character.isLetter(r[i]);
    if (leftLetter && rightLetter) {
      return Integer.compare(l[i], r[i]);
    }
    if (leftLetter || rightLetter) {
      return leftLetter == digits ? -1 : 1;
    }
    long before = (l[i] == '0' || r[i] == '0') && followsDigits(l, i) ? 1 : 0;
    int leftEnd = runEnd(l, i);
    int rightEnd = runEnd(r, i);
    long leftNumber = number(before, l, i, leftEnd);
    long rightNumber = number(before, r, i, rightEnd);
    if (leftNumber != rightNumber) {
      return Long.compare(leftNumber, rightNumber);
    }
    return leftEnd != rightEnd ? Integer.compare(leftEnd, rightEnd) : Integer.compare(l[i], r[i]);
  }

  private static boolean followsDigits(int[] text, int i) {
    for (int j = i - 1; j >= 0 && Character.isDigit(text[j]); j--) {
      if (text[j] != '0') {
        return true;
      }
    }
    return false;
  }

  private static int runEnd(int[] text, int from) {
    int i = from;
    while (i < text.length && Character.isDigit(text[i])) {
      i++;
    }
    return i;
  }

  private static long number(long start, int[] text, int from, int to) {
    long number = start;
    for (int i = from; i < to; i++) {
      number = number * 10 + text[i] - '0';
    }
    return number;
  }
}
