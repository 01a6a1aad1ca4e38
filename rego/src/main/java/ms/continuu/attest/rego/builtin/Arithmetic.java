package ms.continuu.attest.rego.builtin;

import java.math.BigInteger;
import ms.continuu.attest.value.GoFloat;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Arithmetic: exact on whole numbers however large, else on floats with a mantissa of 64 bits, as
/// OPA computes.
final class Arithmetic implements BuiltinFamily {
  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("plus", Arithmetic::plus);
    registry.add("minus", Arithmetic::minus);
    registry.add("mul", Arithmetic::multiply);
    registry.add("div", Arithmetic::divide);
    registry.add("rem", Arithmetic::remainder);
    registry.add("abs", Arithmetic::abs);
    registry.add("round", Arithmetic::round);
    registry.add("ceil", Arithmetic::ceil);
    registry.add("floor", Arithmetic::floor);
  }

  private static Value plus(BuiltinContext context, Value[] operands) throws BuiltinFault {
    NumberValue x = Operands.number(operands, 1);
    NumberValue y = Operands.number(operands, 2);
    if (isSmall(x) && isSmall(y)) {
      return NumberValue.of(x.longValue() + y.longValue());
    }
    BigInteger wholeX = x.wholeValue();
    BigInteger wholeY = wholeX == null ? null : y.wholeValue();
    return wholeX != null && wholeY != null
        ? NumberValue.of(wholeX.add(wholeY))
        : GoFloat.of(x).add(GoFloat.of(y)).toNumber();
  }

  private static Value minus(BuiltinContext context, Value[] operands) throws BuiltinFault {
    if (operands[0] instanceof NumberValue x && operands[1] instanceof NumberValue y) {
      return difference(x, y);
    }
    if (operands[0] instanceof SetValue x && operands[1] instanceof SetValue y) {
      return Sets.difference(x, y);
    }
    if (!(operands[0] instanceof NumberValue || operands[0] instanceof SetValue)) {
      throw Operands.wrongType(operands, 1, "number", "set");
    }
    throw Operands.wrongType(operands, 2, operands[1] instanceof NumberValue ? "set" : "number");
  }

  private static Value difference(NumberValue x, NumberValue y) {
    if (isSmall(x) && isSmall(y)) {
      return NumberValue.of(x.longValue() - y.longValue());
    }
    BigInteger wholeX = x.wholeValue();
    BigInteger wholeY = wholeX == null ? null : y.wholeValue();
    return wholeX != null && wholeY != null
        ? NumberValue.of(wholeX.subtract(wholeY))
        : GoFloat.of(x).subtract(GoFloat.of(y)).toNumber();
  }

  private static Value multiply(BuiltinContext context, Value[] operands) throws BuiltinFault {
    NumberValue x = Operands.number(operands, 1);
    NumberValue y = Operands.number(operands, 2);
    if (isSmall(x) && isSmall(y)) {
      return NumberValue.of(x.longValue() * y.longValue());
    }
    BigInteger wholeX = x.wholeValue();
    BigInteger wholeY = wholeX == null ? null : y.wholeValue();
    return wholeX != null && wholeY != null
        ? NumberValue.of(wholeX.multiply(wholeY))
        : GoFloat.of(x).multiply(GoFloat.of(y)).toNumber();
  }

  /// Whole only when the divisor divides a small dividend that is not zero: zero may have a sign.
  private static Value divide(BuiltinContext context, Value[] operands) throws BuiltinFault {
    NumberValue x = Operands.number(operands, 1);
    NumberValue y = Operands.number(operands, 2);
    if (isSmall(x) && isSmall(y)) {
      long dividend = x.longValue();
      long divisor = y.longValue();
      if (divisor == 0) {
        throw BuiltinFault.of("divide by zero");
      }
      if (dividend != 0 && dividend % divisor == 0) {
        return NumberValue.of(dividend / divisor);
      }
    }
    GoFloat divisor = GoFloat.of(y);
    if (divisor.isZero()) {
      throw BuiltinFault.of("divide by zero");
    }
    return GoFloat.of(x).divide(divisor).toNumber();
  }

  private static Value remainder(BuiltinContext context, Value[] operands) throws BuiltinFault {
    NumberValue x = Operands.number(operands, 1);
    NumberValue y = Operands.number(operands, 2);
    if (isSmall(x) && isSmall(y) && y.longValue() != 0) {
      return NumberValue.of(x.longValue() % y.longValue());
    }
    BigInteger wholeX = x.wholeValue();
    BigInteger wholeY = wholeX == null ? null : y.wholeValue();
    if (wholeX == null || wholeY == null) {
      throw BuiltinFault.of("modulo on floating-point number");
    }
    if (wholeY.signum() == 0) {
      throw BuiltinFault.of("modulo by zero");
    }
    return NumberValue.of(wholeX.remainder(wholeY));
  }

  private static Value abs(BuiltinContext context, Value[] operands) throws BuiltinFault {
    NumberValue x = Operands.number(operands, 1);
    return isSmall(x) ? NumberValue.of(Math.abs(x.longValue())) : GoFloat.of(x).abs().toNumber();
  }

  /// Halves go away from zero.
  private static Value round(BuiltinContext context, Value[] operands) throws BuiltinFault {
    Value small = smallOrNull(operands);
    if (small != null) {
      return small;
    }
    GoFloat x = GoFloat.of(Operands.number(operands, 1));
    GoFloat half = GoFloat.ofDouble(0.5);
    return GoFloat.of((x.isNegative() ? x.subtract(half) : x.add(half)).truncate()).toNumber();
  }

  private static Value ceil(BuiltinContext context, Value[] operands) throws BuiltinFault {
    Value small = smallOrNull(operands);
    if (small != null) {
      return small;
    }
    GoFloat x = GoFloat.of(Operands.number(operands, 1));
    GoFloat whole = GoFloat.of(x.truncate());
    return (whole.isNegative() || x.isWhole() ? whole : whole.add(GoFloat.ofDouble(1))).toNumber();
  }

  /// Between -1 and 0 the answer is 0, as in OPA.
  private static Value floor(BuiltinContext context, Value[] operands) throws BuiltinFault {
    Value small = smallOrNull(operands);
    if (small != null) {
      return small;
    }
    GoFloat x = GoFloat.of(Operands.number(operands, 1));
    GoFloat whole = GoFloat.of(x.truncate());
    return (!whole.isNegative() || x.isWhole() ? whole : whole.subtract(GoFloat.ofDouble(1)))
        .toNumber();
  }

  private static @Nullable Value smallOrNull(Value[] operands) throws BuiltinFault {
    NumberValue x = Operands.number(operands, 1);
    return isSmall(x) ? NumberValue.of(x.longValue()) : null;
  }

  /// Within 32 bits and written as a whole number.
  private static boolean isSmall(NumberValue number) {
    return number.isWrittenWhole() && number.longValue() == (int) number.longValue();
  }
}
