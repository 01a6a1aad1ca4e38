package ms.continuu.attest.rego.builtin;

import java.util.List;
import ms.continuu.attest.rego.types.JsonSchema;
import ms.continuu.attest.rego.types.SchemaText;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Checks a JSON value against a schema. Members are checked in the order of their names; in OPA
/// their order is left to chance.
final class SchemaValidation {
  static final String ROOT = "(Root)";
  private static final int DRAFT_6 = 6;

  /// So many references may lead from one to the next.
  private static final int MOST_REFERENCES = 1000;

  private final BuiltinContext context;

  SchemaValidation(BuiltinContext context) {
    this.context = context;
  }

  /// Checks a part of the value on its own.
  SchemaResult check(JsonSchema schema, Value value, String place) throws BuiltinFault {
    SchemaResult result = new SchemaResult();
    check(schema, value, result, place);
    return result;
  }

  void check(JsonSchema referring, Value value, SchemaResult result, String place)
      throws BuiltinFault {
    context.checkCancelled();
    JsonSchema schema = target(referring);
    Boolean verdict = schema.verdict();
    if (verdict != null) {
      if (!verdict) {
        result.add("false", place, "False always fails validation");
      }
      return;
    }
    String type = typeOf(value);
    List<String> types = schema.types();
    boolean fits =
        types.isEmpty()
            || types.contains(type)
            || type.equals("integer") && types.contains("number");
    if (!fits) {
      result.add(
          "invalid_type",
          place,
          "Invalid type. Expected: " + schema.typesText() + ", given: " + type);
      return;
    }
    new SchemaCombination(this, schema).check(value, result, place);
    switch (value) {
      case NumberValue number -> SchemaNumbers.check(schema, number, result, place);
      case ArrayValue array -> new SchemaArrays(this, schema).check(array, result, place);
      case ObjectValue object -> new SchemaObjects(this, schema).check(object, result, place);
      case StringValue s -> {}
      case BooleanValue b -> {}
      case NullValue n -> {}
      case SetValue s -> {}
    }
    checkCommon(schema, value, result, place);
    if (value instanceof StringValue string) {
      checkText(schema, string, result, place);
    }
    if (value instanceof ObjectValue object) {
      for (JsonSchema property : schema.properties()) {
        Value member = object.get(property.property());
        if (member != null) {
          check(property, member, result, place + "." + property.property());
        }
      }
    }
    result.checked();
  }

  private static JsonSchema target(JsonSchema schema) throws BuiltinFault {
    JsonSchema target = schema;
    int steps = 0;
    for (JsonSchema next = schema.referenced(); next != null; next = next.referenced()) {
      target = next;
      if (++steps > MOST_REFERENCES) {
        throw BuiltinFault.of("schema refers to itself only");
      }
      if (target.verdict() != null) {
        return target;
      }
    }
    return target;
  }

  private static String typeOf(Value value) {
    return switch (value) {
      case NumberValue number -> number.wholeValue() == null ? "number" : "integer";
      case NullValue n -> "null";
      case BooleanValue b -> "boolean";
      case StringValue s -> "string";
      case ArrayValue a -> "array";
      case ObjectValue o -> "object";
      case SetValue s -> "array";
    };
  }

  private static void checkCommon(
      JsonSchema schema, Value value, SchemaResult result, String place) {
    String field = place.startsWith(ROOT + ".") ? place.substring(ROOT.length() + 1) : place;
    Value constant = schema.draft() >= DRAFT_6 ? schema.keyword("const") : null;
    if (constant != null) {
      String allowed = SchemaText.of(constant);
      if (!SchemaText.of(value).equals(allowed)) {
        result.add("const", place, field + " does not match: " + allowed);
      }
    }
    if (schema.keyword("enum") instanceof ArrayValue values) {
      List<String> allowed = values.asList().stream().map(SchemaText::of).toList();
      if (!allowed.contains(SchemaText.of(value))) {
        result.add(
            "enum", place, field + " must be one of the following: " + String.join(", ", allowed));
      }
    }
    if (schema.keyword("format") instanceof StringValue format
        && value instanceof StringValue string
        && !SchemaFormats.fits(format.text(), string.text())) {
      result.add("format", place, "Does not match format '" + format.text() + "'");
    }
    result.checked();
  }

  private void checkText(JsonSchema schema, StringValue value, SchemaResult result, String place)
      throws BuiltinFault {
    Long min = size(schema, "minLength");
    if (min != null && value.codePoints() < min) {
      result.add("string_gte", place, "String length must be greater than or equal to " + min);
    }
    Long max = size(schema, "maxLength");
    if (max != null && value.codePoints() > max) {
      result.add("string_lte", place, "String length must be less than or equal to " + max);
    }
    if (schema.keyword("pattern") instanceof StringValue pattern
        && !matches(pattern.text(), value.text())) {
      result.add("pattern", place, "Does not match pattern '" + pattern.text() + "'");
    }
    result.checked();
  }

  boolean matches(String pattern, String text) throws BuiltinFault {
    return GoRegexp.of(context, pattern).matches(text);
  }

  /// The value of a keyword that limits a size, or null.
  static @Nullable Long size(JsonSchema schema, String keyword) {
    return schema.keyword(keyword) instanceof NumberValue number ? number.longValue() : null;
  }
}
