package ms.continuu.attest.value;

/// Which numbers the engine handles: those whose binary exponent is at most 100,000 either way, as
/// in OPA.
public final class NumberRange {
  private static final int MAX_BINARY_EXPONENT = 100_000;

  private NumberRange() {}

  /// What is wrong with a number's text (`number too big`, `invalid float`), or the empty string.
  public static String fault(String text) {
    int mark = Math.max(text.indexOf('e'), text.indexOf('E'));
    if (mark < 0 || isSurelySmall(text, mark)) {
      return "";
    }
    GoFloat value;
    try {
      value = GoFloat.parse(text);
    } catch (NumberFormatException e) {
      return "invalid float";
    }
    return value.isInfinite() || Math.abs(value.binaryExponent()) > MAX_BINARY_EXPONENT
        ? "number too big"
        : "";
  }

  /// A decimal digit takes at most four bits, and the digits before the mark are counted with the
  /// exponent.
  private static boolean isSurelySmall(String text, int mark) {
    int start = mark + 1;
    if (text.length() - start > 7 || text.length() == start) {
      return false;
    }
    try {
      int exponent = Integer.parseInt(text, start, text.length(), 10);
      return mark + Math.abs(exponent) <= MAX_BINARY_EXPONENT / 4;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
