package ms.continuu.attest.operations.files;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Data of several files as one document.
public final class DataMerge {
  private DataMerge() {}

  /// The path of the first value that both documents define, in order of keys; null when there is
  /// none.
  public static @Nullable List<String> conflict(ObjectValue first, ObjectValue second) {
    for (int i = 0; i < second.size(); i++) {
      Value key = second.keyAt(i);
      Value present = first.get(key);
      if (present == null) {
        continue;
      }
      List<String> path = new ArrayList<>();
      path.add(((StringValue) key).text());
      if (!(present instanceof ObjectValue below
          && second.valueAt(i) instanceof ObjectValue addedBelow)) {
        return path;
      }
      List<String> deeper = conflict(below, addedBelow);
      if (deeper != null) {
        path.addAll(deeper);
        return path;
      }
    }
    return null;
  }

  /// Both documents as one; they must have no conflict.
  public static ObjectValue of(ObjectValue first, ObjectValue second) {
    if (first.size() == 0) {
      return second;
    }
    ObjectValue.Builder all = first.toBuilder();
    for (int i = 0; i < second.size(); i++) {
      Value key = second.keyAt(i);
      boolean nested =
          first.get(key) instanceof ObjectValue && second.valueAt(i) instanceof ObjectValue;
      all.put(
          key,
          nested
              ? of((ObjectValue) present(first, key), (ObjectValue) second.valueAt(i))
              : second.valueAt(i));
    }
    return all.build();
  }

  private static Value present(ObjectValue object, Value key) {
    Value value = object.get(key);
    if (value == null) {
      throw new IllegalStateException("no member " + key);
    }
    return value;
  }

  /// A document that has the value at a path and nothing else; null when the path is empty and the
  /// value no object.
  public static @Nullable ObjectValue at(List<String> path, Value value) {
    Value below = value;
    for (int i = path.size() - 1; i >= 0; i--) {
      below = ObjectValue.builder(1).put(path.get(i), below).build();
    }
    return below instanceof ObjectValue object ? object : null;
  }

  /// The value at a path of names, or null.
  public static @Nullable Value get(ObjectValue data, List<String> path) {
    Value value = data;
    for (String name : path) {
      if (!(value instanceof ObjectValue object)) {
        return null;
      }
      Value below = object.get(name);
      if (below == null) {
        return null;
      }
      value = below;
    }
    return value;
  }
}
