package ms.continuu.attest.rego.builtin;

import java.util.List;
import ms.continuu.attest.rego.types.JsonSchema;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// The keywords that combine schemas: `anyOf`, `oneOf`, `allOf`, `not`, `dependencies`, `if`.
record SchemaCombination(SchemaValidation validation, JsonSchema schema) {

  void check(Value value, SchemaResult result, String place) throws BuiltinFault {
    checkAny(value, result, place);
    checkOne(value, result, place);
    checkAll(value, result, place);
    JsonSchema not = schema.part("not");
    if (not != null && validation.check(not, value, place).isValid()) {
      result.add("number_not", place, "Must not validate the schema (not)");
    }
    if (value instanceof ObjectValue object) {
      checkDependencies(object, result, place);
    }
    JsonSchema condition = schema.part("if");
    if (condition != null) {
      checkConditional(condition, value, result, place);
    }
    result.checked();
  }

  private void checkAny(Value value, SchemaResult result, String place) throws BuiltinFault {
    List<JsonSchema> schemas = schema.anyOf();
    SchemaResult best = null;
    for (JsonSchema one : schemas) {
      SchemaResult found = validation.check(one, value, place);
      if (found.isValid()) {
        return;
      }
      best = found.isBetterThan(best) ? found : best;
    }
    if (best != null) {
      result.add("number_any_of", place, "Must validate at least one schema (anyOf)");
      result.addAll(best);
    }
  }

  private void checkOne(Value value, SchemaResult result, String place) throws BuiltinFault {
    if (schema.oneOf().isEmpty()) {
      return;
    }
    int valid = 0;
    SchemaResult best = null;
    for (JsonSchema one : schema.oneOf()) {
      SchemaResult found = validation.check(one, value, place);
      if (found.isValid()) {
        valid++;
      } else if (valid == 0 && found.isBetterThan(best)) {
        best = found;
      }
    }
    if (valid != 1) {
      result.add("number_one_of", place, "Must validate one and only one schema (oneOf)");
    }
    if (valid == 0 && best != null) {
      result.addAll(best);
    }
  }

  private void checkAll(Value value, SchemaResult result, String place) throws BuiltinFault {
    boolean valid = true;
    for (JsonSchema one : schema.allOf()) {
      SchemaResult found = validation.check(one, value, place);
      valid &= found.isValid();
      result.addAll(found);
    }
    if (!valid) {
      result.add("number_all_of", place, "Must validate all the schemas (allOf)");
    }
  }

  private void checkDependencies(ObjectValue object, SchemaResult result, String place)
      throws BuiltinFault {
    if (!(schema.keyword("dependencies") instanceof ObjectValue dependencies)) {
      return;
    }
    for (int i = 0; i < object.size(); i++) {
      Value name = object.keyAt(i);
      JsonSchema dependent = name instanceof StringValue s ? dependent(s.text()) : null;
      if (dependent != null) {
        validation.check(dependent, object, result, place);
      } else if (dependencies.get(name) instanceof ArrayValue needed) {
        for (Value other : needed) {
          if (object.get(other) == null && other instanceof StringValue text) {
            result.add("missing_dependency", place, "Has a dependency on " + text.text());
          }
        }
      }
    }
  }

  private @Nullable JsonSchema dependent(String name) {
    return schema.dependencies().get(name);
  }

  private void checkConditional(
      JsonSchema condition, Value value, SchemaResult result, String place) throws BuiltinFault {
    boolean holds = validation.check(condition, value, place).isValid();
    JsonSchema branch = schema.part(holds ? "then" : "else");
    SchemaResult found = branch == null ? null : validation.check(branch, value, place);
    if (found != null && !found.isValid()) {
      if (holds) {
        result.add("condition_then", place, "Must validate \"then\" as \"if\" was valid");
      } else {
        result.add("condition_else", place, "Must validate \"else\" as \"if\" was not valid");
      }
      result.addAll(found);
    }
  }
}
