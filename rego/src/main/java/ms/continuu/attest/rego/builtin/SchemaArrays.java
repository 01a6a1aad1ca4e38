package ms.continuu.attest.rego.builtin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.rego.types.JsonSchema;
import ms.continuu.attest.rego.types.SchemaText;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;

/// The keywords of arrays.
record SchemaArrays(SchemaValidation validation, JsonSchema schema) {

  void check(ArrayValue array, SchemaResult result, String place) throws BuiltinFault {
    checkItems(array, result, place);
    Long min = SchemaValidation.size(schema, "minItems");
    if (min != null && array.size() < min) {
      result.add("array_min_items", place, "Array must have at least " + min + " items");
    }
    Long max = SchemaValidation.size(schema, "maxItems");
    if (max != null && array.size() > max) {
      result.add("array_max_items", place, "Array must have at most " + max + " items");
    }
    if (schema.keyword("uniqueItems") == BooleanValue.TRUE) {
      checkUnique(array, result, place);
    }
    JsonSchema contained = schema.part("contains");
    if (contained != null) {
      checkContains(contained, array, result, place);
    }
    result.checked();
  }

  private void checkItems(ArrayValue array, SchemaResult result, String place) throws BuiltinFault {
    List<JsonSchema> items = schema.items();
    int single = schema.itemsAreAlike() ? array.size() : Math.min(items.size(), array.size());
    for (int i = 0; i < single; i++) {
      JsonSchema item = items.get(schema.itemsAreAlike() ? 0 : i);
      result.addAll(validation.check(item, array.get(i), place + "." + i));
    }
    if (items.isEmpty() || single == array.size()) {
      return;
    }
    if (schema.keyword("additionalItems") == BooleanValue.FALSE) {
      result.add("array_no_additional_items", place, "No additional items allowed on array");
    }
    JsonSchema additional = schema.part("additionalItems");
    for (int i = single; additional != null && i < array.size(); i++) {
      result.addAll(validation.check(additional, array.get(i), place + "." + i));
    }
  }

  private static void checkUnique(ArrayValue array, SchemaResult result, String place) {
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < array.size(); i++) {
      Integer before = seen.put(SchemaText.of(array.get(i)), i);
      if (before != null) {
        result.add("unique", place, "array items[" + before + "," + i + "] must be unique");
      }
    }
  }

  private void checkContains(
      JsonSchema contained, ArrayValue array, SchemaResult result, String place)
      throws BuiltinFault {
    SchemaResult best = null;
    for (int i = 0; i < array.size(); i++) {
      SchemaResult found = validation.check(contained, array.get(i), place + "." + i);
      if (found.isValid()) {
        return;
      }
      best = found.isBetterThan(best) ? found : best;
    }
    result.add("contains", place, "At least one of the items must match");
    if (best != null) {
      result.addAll(best);
    }
  }
}
