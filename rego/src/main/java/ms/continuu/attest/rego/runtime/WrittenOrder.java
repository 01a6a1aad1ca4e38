package ms.continuu.attest.rego.runtime;

import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.Value;

/// Sets and objects with variables in them, as a body writes them. OPA walks them as they are
/// written, variables by their names, equal members twice, until their values go into a result; so
/// the order can be seen in arrays made of them.
public final class WrittenOrder {
  private WrittenOrder() {}

  static SetValue set(Value[] items) {
    SetValue set = SetValue.of(items);
    boolean plain = set.size() == items.length;
    for (int i = 0; i < items.length && plain; i++) {
      plain = set.at(i).equals(items[i]);
    }
    return plain ? set : set.writtenAs(items);
  }

  /// @param pairs keys and values in turn; of equal keys the last value counts in the object, but
  ///   the first is found on a walk
  static ObjectValue object(Value[] pairs) {
    ObjectValue.Builder builder = ObjectValue.builder(pairs.length / 2);
    for (int i = 0; i < pairs.length; i += 2) {
      builder.put(pairs[i], pairs[i + 1]);
    }
    ObjectValue object = builder.build();
    boolean plain = object.size() * 2 == pairs.length;
    for (int i = 0; i < object.size() && plain; i++) {
      plain = object.keyAt(i).equals(pairs[2 * i]);
    }
    return plain ? object : object.writtenAs(pairs);
  }

  /// The value that a walk finds at a key.
  public static Value found(Value[] pairs, Value key, Value otherwise) {
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i].equals(key)) {
        return pairs[i + 1];
      }
    }
    return otherwise;
  }

  /// A value that goes into a result: in the order of values.
  public static Value plain(Value value) {
    return switch (value) {
      case SetValue set -> set.plain();
      case ObjectValue object -> object.plain();
      default -> value;
    };
  }
}
