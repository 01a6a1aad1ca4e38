package ms.continuu.attest.documents.yaml;

import java.math.BigDecimal;

/// Doubles in the two shortest texts that Go writes.
final class GoDouble {
  private GoDouble() {}

  /// As Go's `encoding/json`: plain between 1e-6 and 1e21, else with an exponent.
  static String json(double value) {
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    double size = Math.abs(value);
    BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    if (size >= 1e-6 && size < 1e21) {
      return shortest.toPlainString();
    }
    return exponent(shortest, 1);
  }

  /// As Go's `strconv.FormatFloat(value, 'g', -1, 64)`: plain for exponents from -4 to 5.
  static String general(double value) {
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    if (exponent < -4 || exponent >= 6) {
      return exponent(shortest, 2);
    }
    return shortest.toPlainString();
  }

  private static String exponent(BigDecimal value, int minimumDigits) {
    String digits = value.unscaledValue().abs().toString();
    int exponent = value.precision() - value.scale() - 1;
    StringBuilder text = new StringBuilder();
    if (value.signum() < 0) {
      text.append('-');
    }
    text.append(digits.charAt(0));
    if (digits.length() > 1) {
      text.append('.').append(digits, 1, digits.length());
    }
    text.append('e').append(exponent < 0 ? '-' : '+');
    String power = Integer.toString(Math.abs(exponent));
    text.append("0".repeat(Math.max(0, minimumDigits - power.length()))).append(power);
    return text.toString();
  }
}
