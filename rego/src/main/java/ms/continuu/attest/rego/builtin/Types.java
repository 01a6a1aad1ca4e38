package ms.continuu.attest.rego.builtin;

import java.util.Locale;
import java.util.function.Predicate;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberRange;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// Types asked for, and values turned into other types.
final class Types implements BuiltinFamily {
  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("is_number", is(NumberValue.class::isInstance));
    registry.add("is_string", is(StringValue.class::isInstance));
    registry.add("is_boolean", is(BooleanValue.class::isInstance));
    registry.add("is_array", is(ArrayValue.class::isInstance));
    registry.add("is_set", is(SetValue.class::isInstance));
    registry.add("is_object", is(ObjectValue.class::isInstance));
    registry.add("is_null", is(NullValue.class::isInstance));
    registry.add("type_name", (context, operands) -> StringValue.of(operands[0].typeName()));
    registry.add("to_number", Types::toNumber);
    registry.add("cast_array", Types::castArray);
    registry.add("cast_set", Types::castSet);
    registry.add("cast_string", cast("string"));
    registry.add("cast_boolean", cast("boolean"));
    registry.add("cast_null", cast("null"));
    registry.add("cast_object", cast("object"));
  }

  private static Builtin is(Predicate<Value> test) {
    return (context, operands) -> BooleanValue.of(test.test(operands[0]));
  }

  private static Builtin cast(String type) {
    return (context, operands) -> {
      if (!operands[0].typeName().equals(type)) {
        throw Operands.wrongType(operands, 1, type);
      }
      return operands[0];
    };
  }

  private static Value castArray(BuiltinContext context, Value[] operands) throws BuiltinFault {
    return switch (operands[0]) {
      case ArrayValue array -> array;
      case SetValue set -> ArrayValue.of(set.asList());
      default -> throw Operands.wrongType(operands, 1, "array", "set");
    };
  }

  private static Value castSet(BuiltinContext context, Value[] operands) throws BuiltinFault {
    return switch (operands[0]) {
      case ArrayValue array -> SetValue.of(array.asList());
      case SetValue set -> set;
      default -> throw Operands.wrongType(operands, 1, "array", "set");
    };
  }

  private static Value toNumber(BuiltinContext context, Value[] operands) throws BuiltinFault {
    return switch (operands[0]) {
      case NullValue n -> NumberValue.of(0);
      case BooleanValue b -> NumberValue.of(b.value() ? 1 : 0);
      case NumberValue number -> number;
      case StringValue string -> number(operands, string.text());
      default -> throw Operands.wrongType(operands, 1, "null", "boolean", "number", "string");
    };
  }

  private static Value number(Value[] operands, String text) throws BuiltinFault {
    String word = text.replaceFirst("^[+-]*", "").toLowerCase(Locale.ROOT);
    if (word.equals("inf") || word.equals("infinity") || word.equals("nan")) {
      throw Operands.wrongType(operands, 1, "valid number string");
    }
    String fault = GoParseFloat.fault(text);
    if (!fault.isEmpty()) {
      throw BuiltinFault.of(fault);
    }
    String range = NumberRange.fault(text);
    if (!range.isEmpty()) {
      throw BuiltinFault.of("invalid number: " + range);
    }
    return NumberValue.parse(text);
  }
}
