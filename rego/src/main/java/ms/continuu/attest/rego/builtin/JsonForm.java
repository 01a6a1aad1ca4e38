package ms.continuu.attest.rego.builtin;

import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// Values as JSON can hold them: sets as arrays, keys as strings (their JSON text).
final class JsonForm {
  private JsonForm() {}

  static Value of(Value value) {
    return switch (value) {
      case NullValue n -> value;
      case BooleanValue b -> value;
      case NumberValue n -> value;
      case StringValue s -> value;
      case ArrayValue array -> array(array);
      case SetValue set -> array(set);
      case ObjectValue object -> object(object);
    };
  }

  private static Value array(Iterable<Value> items) {
    java.util.List<Value> formed = new java.util.ArrayList<>();
    items.forEach(item -> formed.add(of(item)));
    return ArrayValue.of(formed);
  }

  /// Of keys that become the same string the last in Rego's order counts.
  private static Value object(ObjectValue object) {
    ObjectValue.Builder formed = ObjectValue.builder(object.size());
    for (int i = 0; i < object.size(); i++) {
      Value key = object.keyAt(i);
      Value name = key instanceof StringValue ? key : StringValue.of(Json.text(of(key)));
      formed.put(name, of(object.valueAt(i)));
    }
    return formed.build();
  }
}
