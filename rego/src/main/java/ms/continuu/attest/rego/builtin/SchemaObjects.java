package ms.continuu.attest.rego.builtin;

import java.util.Map;
import ms.continuu.attest.rego.types.JsonSchema;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// The keywords of objects, but for the schemas of `properties` themselves.
record SchemaObjects(SchemaValidation validation, JsonSchema schema) {

  void check(ObjectValue object, SchemaResult result, String place) throws BuiltinFault {
    Long min = SchemaValidation.size(schema, "minProperties");
    if (min != null && object.size() < min) {
      result.add("array_min_properties", place, "Must have at least " + min + " properties");
    }
    Long max = SchemaValidation.size(schema, "maxProperties");
    if (max != null && object.size() > max) {
      result.add("array_max_properties", place, "Must have at most " + max + " properties");
    }
    checkRequired(object, result, place);
    for (int i = 0; i < object.size(); i++) {
      checkMember(name(object, i), object.valueAt(i), result, place);
    }
    JsonSchema names = schema.part("propertyNames");
    for (int i = 0; names != null && i < object.size(); i++) {
      checkName(names, object.keyAt(i), name(object, i), result, place);
    }
    result.checked();
  }

  private static String name(ObjectValue object, int rank) {
    return object.keyAt(rank) instanceof StringValue key ? key.text() : "";
  }

  private void checkRequired(ObjectValue object, SchemaResult result, String place) {
    if (schema.keyword("required") instanceof ArrayValue required) {
      for (Value name : required) {
        if (object.get(name) != null) {
          result.checked();
        } else if (name instanceof StringValue text) {
          result.add("required", place, text.text() + " is required");
        }
      }
    }
  }

  private void checkMember(String name, Value value, SchemaResult result, String place)
      throws BuiltinFault {
    boolean described = false;
    for (JsonSchema property : schema.properties()) {
      described |= property.property().equals(name);
    }
    boolean matched = false;
    for (Map.Entry<String, JsonSchema> pattern : schema.patternProperties().entrySet()) {
      if (validation.matches(pattern.getKey(), name)) {
        matched = true;
        result.addAll(validation.check(pattern.getValue(), value, place + "." + name));
      }
    }
    if (matched) {
      result.checked();
    }
    if (described || matched) {
      return;
    }
    if (schema.keyword("additionalProperties") == BooleanValue.FALSE) {
      result.add(
          "additional_property_not_allowed",
          place,
          "Additional property " + name + " is not allowed");
    }
    JsonSchema additional = schema.part("additionalProperties");
    if (additional != null) {
      result.addAll(validation.check(additional, value, place + "." + name));
    }
  }

  private void checkName(
      JsonSchema names, Value key, String name, SchemaResult result, String place)
      throws BuiltinFault {
    SchemaResult found = validation.check(names, key, place);
    if (!found.isValid()) {
      result.add(
          "invalid_property_name", place, "Property name of \"" + name + "\" does not match");
      result.addAll(found);
    }
  }
}
