package ms.continuu.attest.documents.yaml;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.RegoText;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// Values as Go's `%#v` shows them, which go-yaml's faults do.
final class GoSyntax {
  private GoSyntax() {}

  static String of(Value value) {
    return switch (value) {
      case NullValue n -> "interface {}(nil)";
      case BooleanValue b -> b.toString();
      case NumberValue n -> n.isLong() ? n.text() : GoDouble.general(n.doubleValue());
      case StringValue s -> RegoText.quote(s.text());
      case ArrayValue array -> list(array);
      case SetValue set -> list(set);
      case ObjectValue object -> map(object);
    };
  }

  private static String list(Iterable<Value> items) {
    List<String> shown = new ArrayList<>();
    items.forEach(item -> shown.add(of(item)));
    return "[]interface {}{" + String.join(", ", shown) + "}";
  }

  private static String map(ObjectValue object) {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < object.size(); i++) {
      shown.add(of(object.keyAt(i)) + ":" + of(object.valueAt(i)));
    }
    return "map[string]interface {}{" + String.join(", ", shown) + "}";
  }
}
