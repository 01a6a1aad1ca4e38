package ms.continuu.attest.rego.gotime;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations such as `1h30m`, in nanoseconds. OPA adds days, weeks and years of 365 days to Go's
/// units.
public final class Durations {
  private static final Map<String, Long> UNITS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "\u00C2\u00B5s", 1_000L,
          "\u00CE\u00BCs", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L);
  private static final Map<String, Integer> HOURS = Map.of("d", 24, "w", 7 * 24, "y", 365 * 24);
  private static final Pattern EXTENDED =
      Pattern.compile("[-+]?(?:[0-9.]+(?:ms|us|\u00C2\u00B5s|ns|[a-z]))+");
  private static final Pattern SEGMENT = Pattern.compile("([0-9.]+)(ms|us|\u00C2\u00B5s|ns|[a-z])");
  private static final Pattern DECIMAL = Pattern.compile("[0-9]+\\.?[0-9]*|\\.[0-9]+");
  private static final Pattern GO_SEGMENT =
      Pattern.compile("([0-9]*)(\\.?)([0-9]*)([^0-9.]*)", Pattern.DOTALL);

  private Durations() {}

  /// The nanoseconds of a duration with or without the units that OPA adds.
  ///
  /// @param text bytes, one `char` each
  /// @param quoted the text in Go's quotes
  public static long extended(String text, String quoted) throws TimeException {
    if (text.isEmpty()) {
      throw new TimeException("time: invalid duration " + quoted);
    }
    if (text.indexOf('d') < 0 && text.indexOf('w') < 0 && text.indexOf('y') < 0) {
      return plain(text);
    }
    String rewritten = inHours(text);
    if (rewritten.isEmpty()) {
      throw new TimeException("time: invalid duration " + quoted);
    }
    try {
      return plain(rewritten);
    } catch (TimeException e) {
      String reason = e.text();
      throw new TimeException(reason.substring(0, reason.lastIndexOf(' ') + 1) + quoted);
    }
  }

  /// The duration in Go's units, or nothing when it is none.
  private static String inHours(String text) {
    if (!EXTENDED.matcher(text).matches()) {
      return "";
    }
    StringBuilder result = new StringBuilder();
    Matcher segment = SEGMENT.matcher(text);
    while (segment.find()) {
      Integer hours = HOURS.get(segment.group(2));
      String digits = segment.group(1);
      if (hours == null) {
        segment.appendReplacement(result, "$0");
      } else if (DECIMAL.matcher(digits).matches()) {
        double sum = Double.parseDouble(digits) * hours;
        segment.appendReplacement(result, Double.isInfinite(sum) ? "Inf" : decimal(sum) + "h");
      } else {
        return "";
      }
    }
    return segment.appendTail(result).toString();
  }

  private static String decimal(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }

  /// The nanoseconds of a duration in Go's units.
  public static long plain(String text) throws TimeException {
    boolean negative = text.startsWith("-");
    String rest = negative || text.startsWith("+") ? text.substring(1) : text;
    if (rest.equals("0")) {
      return 0;
    }
    if (rest.isEmpty()) {
      throw invalid(text);
    }
    long sum = 0;
    while (!rest.isEmpty()) {
      Matcher segment = GO_SEGMENT.matcher(rest);
      if (!segment.lookingAt() || segment.group(1).isEmpty() && segment.group(3).isEmpty()) {
        throw invalid(text);
      }
      sum += segment(text, segment.group(1), segment.group(3), segment.group(4));
      // INVARIANT: as an unsigned number the sum is at most 2^63.
      if (Long.compareUnsigned(sum, Long.MIN_VALUE) > 0) {
        throw invalid(text);
      }
      rest = rest.substring(segment.end());
    }
    if (!negative && sum < 0) {
      throw invalid(text);
    }
    return negative ? -sum : sum;
  }

  private static long segment(String text, String whole, String fraction, String unit)
      throws TimeException {
    long count = 0;
    for (int i = 0; i < whole.length(); i++) {
      if (Long.compareUnsigned(count, Long.MIN_VALUE / -10) > 0) {
        throw invalid(text);
      }
      count = count * 10 + whole.charAt(i) - '0';
      if (Long.compareUnsigned(count, Long.MIN_VALUE) > 0) {
        throw invalid(text);
      }
    }
    if (unit.isEmpty()) {
      throw new TimeException("time: missing unit in duration " + TimeException.quote(text));
    }
    Long nanos = UNITS.get(unit);
    if (nanos == null) {
      throw new TimeException(
          "time: unknown unit "
              + TimeException.quote(unit)
              + " in duration "
              + TimeException.quote(text));
    }
    if (Long.compareUnsigned(count, Long.divideUnsigned(Long.MIN_VALUE, nanos)) > 0) {
      throw invalid(text);
    }
    long result = count * nanos + fraction(fraction, nanos);
    if (Long.compareUnsigned(result, Long.MIN_VALUE) > 0) {
      throw invalid(text);
    }
    return result;
  }

  /// The part of a unit; digits beyond 63 bits do not count.
  private static long fraction(String digits, long unit) {
    long part = 0;
    double scale = 1;
    for (int i = 0; i < digits.length() && part <= Long.MAX_VALUE / 10; i++) {
      long next = part * 10 + digits.charAt(i) - '0';
      if (Long.compareUnsigned(next, Long.MIN_VALUE) > 0) {
        break;
      }
      part = next;
      scale *= 10;
    }
    return (long) (unsigned(part) * (unit / scale));
  }

  private static double unsigned(long value) {
    return value == Long.MIN_VALUE ? 0x1p63 : value;
  }

  private static TimeException invalid(String text) {
    return new TimeException("time: invalid duration " + TimeException.quote(text));
  }
}
