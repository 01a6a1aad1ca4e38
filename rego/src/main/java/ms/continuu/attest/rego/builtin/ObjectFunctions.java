package ms.continuu.attest.rego.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// `object.*`.
final class ObjectFunctions implements BuiltinFamily {
  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("object.get", ObjectFunctions::get);
    registry.add("object.keys", ObjectFunctions::keys);
    registry.add("object.remove", ObjectFunctions::remove);
    registry.add("object.filter", ObjectFunctions::filter);
    registry.add("object.union", ObjectFunctions::union);
    registry.add("object.union_n", ObjectFunctions::unionOfAll);
    registry.add(
        "object.subset", (context, operands) -> Subsets.isSubset(operands[0], operands[1]));
  }

  /// The value at a key or along an array of keys, or the default.
  private static Value get(BuiltinContext context, Value[] operands) throws BuiltinFault {
    ObjectValue object = Operands.object(operands, 1);
    Value found;
    if (operands[1] instanceof ArrayValue path) {
      found = object;
      for (int i = 0; i < path.size() && found != null; i++) {
        found = step(found, path.get(i));
      }
    } else {
      found = object.get(operands[1]);
    }
    return found == null ? operands[2] : found;
  }

  /// What a reference `value[key]` finds, or null.
  static @Nullable Value step(Value value, Value key) {
    return switch (value) {
      case ObjectValue object -> object.get(key);
      case SetValue set -> set.contains(key) ? key : null;
      case ArrayValue array -> {
        boolean within =
            key instanceof NumberValue index
                && index.isWrittenWhole()
                && index.longValue() >= 0
                && index.longValue() < array.size();
        yield within ? array.get((int) ((NumberValue) key).longValue()) : null;
      }
      default -> null;
    };
  }

  private static Value keys(BuiltinContext context, Value[] operands) throws BuiltinFault {
    ObjectValue object = Operands.object(operands, 1);
    SetValue.Builder keys = SetValue.builder(object.size());
    for (int i = 0; i < object.size(); i++) {
      keys.add(object.keyAtSlot(i));
    }
    return keys.build();
  }

  private static Value remove(BuiltinContext context, Value[] operands) throws BuiltinFault {
    ObjectValue object = Operands.object(operands, 1);
    SetValue unwanted = keySet(operands);
    ObjectValue.Builder rest = ObjectValue.builder(object.size());
    for (int i = 0; i < object.size(); i++) {
      if (!unwanted.contains(object.keyAtSlot(i))) {
        rest.put(object.keyAtSlot(i), object.valueAtSlot(i));
      }
    }
    return rest.build();
  }

  private static Value filter(BuiltinContext context, Value[] operands) throws BuiltinFault {
    ObjectValue object = Operands.object(operands, 1);
    SetValue wanted = keySet(operands);
    ObjectValue.Builder kept = ObjectValue.builder();
    for (int i = 0; i < object.size(); i++) {
      if (wanted.contains(object.keyAtSlot(i))) {
        kept.put(object.keyAtSlot(i), object.valueAtSlot(i));
      }
    }
    return kept.build();
  }

  private static SetValue keySet(Value[] operands) throws BuiltinFault {
    return switch (operands[1]) {
      case ArrayValue array -> SetValue.of(array.asList());
      case SetValue set -> set;
      case ObjectValue object -> {
        SetValue.Builder keys = SetValue.builder(object.size());
        for (int i = 0; i < object.size(); i++) {
          keys.add(object.keyAtSlot(i));
        }
        yield keys.build();
      }
      default -> throw Operands.wrongType(operands, 2, "object", "set", "array");
    };
  }

  private static Value union(BuiltinContext context, Value[] operands) throws BuiltinFault {
    ObjectValue left = Operands.object(operands, 1);
    ObjectValue right = Operands.object(operands, 2);
    if (left.size() == 0) {
      return right;
    }
    return right.size() == 0 ? left : merge(left, right);
  }

  /// The pairs of both; objects at the same key are merged, else the right one wins.
  private static ObjectValue merge(ObjectValue left, ObjectValue right) {
    ObjectValue.Builder merged = left.toBuilder();
    for (int i = 0; i < right.size(); i++) {
      Value key = right.keyAtSlot(i);
      Value value = right.valueAtSlot(i);
      merged.put(key, mergeValues(left.get(key), value));
    }
    return merged.build();
  }

  private static Value mergeValues(@Nullable Value left, Value right) {
    return left instanceof ObjectValue l && right instanceof ObjectValue r ? merge(l, r) : right;
  }

  private static Value unionOfAll(BuiltinContext context, Value[] operands) throws BuiltinFault {
    ArrayValue array = Operands.array(operands, 1);
    List<ObjectValue> objects = new ArrayList<>(array.size());
    for (Value item : array) {
      if (!(item instanceof ObjectValue object)) {
        throw Operands.wrongElement(operands, 1, item, "object");
      }
      objects.add(object);
    }
    return switch (objects.size()) {
      case 0 -> ObjectValue.EMPTY;
      case 1 -> objects.getFirst();
      default -> mergeAll(objects);
    };
  }

  /// Merges from the last to the first, so that each pair is put once. What is no object hides what
  /// came before it.
  private static ObjectValue mergeAll(List<ObjectValue> objects) {
    Merged merged = new Merged();
    for (ObjectValue object : objects.reversed()) {
      merged.addEarlier(object);
    }
    return merged.build();
  }

  /// An object being merged, newest first.
  private static final class Merged {
    private final List<Value> keys = new ArrayList<>();
    private final java.util.Map<Value, Slot> slots = new java.util.HashMap<>();

    private static final class Slot {
      private @Nullable Value value;
      private @Nullable Merged nested;
      private boolean closed;
    }

    void addEarlier(ObjectValue object) {
      for (int i = 0; i < object.size(); i++) {
        addEarlier(object.keyAtSlot(i), object.valueAtSlot(i));
      }
    }

    private void addEarlier(Value key, Value value) {
      Slot slot = slots.get(key);
      if (slot == null) {
        slot = new Slot();
        slots.put(key, slot);
        keys.add(key);
        slot.value = value;
        return;
      }
      if (!(value instanceof ObjectValue earlier) || !(slot.value instanceof ObjectValue newest)) {
        slot.closed = true;
      } else if (!slot.closed) {
        if (slot.nested == null) {
          slot.nested = new Merged();
          slot.nested.addEarlier(newest);
        }
        slot.nested.addEarlier(earlier);
      }
    }

    ObjectValue build() {
      ObjectValue.Builder object = ObjectValue.builder(keys.size());
      for (Value key : keys) {
        Slot slot = Objects.requireNonNull(slots.get(key));
        object.put(
            key, slot.nested == null ? Objects.requireNonNull(slot.value) : slot.nested.build());
      }
      return object.build();
    }
  }
}
