package ms.continuu.attest.value;

import java.math.BigInteger;

/// A binary floating-point number with the rounding of Go's `big.Float` (to nearest, ties to even):
/// what OPA computes with when a number is not whole. Numbers read from text have a mantissa of 64
/// bits.
///
/// The value is `mantissa × 2^scale`, negated when `negative`; zero has a sign.
public final class GoFloat {
  /// Mantissa bits of a number that is read.
  private static final int READ_PRECISION = 64;

  /// Mantissa bits of a double.
  public static final int DOUBLE_PRECISION = 53;

  private static final long MAX_EXPONENT = Integer.MAX_VALUE;
  private static final long MIN_EXPONENT = Integer.MIN_VALUE;

  private final int precision;
  private final boolean negative;
  private final boolean infinite;
  private final BigInteger mantissa;
  private final long scale;

  private GoFloat(
      int precision, boolean negative, boolean infinite, BigInteger mantissa, long scale) {
    this.precision = precision;
    this.negative = negative;
    this.infinite = infinite;
    this.mantissa = mantissa;
    this.scale = scale;
  }

  /// The number nearest to a text. Beyond 27 powers of ten it may miss the nearest by a unit in the
  /// last place: it multiplies by a power of five that is itself rounded, as Go does.
  ///
  /// @throws NumberFormatException when it is no number or its exponent is out of all bounds
  public static GoFloat parse(String text) {
    NumberScan scan = NumberScan.of(text);
    BigInteger digits = scan.mantissa();
    if (digits.signum() == 0) {
      return new GoFloat(READ_PRECISION, scan.negative(), false, digits, 0);
    }
    long power = scan.scale();
    long exponent = digits.bitLength() + power;
    if (exponent > MAX_EXPONENT || exponent < MIN_EXPONENT) {
      throw new NumberFormatException(text);
    }
    if (scan.hexadecimal() || power == 0) {
      return rounded(READ_PRECISION, scan.negative(), digits, power, false);
    }
    GoFloat twos = new GoFloat(READ_PRECISION, scan.negative(), false, digits, power);
    GoFloat fives = powerOfFive(Math.abs(power), READ_PRECISION + 64);
    return power < 0 ? twos.divide(fives, READ_PRECISION) : twos.multiply(fives, READ_PRECISION);
  }

  /// The number of a value: a float of 64 bits, as OPA reads it.
  public static GoFloat of(NumberValue number) {
    return parse(number.text());
  }

  /// A whole number, exactly.
  public static GoFloat of(BigInteger whole) {
    BigInteger magnitude = whole.abs();
    return new GoFloat(
        Math.max(READ_PRECISION, magnitude.bitLength()), whole.signum() < 0, false, magnitude, 0);
  }

  /// A small whole number with the mantissa of a double.
  public static GoFloat ofDouble(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int exponent = (int) (bits >>> 52 & 0x7FF);
    long fraction = bits & (1L << 52) - 1;
    BigInteger magnitude = BigInteger.valueOf(exponent == 0 ? fraction : fraction | 1L << 52);
    return new GoFloat(
        DOUBLE_PRECISION, value < 0, false, magnitude, Math.max(exponent, 1) - 1075L);
  }

  private static GoFloat powerOfFive(long n, int precision) {
    int exact = (int) Math.min(n, 27);
    GoFloat result = new GoFloat(precision, false, false, BigInteger.valueOf(5).pow(exact), 0);
    GoFloat square = new GoFloat(precision + 64, false, false, BigInteger.valueOf(5), 0);
    for (long rest = n - exact; rest > 0; rest >>= 1) {
      if ((rest & 1) != 0) {
        result = result.multiply(square, precision);
      }
      square = square.multiply(square, precision + 64);
    }
    return result;
  }

  private static GoFloat rounded(
      int precision, boolean negative, BigInteger mantissa, long scale, boolean sticky) {
    int excess = mantissa.bitLength() - precision;
    BigInteger kept = mantissa;
    long keptScale = scale;
    if (excess > 0) {
      kept = mantissa.shiftRight(excess);
      keptScale += excess;
      boolean half = mantissa.testBit(excess - 1);
      boolean more = sticky || mantissa.getLowestSetBit() < excess - 1;
      if (half && (more || kept.testBit(0))) {
        kept = kept.add(BigInteger.ONE);
      }
    }
    long exponent = kept.bitLength() + keptScale;
    if (exponent > MAX_EXPONENT) {
      return new GoFloat(precision, negative, true, BigInteger.ZERO, 0);
    }
    return exponent < MIN_EXPONENT
        ? new GoFloat(precision, negative, false, BigInteger.ZERO, 0)
        : new GoFloat(precision, negative, false, kept, keptScale);
  }

