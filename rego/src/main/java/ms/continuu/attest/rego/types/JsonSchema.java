package ms.continuu.attest.rego.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// A JSON schema with the schemas in it. Filled by [SchemaReader]; merged, for `allOf`, by
/// [SchemaTyping].
public final class JsonSchema {
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
  @Nullable List<JsonSchema> oneOf;

  /// What the schemas `true` and `false` say.
  @Nullable Boolean verdict;

  ObjectValue keywords = ObjectValue.EMPTY;
  int draft;

  /// Schemas that are the values of keywords of their own, such as `not`.
  final Map<String, JsonSchema> parts = new HashMap<>();

  final Map<String, JsonSchema> patternProperties = new LinkedHashMap<>();
  final Map<String, JsonSchema> dependencies = new HashMap<>();

  /// @param property the name under which the schema stands
  JsonSchema(String property) {
    this.property = property;
  }

  /// The name under which the schema stands.
  public String property() {
    return property;
  }

  /// The schema that this one refers to, which then says all.
  public @Nullable JsonSchema referenced() {
    return referenced;
  }

  public List<String> types() {
    return types;
  }

  public List<JsonSchema> properties() {
    return properties;
  }

  /// The schemas of an array's items, one for each or one for all.
  public List<JsonSchema> items() {
    return items;
  }

  public boolean itemsAreAlike() {
    return itemsAreAlike;
  }

  public List<JsonSchema> anyOf() {
    return anyOf == null ? List.of() : anyOf;
  }

  public List<JsonSchema> allOf() {
    return allOf == null ? List.of() : allOf;
  }

  public List<JsonSchema> oneOf() {
    return oneOf == null ? List.of() : oneOf;
  }

  /// What the schemas `true` and `false` say.
  public @Nullable Boolean verdict() {
    return verdict;
  }

  /// A keyword as it is written, or null.
  public @Nullable Value keyword(String name) {
    return keywords.get(name);
  }

  /// The draft by which it is read; the greatest number there is for no stated draft.
  public int draft() {
    return draft;
  }

  /// The schema that is the value of a keyword such as `not`, or null.
  public @Nullable JsonSchema part(String keyword) {
    return parts.get(keyword);
  }

  /// The schemas of properties by patterns of their names.
  public Map<String, JsonSchema> patternProperties() {
    return patternProperties;
  }

  /// The schemas of objects that have certain properties.
  public Map<String, JsonSchema> dependencies() {
    return dependencies;
  }

  public boolean isTyped() {
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
  public String typesText() {
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
