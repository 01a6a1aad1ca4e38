package ms.continuu.attest.value;

import java.math.BigInteger;

/// The decimal digits of a binary float: `0.digits × 10^point`, without trailing zeros.
record GoDigits(String digits, int point) {

  /// The shortest digits that are read back as `mantissa × 2^scale` at a precision, found as Go
  /// finds them: the digits of the number are walked until they differ from those half a unit below
  /// and above.
  static GoDigits shortest(BigInteger mantissa, long scale, int precision) {
    if (mantissa.signum() == 0) {
      return new GoDigits("", 0);
    }
    // One bit more than the precision, so that the lowest bit is half a unit.
    int shift = precision + 1 - mantissa.bitLength();
    BigInteger wide = mantissa.shiftLeft(shift);
    int wideScale = Math.toIntExact(scale - shift);
    boolean inclusive = !wide.testBit(1);
    GoDigits value = exact(wide, wideScale);
    GoDigits lower = exact(wide.subtract(BigInteger.ONE), wideScale);
    GoDigits upper = exact(wide.add(BigInteger.ONE), wideScale);
    for (int i = 0; i < value.digits.length(); i++) {
      char digit = value.at(i);
      char above = upper.at(i);
      boolean down = lower.at(i) != digit || inclusive && i + 1 == lower.digits.length();
      boolean up =
          digit != above && (inclusive || digit + 1 < above || i + 1 < upper.digits.length());
      if (down || up) {
        boolean nearestUp = value.isNearerAbove(i + 1);
        return value.cut(i + 1, up && (!down || nearestUp));
      }
    }
    return value;
  }

  private static GoDigits exact(BigInteger mantissa, int scale) {
    BigInteger whole =
        scale >= 0
            ? mantissa.shiftLeft(scale)
            : mantissa.multiply(BigInteger.valueOf(5).pow(-scale));
    String text = whole.toString();
    int point = text.length() + Math.min(scale, 0);
    return new GoDigits(withoutTrailingZeros(text), point);
  }

  private char at(int index) {
    return index < digits.length() ? digits.charAt(index) : '0';
  }

  private boolean isNearerAbove(int length) {
    if (length >= digits.length()) {
      return false;
    }
    if (digits.charAt(length) == '5' && length + 1 == digits.length()) {
      return length > 0 && (digits.charAt(length - 1) - '0') % 2 != 0;
    }
    return digits.charAt(length) >= '5';
  }

  private GoDigits cut(int length, boolean up) {
    if (length >= digits.length()) {
      return this;
    }
    String kept = digits.substring(0, length);
    if (!up) {
      return new GoDigits(withoutTrailingZeros(kept), point);
    }
    String next = new BigInteger(kept).add(BigInteger.ONE).toString();
    int carried = next.length() - length;
    return new GoDigits(withoutTrailingZeros(next), point + carried);
  }

  private static String withoutTrailingZeros(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '0') {
      end--;
    }
    return text.substring(0, end);
  }

  /// All digits, without exponent.
  String fixed() {
    if (digits.isEmpty()) {
      return "0";
    }
    if (point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    return point >= digits.length()
        ? digits + "0".repeat(point - digits.length())
        : digits.substring(0, point) + "." + digits.substring(point);
  }

  /// With an exponent when it is below -4 or above 5.
  String general() {
    int exponent = point - 1;
    return digits.isEmpty() || exponent >= -4 && exponent < 6 ? fixed() : scientific();
  }

  private String scientific() {
    int exponent = point - 1;
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    String power = Integer.toString(Math.abs(exponent));
    return digits.charAt(0)
        + fraction
        + "e"
        + (exponent < 0 ? "-" : "+")
        + (power.length() < 2 ? "0" : "")
        + power;
  }
}
