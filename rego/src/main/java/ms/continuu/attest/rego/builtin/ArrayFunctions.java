package ms.continuu.attest.rego.builtin;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Value;

/// `array.*`.
final class ArrayFunctions implements BuiltinFamily {
  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("array.concat", ArrayFunctions::concat);
    registry.add("array.flatten", ArrayFunctions::flatten);
    registry.add("array.slice", ArrayFunctions::slice);
    registry.add("array.reverse", ArrayFunctions::reverse);
  }

  private static Value concat(BuiltinContext context, Value[] operands) throws BuiltinFault {
    ArrayValue left = Operands.array(operands, 1);
    ArrayValue right = Operands.array(operands, 2);
    if (left.size() == 0) {
      return right;
    }
    if (right.size() == 0) {
      return left;
    }
    Value[] items = new Value[left.size() + right.size()];
    left.copyTo(items, 0);
    right.copyTo(items, left.size());
    return ArrayValue.owning(items);
  }

  /// One level of nesting is undone.
  private static Value flatten(BuiltinContext context, Value[] operands) throws BuiltinFault {
    List<Value> items = new ArrayList<>();
    for (Value item : Operands.array(operands, 1)) {
      if (item instanceof ArrayValue nested) {
        nested.forEach(items::add);
      } else {
        items.add(item);
      }
    }
    return ArrayValue.of(items);
  }

  /// Positions out of range are moved to the nearest end.
  private static Value slice(BuiltinContext context, Value[] operands) throws BuiltinFault {
    ArrayValue array = Operands.array(operands, 1);
    long start = Operands.integer(operands, 2);
    long stop = Operands.integer(operands, 3);
    int to = Math.clamp(stop, 0, array.size());
    int from = Math.clamp(start, 0, to);
    return from == 0 && to == array.size() ? array : array.slice(from, to);
  }

  private static Value reverse(BuiltinContext context, Value[] operands) throws BuiltinFault {
    ArrayValue array = Operands.array(operands, 1);
    int size = array.size();
    Value[] items = new Value[size];
    for (int i = 0; i < size; i++) {
      items[i] = array.get(size - 1 - i);
    }
    return ArrayValue.owning(items);
  }
}
