package ms.continuu.attest.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// A number: the text it was written as (`1.50` stays `1.50`), with its exact value.
///
/// Equality, order and hash follow the exact value. Arithmetic is elsewhere: it follows Go's rules.
public final class NumberValue implements Value {
  private static final NumberValue[] SMALL = new NumberValue[1153];
  private static final int SMALL_MIN = -128;

  static {
    for (int i = 0; i < SMALL.length; i++) {
      SMALL[i] = new NumberValue(null, i + SMALL_MIN, true);
    }
  }

  /// The text, or null when it is the plain decimal form of `whole`.
  private final @Nullable String text;

  /// The value when `isLong`.
  private final long whole;

  private final boolean isLong;
  private @Nullable BigDecimal exact;

  private NumberValue(@Nullable String text, long whole, boolean isLong) {
    this.text = text;
    this.whole = whole;
    this.isLong = isLong;
  }

  public static NumberValue of(long value) {
    return value >= SMALL_MIN && value < SMALL_MIN + SMALL.length
        ? SMALL[(int) (value - SMALL_MIN)]
        : new NumberValue(null, value, true);
  }

  public static NumberValue of(BigInteger value) {
    return value.bitLength() < 64 ? of(value.longValue()) : new NumberValue(value.toString(), 0, false);
  }

  /// The number of a JSON number literal, which keeps its text.
  ///
  /// @throws NumberFormatException when the text is no JSON number
  public static NumberValue parse(String literal) {
    if (isPlainLong(literal)) {
      long value = Long.parseLong(literal);
      return literal.equals("-0") ? new NumberValue(literal, 0, true) : of(value);
    }
    NumberValue number = new NumberValue(literal, 0, false);
    BigDecimal value = number.exact();
    if (value.scale() <= 0 || value.stripTrailingZeros().scale() <= 0) {
      if (value.precision() - value.scale() <= 19) {
        BigInteger integer = value.toBigIntegerExact();
        if (integer.bitLength() < 64) {
          return new NumberValue(literal, integer.longValue(), true);
        }
      }
    }
    return number;
  }

  /// Whether the exact value is a whole number that fits a `long`, however it is written.
  public boolean isLong() {
    return isLong;
  }

  /// The value; meaningful only when [#isLong].
  public long longValue() {
    return whole;
  }

  /// The number as written, or as its plain decimal form.
  public String text() {
    return text == null ? Long.toString(whole) : text;
  }

  /// The exact value.
  public BigDecimal exact() {
    BigDecimal value = exact;
    if (value == null) {
      value = text == null ? BigDecimal.valueOf(whole) : new BigDecimal(text);
      exact = value;
    }
    return value;
  }

  int compareNumber(NumberValue other) {
    return isLong && other.isLong ? Long.compare(whole, other.whole) : exact().compareTo(other.exact());
  }

  private static boolean isPlainLong(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    if (text.length() == start || text.length() - start > 18) {
      return false;
    }
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  @Override
  public int typeOrder() {
    return 2;
  }

  @Override
  public String typeName() {
    return "number";
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof NumberValue n && compareNumber(n) == 0;
  }

  @Override
  public int hashCode() {
    return isLong ? Long.hashCode(whole) : exact().stripTrailingZeros().hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
