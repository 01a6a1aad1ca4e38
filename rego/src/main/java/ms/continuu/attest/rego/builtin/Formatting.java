package ms.continuu.attest.rego.builtin;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.GoFloat;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// Values as text: `sprintf`, `format_int` and the parts of template strings.
final class Formatting implements BuiltinFamily {
  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("sprintf", Formatting::sprintf);
    registry.add("format_int", Formatting::formatInt);
    registry.add("internal.template_string", Formatting::templateString);
  }

  private static Value sprintf(BuiltinContext context, Value[] operands) throws BuiltinFault {
    String format = Operands.text(operands, 1);
    ArrayValue values = Operands.array(operands, 2);
    List<Object> formatted = new ArrayList<>(values.size());
    values.forEach(value -> formatted.add(formatOperand(value)));
    return GoStrings.value(GoFormat.sprintf(format, formatted, "int64"));
  }

  private static Object formatOperand(Value value) {
    return switch (value) {
      case NumberValue number -> number(number);
      case StringValue string -> string.text();
      default -> value.toString();
    };
  }

  /// How a number is written decides, not its value: `1.0` is a float.
  private static Object number(NumberValue number) {
    if (number.isWrittenFloat()) {
      double value = number.doubleValue();
      return Double.isInfinite(value) ? number.text() : (Object) value;
    }
    if (number.isWrittenWhole()) {
      return number.longValue();
    }
    BigInteger whole = number.wholeValue();
    return whole == null ? number.text() : whole;
  }

  private static Value formatInt(BuiltinContext context, Value[] operands) throws BuiltinFault {
    NumberValue number = Operands.number(operands, 1);
    int base =
        switch (Operands.number(operands, 2).text()) {
          case "2" -> 2;
          case "8" -> 8;
          case "10" -> 10;
          case "16" -> 16;
          default -> throw Operands.notOneOf(2, "2", "8", "10", "16");
        };
    BigInteger whole = number.isWrittenFloat() ? null : number.wholeValue();
    BigInteger shown = whole == null ? GoFloat.of(number).truncate() : whole;
    return StringValue.of(shown.toString(base));
  }

  /// Joins the parts: a part that is an expression comes as the set of its values.
  private static Value templateString(BuiltinContext context, Value[] operands)
      throws BuiltinFault {
    StringBuilder text = new StringBuilder();
    for (Value part : Operands.array(operands, 1)) {
      text.append(
          switch (part) {
            case StringValue string -> string.text();
            case NumberValue number -> number.text();
            case BooleanValue bool -> bool.toString();
            case NullValue none -> none.toString();
            case SetValue set -> partText(set);
            default ->
                throw new BuiltinFault(
                    BuiltinFault.Kind.HALT, "illegal argument type: " + part.typeName());
          });
    }
    return GoStrings.value(text);
  }

  private static String partText(SetValue values) throws BuiltinFault {
    if (values.size() == 0) {
      return "<undefined>";
    }
    if (values.size() > 1) {
      throw new BuiltinFault(
          BuiltinFault.Kind.HALT, "template-strings must not produce multiple outputs");
    }
    Value value = values.at(0);
    return value instanceof StringValue string ? string.text() : value.toString();
  }
}
