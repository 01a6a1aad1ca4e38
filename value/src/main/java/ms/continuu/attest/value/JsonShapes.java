package ms.continuu.attest.value;

import org.jspecify.annotations.Nullable;

/// The key sequences of the objects of one JSON text. Objects of the same keys in the same order
/// share them, with their hash table and their sorted order.
final class JsonShapes {
  private static final int KEPT = 1 << 10;

  /// Objects of more keys than this are hardly ever alike.
  private static final int LARGEST_KEPT = 256;

  private final @Nullable Members[] kept = new Members[KEPT];

  /// The object whose keys and values alternate in `stack[start..end)`.
  ObjectValue object(Value[] stack, int start, int end) {
    int size = (end - start) >> 1;
    int hash = size;
    for (int i = start; i < end; i += 2) {
      hash = hash * 31 + stack[i].hashCode();
    }
    int slot = (hash ^ hash >>> 10 ^ hash >>> 21) & KEPT - 1;
    Members keys = kept[slot];
    if (keys != null && keys.size() == size && same(keys, stack, start)) {
      return ObjectValue.sharing(keys, values(stack, start, size));
    }
    keys = new Members(size);
    boolean distinct = true;
    for (int i = start; i < end; i += 2) {
      distinct &= keys.add(stack[i]) == (i - start) >> 1;
    }
    keys.freeze();
    if (!distinct) {
      return withRepeatedKeys(keys, stack, start, end);
    }
    if (size <= LARGEST_KEPT) {
      kept[slot] = keys;
    }
    return ObjectValue.sharing(keys, values(stack, start, size));
  }

  /// Whether the keys are these. Keys of one text are mostly one object each.
  private static boolean same(Members keys, Value[] stack, int start) {
    for (int i = 0; i < keys.size(); i++) {
      Value key = stack[start + 2 * i];
      if (keys.item(i) != key && !keys.item(i).equals(key)) {
        return false;
      }
    }
    return true;
  }

  private static Value[] values(Value[] stack, int start, int size) {
    Value[] values = new Value[size];
    for (int i = 0; i < size; i++) {
      values[i] = stack[start + 2 * i + 1];
    }
    return values;
  }

  /// Of equal keys the last counts.
  private static ObjectValue withRepeatedKeys(Members keys, Value[] stack, int start, int end) {
    Value[] values = new Value[keys.size()];
    for (int i = start; i < end; i += 2) {
      values[keys.find(stack[i])] = stack[i + 1];
    }
    return ObjectValue.sharing(keys, values);
  }
}
