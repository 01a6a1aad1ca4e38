package ms.continuu.attest.rego.types;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Reads JSON schemas of drafts 4, 6 and 7, and of no stated draft, resolving what they refer to.
public final class SchemaReader {
  private static final Map<String, Integer> DRAFTS =
      Map.of(
          "http://json-schema.org/draft-04/schema", 4,
          "http://json-schema.org/draft-06/schema", 6,
          "http://json-schema.org/draft-07/schema", 7);

  /// Keywords whose members are schemas by names that mean nothing.
  private static final Set<String> NAMED =
      Set.of("properties", "dependencies", "patternProperties");

  private final @Nullable List<String> allowNet;
  private final Map<String, Document> documents = new HashMap<>();
  private final Map<String, JsonSchema> references = new HashMap<>();

  /// What is a pattern, for schemas whose patterns will be applied; else any text is.
  private final Predicate<String> isPattern;

  /// A reader of schemas for their types.
  ///
  /// @param allowNet hosts that references may be fetched from; null for any
  SchemaReader(@Nullable List<String> allowNet) {
    this(allowNet, pattern -> true);
  }

  private SchemaReader(@Nullable List<String> allowNet, Predicate<String> isPattern) {
    this.allowNet = allowNet;
    this.isPattern = isPattern;
  }

  /// Reads a schema that values will be checked against.
  ///
  /// @param isPattern whether a text is a regular expression
  public static JsonSchema forValidation(Value schema, Predicate<String> isPattern)
      throws SchemaException {
    return new SchemaReader(null, isPattern).read(schema);
  }

  /// A schema document, and its draft where it states one.
  private record Document(Value content, @Nullable Integer draft) {}

  /// A place in a schema: what relative references there mean, and the draft.
  private record Scope(SchemaReference base, int draft) {}

  JsonSchema read(Value schema) throws SchemaException {
    SchemaReference root = SchemaReference.parse("");
    Integer draft = draft(schema);
    register(schema, root, draft, documents);
    if (documents.putIfAbsent("", new Document(schema, draft)) != null) {
      throw new SchemaException("Reference already exists: \"\"");
    }
    JsonSchema result = new JsonSchema("(Root)");
    read(schema, result, new Scope(root, draft == null ? SchemaKeywords.HYBRID : draft), true);
    return result;
  }

  private static @Nullable Integer draft(Value schema) throws SchemaException {
    if (schema instanceof BooleanValue) {
      return null;
    }
    if (!(schema instanceof ObjectValue object)) {
      throw new SchemaException("schema is invalid");
    }
    Value stated = object.get("$schema");
    if (stated == null) {
      return null;
    }
    if (!(stated instanceof StringValue string)) {
      throw new SchemaException("$schema must be of type string");
    }
    return DRAFTS.get(SchemaReference.parse(string.text()).text());
  }

  /// Registers every schema that has an identifier of its own.
  private static void register(
      Value node, SchemaReference base, @Nullable Integer draft, Map<String, Document> documents)
      throws SchemaException {
    if (node instanceof ArrayValue array) {
      for (Value item : array) {
        register(item, base, draft, documents);
      }
    }
    if (!(node instanceof ObjectValue object)) {
      return;
    }
    SchemaReference scope = base;
    Value identifier = object.get(object.get("id") != null ? "id" : "$id");
    SchemaReference own =
        identifier instanceof StringValue string ? SchemaReference.tryParse(string.text()) : null;
    if (own != null) {
      scope = base.resolve(own);
      if (documents.putIfAbsent(scope.text(), new Document(node, draft)) != null) {
        throw new SchemaException("Reference already exists: \"" + scope.text() + "\"");
      }
    }
    for (int i = 0; i < object.size(); i++) {
      String key = object.keyAt(i) instanceof StringValue string ? string.text() : "";
      if (NAMED.contains(key)) {
        if (object.valueAt(i) instanceof ObjectValue named) {
          for (int j = 0; j < named.size(); j++) {
            register(named.valueAt(j), scope, draft, documents);
          }
        }
      } else if (!key.equals("const") && !key.equals("enum")) {
        register(object.valueAt(i), scope, draft, documents);
      }
    }
  }

