package ms.continuu.attest.rego.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.rego.types.Type.ArrayOf;
import ms.continuu.attest.rego.types.Type.ObjectOf;
import ms.continuu.attest.rego.types.Type.Others;
import ms.continuu.attest.rego.types.Type.Property;
import ms.continuu.attest.rego.types.Type.Recursive;
import ms.continuu.attest.rego.types.Type.Scalar;
import ms.continuu.attest.value.StringValue;
import org.jspecify.annotations.Nullable;

/// The type of what a JSON schema admits. Of several types in a list OPA takes one; so do we.
final class SchemaTyping {
  private final Map<String, Definition> definitions = new HashMap<>();

  /// A referenced schema: being typed, then typed.
  private static final class Definition {
    private final String reference;
    private boolean processing = true;
    private @Nullable Type type;
    private @Nullable Recursive recursion;

    Definition(String reference) {
      this.reference = reference;
    }

    @Nullable Type type() {
      if (!processing) {
        return type;
      }
      if (recursion == null) {
        recursion = new Recursive(reference);
      }
      return recursion;
    }

    void resolve(@Nullable Type found) {
      processing = false;
      type = found;
      if (recursion != null && found != null) {
        recursion.resolve(found);
      }
    }
  }

  @Nullable Type typeOf(JsonSchema schema) throws SchemaException {
    JsonSchema referenced = schema.referenced;
    return referenced != null
        ? typeOfReference(schema.reference, referenced)
        : typeOfContent(schema);
  }

  private @Nullable Type typeOfReference(String reference, JsonSchema schema)
      throws SchemaException {
    Definition known = definitions.get(reference);
    if (known != null) {
      return known.type();
    }
    if (schema.referenced != null) {
      return typeOf(schema);
    }
    if (reference.isEmpty()) {
      return typeOfContent(schema);
    }
    Definition definition = new Definition(reference);
    definitions.put(reference, definition);
    Type type = null;
    try {
      type = typeOfContent(schema);
    } finally {
      definition.resolve(type);
    }
    return type;
  }

  private @Nullable Type typeOfContent(JsonSchema schema) throws SchemaException {
    if (schema.anyOf != null) {
      return typeOfAny(schema, schema.anyOf);
    }
    if (schema.allOf != null) {
      return typeOfAll(schema, schema.allOf);
    }
    if (schema.isTyped()) {
      Type type = typeOfNamed(schema);
      if (type != null) {
        return type;
      }
    }
    // A schema with properties is one of objects, one with items one of arrays.
    if (!schema.properties.isEmpty()) {
      return schema.types.contains("object") ? Type.ANY : typeOfAdded(schema, "object");
    }
    if (!schema.items.isEmpty()) {
      return schema.types.contains("array") ? Type.ANY : typeOfAdded(schema, "array");
    }
    return Type.ANY;
  }

  private @Nullable Type typeOfAdded(JsonSchema schema, String type) throws SchemaException {
    schema.types.add(type);
    return typeOf(schema);
  }

  private @Nullable Type typeOfNamed(JsonSchema schema) throws SchemaException {
    if (schema.types.contains("boolean")) {
      return Scalar.BOOLEAN;
    }
    if (schema.types.contains("string")) {
      return Scalar.STRING;
    }
    if (schema.types.contains("integer") || schema.types.contains("number")) {
      return Scalar.NUMBER;
    }
    if (schema.types.contains("object")) {
      return typeOfObject(schema);
    }
    return schema.types.contains("array") ? typeOfArray(schema) : null;
  }

  private Type typeOfObject(JsonSchema schema) throws SchemaException {
    if (schema.properties.isEmpty()) {
      return new ObjectOf(List.of(), new Others(Type.ANY, Type.ANY));
    }
    List<Property> properties = new ArrayList<>();
    for (JsonSchema property : schema.properties) {
      properties.add(new Property(StringValue.of(property.property), typeOf(property)));
    }
    return new ObjectOf(properties, null);
  }

  private Type typeOfArray(JsonSchema schema) throws SchemaException {
    if (schema.items.isEmpty()) {
      return new ArrayOf(List.of(), Type.ANY);
    }
    if (schema.itemsAreAlike) {
      return new ArrayOf(List.of(), typeOf(schema.items.getFirst()));
    }
    List<@Nullable Type> items = new ArrayList<>();
    for (JsonSchema item : schema.items) {
      items.add(typeOf(item));
    }
    return new ArrayOf(items, null);
  }

  private @Nullable Type typeOfAny(JsonSchema schema, List<JsonSchema> anyOf)
      throws SchemaException {
    Type type = null;
    if (schema.isTyped()
        && typeOf(schema.withoutAnyOf()) instanceof ObjectOf object
        && !object.properties().isEmpty()
        && object.rest() == null) {
      type = object;
    }
    for (JsonSchema of : anyOf) {
      type = Types.or(typeOf(of), type);
    }
    return type;
  }

  private @Nullable Type typeOfAll(JsonSchema schema, List<JsonSchema> allOf)
      throws SchemaException {
    List<JsonSchema> parts = new ArrayList<>();
    for (JsonSchema of : allOf) {
      JsonSchema part = of;
      while (part.referenced != null) {
        part = part.referenced;
      }
      boolean onlyAnyOf =
          !part.isTyped()
              && part.anyOf != null
              && part.properties.isEmpty()
              && part.items.isEmpty();
      if (!onlyAnyOf) {
        parts.add(part);
      }
    }
    if (parts.isEmpty()) {
      return Type.ANY;
    }
    JsonSchema merged = merge(parts);
    if (schema.isTyped()) {
      if (both(schema, merged, "object") || both(schema, merged, "array")) {
        return typeOf(merge(List.of(merged, schema)));
      }
      if (!schema.typesText().equals(merged.typesText())) {
        throw new SchemaException("unable to merge these schemas");
      }
    }
    return typeOf(merged);
  }

  private static boolean both(JsonSchema a, JsonSchema b, String type) {
    return a.types.contains(type) && b.types.contains(type);
  }

  /// Merges into the first schema.
  private static JsonSchema merge(List<JsonSchema> schemas) throws SchemaException {
    for (JsonSchema schema : schemas) {
      String implied =
          !schema.properties.isEmpty() ? "object" : !schema.items.isEmpty() ? "array" : "";
      if (!implied.isEmpty() && !schema.types.contains(implied)) {
        schema.types.add(implied);
      }
    }
    JsonSchema result = schemas.getFirst();
    for (JsonSchema schema : schemas.subList(1, schemas.size())) {
      if (!result.typesText().equals(schema.typesText())) {
        throw new SchemaException(
            "unable to merge these schemas: type mismatch: "
                + result.typesText()
                + " and "
                + schema.typesText());
      }
      if (both(result, schema, "object")
          && !result.properties.isEmpty()
          && !schema.properties.isEmpty()) {
        result.properties.addAll(List.copyOf(schema.properties));
      } else if (both(result, schema, "array")
          && !result.items.isEmpty()
          && !schema.items.isEmpty()) {
        mergeItems(result, schema);
      }
    }
    return result;
  }

  private static void mergeItems(JsonSchema result, JsonSchema schema) throws SchemaException {
    for (int i = 0; i < schema.items.size(); i++) {
      if (result.items.size() <= i) {
        result.items.add(schema.items.get(i));
      }
      if (!result.items.get(i).typesText().equals(schema.items.get(i).typesText())) {
        throw new SchemaException("unable to merge these schemas");
      }
    }
  }
}
