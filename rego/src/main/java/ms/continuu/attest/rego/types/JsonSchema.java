package ms.continuu.attest.rego.types;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A JSON schema as far as it says something about types. Filled by [SchemaReader]; merged, for
/// `allOf`, by [SchemaTyping].
final class JsonSchema {
  static final List<String> TYPES =
      List.of("array", "boolean", "integer", "number", "null", "object", "string");

  final String property;
  String reference = "";
  @Nullable JsonSchema referenced;
  List<String> types = new ArrayList<>();
  final List<JsonSchema> properties = new ArrayList<>();
  final List<JsonSchema> items = new ArrayList<>();
  boolean itemsAreAlike;
  @Nullable List<JsonSchema> anyOf;
  @Nullable List<JsonSchema> allOf;

  /// @param property the name under which the schema stands
  JsonSchema(String property) {
    this.property = property;
  }

  boolean isTyped() {
    return !types.isEmpty();
  }

  void addType(String type) throws SchemaException {
    if (!TYPES.contains(type)) {
      throw new SchemaException(
          "has a primitive type that is NOT VALID -- given: /"
              + type
              + "/ Expected valid values are:["
              + String.join(" ", TYPES)
              + "]");
    }
    if (types.contains(type)) {
      throw new SchemaException(type + " type is duplicated");
    }
    types.add(type);
  }

  /// The types as messages show them.
  String typesText() {
    return switch (types.size()) {
      case 0 -> "Undefined";
      case 1 -> types.getFirst();
      default -> "[" + String.join(",", types) + "]";
    };
  }

  /// The same without its `anyOf`.
  JsonSchema withoutAnyOf() {
    JsonSchema copy = new JsonSchema(property);
    copy.reference = reference;
    copy.referenced = referenced;
    copy.types = types;
    copy.properties.addAll(properties);
    copy.items.addAll(items);
    copy.itemsAreAlike = itemsAreAlike;
    copy.allOf = allOf;
    return copy;
  }
}
