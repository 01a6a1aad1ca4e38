package ms.continuu.attest.cli.present;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Utf8;
import ms.continuu.attest.value.Value;

/// Values as OPA turns them into JSON: sets are arrays, keys are texts, and of keys with one text
/// the last counts.
public final class JsonForm {
  private JsonForm() {}

  public static Value of(Value value) {
    return isJson(value) ? value : converted(value);
  }

  private static boolean isJson(Value value) {
    switch (value) {
      case ArrayValue array -> {
        for (int i = 0; i < array.size(); i++) {
          if (!isJson(array.get(i))) {
            return false;
          }
        }
        return true;
      }
      case ObjectValue object -> {
        for (int i = 0; i < object.size(); i++) {
          if (!(object.keyAtSlot(i) instanceof StringValue) || !isJson(object.valueAtSlot(i))) {
            return false;
          }
        }
        return true;
      }
      case SetValue set -> {
        return false;
      }
      default -> {
        return true;
      }
    }
  }

  private static Value converted(Value value) {
    return switch (value) {
      case ArrayValue array -> items(array);
      case SetValue set -> items(set);
      case ObjectValue object -> members(object);
      default -> value;
    };
  }

  private static Value items(Iterable<Value> items) {
    List<Value> converted = new ArrayList<>();
    items.forEach(item -> converted.add(of(item)));
    return ArrayValue.of(converted);
  }

  private static Value members(ObjectValue object) {
    TreeMap<String, Value> members = new TreeMap<>(Utf8::compare);
    for (int i = 0; i < object.size(); i++) {
      Value key = object.keyAt(i);
      members.put(keyText(key), of(object.valueAt(i)));
    }
    ObjectValue.Builder all = ObjectValue.builder(members.size());
    for (Map.Entry<String, Value> member : members.entrySet()) {
      all.put(member.getKey(), member.getValue());
    }
    return all.build();
  }

  /// A key as text.
  static String keyText(Value key) {
    return key instanceof StringValue text ? text.text() : Json.text(of(key));
  }
}
