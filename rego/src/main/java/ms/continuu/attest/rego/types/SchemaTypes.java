package ms.continuu.attest.rego.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ms.continuu.attest.rego.syntax.Annotations.SchemaAnnotation;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.rego.types.Type.ObjectOf;
import ms.continuu.attest.rego.types.Type.Others;
import ms.continuu.attest.rego.types.Type.Property;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Puts the types of schema annotations into a rule's environment.
final class SchemaTypes {
  private final @Nullable Schemas schemas;
  private final @Nullable List<String> allowNet;
  private final Map<String, Type> loaded = new HashMap<>();

  SchemaTypes(@Nullable Schemas schemas, @Nullable List<String> allowNet) {
    this.schemas = schemas;
    this.allowNet = allowNet;
  }

  /// The type of a schema.
  static Type load(Value schema, @Nullable List<String> allowNet) throws SchemaException {
    if (schema == NullValue.NULL) {
      throw new SchemaException("no schema as input to compile");
    }
    JsonSchema root;
    try {
      root = new SchemaReader(allowNet).read(schema);
    } catch (SchemaException e) {
      throw new SchemaException("unable to compile the schema: " + e.getMessage());
    }
    try {
      return Objects.requireNonNullElse(new SchemaTyping().typeOf(root), Type.ANY);
    } catch (SchemaException e) {
      throw new SchemaException("type checking: " + e.getMessage());
    }
  }

  /// Gives the annotation's path the type of its schema, or overrides a part of the type that is
  /// there.
  void apply(TypeEnv env, SchemaAnnotation annotation) throws SchemaException {
    Type type = typeOf(annotation);
    if (type == null) {
      return;
    }
    List<Term> path = annotation.path().terms();
    for (int length = 1; length < Math.max(path.size(), 2); length++) {
      Type prefix = env.typeOfRef(path.subList(0, length));
      if (prefix != null) {
        boolean whole = length == path.size();
        env.tree()
            .put(
                path.subList(0, length),
                whole ? type : override(path.subList(length, path.size()), prefix, type));
        return;
      }
    }
    env.tree().put(path, type);
  }

  private @Nullable Type typeOf(SchemaAnnotation annotation) throws SchemaException {
    Term.Ref ref = annotation.schema();
    if (ref == null) {
      Value definition = annotation.definition();
      return load(definition == null ? NullValue.NULL : definition, allowNet);
    }
    if (schemas == null) {
      return null;
    }
    String name = TermText.of(ref);
    Type known = loaded.get(name);
    if (known != null) {
      return known;
    }
    Value schema = schemas.get(ref.terms());
    if (schema == null) {
      throw new SchemaException("undefined schema: " + name);
    }
    Type type = load(schema, allowNet);
    loaded.put(name, type);
    return type;
  }

  /// The type with another one at a path within it.
  private static Type override(List<Term> path, Type type, Type replacement)
      throws SchemaException {
    if (!(Types.unrolled(type) instanceof ObjectOf object)) {
      return objectAt(path, replacement, new Others(Type.ANY, Type.ANY));
    }
    List<Property> properties = new ArrayList<>();
    Value key = Constants.valueOf(path.getFirst());
    boolean found = false;
    for (Property property : object.properties()) {
      Type value = property.value();
      if (property.key().equals(key)) {
        found = true;
        value =
            path.size() == 1
                ? replacement
                : override(
                    path.subList(1, path.size()),
                    Objects.requireNonNullElse(value, Type.ANY),
                    replacement);
      }
      properties.add(new Property(property.key(), value));
    }
    if (!found) {
      properties.addAll(objectAt(path, replacement, object.rest()).properties());
    }
    return new ObjectOf(properties, object.rest());
  }

  private static ObjectOf objectAt(List<Term> path, Type type, @Nullable Others rest)
      throws SchemaException {
    Value key = Constants.jsonOf(path.getFirst());
    if (key == null) {
      throw new SchemaException(
          "error getting key from value: " + TermText.of(path.getFirst()) + " requires evaluation");
    }
    Type value = path.size() == 1 ? type : objectAt(path.subList(1, path.size()), type, rest);
    return new ObjectOf(List.of(new Property(key, value)), rest);
  }
}
