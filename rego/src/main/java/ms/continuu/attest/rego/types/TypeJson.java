package ms.continuu.attest.rego.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ms.continuu.attest.rego.types.Type.ArrayOf;
import ms.continuu.attest.rego.types.Type.Function;
import ms.continuu.attest.rego.types.Type.Named;
import ms.continuu.attest.rego.types.Type.ObjectOf;
import ms.continuu.attest.rego.types.Type.Property;
import ms.continuu.attest.rego.types.Type.Recursive;
import ms.continuu.attest.rego.types.Type.Scalar;
import ms.continuu.attest.rego.types.Type.SetOf;
import ms.continuu.attest.rego.types.Type.Union;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Types as JSON, as capabilities files and error details have them: `{"type": "array", "dynamic":
/// {"type": "any"}}`.
public final class TypeJson {
  private TypeJson() {}

  /// The JSON form of a type; null for an unknown one.
  public static Value write(@Nullable Type type) {
    return switch (type) {
      case null -> NullValue.NULL;
      case Recursive recursive ->
          ObjectValue.builder().put("name", StringValue.of(recursive.name())).build();
      case Named named -> {
        ObjectValue.Builder object =
            builder(named.type()).put("name", StringValue.of(named.name()));
        if (!named.description().isEmpty()) {
          object.put("description", StringValue.of(named.description()));
        }
        yield object.build();
      }
      default -> builder(type).build();
    };
  }

  private static ObjectValue.Builder builder(Type type) {
    ObjectValue.Builder object = ObjectValue.builder();
    String kind =
        switch (type) {
          case Scalar scalar -> scalar.name().toLowerCase(Locale.ROOT);
          case ArrayOf array -> {
            putList(object, "static", array.items());
            putKnown(object, "dynamic", array.rest());
            yield "array";
          }
          case ObjectOf of -> {
            putProperties(object, of);
            yield "object";
          }
          case SetOf set -> {
            putKnown(object, "of", set.member());
            yield "set";
          }
          case Union union -> {
            putList(object, "of", union.of());
            yield "any";
          }
          case Function function -> {
            putList(object, "args", function.args());
            putKnown(object, "result", function.result());
            putKnown(object, "variadic", function.variadic());
            yield "function";
          }
          case Named named -> throw new IllegalStateException("a name within a name");
          case Recursive recursive -> "recursive";
        };
    return object.put("type", StringValue.of(kind));
  }

  private static void putProperties(ObjectValue.Builder object, ObjectOf type) {
    if (!type.properties().isEmpty()) {
      object.put(
          "static",
          ArrayValue.of(
              type.properties().stream().map(p -> pair(p.key(), write(p.value()))).toList()));
    }
    Type.Others rest = type.rest();
    if (rest != null) {
      object.put("dynamic", pair(write(rest.key()), write(rest.value())));
    }
  }

  private static Value pair(Value key, Value value) {
    return ObjectValue.builder().put("key", key).put("value", value).build();
  }

  private static void putKnown(ObjectValue.Builder object, String name, @Nullable Type type) {
    if (type != null) {
      object.put(name, write(type));
    }
  }

  private static void putList(
      ObjectValue.Builder object, String name, List<? extends @Nullable Type> types) {
    if (!types.isEmpty()) {
      object.put(name, write(types));
    }
  }

  static ArrayValue write(List<? extends @Nullable Type> types) {
    List<Value> items = new ArrayList<>();
    types.forEach(type -> items.add(write(type)));
    return ArrayValue.of(items);
  }

  /// The type of its JSON form.
  ///
  /// @throws IllegalArgumentException for anything else, with OPA's wording
  public static Type read(Value value) {
    if (!(value instanceof ObjectValue object)) {
      throw new IllegalArgumentException("unsupported type ''");
    }
    String kind = object.get("type") instanceof StringValue string ? string.text() : "";
    return switch (kind) {
      case "null" -> Scalar.NULL;
      case "boolean" -> Scalar.BOOLEAN;
      case "number" -> Scalar.NUMBER;
      case "string" -> Scalar.STRING;
      case "array" -> new ArrayOf(readList(object.get("static")), readKnown(object.get("dynamic")));
      case "object" -> readObject(object);
      case "set" -> new SetOf(readKnown(object.get("of")));
      case "any" -> Union.sorted(readList(object.get("of")).toArray(Type[]::new));
      case "function" ->
          new Function(
              readList(object.get("args")),
              readKnown(object.get("variadic")),
              readKnown(object.get("result")));
      default -> throw new IllegalArgumentException("unsupported type '" + kind + "'");
    };
  }

  private static Type readObject(ObjectValue object) {
    List<Property> properties = new ArrayList<>();
    if (object.get("static") instanceof ArrayValue array) {
      for (Value item : array) {
        if (item instanceof ObjectValue pair) {
          Value key = pair.get("key");
          properties.add(
              new Property(key == null ? NullValue.NULL : key, readKnown(pair.get("value"))));
        }
      }
    }
    Type.Others rest = null;
    if (object.get("dynamic") instanceof ObjectValue pair) {
      rest = new Type.Others(readKnown(pair.get("key")), readKnown(pair.get("value")));
    }
    return new ObjectOf(properties, rest);
  }

  private static List<Type> readList(@Nullable Value value) {
    List<Type> types = new ArrayList<>();
    if (value instanceof ArrayValue array) {
      array.forEach(item -> types.add(read(item)));
    }
    return types;
  }

  private static @Nullable Type readKnown(@Nullable Value value) {
    return value == null ? null : read(value);
  }
}