  private void read(Value node, JsonSchema schema, Scope outer, boolean root)
      throws SchemaException {
    schema.draft = outer.draft;
    if (outer.draft >= 6 && node instanceof BooleanValue verdict) {
      schema.verdict = verdict.value();
      return;
    }
    if (!(node instanceof ObjectValue object)) {
      throw new SchemaException("Expected: Valid Schema, given: Invalid JSON");
    }
    schema.keywords = object;
    SchemaKeywords keywords = new SchemaKeywords(object, outer.draft);
    String identifier = keywords.string(keywords.identifierKey());
    SchemaReference base = outer.base;
    if (identifier != null) {
      SchemaReference own = SchemaReference.parse(identifier);
      base = root ? own : base.resolve(own);
    }
    Scope scope = new Scope(base, outer.draft);
    readDefinitions(object, scope);
    keywords.string("title");
    keywords.string("description");
    String reference = keywords.string("$ref");
    if (reference != null) {
      SchemaReference target = base.resolve(SchemaReference.parse(reference));
      schema.reference = target.text();
      JsonSchema known = references.get(target.text());
      if (known == null) {
        readReference(target, schema, outer.draft);
        return;
      }
      schema.referenced = known;
    }
    readTypes(object, schema);
    readProperties(object, schema, scope);
    readBooleanOrSchema(schema, "additionalProperties", scope);
    readPatternProperties(keywords, schema, scope);
    if (outer.draft >= 6) {
      readSchema(
          schema,
          "propertyNames",
          scope,
          "Invalid type. Expected: Valid Schema, given: patternProperties");
    }
    readDependencies(schema, scope);
    readItems(object, schema, scope);
    readBooleanOrSchema(schema, "additionalItems", scope);
    keywords.checkValidations(isPattern);
    if (outer.draft >= 6 && object.get("contains") instanceof Value contains) {
      read(contains, part(schema, "contains"), scope, false);
    }
    keywords.checkEnum();
    schema.oneOf = readAll(keywords, "oneOf", scope);
    schema.anyOf = readAll(keywords, "anyOf", scope);
    schema.allOf = readAll(keywords, "allOf", scope);
    readSchema(schema, "not", scope, "not must be of an object");
    if (outer.draft >= 7) {
      readSchema(schema, "if", scope, "if must be of an object");
      readSchema(schema, "then", scope, "then must be of an object");
      readSchema(schema, "else", scope, "else must be of an object");
    }
  }

  private void readDefinitions(ObjectValue object, Scope scope) throws SchemaException {
    Value definitions = object.get("definitions");
    if (definitions == null) {
      return;
    }
    if (!(definitions instanceof ObjectValue named)) {
      throw SchemaKeywords.invalidType("Array Of Schemas", "definitions");
    }
    for (int i = 0; i < named.size(); i++) {
      if (!isSchema(named.valueAt(i))) {
        throw SchemaKeywords.invalidType("Array Of Schemas", "definitions");
      }
      read(named.valueAt(i), new JsonSchema("definitions"), scope, false);
    }
  }

  private static boolean isSchema(Value value) {
    return value instanceof BooleanValue || value instanceof ObjectValue;
  }

  private void readReference(SchemaReference target, JsonSchema schema, int draft)
      throws SchemaException {
    JsonSchema referenced = new JsonSchema("$ref");
    references.putIfAbsent(target.text(), referenced);
    Document document = document(target);
    if (!isSchema(document.content)) {
      throw new SchemaException("Valid Schema must be of type object");
    }
    Integer stated = document.draft;
    read(document.content, referenced, new Scope(target, stated == null ? draft : stated), false);
    schema.referenced = referenced;
  }

  private Document document(SchemaReference reference) throws SchemaException {
    Document known = documents.get(reference.text());
    if (known != null) {
      return known;
    }
    Document whole = documents.get(reference.withoutFragment().text());
    if (whole != null) {
      Document part = new Document(reference.select(whole.content), whole.draft);
      documents.put(reference.text(), part);
      return part;
    }
    if (!reference.isCanonical()) {
      throw new SchemaException("Reference " + reference.text() + " must be canonical");
    }
    String url = reference.withoutFragment().text();
    Integer draft = DRAFTS.get(url);
    if (draft != null) {
      Value metaschema = metaschema(draft);
      SchemaReference base = SchemaReference.parse(url);
      register(metaschema, base, draft, documents);
      documents.put(url, new Document(metaschema, draft));
      return new Document(reference.select(metaschema), draft);
    }
    throw new SchemaException(
        allowNet == null || allowNet.contains(reference.host())
            ? "remote reference loading not supported: " + reference.text()
            : "remote reference loading disabled: " + reference.text());
  }

