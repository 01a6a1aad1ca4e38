package ms.continuu.attest.rego.builtin;

import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.Value;

/// Set algebra.
final class Sets implements BuiltinFamily {
  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add(
        "and",
        (context, operands) -> intersection(Operands.set(operands, 1), Operands.set(operands, 2)));
    registry.add(
        "or", (context, operands) -> union(Operands.set(operands, 1), Operands.set(operands, 2)));
    registry.add(
        "set_diff",
        (context, operands) -> difference(Operands.set(operands, 1), Operands.set(operands, 2)));
    registry.add("intersection", Sets::intersectionOfAll);
    registry.add("union", Sets::unionOfAll);
  }

  static SetValue difference(SetValue left, SetValue right) {
    SetValue.Builder rest = SetValue.builder();
    for (int i = 0; i < left.size(); i++) {
      Value item = left.atSlot(i);
      if (!right.contains(item)) {
        rest.add(item);
      }
    }
    return rest.size() == left.size() ? left : rest.build();
  }

  private static SetValue intersection(SetValue left, SetValue right) {
    SetValue small = left.size() <= right.size() ? left : right;
    SetValue large = small == left ? right : left;
    SetValue.Builder shared = SetValue.builder();
    for (int i = 0; i < small.size(); i++) {
      Value item = small.atSlot(i);
      if (large.contains(item)) {
        shared.add(item);
      }
    }
    return shared.build();
  }

  private static SetValue union(SetValue left, SetValue right) {
    if (left.size() == 0) {
      return right;
    }
    if (right.size() == 0) {
      return left;
    }
    SetValue.Builder all = left.toBuilder();
    for (int i = 0; i < right.size(); i++) {
      all.add(right.atSlot(i));
    }
    return all.build();
  }

  private static Value intersectionOfAll(BuiltinContext context, Value[] operands)
      throws BuiltinFault {
    SetValue sets = Operands.set(operands, 1);
    SetValue result = null;
    for (Value item : sets) {
      SetValue set = member(item);
      result = result == null ? set : intersection(result, set);
    }
    return result == null ? SetValue.EMPTY : result;
  }

  private static Value unionOfAll(BuiltinContext context, Value[] operands) throws BuiltinFault {
    SetValue.Builder all = SetValue.builder();
    for (Value item : Operands.set(operands, 1)) {
      SetValue set = member(item);
      for (int i = 0; i < set.size(); i++) {
        all.add(set.atSlot(i));
      }
    }
    return all.build();
  }

  private static SetValue member(Value item) throws BuiltinFault {
    return Operands.set(new Value[] {item}, 1);
  }
}
