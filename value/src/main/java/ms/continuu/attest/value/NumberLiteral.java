package ms.continuu.attest.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// The text of a number that is not just the decimal form of a `long`, and what is known of its
/// value.
final class NumberLiteral {
  /// The most characters after the sign of what OPA reads as an integer.
  private static final int MAX_WHOLE_TEXT = 19;

  /// Significant digits up to which OPA compares exactly, before it looks at doubles.
  private static final int EXACT_DIGITS = 15;

  private final String text;
  private final long whole;
  private final boolean isLong;
  private @Nullable BigDecimal exact;

  private NumberLiteral(String text, @Nullable BigInteger whole) {
    this.text = text;
    this.isLong = whole != null;
    this.whole = whole == null ? 0 : whole.longValue();
  }

  static NumberLiteral of(String text) {
    NumberScan scan = NumberScan.of(text);
    return new NumberLiteral(text, scan.isSmallWhole() ? scan.smallWhole() : null);
  }

  String text() {
    return text;
  }

  boolean isLong() {
    return isLong;
  }

  long whole() {
    return whole;
  }

  boolean isWrittenFloat() {
    return text.indexOf('.') >= 0 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0;
  }

  boolean isWrittenWhole() {
    if (!isLong) {
      return false;
    }
    char sign = text.charAt(0);
    int start = sign == '-' || sign == '+' ? 1 : 0;
    if (text.length() - start > MAX_WHOLE_TEXT) {
      return false;
    }
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '.' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  BigDecimal exact() {
    BigDecimal value = exact;
    if (value == null) {
      value = NumberScan.of(text).exact();
      exact = value;
    }
    return value;
  }

  @Nullable BigInteger wholeValue() {
    if (isLong) {
      return BigInteger.valueOf(whole);
    }
    BigDecimal value = exact();
    if (value.scale() > 0) {
      value = value.stripTrailingZeros();
    }
    return value.scale() <= 0 ? value.toBigIntegerExact() : null;
  }

  double doubleValue() {
    return Double.parseDouble(text.indexOf('_') < 0 ? text : text.replace("_", ""));
  }

  /// Equal numbers have the same nearest double; those beyond all doubles are told apart by their
  /// size.
  int hash() {
    double value = doubleValue();
    return Double.isInfinite(value)
        ? exact().precision() - exact().scale()
        : Double.hashCode(value);
  }

  /// OPA takes two fractions for equal when their doubles are and both end in a zero, unless both
  /// are short.
  static boolean equalAsDoubles(NumberLiteral left, NumberLiteral right) {
    if (!left.isPaddedFraction() || !right.isPaddedFraction()) {
      return false;
    }
    double value = left.doubleValue();
    return value == right.doubleValue()
        && !Double.isInfinite(value)
        && !(left.isShort() && right.isShort());
  }

  private boolean isPaddedFraction() {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == '0' || text.charAt(end - 1) == '.')) {
      end--;
    }
    return end < text.length() && text.lastIndexOf('.', end - 1) >= 0;
  }

  private boolean isShort() {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 'e' || c == 'E') {
        break;
      }
      if (c >= '0' && c <= '9' && (digits > 0 || c != '0')) {
        digits++;
      }
    }
    return digits <= EXACT_DIGITS;
  }
}