  /// The schema of a draft's schemas, as json-schema.org publishes it.
  private static Value metaschema(int draft) {
    try (InputStream in =
        Objects.requireNonNull(
            SchemaReader.class.getResourceAsStream("draft-0" + draft + ".json"))) {
      return Json.parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JsonSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void readTypes(ObjectValue object, JsonSchema schema) throws SchemaException {
    switch (object.get("type")) {
      case null -> {}
      case StringValue type -> schema.addType(type.text());
      case ArrayValue types -> {
        for (Value type : types) {
          if (!(type instanceof StringValue string)) {
            throw SchemaKeywords.invalidType("type", "string/Array Of Strings");
          }
          schema.addType(string.text());
        }
      }
      default -> throw SchemaKeywords.invalidType("type", "string/Array Of Strings");
    }
  }

  private void readProperties(ObjectValue object, JsonSchema schema, Scope scope)
      throws SchemaException {
    Value properties = object.get("properties");
    if (properties == null) {
      return;
    }
    if (!(properties instanceof ObjectValue named)) {
      throw new SchemaException("Properties must be of type object");
    }
    for (int i = 0; i < named.size(); i++) {
      JsonSchema property = new JsonSchema(((StringValue) named.keyAt(i)).text());
      property.reference = schema.reference;
      schema.properties.add(property);
      read(named.valueAt(i), property, scope, false);
    }
  }

  private static JsonSchema part(JsonSchema schema, String key) {
    JsonSchema part = new JsonSchema(key);
    schema.parts.put(key, part);
    return part;
  }

  private void readBooleanOrSchema(JsonSchema schema, String key, Scope scope)
      throws SchemaException {
    switch (schema.keyword(key)) {
      case null -> {}
      case BooleanValue b -> {}
      case ObjectValue object -> read(object, part(schema, key), scope, false);
      default -> throw SchemaKeywords.invalidType("boolean/Valid Schema", key);
    }
  }

  private void readPatternProperties(SchemaKeywords keywords, JsonSchema schema, Scope scope)
      throws SchemaException {
    ObjectValue patterns = keywords.object("patternProperties");
    for (int i = 0; patterns != null && i < patterns.size(); i++) {
      String pattern = ((StringValue) patterns.keyAt(i)).text();
      SchemaKeywords.checkPattern(pattern, isPattern);
      JsonSchema matching = new JsonSchema(pattern);
      schema.patternProperties.put(pattern, matching);
      read(patterns.valueAt(i), matching, scope, false);
    }
  }

  private void readSchema(JsonSchema schema, String key, Scope scope, String problem)
      throws SchemaException {
    Value node = schema.keyword(key);
    if (node != null) {
      if (!isSchema(node)) {
        throw new SchemaException(problem);
      }
      read(node, part(schema, key), scope, false);
    }
  }

  private void readDependencies(JsonSchema schema, Scope scope) throws SchemaException {
    Value dependencies = schema.keyword("dependencies");
    if (dependencies == null) {
      return;
    }
    if (!(dependencies instanceof ObjectValue named)) {
      throw new SchemaException("dependencies must be of type object");
    }
    for (int i = 0; i < named.size(); i++) {
      Value dependency = named.valueAt(i);
      if (isSchema(dependency)) {
        String name = ((StringValue) named.keyAt(i)).text();
        JsonSchema dependent = new JsonSchema(name);
        schema.dependencies.put(name, dependent);
        read(dependency, dependent, scope, false);
      } else if (!(dependency instanceof ArrayValue names)
          || !names.asList().stream().allMatch(StringValue.class::isInstance)) {
        throw new SchemaException("Dependency must be of type Schema Or Array Of Strings");
      }
    }
  }

  private void readItems(ObjectValue object, JsonSchema schema, Scope scope)
      throws SchemaException {
    Value items = object.get("items");
    if (items == null) {
      return;
    }
    schema.itemsAreAlike = isSchema(items);
    if (schema.itemsAreAlike) {
      readItem(items, schema, scope);
    } else if (items instanceof ArrayValue array) {
      for (Value item : array) {
        readItem(item, schema, scope);
      }
    } else {
      throw SchemaKeywords.invalidType("Valid Schema/Array Of Schemas", "items");
    }
  }

  private void readItem(Value item, JsonSchema schema, Scope scope) throws SchemaException {
    if (!isSchema(item)) {
      throw SchemaKeywords.invalidType("Valid Schema/Array Of Schemas", "items");
    }
    JsonSchema result = new JsonSchema("items");
    schema.items.add(result);
    read(item, result, scope, false);
  }

  private @Nullable List<JsonSchema> readAll(SchemaKeywords keywords, String key, Scope scope)
      throws SchemaException {
    ArrayValue array = keywords.array(key);
    if (array == null || array.size() == 0) {
      return null;
    }
    List<JsonSchema> schemas = new ArrayList<>();
    for (Value item : array) {
      JsonSchema schema = new JsonSchema(key);
      schemas.add(schema);
      read(item, schema, scope, false);
    }
    return schemas;
  }
}
