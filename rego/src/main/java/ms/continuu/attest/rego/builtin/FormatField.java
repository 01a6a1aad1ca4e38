package ms.continuu.attest.rego.builtin;

import java.math.BigInteger;
import ms.continuu.attest.value.GoUnicode;
import ms.continuu.attest.value.Utf8;

/// One field of a Go format: its flags, width and precision, and how plain values are written in
/// it.
final class FormatField {
  private final StringBuilder out;

  boolean sharp;
  boolean zero;
  boolean plus;
  boolean minus;
  boolean space;

  /// `%#v` and `%+v` set these instead of their flags.
  boolean sharpV;

  boolean plusV;

  /// -1 when there is none.
  int width = -1;

  /// -1 when there is none.
  int precision = -1;

  FormatField(StringBuilder out) {
    this.out = out;
  }

  void clear() {
    sharp = false;
    zero = false;
    plus = false;
    minus = false;
    space = false;
    sharpV = false;
    plusV = false;
    width = -1;
    precision = -1;
  }

  /// For `%v`, `#` and `+` mean another form of the value, not of its parts.
  void turnIntoValueFlags() {
    sharpV = sharp;
    sharp = false;
    plusV = plus;
    plus = false;
  }

  void pad(String text) {
    pad(text, zero && !minus ? '0' : ' ');
  }

  private void pad(String text, char filler) {
    int missing = width - text.codePointCount(0, text.length());
    if (missing <= 0) {
      out.append(text);
    } else if (minus) {
      out.append(text).repeat(filler, missing);
    } else {
      out.repeat(filler, missing).append(text);
    }
  }

  void string(String text) {
    pad(truncated(text));
  }

  private String truncated(String text) {
    return precision >= 0 && text.codePointCount(0, text.length()) > precision
        ? text.substring(0, text.offsetByCodePoints(0, precision))
        : text;
  }

  void quoted(String text) {
    String kept = truncated(text);
    if (sharp && GoQuote.canBackquote(kept)) {
      pad("`" + kept + "`");
    } else {
      pad(plus ? GoQuote.stringInAscii(kept) : GoQuote.string(kept));
    }
  }

  /// The bytes of a string in hexadecimal digits.
  void bytes(String text, boolean upper) {
    byte[] bytes = Utf8.encode(text);
    int length = precision >= 0 ? Math.min(precision, bytes.length) : bytes.length;
    StringBuilder hex = new StringBuilder();
    String prefix = upper ? "0X" : "0x";
    for (int i = 0; i < length; i++) {
      if (space && i > 0) {
        hex.append(' ');
      }
      if (sharp && (space || i == 0)) {
        hex.append(prefix);
      }
      hex.append(String.format(upper ? "%02X" : "%02x", bytes[i]));
    }
    pad(hex.toString());
  }

  void character(long value) {
    pad(Character.toString(valid(value)));
  }

  void quotedCharacter(long value) {
    int c = valid(value);
    pad(plus ? GoQuote.characterInAscii(c) : GoQuote.character(c));
  }

  private static int valid(long value) {
    boolean isCharacter =
        value >= 0 && value <= Character.MAX_CODE_POINT && !(value >= 0xD800 && value <= 0xDFFF);
    return isCharacter ? (int) value : 0xFFFD;
  }

  /// `U+0041`, with the character behind it when asked for.
  void unicode(long value) {
    String digits = Long.toHexString(value).toUpperCase(java.util.Locale.ROOT);
    String text = "U+" + "0".repeat(Math.max(Math.max(precision, 4) - digits.length(), 0)) + digits;
    boolean shown =
        sharp && value >= 0 && value <= Character.MAX_CODE_POINT && isShown((int) value);
    pad(shown ? text + " '" + Character.toString((int) value) + "'" : text, ' ');
  }

  private static boolean isShown(int codePoint) {
    return GoUnicode.isPrintable(codePoint);
  }

