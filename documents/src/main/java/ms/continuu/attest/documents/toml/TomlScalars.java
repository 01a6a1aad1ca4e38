package ms.continuu.attest.documents.toml;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Numbers, dates and words without quotes.
final class TomlScalars {
  private static final Pattern DECIMAL = Pattern.compile("[+-]?(0|[1-9](_?[0-9])*)");
  private static final Pattern OTHER_BASE =
      Pattern.compile("0x[0-9a-fA-F](_?[0-9a-fA-F])*|0o[0-7](_?[0-7])*|0b[01](_?[01])*");
  private static final Pattern FLOAT =
      Pattern.compile("[+-]?(0|[1-9](_?[0-9])*)(\\.[0-9](_?[0-9])*)?([eE][+-]?[0-9](_?[0-9])*)?");
  private static final Pattern NO_NUMBER = Pattern.compile("[+-]?(inf|nan)");
  private static final Pattern TIME =
      Pattern.compile(
          "(?:(\\d{4})-(\\d\\d)-(\\d\\d))?(?:(^|[Tt ])(\\d\\d):(\\d\\d):(\\d\\d)(\\.\\d+)?"
              + "([Zz]|[+-]\\d\\d:\\d\\d)?)?");

  /// Longer numbers are no one's configuration, and slow to convert.
  private static final int LONGEST = 400;

  private TomlScalars() {}

  /// The value of a word, or null when it is none.
  static @Nullable Value of(String word) {
    switch (word) {
      case "true" -> {
        return BooleanValue.of(true);
      }
      case "false" -> {
        return BooleanValue.of(false);
      }
      default -> {}
    }
    if (word.isEmpty() || word.length() > LONGEST) {
      return null;
    }
    if (DECIMAL.matcher(word).matches()) {
      return whole(new BigInteger(digits(word)));
    }
    if (OTHER_BASE.matcher(word).matches()) {
      int base =
          switch (word.charAt(1)) {
            case 'x' -> 16;
            case 'o' -> 8;
            default -> 2;
          };
      return whole(new BigInteger(word.substring(2).replace("_", ""), base));
    }
    if (FLOAT.matcher(word).matches()) {
      return decimal(digits(word));
    }
    if (NO_NUMBER.matcher(word).matches()) {
      return StringValue.of(word.endsWith("nan") ? "nan" : word.startsWith("-") ? "-inf" : "inf");
    }
    return time(word);
  }

  /// Whether a word that has no value is a number with too many digits.
  static boolean isTooLarge(String word) {
    return Stream.of(DECIMAL, OTHER_BASE, FLOAT).anyMatch(form -> form.matcher(word).matches());
  }

  private static String digits(String word) {
    String plain = word.replace("_", "");
    return plain.startsWith("+") ? plain.substring(1) : plain;
  }

  /// TOML's integers have 64 bits.
  private static @Nullable Value whole(BigInteger value) {
    return value.bitLength() < 64 ? NumberValue.of(value.longValue()) : null;
  }

  /// TOML's floats are doubles; what none is near to is refused rather than changed.
  private static @Nullable Value decimal(String text) {
    return Double.isInfinite(Double.parseDouble(text)) ? null : NumberValue.parse(text);
  }

  private static @Nullable Value time(String word) {
    Matcher parts = TIME.matcher(word);
    if (!parts.matches() || !isDate(parts) || !isTime(parts)) {
      return null;
    }
    boolean both = parts.group(1) != null && parts.group(5) != null;
    String text = both ? word.substring(0, 10) + "T" + word.substring(11) : word;
    return StringValue.of(text.endsWith("z") ? text.substring(0, text.length() - 1) + "Z" : text);
  }

  private static boolean isDate(Matcher parts) {
    if (parts.group(1) == null) {
      return parts.group(5) != null && parts.group(4).isEmpty() && parts.group(9) == null;
    }
    if (parts.group(4) != null && parts.group(4).isEmpty()) {
      return false;
    }
    try {
      LocalDate day = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
      return day.getYear() >= 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isTime(Matcher parts) {
    if (parts.group(5) == null) {
      return true;
    }
    String zone = parts.group(9);
    boolean zoned =
        zone == null
            || zone.length() == 1
            || Integer.parseInt(zone, 1, 3, 10) < 24 && Integer.parseInt(zone, 4, 6, 10) < 60;
    return zoned && number(parts, 5) < 24 && number(parts, 6) < 60 && number(parts, 7) < 61;
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }
}
