package ms.continuu.attest.rego.runtime;

import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Lookups in documents, and documents made of others. Absent is null.
public final class Documents {
  private Documents() {}

  /// The member of a collection at a key: of a set, the key itself.
  public static @Nullable Value member(Value document, Value key) {
    return switch (document) {
      case ObjectValue object -> object.get(key);
      case ArrayValue array -> item(array, key);
      case SetValue set -> set.contains(key) ? key : null;
      default -> null;
    };
  }

  private static @Nullable Value item(ArrayValue array, Value key) {
    if (key instanceof NumberValue number && number.isLong()) {
      long index = number.longValue();
      return index >= 0 && index < array.size() ? array.get((int) index) : null;
    }
    return null;
  }

  /// The part of a document at a path.
  public static @Nullable Value find(@Nullable Value document, Value[] path, int from, int to) {
    Value found = document;
    for (int i = from; i < to && found != null; i++) {
      found = member(found, path[i]);
    }
    return found;
  }

  /// The member of a stored document, whose paths are made of texts: `1` and `"1"` are one key.
  static @Nullable Value stored(Value document, Value key) {
    return switch (document) {
      case ObjectValue object ->
          key instanceof StringValue
              ? object.get(key)
              : key instanceof NumberValue number ? object.get(number.text()) : null;
      case ArrayValue array -> stored(array, key);
      default -> null;
    };
  }

  private static @Nullable Value stored(ArrayValue array, Value key) {
    String text =
        switch (key) {
          case StringValue string -> string.text();
          case NumberValue number -> number.text();
          default -> "";
        };
    int index = position(text);
    return index >= 0 && index < array.size() ? array.get(index) : null;
  }

  /// A position as Go's `strconv.Atoi` reads it; -1 for none.
  private static int position(String text) {
    int start = text.startsWith("+") ? 1 : 0;
    if (text.length() == start || text.length() > 10) {
      return -1;
    }
    long index = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      index = index * 10 + (c - '0');
    }
    return (int) Math.min(index, Integer.MAX_VALUE);
  }

  /// Two documents as one: objects are merged, in all else the first wins.
  public static Value merge(Value first, Value second) {
    if (!(first instanceof ObjectValue one) || !(second instanceof ObjectValue two)) {
      return first;
    }
    ObjectValue.Builder merged = ObjectValue.builder(one.size() + two.size());
    for (int i = 0; i < one.size(); i++) {
      Value key = one.keyAtSlot(i);
      Value other = two.get(key);
      merged.put(key, other == null ? one.valueAtSlot(i) : merge(one.valueAtSlot(i), other));
    }
    for (int i = 0; i < two.size(); i++) {
      if (one.get(two.keyAtSlot(i)) == null) {
        merged.put(two.keyAtSlot(i), two.valueAtSlot(i));
      }
    }
    return merged.build();
  }

  /// A document with the part at a path replaced, objects being made where there are none.
  public static Value replaced(@Nullable Value document, Value[] path, int from, Value part) {
    if (from == path.length) {
      return part;
    }
    if (!(document instanceof ObjectValue object)) {
      return ObjectValue.builder(1).put(path[from], replaced(null, path, from + 1, part)).build();
    }
    return object.toBuilder()
        .put(path[from], replaced(object.get(path[from]), path, from + 1, part))
        .build();
  }

  /// A document without one of its keys.
  static ObjectValue without(ObjectValue object, Value key) {
    if (object.get(key) == null) {
      return object;
    }
    ObjectValue.Builder rest = ObjectValue.builder(object.size());
    for (int i = 0; i < object.size(); i++) {
      if (!object.keyAtSlot(i).equals(key)) {
        rest.put(object.keyAtSlot(i), object.valueAtSlot(i));
      }
    }
    return rest.build();
  }
}
