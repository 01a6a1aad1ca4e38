package ms.continuu.attest.rego.builtin;

import java.math.BigDecimal;
import java.math.BigInteger;
import ms.continuu.attest.rego.types.JsonSchema;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.GoFloat;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// The keywords of numbers, which are compared exactly.
final class SchemaNumbers {
  private static final int DRAFT_4 = 4;

  private SchemaNumbers() {}

  static void check(JsonSchema schema, NumberValue number, SchemaResult result, String place) {
    BigDecimal value = number.exact();
    if (schema.keyword("multipleOf") instanceof NumberValue multiple
        && value.remainder(multiple.exact()).signum() != 0) {
      result.add("multiple_of", place, "Must be a multiple of " + text(multiple));
    }
    NumberValue max = inclusive(schema, "maximum", "exclusiveMaximum");
    if (max != null && value.compareTo(max.exact()) > 0) {
      result.add("number_lte", place, "Must be less than or equal to " + text(max));
    }
    NumberValue below = exclusive(schema, "maximum", "exclusiveMaximum");
    if (below != null && value.compareTo(below.exact()) >= 0) {
      result.add("number_lt", place, "Must be less than " + text(below));
    }
    NumberValue min = inclusive(schema, "minimum", "exclusiveMinimum");
    if (min != null && value.compareTo(min.exact()) < 0) {
      result.add("number_gte", place, "Must be greater than or equal to " + text(min));
    }
    NumberValue above = exclusive(schema, "minimum", "exclusiveMinimum");
    if (above != null && value.compareTo(above.exact()) <= 0) {
      result.add("number_gt", place, "Must be greater than " + text(above));
    }
    result.checked();
  }

  /// The bound, unless a flag makes it exclusive as in draft 4.
  private static @Nullable NumberValue inclusive(
      JsonSchema schema, String bound, String exclusive) {
    return schema.keyword(exclusive) == BooleanValue.TRUE ? null : number(schema, bound);
  }

  private static @Nullable NumberValue exclusive(
      JsonSchema schema, String bound, String exclusive) {
    return schema.keyword(exclusive) == BooleanValue.TRUE
        ? number(schema, bound)
        : schema.draft() == DRAFT_4 ? null : number(schema, exclusive);
  }

  private static @Nullable NumberValue number(JsonSchema schema, String keyword) {
    Value value = schema.keyword(keyword);
    return value instanceof NumberValue number ? number : null;
  }

  /// A float of 64 bits or more as Go prints it: with an exponent from a million on.
  private static String text(NumberValue number) {
    BigInteger whole = number.wholeValue();
    GoFloat nearest = whole == null ? fraction(number.exact()) : GoFloat.of(whole);
    BigDecimal digits = new BigDecimal(nearest.toString()).stripTrailingZeros();
    if (digits.signum() == 0) {
      return "0";
    }
    int exponent = digits.precision() - digits.scale() - 1;
    if (exponent >= -4 && exponent < 6) {
      return digits.toPlainString();
    }
    String mantissa = digits.unscaledValue().abs().toString();
    return (digits.signum() < 0 ? "-" : "")
        + mantissa.charAt(0)
        + (mantissa.length() > 1 ? "." + mantissa.substring(1) : "")
        + (exponent < 0 ? "e-" : "e+")
        + String.format("%02d", Math.abs(exponent));
  }

  private static GoFloat fraction(BigDecimal exact) {
    BigInteger denominator = BigInteger.TEN.pow(Math.max(0, exact.scale()));
    BigInteger numerator = exact.multiply(new BigDecimal(denominator)).toBigIntegerExact();
    BigInteger shared = numerator.gcd(denominator);
    return GoFloat.of(numerator.divide(shared)).divide(GoFloat.of(denominator.divide(shared)));
  }
}
