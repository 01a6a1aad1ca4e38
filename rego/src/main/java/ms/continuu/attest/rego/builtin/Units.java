package ms.continuu.attest.rego.builtin;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import ms.continuu.attest.value.GoFloat;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// `units.*`: amounts with the units of computing, decimal (`10K`) and binary (`10Ki`).
final class Units implements BuiltinFamily {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final int MAX_EXPONENT_DIGITS = 6;

  /// The double nearest to a thousandth, which is what OPA multiplies by.
  private static final BigDecimal MILLI =
      new BigDecimal("0.001000000000000000020816681711721685132943093776702880859375");

  private static final int DECIMALS = 10;
  private static final String PREFIXES = "kmgtpe";

  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("units.parse", Units::parse);
    registry.add("units.parse_bytes", Units::parseBytes);
  }

  private static Value parse(BuiltinContext context, Value[] operands) throws BuiltinFault {
    String text = Operands.text(operands, 1).replace("\"", "");
    Amount amount = Amount.of(text, "units.parse", "amount");
    BigDecimal factor = factor(amount.unit);
    if (!NUMBER.matcher(amount.number).matches()) {
      throw BuiltinFault.of("units.parse: could not parse amount to a number");
    }
    return number(new BigDecimal(amount.number).multiply(factor));
  }

  /// What a unit multiplies by. The case of its first letter tells milli from mega.
  private static BigDecimal factor(String unit) throws BuiltinFault {
    String first = unit.isEmpty() ? "" : GoStrings.ofBytewise(unit.substring(0, 1));
    String rest = unit.isEmpty() ? "" : lowerCase(GoStrings.ofBytewise(unit.substring(1)));
    if (unit.isEmpty()) {
      return BigDecimal.ONE;
    }
    if (unit.equals("m")) {
      return MILLI;
    }
    BigInteger factor = prefixFactor(lowerAscii(first) + rest);
    if (factor == null) {
      throw BuiltinFault.of(
          "units.parse: unit " + GoStrings.value(first + rest).text() + " not recognized");
    }
    return new BigDecimal(factor);
  }

  private static String lowerCase(String text) {
    return GoStrings.isAscii(text) ? lowerAscii(text) : GoStrings.toLowerCase(text);
  }

  private static String lowerAscii(String text) {
    return text.toLowerCase(java.util.Locale.ROOT);
  }

  /// The factor of `k`, `ki`, `m` …, or null.
  private static @Nullable BigInteger prefixFactor(String unit) {
    int power = unit.isEmpty() ? -1 : PREFIXES.indexOf(unit.charAt(0));
    if (power < 0) {
      return null;
    }
    return switch (unit.substring(1)) {
      case "" -> BigInteger.valueOf(1000).pow(power + 1);
      case "i" -> BigInteger.valueOf(1024).pow(power + 1);
      default -> null;
    };
  }

  private static Value number(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    if (stripped.scale() <= 0) {
      return NumberValue.of(stripped.toBigIntegerExact());
    }
    String text = amount.setScale(DECIMALS, RoundingMode.HALF_UP).abs().toPlainString();
    return NumberValue.parse(amount.signum() < 0 ? "-" + text : text);
  }

  private static Value parseBytes(BuiltinContext context, Value[] operands) throws BuiltinFault {
    String text = lowerCase(Operands.text(operands, 1)).replace("\"", "");
    Amount amount = Amount.of(text, "units.parse_bytes", "byte amount");
    String unit = amount.unit;
    String prefix =
        unit.endsWith("b") && unit.length() > 1 ? unit.substring(0, unit.length() - 1) : unit;
    BigInteger factor = unit.isEmpty() ? BigInteger.ONE : prefixFactor(prefix);
    if (factor == null) {
      throw BuiltinFault.of(
          "units.parse_bytes: byte unit " + GoStrings.ofBytewise(unit) + " not recognized");
    }
    if (!NUMBER.matcher(amount.number).matches()) {
      throw BuiltinFault.of("units.parse_bytes: could not parse byte amount to a number");
    }
    return NumberValue.of(GoFloat.parse(amount.number).multiply(GoFloat.of(factor)).truncate());
  }

  /// A text cut into its number and the unit behind it, bytewise.
  private record Amount(String number, String unit) {

    static Amount of(String text, String function, String what) throws BuiltinFault {
      if (text.contains(" ")) {
        throw BuiltinFault.of(function + ": spaces not allowed in resource strings");
      }
      String bytes = GoStrings.bytewise(text);
      int end = numberEnd(bytes, function);
      if (end == 0) {
        throw BuiltinFault.of(function + ": no " + what + " provided");
      }
      return new Amount(bytes.substring(0, end), bytes.substring(end));
    }

    private static int numberEnd(String text, String function) throws BuiltinFault {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == 'e' || c == 'E') {
          boolean sign = i + 1 < text.length() && isSign(text.charAt(i + 1));
          if (!sign && !(i + 1 < text.length() && isDigit(text.charAt(i + 1)))) {
            return i;
          }
          i += sign ? 1 : 0;
          if (digits(text, i + 1) > MAX_EXPONENT_DIGITS) {
            throw BuiltinFault.of(function + ": exponent too large");
          }
        } else if (!isDigit(c) && c != '.' && !isSign(c)) {
          return i;
        }
      }
      return text.length();
    }

    private static int digits(String text, int from) {
      int end = from;
      while (end < text.length() && isDigit(text.charAt(end))) {
        end++;
      }
      return end - from;
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }

    private static boolean isSign(char c) {
      return c == '+' || c == '-';
    }
  }
}