  public GoFloat add(GoFloat other) {
    int wanted = Math.max(precision, other.precision);
    if (isZero() || other.isZero()) {
      return isZero() && other.isZero()
          ? zero(wanted, negative && other.negative)
          : (isZero() ? other : this).withPrecision(wanted);
    }
    GoFloat high = scale >= other.scale ? this : other;
    GoFloat low = high == this ? other : this;
    // Far apart, the smaller only decides the rounding: a single bit below all others stands for
    // it.
    long gap = high.mantissa.bitLength() + high.scale - (low.mantissa.bitLength() + low.scale);
    if (gap > wanted + 64L) {
      int room = wanted + 2;
      BigInteger lowest = BigInteger.valueOf(high.negative == low.negative ? 1 : -1);
      return rounded(
          wanted,
          high.negative,
          high.mantissa.shiftLeft(room).add(lowest),
          high.scale - room,
          true);
    }
    if (-gap > wanted + 64L) {
      return low.addFar(high, wanted);
    }
    BigInteger sum = high.signed().shiftLeft((int) (high.scale - low.scale)).add(low.signed());
    return sum.signum() == 0
        ? zero(wanted, false)
        : rounded(wanted, sum.signum() < 0, sum.abs(), low.scale, false);
  }

  private GoFloat addFar(GoFloat tiny, int wanted) {
    int room = wanted + 2;
    BigInteger lowest = BigInteger.valueOf(negative == tiny.negative ? 1 : -1);
    return rounded(wanted, negative, mantissa.shiftLeft(room).add(lowest), scale - room, true);
  }

  public GoFloat subtract(GoFloat other) {
    return add(other.negate());
  }

  public GoFloat multiply(GoFloat other) {
    return multiply(other, Math.max(precision, other.precision));
  }

  /// The product, rounded to so many bits.
  public GoFloat multiply(GoFloat other, int wanted) {
    boolean sign = negative != other.negative;
    if (infinite || other.infinite) {
      return new GoFloat(wanted, sign, true, BigInteger.ZERO, 0);
    }
    return isZero() || other.isZero()
        ? zero(wanted, sign)
        : rounded(wanted, sign, mantissa.multiply(other.mantissa), scale + other.scale, false);
  }

  /// The quotient; the divisor is not zero.
  public GoFloat divide(GoFloat other) {
    return divide(other, Math.max(precision, other.precision));
  }

  private GoFloat divide(GoFloat other, int wanted) {
    boolean sign = negative != other.negative;
    if (isZero() || other.infinite) {
      return zero(wanted, sign);
    }
    int shift = Math.max(0, wanted + 2 + other.mantissa.bitLength() - mantissa.bitLength());
    BigInteger[] parts = mantissa.shiftLeft(shift).divideAndRemainder(other.mantissa);
    return rounded(wanted, sign, parts[0], scale - shift - other.scale, parts[1].signum() != 0);
  }

  public GoFloat negate() {
    return new GoFloat(precision, !negative, infinite, mantissa, scale);
  }

  public GoFloat abs() {
    return negative ? negate() : this;
  }

  private GoFloat withPrecision(int wanted) {
    return rounded(wanted, negative, mantissa, scale, false);
  }

  private static GoFloat zero(int precision, boolean negative) {
    return new GoFloat(precision, negative, false, BigInteger.ZERO, 0);
  }

  public boolean isZero() {
    return mantissa.signum() == 0 && !infinite;
  }

  public boolean isNegative() {
    return negative;
  }

  public boolean isInfinite() {
    return infinite;
  }

  /// The exponent of two with which the mantissa lies in `[½, 1)`; 0 for zero.
  public long binaryExponent() {
    return mantissa.signum() == 0 ? 0 : mantissa.bitLength() + scale;
  }

  public boolean isWhole() {
    return mantissa.signum() == 0 || scale >= 0 || mantissa.getLowestSetBit() + scale >= 0;
  }

  /// The whole part, cut towards zero.
  public BigInteger truncate() {
    BigInteger magnitude =
        scale >= 0
            ? mantissa.shiftLeft((int) scale)
            : mantissa.shiftRight((int) Math.min(-scale, Integer.MAX_VALUE));
    return negative ? magnitude.negate() : magnitude;
  }

  private BigInteger signed() {
    return negative ? mantissa.negate() : mantissa;
  }

  /// The number of this float, as OPA writes it: whole ones in full, others as the shortest text of
  /// this precision, with an exponent from a million on.
  public NumberValue toNumber() {
    return NumberValue.parse(toString());
  }

  @Override
  public String toString() {
    if (infinite) {
      return negative ? "-Inf" : "+Inf";
    }
    GoDigits digits = GoDigits.shortest(mantissa, scale, precision);
    return (negative ? "-" : "") + (isWhole() ? digits.fixed() : digits.general());
  }
}
