package ms.continuu.attest.rego.builtin;

import ms.continuu.attest.rego.types.JsonSchema;
import ms.continuu.attest.rego.types.SchemaException;
import ms.continuu.attest.rego.types.SchemaReader;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// `json.match_schema` and `json.verify_schema`.
final class JsonSchemas implements BuiltinFamily {
  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("json.verify_schema", JsonSchemas::verify);
    registry.add("json.match_schema", JsonSchemas::match);
  }

  /// A schema that was read, or what is wrong with it.
  private record Compiled(@Nullable JsonSchema schema, String fault) {
    static Compiled of(Value operand) {
      try {
        Value document = document(operand);
        return new Compiled(
            SchemaReader.forValidation(document, SchemaFormats::isRegularExpression), "");
      } catch (BuiltinFault | SchemaException e) {
        return new Compiled(null, String.valueOf(e.getMessage()));
      }
    }
  }

  private static Value verify(BuiltinContext context, Value[] operands) {
    Compiled compiled = context.shared(Compiled.class, operands[0], Compiled::of);
    return compiled.schema == null
        ? ArrayValue.of(BooleanValue.FALSE, StringValue.of("jsonschema: " + compiled.fault))
        : ArrayValue.of(BooleanValue.TRUE, NullValue.NULL);
  }

  private static Value match(BuiltinContext context, Value[] operands) throws BuiltinFault {
    Value document = document(operands[0]);
    Compiled compiled = context.shared(Compiled.class, operands[1], Compiled::of);
    if (compiled.schema == null) {
      throw BuiltinFault.of(compiled.fault);
    }
    SchemaResult result =
        new SchemaValidation(context).check(compiled.schema, document, SchemaValidation.ROOT);
    return ArrayValue.of(
        BooleanValue.of(result.isValid()),
        ArrayValue.of(result.findings().stream().map(SchemaFinding::toValue).toList()));
  }

  /// The document of an operand: JSON text, or a value taken as JSON.
  private static Value document(Value operand) throws BuiltinFault {
    String json;
    switch (operand) {
      case StringValue string -> {
        if (!Json.isValid(string.bytes())) {
          throw BuiltinFault.of("invalid JSON string");
        }
        json = string.text();
      }
      case ObjectValue object -> json = Json.text(object);
      case ArrayValue array -> json = Json.text(array);
      default -> throw BuiltinFault.of("wrong type, expected string or object");
    }
    try {
      return Json.parse(json);
    } catch (JsonSyntaxException e) {
      throw BuiltinFault.of(String.valueOf(e.getMessage()));
    }
  }
}
