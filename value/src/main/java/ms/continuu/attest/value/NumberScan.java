package ms.continuu.attest.value;

import java.math.BigDecimal;
import java.math.BigInteger;

/// The parts of a number's text: `±digits × radix^-fraction × base^exponent`, where digits are
/// decimal with a power of ten or hexadecimal with a power of two.
///
/// @param digits without radix point, underscores and leading zeros; empty for zero
/// @param fraction how many of them stand behind the radix point
record NumberScan(
    boolean negative, boolean hexadecimal, String digits, int fraction, long exponent) {
  private static final BigInteger MIN_LONG = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MAX_LONG = BigInteger.valueOf(Long.MAX_VALUE);

  /// Beyond this no exponent makes a number that the engine handles.
  private static final long MAX_EXPONENT = 1L << 31;

  /// @throws NumberFormatException when the text is no number
  static NumberScan of(String text) {
    int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    boolean hexadecimal = text.regionMatches(true, at, "0x", 0, 2);
    int start = hexadecimal ? at + 2 : at;
    int radix = hexadecimal ? 16 : 10;
    StringBuilder digits = new StringBuilder(text.length());
    int fraction = 0;
    boolean point = false;
    boolean any = false;
    int i = start;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && !point) {
        point = true;
      } else if (c < 128 && Character.digit(c, radix) >= 0) {
        any = true;
        fraction += point ? 1 : 0;
        if (c != '0' || !digits.isEmpty()) {
          digits.append(c);
        }
      } else if (c != '_') {
        break;
      }
    }
    if (!any) {
      throw new NumberFormatException(text);
    }
    return new NumberScan(
        text.startsWith("-"),
        hexadecimal,
        digits.toString(),
        fraction,
        exponent(text, i, hexadecimal));
  }

  private static long exponent(String text, int at, boolean hexadecimal) {
    if (at == text.length()) {
      return 0;
    }
    char mark = Character.toLowerCase(text.charAt(at));
    if (mark != (hexadecimal ? 'p' : 'e')) {
      throw new NumberFormatException(text);
    }
    int i = at + 1;
    boolean negative = i < text.length() && text.charAt(i) == '-';
    if (negative || i < text.length() && text.charAt(i) == '+') {
      i++;
    }
    if (i == text.length()) {
      throw new NumberFormatException(text);
    }
    long value = 0;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '_') {
        continue;
      }
      if (c < '0' || c > '9') {
        throw new NumberFormatException(text);
      }
      value = Math.min(value * 10 + (c - '0'), MAX_EXPONENT);
    }
    return negative ? -value : value;
  }

  /// The power of ten (or of two) that the digits as a whole number are to be multiplied by.
  long scale() {
    return exponent - (hexadecimal ? 4L * fraction : fraction);
  }

  /// Whether the value is whole and fits a `long`. Cheap however large the exponent.
  boolean isSmallWhole() {
    if (digits.isEmpty()) {
      return true;
    }
    if (hexadecimal) {
      return isSmallHexadecimal();
    }
    int zeros = trailingZeros();
    long magnitude = digits.length() + scale();
    return magnitude <= 19 && scale() >= -zeros && fits(smallWhole());
  }

  private boolean isSmallHexadecimal() {
    BigInteger mantissa = new BigInteger(digits, 16);
    long bits = mantissa.bitLength() + scale();
    return bits <= 64 && mantissa.getLowestSetBit() + scale() >= 0 && fits(smallWhole());
  }

  private static boolean fits(BigInteger value) {
    return value.compareTo(MIN_LONG) >= 0 && value.compareTo(MAX_LONG) <= 0;
  }

  private int trailingZeros() {
    int zeros = 0;
    while (zeros < digits.length() && digits.charAt(digits.length() - 1 - zeros) == '0') {
      zeros++;
    }
    return zeros;
  }

  /// The whole value; only to be asked of a number that is whole and small.
  BigInteger smallWhole() {
    if (digits.isEmpty()) {
      return BigInteger.ZERO;
    }
    int scale = (int) scale();
    BigInteger value;
    if (hexadecimal) {
      value = new BigInteger(digits, 16).shiftLeft(scale);
    } else if (scale >= 0) {
      value = new BigInteger(digits).multiply(BigInteger.TEN.pow(scale));
    } else {
      value = new BigInteger(digits.substring(0, digits.length() + scale));
    }
    return negative ? value.negate() : value;
  }

  /// The digits as a whole number without sign.
  BigInteger mantissa() {
    return digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits, hexadecimal ? 16 : 10);
  }

  BigDecimal exact() {
    if (digits.isEmpty()) {
      return BigDecimal.ZERO;
    }
    BigInteger signed = negative ? mantissa().negate() : mantissa();
    int scale = Math.toIntExact(Math.clamp(scale(), -MAX_EXPONENT / 4, MAX_EXPONENT / 4));
    if (!hexadecimal) {
      return new BigDecimal(signed, -scale);
    }
    return scale >= 0
        ? new BigDecimal(signed.shiftLeft(scale))
        : new BigDecimal(signed).divide(new BigDecimal(BigInteger.ONE.shiftLeft(-scale)));
  }
}
