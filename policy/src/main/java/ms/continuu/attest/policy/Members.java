package ms.continuu.attest.policy;

import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Parts of values that may be there or not.
final class Members {
  private Members() {}

  /// The object at a key, or an empty one.
  static ObjectValue object(Value value, String key) {
    return value instanceof ObjectValue o && o.get(key) instanceof ObjectValue member
        ? member
        : ObjectValue.EMPTY;
  }

  /// The array at a key, or an empty one.
  static ArrayValue array(Value value, String key) {
    return value instanceof ObjectValue o && o.get(key) instanceof ArrayValue member
        ? member
        : ArrayValue.EMPTY;
  }

  /// The string at a key, or an empty one.
  static String text(Value value, String key) {
    return value instanceof ObjectValue o && o.get(key) instanceof StringValue s ? s.text() : "";
  }

  /// What one step of a path leads to, or null.
  static @Nullable Value child(Value value, Value step) {
    if (value instanceof ObjectValue object) {
      return object.get(step);
    }
    boolean exists =
        value instanceof ArrayValue array
            && step instanceof NumberValue n
            && n.isLong()
            && n.longValue() >= 0
            && n.longValue() < array.size();
    return exists ? ((ArrayValue) value).get((int) ((NumberValue) step).longValue()) : null;
  }
}
