package ms.continuu.attest.rego.builtin;

import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A number in a template: its text and what it may be.
///
/// @param whole the whole number it is, or null
/// @param overflows whether it is whole and fits only an unsigned number
/// @param complex the complex number it is, or null
record TemplateNumber(
    String text,
    @Nullable Long whole,
    double value,
    boolean overflows,
    GoFormat.@Nullable Complex complex) {
  private static final Pattern WHOLE =
      Pattern.compile(
          "([+-]?)(0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|0(?:_?[0-7])*|[1-9](?:_?[0-9])*)");
  private static final Pattern FLOAT =
      Pattern.compile(
          "[+-]?(?:[0-9](?:_?[0-9])*\\.?(?:[0-9](?:_?[0-9])*)?|\\.[0-9](?:_?[0-9])*)(?:[eE][+-]?[0-9](?:_?[0-9])*)?");
  private static final Pattern HEX_FLOAT =
      Pattern.compile("[+-]?0[xX]_?[0-9a-fA-F_]*\\.?[0-9a-fA-F_]*[pP][+-]?[0-9](?:_?[0-9])*");
  private static final BigInteger UNSIGNED_END = BigInteger.ONE.shiftLeft(64);

  static TemplateNumber ofCharacter(String literal) throws BuiltinFault {
    int c = GoUnquote.character(literal);
    return new TemplateNumber(literal, (long) c, c, false, null);
  }

  static TemplateNumber of(String text) throws BuiltinFault {
    GoFormat.Complex complex = text.endsWith("i") ? parseComplex(text) : null;
    if (complex != null) {
      return new TemplateNumber(text, null, complex.real(), false, complex);
    }
    BigInteger whole = parseWhole(text);
    if (whole != null && whole.bitLength() < 64) {
      return new TemplateNumber(text, whole.longValue(), whole.doubleValue(), false, null);
    }
    boolean signed = text.startsWith("+") || text.startsWith("-");
    if (whole != null && !signed && whole.compareTo(UNSIGNED_END) < 0) {
      return new TemplateNumber(text, null, whole.doubleValue(), true, null);
    }
    Double value = parseFloat(text);
    if (value == null || value.isInfinite()) {
      throw BuiltinFault.of("illegal number syntax: " + GoQuote.string(text));
    }
    if (!isWrittenFloat(text)) {
      throw BuiltinFault.of("integer overflow: " + GoQuote.string(text));
    }
    Long same = value == (double) value.longValue() ? (Long) value.longValue() : null;
    return new TemplateNumber(text, same, value, false, null);
  }

  private static GoFormat.@Nullable Complex parseComplex(String text) {
    String parts = text.substring(0, text.length() - 1);
    Double imaginary = parseFloat(parts);
    if (imaginary != null) {
      return new GoFormat.Complex(0, imaginary);
    }
    for (int i = parts.length() - 1; i > 0; i--) {
      if (parts.charAt(i) == '+' || parts.charAt(i) == '-') {
        Double real = parseFloat(parts.substring(0, i));
        Double rest = parseFloat(parts.substring(i));
        if (real != null && rest != null) {
          return new GoFormat.Complex(real, rest);
        }
      }
    }
    return null;
  }

  /// Whether it stands for a float even when its value is whole.
  boolean isFloat() {
    boolean hexadecimal = text.startsWith("0x") || text.startsWith("0X");
    boolean hexadecimalWhole =
        hexadecimal && text.length() > 2 && !text.contains("p") && !text.contains("P");
    return !text.startsWith("'") && !hexadecimalWhole && isWrittenFloat(text);
  }

  private static boolean isWrittenFloat(String text) {
    return text.chars().anyMatch(c -> ".eEpP".indexOf(c) >= 0);
  }

  private static @Nullable BigInteger parseWhole(String text) {
    var matcher = WHOLE.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    String digits = matcher.group(2).replace("_", "");
    char mark = digits.length() > 1 ? Character.toLowerCase(digits.charAt(1)) : 0;
    int radix = mark == 'x' ? 16 : mark == 'b' ? 2 : digits.startsWith("0") ? 8 : 10;
    boolean prefixed = mark == 'x' || mark == 'b' || mark == 'o';
    BigInteger value = new BigInteger(prefixed ? digits.substring(2) : digits, radix);
    return matcher.group(1).equals("-") ? value.negate() : value;
  }

  private static @Nullable Double parseFloat(String text) {
    return FLOAT.matcher(text).matches() || HEX_FLOAT.matcher(text).matches()
        ? Double.parseDouble(text.replace("_", ""))
        : null;
  }
}
