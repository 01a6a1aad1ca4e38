package ms.continuu.attest.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// A number: the text it was written as (`1.50` stays `1.50`), with its exact value.
///
/// Equality and order follow the exact value, hash codes agree. Arithmetic on what is not whole is
/// [GoFloat]'s.
public final class NumberValue implements Value {
  private static final NumberValue[] SMALL = new NumberValue[1153];
  private static final int SMALL_MIN = -128;

  static {
    for (int i = 0; i < SMALL.length; i++) {
      SMALL[i] = new NumberValue(i + SMALL_MIN, null);
    }
  }

  /// The value when it is whole and fits.
  private final long whole;

  /// How it is written, or null when that is the plain decimal form of `whole`.
  private final @Nullable NumberLiteral literal;

  private NumberValue(long whole, @Nullable NumberLiteral literal) {
    this.whole = whole;
    this.literal = literal;
  }

  public static NumberValue of(long value) {
    return value >= SMALL_MIN && value < SMALL_MIN + SMALL.length
        ? SMALL[(int) (value - SMALL_MIN)]
        : new NumberValue(value, null);
  }

  public static NumberValue of(BigInteger value) {
    return value.bitLength() < 64 ? of(value.longValue()) : parse(value.toString());
  }

  /// The number of a literal, which keeps its text: JSON's, and what Go's `strconv.ParseFloat`
  /// takes besides (`+1`, `.5`, `0x1p-2`).
  ///
  /// @throws NumberFormatException when the text is no number
  public static NumberValue parse(String text) {
    if (isPlainLong(text)) {
      return of(Long.parseLong(text));
    }
    NumberLiteral literal = NumberLiteral.of(text);
    return new NumberValue(literal.isLong() ? literal.whole() : 0, literal);
  }

  /// Whether the exact value is a whole number that fits a `long`, however it is written.
  public boolean isLong() {
    return literal == null || literal.isLong();
  }

  /// The value; meaningful only when [#isLong].
  public long longValue() {
    return whole;
  }

  /// Whether it is a `long` written without exponent and with no fraction but zeros (`1`, `1.0`),
  /// in at most 19 characters after the sign: what OPA takes where it asks for an integer.
  public boolean isWrittenWhole() {
    return literal == null || literal.isWrittenWhole();
  }

  /// Whether the text has a fraction or an exponent, whatever the value.
  public boolean isWrittenFloat() {
    return literal != null && literal.isWrittenFloat();
  }

  /// The exact value when it is whole, however written; null when it is not.
  public @Nullable BigInteger wholeValue() {
    return literal == null || literal.isLong() ? BigInteger.valueOf(whole) : literal.wholeValue();
  }

  /// The number as written, or as its plain decimal form.
  public String text() {
    return literal == null ? Long.toString(whole) : literal.text();
  }

  /// The exact value.
  public BigDecimal exact() {
    return literal == null ? BigDecimal.valueOf(whole) : literal.exact();
  }

  /// The nearest double, infinite when there is none.
  public double doubleValue() {
    return literal == null ? (double) whole : literal.doubleValue();
  }

  int compareNumber(NumberValue other) {
    if (isLong() && other.isLong()) {
      return Long.compare(whole, other.whole);
    }
    NumberLiteral l = literal;
    NumberLiteral r = other.literal;
    if (l != null && r != null && NumberLiteral.equalAsDoubles(l, r)) {
      return 0;
    }
    return exact().compareTo(other.exact());
  }

  private static boolean isPlainLong(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int digits = text.length() - start;
    if (digits == 0 || digits > 18 || text.charAt(start) == '0' && text.length() > 1) {
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
    return literal == null || literal.isLong() ? Long.hashCode(whole) : literal.hash();
  }

  @Override
  public String toString() {
    return text();
  }
}
