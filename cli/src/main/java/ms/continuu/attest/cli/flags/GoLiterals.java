package ms.continuu.attest.cli.flags;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import ms.continuu.attest.value.RegoText;

/// Arguments of flags, read as Go's `strconv` and `time` read them.
final class GoLiterals {
  private static final BigInteger MAX_NANOS = BigInteger.valueOf(Long.MAX_VALUE);

  private GoLiterals() {}

  static boolean bool(String text) throws FlagException {
    return switch (text) {
      case "1", "t", "T", "TRUE", "true", "True" -> true;
      case "0", "f", "F", "FALSE", "false", "False" -> false;
      default -> throw invalid("ParseBool", text, "invalid syntax");
    };
  }

  /// A number in Go's base 0: `10`, `0x1f`, `0o7`, `07`, `0b1`, `1_000`.
  static long whole(String text, int bits) throws FlagException {
    boolean negative = text.startsWith("-");
    String digits = negative || text.startsWith("+") ? text.substring(1) : text;
    int base = 10;
    boolean prefixed = false;
    if (digits.length() > 1 && digits.charAt(0) == '0') {
      prefixed = true;
      int skipped = 2;
      switch (Character.toLowerCase(digits.charAt(1))) {
        case 'x' -> base = 16;
        case 'o' -> base = 8;
        case 'b' -> base = 2;
        default -> {
          base = 8;
          skipped = 1;
        }
      }
      digits = digits.substring(skipped);
    }
    BigInteger value = digits(text, digits, base, prefixed);
    BigInteger limit = BigInteger.ONE.shiftLeft(bits - 1);
    BigInteger signed = negative ? value.negate() : value;
    if (signed.compareTo(limit) >= 0 || signed.compareTo(limit.negate()) < 0) {
      throw invalid("ParseInt", text, "value out of range");
    }
    return signed.longValueExact();
  }

  private static BigInteger digits(String text, String digits, int base, boolean prefixed)
      throws FlagException {
    StringBuilder plain = new StringBuilder(digits.length());
    boolean digitBefore = prefixed;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      boolean separator = c == '_' && digitBefore && i + 1 < digits.length();
      if (!separator && (c >= 0x80 || Character.digit(c, base) < 0)) {
        throw invalid("ParseInt", text, "invalid syntax");
      }
      if (!separator) {
        plain.append(c);
      }
      digitBefore = !separator;
    }
    if (plain.isEmpty()) {
      throw invalid("ParseInt", text, "invalid syntax");
    }
    return new BigInteger(plain.toString(), base);
  }

  static double fraction(String text) throws FlagException {
    boolean plausible = !text.isEmpty();
    for (int i = 0; i < text.length(); i++) {
      plausible &= "0123456789+-.eE".indexOf(text.charAt(i)) >= 0;
    }
    if (plausible) {
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException e) {
        throw invalid("ParseFloat", text, "invalid syntax");
      }
    }
    throw invalid("ParseFloat", text, "invalid syntax");
  }

  private static FlagException invalid(String function, String text, String reason) {
    return new FlagException(
        "strconv." + function + ": parsing " + RegoText.quote(text) + ": " + reason);
  }

  /// A duration such as `1h2m3.5s`.
  static Duration duration(String text) throws FlagException {
    boolean negative = text.startsWith("-");
    String rest = negative || text.startsWith("+") ? text.substring(1) : text;
    if (rest.equals("0")) {
      return Duration.ZERO;
    }
    FlagException invalid = new FlagException("time: invalid duration " + RegoText.quote(text));
    if (rest.isEmpty()) {
      throw invalid;
    }
    BigInteger nanos = BigInteger.ZERO;
    int at = 0;
    while (at < rest.length()) {
      int number = at;
      while (at < rest.length() && isNumeric(rest.charAt(at))) {
        at++;
      }
      int unit = at;
      while (at < rest.length() && !isNumeric(rest.charAt(at))) {
        at++;
      }
      String digits = rest.substring(number, unit);
      if (digits.isEmpty()
          || digits.equals(".")
          || digits.indexOf('.') != digits.lastIndexOf('.')) {
        throw invalid;
      }
      BigDecimal amount = new BigDecimal("0" + digits + (digits.endsWith(".") ? "0" : ""));
      BigDecimal scale = BigDecimal.valueOf(unitNanos(text, rest.substring(unit, at)));
      nanos = nanos.add(amount.multiply(scale).toBigInteger());
      if (nanos.compareTo(MAX_NANOS) > 0) {
        throw invalid;
      }
    }
    return Duration.ofNanos(negative ? -nanos.longValue() : nanos.longValue());
  }

  private static boolean isNumeric(char c) {
    return c == '.' || c >= '0' && c <= '9';
  }

  private static long unitNanos(String text, String unit) throws FlagException {
    return switch (unit) {
      case "ns" -> 1L;
      case "us", "µs", "μs" -> 1_000L;
      case "ms" -> 1_000_000L;
      case "s" -> 1_000_000_000L;
      case "m" -> 60_000_000_000L;
      case "h" -> 3_600_000_000_000L;
      case "" -> throw new FlagException("time: missing unit in duration " + RegoText.quote(text));
      default ->
          throw new FlagException(
              "time: unknown unit "
                  + RegoText.quote(unit)
                  + " in duration "
                  + RegoText.quote(text));
    };
  }
}
