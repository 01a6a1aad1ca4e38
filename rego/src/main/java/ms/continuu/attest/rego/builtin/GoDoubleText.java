package ms.continuu.attest.rego.builtin;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/// A double as text, as Go's `strconv.FormatFloat` writes it.
final class GoDoubleText {
  private static final int FRACTION_BITS = 52;
  private static final int BIAS = 1023;

  private GoDoubleText() {}

  /// @param form one of `b`, `e`, `E`, `f`, `g`, `G`, `x`, `X`
  /// @param precision how many digits the form asks for, or -1 for as few as tell the number from
  ///   all others
  static String format(double value, char form, int precision) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    String sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
    double magnitude = Math.abs(value);
    return sign
        + switch (form) {
          case 'b' -> binary(magnitude);
          case 'x', 'X' -> hexadecimal(magnitude, precision, form == 'X');
          case 'f' -> Digits.fraction(magnitude, precision).fixed(precision);
          case 'e', 'E' ->
              Digits.significant(magnitude, precision < 0 ? -1 : precision + 1)
                  .scientific(precision, form);
          default -> general(magnitude, form == 'G' ? 'E' : 'e', precision);
        };
  }

  private static String general(double magnitude, char exponentMark, int precision) {
    int wanted = precision == 0 ? 1 : precision;
    Digits digits = Digits.significant(magnitude, wanted);
    int threshold = wanted;
    if (wanted > digits.text.length() && digits.text.length() >= digits.point) {
      threshold = digits.text.length();
    }
    if (wanted < 0) {
      threshold = 6;
    }
    int exponent = digits.point - 1;
    if (exponent < -4 || exponent >= threshold) {
      return digits.scientific(digits.text.length() - 1, exponentMark);
    }
    return digits.fixed(Math.max(digits.text.length() - digits.point, 0));
  }

  private static String binary(double magnitude) {
    long bits = Double.doubleToRawLongBits(magnitude);
    long mantissa = bits & (1L << FRACTION_BITS) - 1;
    int exponent = (int) (bits >>> FRACTION_BITS);
    if (exponent == 0) {
      exponent = 1;
    } else {
      mantissa |= 1L << FRACTION_BITS;
    }
    int power = exponent - BIAS - FRACTION_BITS;
    return mantissa + "p" + (power >= 0 ? "+" : "") + power;
  }

  private static String hexadecimal(double magnitude, int precision, boolean upper) {
    long bits = Double.doubleToRawLongBits(magnitude);
    long mantissa = bits & (1L << FRACTION_BITS) - 1;
    int exponent = (int) (bits >>> FRACTION_BITS);
    if (exponent == 0) {
      exponent = 1;
    } else {
      mantissa |= 1L << FRACTION_BITS;
    }
    exponent = mantissa == 0 ? 0 : exponent - BIAS;
    // The leading one stands at bit 60, fifteen digits before the point's end.
    mantissa <<= 60 - FRACTION_BITS;
    while (mantissa != 0 && (mantissa & 1L << 60) == 0) {
      mantissa <<= 1;
      exponent--;
    }
    if (precision >= 0 && precision < 15) {
      int shift = precision * 4;
      long extra = mantissa << shift & (1L << 60) - 1;
      mantissa >>>= 60 - shift;
      if ((extra | mantissa & 1) > 1L << 59) {
        mantissa++;
      }
      mantissa <<= 60 - shift;
      if ((mantissa & 1L << 61) != 0) {
        mantissa >>>= 1;
        exponent++;
      }
    }
    String text = hexadecimalDigits(mantissa, precision) + power(exponent, 'p');
    return upper ? text.toUpperCase(Locale.ROOT) : text;
  }

  private static String hexadecimalDigits(long mantissa, int precision) {
    StringBuilder text = new StringBuilder("0x").append(mantissa >>> 60 & 1);
    long rest = mantissa << 4;
    if (precision < 0 && rest != 0) {
      text.append('.');
      for (; rest != 0; rest <<= 4) {
        text.append(Character.forDigit((int) (rest >>> 60), 16));
      }
    } else if (precision > 0) {
      text.append('.');
      for (int i = 0; i < precision; i++, rest <<= 4) {
        text.append(Character.forDigit((int) (rest >>> 60), 16));
      }
    }
    return text.toString();
  }

  private static String power(int exponent, char mark) {
    String digits = Integer.toString(Math.abs(exponent));
    return mark + (exponent < 0 ? "-" : "+") + (digits.length() < 2 ? "0" : "") + digits;
  }

  /// Decimal digits `0.text × 10^point`.
  private record Digits(String text, int point) {

    /// The digits rounded to so many, or the fewest that tell the number when negative.
    static Digits significant(double magnitude, int count) {
      if (magnitude == 0) {
        return new Digits("", 0);
      }
      BigDecimal exact =
          count < 0
              ? shortest(magnitude)
              : new BigDecimal(magnitude)
                  .round(new MathContext(Math.max(count, 1), RoundingMode.HALF_EVEN));
      return of(exact);
    }

    /// The digits rounded to so many behind the point, or the fewest that tell the number.
    static Digits fraction(double magnitude, int count) {
      return count < 0
          ? significant(magnitude, -1)
          : of(new BigDecimal(magnitude).setScale(count, RoundingMode.HALF_EVEN));
    }

    private static Digits of(BigDecimal value) {
      if (value.signum() == 0) {
        return new Digits("", 0);
      }
      BigDecimal stripped = value.stripTrailingZeros();
      BigInteger unscaled = stripped.unscaledValue();
      String text = unscaled.toString();
      return new Digits(text, text.length() - stripped.scale());
    }

    /// Java keeps two digits where one would do.
    private static BigDecimal shortest(double magnitude) {
      BigDecimal digits = new BigDecimal(Double.toString(magnitude)).stripTrailingZeros();
      if (digits.precision() == 2) {
        BigDecimal one = digits.round(new MathContext(1, RoundingMode.HALF_EVEN));
        return one.doubleValue() == magnitude ? one : digits;
      }
      return digits;
    }

    private char digit(int index) {
      return index >= 0 && index < text.length() ? text.charAt(index) : '0';
    }

    String scientific(int precision, char mark) {
      StringBuilder out = new StringBuilder().append(digit(0));
      int behind = precision < 0 ? text.length() - 1 : precision;
      if (behind > 0) {
        out.append('.');
        for (int i = 1; i <= behind; i++) {
          out.append(digit(i));
        }
      }
      return out + power(text.isEmpty() ? 0 : point - 1, mark);
    }

    String fixed(int precision) {
      StringBuilder out = new StringBuilder();
      if (point <= 0) {
        out.append('0');
      }
      for (int i = 0; i < point; i++) {
        out.append(digit(i));
      }
      int behind = precision < 0 ? Math.max(text.length() - point, 0) : precision;
      if (behind > 0) {
        out.append('.');
        for (int i = 0; i < behind; i++) {
          out.append(digit(point + i));
        }
      }
      return out.toString();
    }
  }
}
