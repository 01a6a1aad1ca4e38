package ms.continuu.attest.operations.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.operations.policies.NearestName;
import ms.continuu.attest.policy.Subject;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// Compares an object with the fields of its type: unknown and missing ones, and wrong types, as an
/// API server under strict validation refuses them. Null stands for a field that is left out.
final class FieldCheck {
  private final KubernetesTable table;
  private final Subject subject;
  private final List<Diagnostic> found;
  private final List<Value> path = new ArrayList<>();

  FieldCheck(KubernetesTable table, Subject subject, List<Diagnostic> found) {
    this.table = table;
    this.subject = subject;
    this.found = found;
  }

  /// Checks the subject itself.
  void check(ObjectValue object, String type) {
    object(object, type);
  }

  /// Checks a field of the subject.
  void checkAt(ObjectValue object, String type, String field) {
    path.add(StringValue.of(field));
    object(object, type);
    path.removeLast();
  }

  private void object(ObjectValue object, String type) {
    Map<String, KubernetesTable.Field> fields = table.fieldsOf(type);
    for (int i = 0; i < object.size(); i++) {
      if (!(object.keyAt(i) instanceof StringValue key)) {
        continue;
      }
      KubernetesTable.Field field = fields.get(key.text());
      path.add(key);
      if (field == null) {
        unknown(key.text(), object, type, fields);
      } else {
        value(object.valueAt(i), field.type(), key.text());
      }
      path.removeLast();
    }
    if (!path.isEmpty() && path.getFirst().equals(StringValue.of("status"))) {
      return;
    }
    fields.forEach((name, field) -> {
      if (field.isRequired() && object.get(name) == null) {
        error("missing_field", where() + " lacks `" + name + "`", "");
      }
    });
  }

  private void unknown(
      String key, ObjectValue object, String type, Map<String, KubernetesTable.Field> fields) {
    String near = NearestName.to(key, fields.keySet());
    String help = near != null && object.get(near) == null ? "did you mean `" + near + "`?" : "";
    if (help.isEmpty()) {
      help = elsewhere(key, fields);
    }
    error("unknown_field", "`" + shortName(type) + "` has no field `" + key + "`", help);
  }

  /// A field one level below that has the name: `image` of a pod's spec belongs to its containers.
  private String elsewhere(String key, Map<String, KubernetesTable.Field> fields) {
    for (Map.Entry<String, KubernetesTable.Field> field : fields.entrySet()) {
      String type = field.getValue().type();
      String inner = type.startsWith("[]") ? type.substring(2) : type;
      if (!field.getKey().equals("status") && table.fieldsOf(inner).containsKey(key)) {
        return "it is a field of `" + field.getKey() + (type.startsWith("[]") ? "[]" : "") + "`";
      }
    }
    return "";
  }

  private void value(Value value, String type, String name) {
    if (value instanceof NullValue || type.equals("any")) {
      return;
    }
    if (type.startsWith("[]")) {
      if (!(value instanceof ArrayValue array)) {
        wrong(value, name, "a list");
        return;
      }
      for (int i = 0; i < array.size(); i++) {
        path.add(NumberValue.of(i));
        value(array.get(i), type.substring(2), name + "[]");
        path.removeLast();
      }
    } else if (type.startsWith("{}")) {
      if (!(value instanceof ObjectValue object)) {
        wrong(value, name, "an object");
        return;
      }
      for (int i = 0; i < object.size(); i++) {
        path.add(object.keyAt(i));
        String key = object.keyAt(i) instanceof StringValue s ? s.text() : name;
        value(object.valueAt(i), type.substring(2), key);
        path.removeLast();
      }
    } else {
      single(value, type, name);
    }
  }

  private void single(Value value, String type, String name) {
    switch (type) {
      case "string" -> {
        if (!(value instanceof StringValue)) {
          wrong(value, name, "a text");
        }
      }
      case "number" -> {
        if (!(value instanceof NumberValue)) {
          wrong(value, name, "a number");
        }
      }
      case "boolean" -> {
        if (!(value instanceof BooleanValue)) {
          wrong(value, name, "true or false");
        }
      }
      case "scalar" -> {
        if (value instanceof ObjectValue || value instanceof ArrayValue) {
          wrong(value, name, "a text or a number");
        }
      }
      default -> {
        if (value instanceof ObjectValue object) {
          object(object, type);
        } else {
          wrong(value, name, "an object");
        }
      }
    }
  }

  private void wrong(Value value, String name, String wanted) {
    String help =
        switch (value) {
          case NumberValue n when wanted.equals("a text") -> "quote it: `\"" + n + "\"`";
          case BooleanValue b when wanted.equals("a text") -> "quote it: `\"" + b + "\"`";
          case StringValue s when wanted.equals("a number") || wanted.equals("true or false") ->
              "write it without quotes";
          case ObjectValue o when wanted.equals("a list") -> "begin each item with `- `";
          default -> "";
        };
    error("wrong_type", "`" + name + "` is " + typeOf(value) + ", it has to be " + wanted, help);
  }

  private static String typeOf(Value value) {
    return switch (value) {
      case StringValue s -> "a text";
      case NumberValue n -> "a number";
      case BooleanValue b -> "a boolean";
      case ArrayValue a -> "a list";
      case ObjectValue o -> "an object";
      default -> "empty";
    };
  }

  /// What the path leads to, for people: `containers[0]`, or the kind.
  private String where() {
    StringBuilder where = new StringBuilder();
    for (int i = path.size() - 1; i >= 0; i--) {
      if (path.get(i) instanceof StringValue name) {
        return "`" + name.text() + where + "`";
      }
      where.insert(0, "[" + path.get(i) + "]");
    }
    return subject.resource(List.of()).kind();
  }

  private static String shortName(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private void error(String code, String message, String help) {
    found.add(
        new Diagnostic(
            code,
            Diagnostic.Severity.ERROR,
            message,
            subject.locate(path),
            List.of(),
            List.of(),
            help));
  }
}
