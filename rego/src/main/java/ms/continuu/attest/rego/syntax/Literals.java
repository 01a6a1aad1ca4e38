package ms.continuu.attest.rego.syntax;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// What the digits and escapes of literals mean.
final class Literals {
  /// The greatest binary exponent of a number that OPA evaluates.
  private static final int MAX_EXPONENT = 100_000;

  private static final BigDecimal TOO_BIG = new BigDecimal(BigInteger.ONE.shiftLeft(MAX_EXPONENT));

  /// Below this decimal place Go's floats are 0.
  private static final long SMALLEST = -646_456_992;

  private Literals() {}

  /// What is wrong with the digits of a number.
  enum NumberFault {
    NONE,
    NO_NUMBER,
    TOO_BIG
  }

  static NumberFault check(String number) {
    if (!number.chars().allMatch(c -> c < 0x80)) {
      return NumberFault.NO_NUMBER;
    }
    int exponentAt = Math.max(number.indexOf('e'), number.indexOf('E'));
    String mantissa = exponentAt < 0 ? number : number.substring(0, exponentAt);
    if (mantissa.indexOf('.') != mantissa.lastIndexOf('.')) {
      return NumberFault.NO_NUMBER;
    }
    if (exponentAt < 0 && number.length() < 30_000) {
      return NumberFault.NONE;
    }
    BigDecimal value = new BigDecimal(mantissa);
    BigInteger exponent =
        exponentAt < 0 ? BigInteger.ZERO : new BigInteger(number.substring(exponentAt + 1));
    if (exponent.abs().bitLength() >= Long.SIZE) {
      return NumberFault.NO_NUMBER;
    }
    if (value.signum() == 0) {
      return NumberFault.NONE;
    }
    // Go's floats have exponents of 32 bits, and take one of the digits before the power of five.
    long digits = value.unscaledValue().bitLength() - (long) value.scale();
    if (exponent.add(BigInteger.valueOf(digits)).bitLength() >= Integer.SIZE) {
      return NumberFault.NO_NUMBER;
    }
    // The decimal place of the first digit: 1 for 1.5, 0 for 0.5.
    long magnitude = (long) value.precision() - value.scale() + exponent.longValue();
    if (magnitude < SMALLEST) {
      return NumberFault.NONE;
    }
    if (Math.abs(magnitude) < 30_000) {
      return NumberFault.NONE;
    }
    if (Math.abs(magnitude) > 30_200) {
      return NumberFault.TOO_BIG;
    }
    BigDecimal absolute = value.abs().scaleByPowerOfTen(exponent.intValue());
    boolean fits =
        magnitude > 0
            ? absolute.compareTo(TOO_BIG) < 0
            : absolute.multiply(TOO_BIG).multiply(BigDecimal.TWO).compareTo(BigDecimal.ONE) >= 0;
    return fits ? NumberFault.NONE : NumberFault.TOO_BIG;
  }

  /// The string of a JSON literal's inside; null when an escape is wrong or, escapes being there, a
  /// control character stands for itself.
  static @Nullable String unescape(String inside) {
    if (inside.indexOf('\\') < 0) {
      return inside;
    }
    StringBuilder string = new StringBuilder(inside.length());
    int at = 0;
    while (at < inside.length()) {
      char c = inside.charAt(at);
      if (c < 0x20 || c == '"') {
        return null;
      }
      at++;
      if (c != '\\') {
        string.append(c);
        continue;
      }
      int escaped = at < inside.length() ? escape(inside, at) : -1;
      if (escaped < 0) {
        return null;
      }
      at += inside.charAt(at) == 'u' ? 5 : 1;
      if (!Character.isSurrogate((char) escaped)) {
        string.append((char) escaped);
        continue;
      }
      int low = inside.startsWith("\\u", at) ? escape(inside, at + 1) : -1;
      if (low >= 0 && Character.isSurrogatePair((char) escaped, (char) low)) {
        string.append((char) escaped).append((char) low);
        at += 6;
      } else {
        string.append('\uFFFD');
      }
    }
    return string.toString();
  }

  /// The character of the escape whose letter stands at `at`, or -1.
  private static int escape(String inside, int at) {
    return switch (inside.charAt(at)) {
      case '"', '\\', '/' -> inside.charAt(at);
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hexadecimal(inside, at + 1);
      default -> -1;
    };
  }

  private static int hexadecimal(String inside, int from) {
    if (from + 4 > inside.length()) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      char c = inside.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value;
  }
}
