package ms.continuu.attest.rego.builtin;

import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// What a schema finds wrong with a value.
///
/// @param place the names on the way to the value, with dots between; `(Root)` for the whole
record SchemaFinding(String type, String place, String description) {

  Value toValue() {
    return ObjectValue.builder(4)
        .put("error", StringValue.of(place + ": " + description))
        .put("type", StringValue.of(type))
        .put("field", StringValue.of(place))
        .put("desc", StringValue.of(description))
        .build();
  }
}
