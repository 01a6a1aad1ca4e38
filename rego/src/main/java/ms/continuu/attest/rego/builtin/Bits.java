package ms.continuu.attest.rego.builtin;

import java.math.BigInteger;
import ms.continuu.attest.value.NumberValue;

/// Bits of whole numbers of any size, in two's complement.
final class Bits implements BuiltinFamily {
  /// The most bits of a shifted number; the JVM holds no more.
  private static final long MAX_SHIFT = Integer.MAX_VALUE - 64L;

  @FunctionalInterface
  private interface Operation {
    BigInteger of(BigInteger left, BigInteger right) throws BuiltinFault;
  }

  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("bits.or", binary(BigInteger::or));
    registry.add("bits.and", binary(BigInteger::and));
    registry.add("bits.xor", binary(BigInteger::xor));
    registry.add("bits.lsh", binary(Bits::shiftLeft));
    registry.add("bits.rsh", binary(Bits::shiftRight));
    registry.add(
        "bits.negate",
        (context, operands) -> NumberValue.of(Operands.bigInteger(operands, 1).not()));
  }

  private static Builtin binary(Operation operation) {
    return (context, operands) -> {
      BigInteger left = Operands.bigInteger(operands, 1);
      BigInteger right = Operands.bigInteger(operands, 2);
      return NumberValue.of(operation.of(left, right));
    };
  }

  private static BigInteger shiftLeft(BigInteger number, BigInteger by) throws BuiltinFault {
    long shift = shift(by);
    if (number.signum() == 0) {
      return number;
    }
    if (shift < 0 || shift + number.bitLength() > MAX_SHIFT) {
      throw new BuiltinFault(BuiltinFault.Kind.HALT, "number too big");
    }
    return number.shiftLeft((int) shift);
  }

  private static BigInteger shiftRight(BigInteger number, BigInteger by) throws BuiltinFault {
    long shift = shift(by);
    return shift < 0 || shift > MAX_SHIFT
        ? BigInteger.valueOf(number.signum() < 0 ? -1 : 0)
        : number.shiftRight((int) shift);
  }

  /// The lowest 64 bits of the shift, as unsigned.
  private static long shift(BigInteger by) throws BuiltinFault {
    if (by.signum() < 0) {
      throw Operands.wrong(2, "must be an unsigned integer number but got a negative integer");
    }
    return by.longValue();
  }
}
