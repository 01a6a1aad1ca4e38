package ms.continuu.attest.rego.builtin;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.Value;

/// Ranges of whole numbers, and random ones.
final class Numbers implements BuiltinFamily {
  /// How many numbers are made between two looks at whether the query was cancelled.
  private static final int STRIDE = 1024;

  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("numbers.range", Numbers::range);
    registry.add("numbers.range_step", Numbers::rangeStep);
    registry.add("rand.intn", Numbers::random);
  }

  private static Value range(BuiltinContext context, Value[] operands) throws BuiltinFault {
    BigInteger from = Operands.bigInteger(operands, 1);
    BigInteger to = Operands.bigInteger(operands, 2);
    return steps(context, "numbers.range", from, to, BigInteger.ONE);
  }

  private static Value rangeStep(BuiltinContext context, Value[] operands) throws BuiltinFault {
    BigInteger from = Operands.bigInteger(operands, 1);
    BigInteger to = Operands.bigInteger(operands, 2);
    BigInteger step = Operands.bigInteger(operands, 3);
    if (step.signum() <= 0) {
      throw BuiltinFault.of("numbers.range_step: step must be a positive integer");
    }
    return steps(context, "numbers.range_step", from, to, step);
  }

  /// From the first towards the last, both included, up or down.
  private static Value steps(
      BuiltinContext context, String function, BigInteger from, BigInteger to, BigInteger step)
      throws BuiltinFault {
    boolean up = from.compareTo(to) <= 0;
    List<Value> numbers = new ArrayList<>();
    if (from.bitLength() < 62 && to.bitLength() < 62 && step.bitLength() < 62) {
      long last = to.longValue();
      long stride = up ? step.longValue() : -step.longValue();
      for (long i = from.longValue(); up ? i <= last : i >= last; i += stride) {
        numbers.add(NumberValue.of(i));
        checkNowAndThen(context, function, numbers.size());
      }
    } else {
      BigInteger stride = up ? step : step.negate();
      for (BigInteger i = from;
          up ? i.compareTo(to) <= 0 : i.compareTo(to) >= 0;
          i = i.add(stride)) {
        numbers.add(NumberValue.of(i));
        checkNowAndThen(context, function, numbers.size());
      }
    }
    return ArrayValue.of(numbers);
  }

  private static void checkNowAndThen(BuiltinContext context, String function, int size)
      throws BuiltinFault {
    if (size % STRIDE == 0) {
      context.checkSize(size, function + ": timed out before generating all numbers in range");
    }
  }

  private record RandomKey(String name, long bound) {}

  /// One number for a name and a bound within a query.
  private static Value random(BuiltinContext context, Value[] operands) throws BuiltinFault {
    String name = Operands.text(operands, 1);
    long bound = Operands.integer(operands, 2);
    if (bound == 0) {
      return NumberValue.of(0);
    }
    long positive = bound < 0 ? -bound : bound;
    return context.perQuery(
        new RandomKey(name, positive), () -> NumberValue.of(context.host().randomLong(positive)));
  }
}
