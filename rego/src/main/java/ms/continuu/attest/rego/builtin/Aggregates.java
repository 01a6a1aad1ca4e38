package ms.continuu.attest.rego.builtin;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.BinaryOperator;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.GoFloat;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// One value from many: counts, sums, extremes, order.
final class Aggregates implements BuiltinFamily {
  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("count", Aggregates::count);
    registry.add("sum", Aggregates::sum);
    registry.add("product", Aggregates::product);
    registry.add("max", Aggregates::max);
    registry.add("min", Aggregates::min);
    registry.add("sort", Aggregates::sort);
    registry.add("any", Aggregates::any);
    registry.add("all", Aggregates::all);
    registry.add("internal.member_2", Aggregates::member);
    registry.add("internal.member_3", Aggregates::memberWithKey);
  }

  private static Value count(BuiltinContext context, Value[] operands) throws BuiltinFault {
    return NumberValue.of(
        switch (operands[0]) {
          case ArrayValue array -> array.size();
          case ObjectValue object -> object.size();
          case SetValue set -> set.size();
          case StringValue string -> string.codePoints();
          default -> throw Operands.wrongType(operands, 1, "array", "object", "set", "string");
        });
  }

  private static Value sum(BuiltinContext context, Value[] operands) throws BuiltinFault {
    Iterable<Value> items = items(operands, "set", "array");
    long small = 0;
    for (Value item : items) {
      if (!(item instanceof NumberValue number) || !number.isWrittenWhole()) {
        return fold(operands, items, BigInteger.ZERO, BigInteger::add, zero(), GoFloat::add);
      }
      long next = small + number.longValue();
      if (((small ^ next) & (number.longValue() ^ next)) < 0) {
        return fold(operands, items, BigInteger.ZERO, BigInteger::add, zero(), GoFloat::add);
      }
      small = next;
    }
    return NumberValue.of(small);
  }

  private static GoFloat zero() {
    return GoFloat.of(BigInteger.ZERO);
  }

  /// The product of what is not all whole has the mantissa of a double.
  private static Value product(BuiltinContext context, Value[] operands) throws BuiltinFault {
    return fold(
        operands,
        items(operands, "set", "array"),
        BigInteger.ONE,
        BigInteger::multiply,
        GoFloat.ofDouble(1),
        (x, y) -> x.multiply(y, GoFloat.DOUBLE_PRECISION));
  }

  /// Exact when all are whole, else in floats.
  private static Value fold(
      Value[] operands,
      Iterable<Value> items,
      BigInteger start,
      BinaryOperator<BigInteger> exact,
      GoFloat startFloat,
      BinaryOperator<GoFloat> inFloats)
      throws BuiltinFault {
    BigInteger whole = start;
    for (Value item : items) {
      BigInteger next = item instanceof NumberValue number ? number.wholeValue() : null;
      if (next == null) {
        whole = null;
        break;
      }
      whole = exact.apply(whole, next);
    }
    if (whole != null) {
      return NumberValue.of(whole);
    }
    GoFloat result = startFloat;
    for (Value item : items) {
      if (!(item instanceof NumberValue number)) {
        throw Operands.wrongElement(operands, 1, item, "number");
      }
      result = inFloats.apply(result, GoFloat.of(number));
    }
    return result.toNumber();
  }

  /// Of equal values the last.
  private static @Nullable Value max(BuiltinContext context, Value[] operands) throws BuiltinFault {
    Value max = null;
    for (Value item : items(operands, "set", "array")) {
      if (max == null || max.compareTo(item) <= 0) {
        max = item;
      }
    }
    return max;
  }

  /// Of equal values the last.
  private static @Nullable Value min(BuiltinContext context, Value[] operands) throws BuiltinFault {
    Value min = null;
    for (Value item : items(operands, "set", "array")) {
      if (min == null || min.compareTo(item) >= 0) {
        min = item;
      }
    }
    return min;
  }

  private static Value sort(BuiltinContext context, Value[] operands) throws BuiltinFault {
    return switch (operands[0]) {
      case ArrayValue array -> {
        Value[] items = array.toArray();
        Arrays.sort(items);
        yield ArrayValue.owning(items);
      }
      case SetValue set -> {
        Value[] items = new Value[set.size()];
        Arrays.setAll(items, set::at);
        yield ArrayValue.owning(items);
      }
      default -> throw Operands.wrongType(operands, 1, "set", "array");
    };
  }

  private static Value any(BuiltinContext context, Value[] operands) throws BuiltinFault {
    for (Value item : items(operands, "array", "set")) {
      if (item == BooleanValue.TRUE) {
        return BooleanValue.TRUE;
      }
    }
    return BooleanValue.FALSE;
  }

  private static Value all(BuiltinContext context, Value[] operands) throws BuiltinFault {
    for (Value item : items(operands, "array", "set")) {
      if (item != BooleanValue.TRUE) {
        return BooleanValue.FALSE;
      }
    }
    return BooleanValue.TRUE;
  }

  private static Iterable<Value> items(Value[] operands, String... expected) throws BuiltinFault {
    return switch (operands[0]) {
      case ArrayValue array -> array;
      case SetValue set -> set;
      default -> throw Operands.wrongType(operands, 1, expected);
    };
  }

  private static Value member(BuiltinContext context, Value[] operands) {
    Value wanted = operands[0];
    return BooleanValue.of(
        switch (operands[1]) {
          case SetValue set -> set.contains(wanted);
          case ArrayValue array -> array.contains(wanted);
          case ObjectValue object -> object.containsValue(wanted);
          default -> false;
        });
  }

  private static Value memberWithKey(BuiltinContext context, Value[] operands) {
    Value key = operands[0];
    Value wanted = operands[1];
    return BooleanValue.of(
        switch (operands[2]) {
          case SetValue set -> set.contains(key) && key.equals(wanted);
          case ObjectValue object -> wanted.equals(object.get(key));
          case ArrayValue array ->
              key instanceof NumberValue index
                  && index.isWrittenWhole()
                  && index.longValue() >= 0
                  && index.longValue() < array.size()
                  && wanted.equals(array.get((int) index.longValue()));
          default -> false;
        });
  }
}
