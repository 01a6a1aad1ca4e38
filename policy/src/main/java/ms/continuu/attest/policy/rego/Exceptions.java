package ms.continuu.attest.policy.rego;

import java.util.function.Predicate;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// conftest's exceptions: `exception` holds lists of the suffixes of the rules that do not apply,
/// `""` among them for the rules without one.
final class Exceptions {
  private Exceptions() {}

  /// Whether the values of an `exception` rule name a suffix.
  static boolean name(ArrayValue values, String suffix) {
    for (Value value : values) {
      if (anyMember(value, list -> anyMember(list, StringValue.of(suffix)::equals))) {
        return true;
      }
    }
    return false;
  }

  private static boolean anyMember(Value collection, Predicate<Value> wanted) {
    return switch (collection) {
      case SetValue set -> any(set, wanted);
      case ArrayValue array -> any(array, wanted);
      case ObjectValue object -> {
        boolean found = false;
        for (int i = 0; i < object.size(); i++) {
          found |= wanted.test(object.valueAt(i));
        }
        yield found;
      }
      default -> false;
    };
  }

  private static boolean any(Iterable<Value> values, Predicate<Value> wanted) {
    for (Value value : values) {
      if (wanted.test(value)) {
        return true;
      }
    }
    return false;
  }
}
