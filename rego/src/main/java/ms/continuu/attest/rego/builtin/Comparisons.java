package ms.continuu.attest.rego.builtin;

import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Value;

/// The operators that compare: any two values, in the order of all values.
final class Comparisons implements BuiltinFamily {
  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("equal", (context, operands) -> BooleanValue.of(operands[0].equals(operands[1])));
    registry.add("neq", (context, operands) -> BooleanValue.of(!operands[0].equals(operands[1])));
    registry.add("lt", (context, operands) -> BooleanValue.of(order(operands) < 0));
    registry.add("lte", (context, operands) -> BooleanValue.of(order(operands) <= 0));
    registry.add("gt", (context, operands) -> BooleanValue.of(order(operands) > 0));
    registry.add("gte", (context, operands) -> BooleanValue.of(order(operands) >= 0));
  }

  private static int order(Value[] operands) {
    return operands[0].compareTo(operands[1]);
  }
}