  /// A 64-bit whole number, signed or not.
  void integer(BigInteger value, int base, char verb) {
    if (precision == 0 && value.signum() == 0) {
      out.repeat(' ', Math.max(width, 0));
      return;
    }
    String digits = value.abs().toString(base);
    if (verb == 'X') {
      digits = digits.toUpperCase(java.util.Locale.ROOT);
    }
    boolean negative = value.signum() < 0;
    int wanted = precision;
    if (wanted < 0 && zero && !minus && width >= 0) {
      wanted = width - (negative || plus || space ? 1 : 0);
    }
    String text = "0".repeat(Math.max(wanted - digits.length(), 0)) + digits;
    if (sharp) {
      text = basePrefix(base, verb, text) + text;
    }
    if (verb == 'O') {
      text = "0o" + text;
    }
    pad((negative ? "-" : plus ? "+" : space ? " " : "") + text, ' ');
  }

  private static String basePrefix(int base, char verb, String digits) {
    return switch (base) {
      case 2 -> "0b";
      case 8 -> digits.startsWith("0") ? "" : "0";
      case 16 -> verb == 'X' ? "0X" : "0x";
      default -> "";
    };
  }

  /// A whole number of any size, which Go formats by other rules than small ones.
  void bigInteger(BigInteger value, int base, char verb) {
    String sign = value.signum() < 0 ? "-" : plus || plusV ? "+" : space ? " " : "";
    String digits = value.abs().toString(base);
    String prefix = verb == 'O' ? "0o" : sharp || sharpV ? bigPrefix(verb) : "";
    if (verb == 'X') {
      digits = digits.toUpperCase(java.util.Locale.ROOT);
    }
    if (precision == 0 && value.signum() == 0) {
      return;
    }
    int zeros = Math.max(precision - digits.length(), 0);
    int missing = width - (sign.length() + prefix.length() + zeros + digits.length());
    if (missing > 0 && zero && !minus && precision < 0) {
      zeros = missing;
      missing = 0;
    }
    out.repeat(' ', minus ? 0 : Math.max(missing, 0));
    out.append(sign).append(prefix).repeat('0', zeros).append(digits);
    out.repeat(' ', minus ? Math.max(missing, 0) : 0);
  }

  private static String bigPrefix(char verb) {
    return switch (verb) {
      case 'b' -> "0b";
      case 'o' -> "0";
      case 'x' -> "0x";
      case 'X' -> "0X";
      default -> "";
    };
  }

  /// A double in a form of [GoDoubleText].
  void floating(double value, char form, int usualPrecision) {
    int wanted = precision >= 0 ? precision : usualPrecision;
    String text = GoDoubleText.format(value, form, wanted);
    char first = text.charAt(0);
    String sign = first == '-' || first == '+' ? text.substring(0, 1) : "+";
    String number = first == '-' || first == '+' ? text.substring(1) : text;
    if (space && sign.equals("+") && !plus) {
      sign = " ";
    }
    if (number.equals("Inf") || number.equals("NaN")) {
      boolean bare = number.equals("NaN") && !space && !plus;
      pad(bare || sign.equals("+") && !plus ? number : sign + number, ' ');
      return;
    }
    if (sharp && form != 'b') {
      number = withPoint(number, form, wanted);
    }
    if (!plus && sign.equals("+")) {
      pad(number);
    } else if (zero && !minus && width > number.length() + 1) {
      out.append(sign).repeat('0', width - number.length() - 1).append(number);
    } else {
      pad(sign + number);
    }
  }

  /// `#` keeps the point and, for some forms, the zeros at the end.
  private static String withPoint(String number, char form, int wanted) {
    int digits =
        switch (form) {
          case 'g', 'G', 'x' -> wanted < 0 ? 6 : wanted;
          default -> 0;
        };
    int tailAt = tailIndex(number, form);
    String body = number.substring(0, tailAt);
    boolean significant = false;
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      significant |= c != '0' && c != '.';
      if (significant && c != '.') {
        digits--;
      }
    }
    StringBuilder pointed = new StringBuilder(body);
    if (body.indexOf('.') < 0) {
      digits -= body.equals("0") ? 1 : 0;
      pointed.append('.');
    }
    return pointed
        .repeat('0', Math.max(digits, 0))
        .append(number, tailAt, number.length())
        .toString();
  }

  private static int tailIndex(String number, char form) {
    boolean hexadecimal = form == 'x' || form == 'X';
    for (int i = 0; i < number.length(); i++) {
      char c = Character.toLowerCase(number.charAt(i));
      if (c == 'p' || c == 'e' && !hexadecimal) {
        return i;
      }
    }
    return number.length();
  }
}
