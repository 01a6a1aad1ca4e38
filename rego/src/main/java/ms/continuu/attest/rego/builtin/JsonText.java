package ms.continuu.attest.rego.builtin;

import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// Values as JSON text and back.
final class JsonText implements BuiltinFamily {
  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("json.marshal", JsonText::marshal);
    registry.add("json.marshal_with_options", JsonText::marshalWithOptions);
    registry.add("json.unmarshal", JsonText::unmarshal);
    registry.add("json.is_valid", JsonText::isValid);
  }

  private static Value marshal(BuiltinContext context, Value[] operands) {
    return StringValue.of(Json.text(JsonForm.of(operands[0])));
  }

  private static Value marshalWithOptions(BuiltinContext context, Value[] operands)
      throws BuiltinFault {
    Layout layout = Layout.of(Operands.object(operands, 2));
    String compact = Json.text(JsonForm.of(operands[0]));
    return StringValue.of(layout.pretty ? layout.apply(compact) : compact);
  }

  private static Value unmarshal(BuiltinContext context, Value[] operands) throws BuiltinFault {
    try {
      return Json.parse(Operands.bytes(operands, 1));
    } catch (JsonSyntaxException e) {
      throw BuiltinFault.of(String.valueOf(e.getMessage()));
    }
  }

  private static Value isValid(BuiltinContext context, Value[] operands) {
    return BooleanValue.of(
        operands[0] instanceof StringValue string && Json.isValid(string.bytes()));
  }

  /// How JSON is laid out on lines.
  private record Layout(boolean pretty, String prefix, String indent) {

    static Layout of(ObjectValue options) throws BuiltinFault {
      String prefix = "";
      String indent = "\t";
      boolean implied = false;
      Boolean pretty = null;
      for (int i = 0; i < options.size(); i++) {
        String option = name(options.keyAt(i), i);
        Value value = options.valueAt(i);
        switch (option) {
          case "prefix" -> {
            prefix = text(option, value, i);
            implied = true;
          }
          case "indent" -> {
            indent = text(option, value, i);
            implied = true;
          }
          case "pretty" -> {
            if (!(value instanceof BooleanValue wanted)) {
              throw Operands.wrong(2, "key \"pretty\" failed cast to bool");
            }
            pretty = wanted.value();
          }
          default ->
              throw Operands.wrong(
                  2, "object contained unknown key " + StringValue.of(option).toString());
        }
      }
      return new Layout(pretty == null ? implied : pretty, prefix, indent);
    }

    private static String name(Value key, int index) throws BuiltinFault {
      if (key instanceof StringValue name) {
        return name.text();
      }
      throw Operands.wrong(
          2, "failed to stringify key " + key + " at index " + index + ": " + noString(key, index));
    }

    private static String text(String option, Value value, int index) throws BuiltinFault {
      if (value instanceof StringValue text) {
        return text.text();
      }
      throw Operands.wrong(
          2, "key \"" + option + "\" failed cast to string: " + noString(value, index));
    }

    private static String noString(Value value, int index) {
      return "operand " + index + " must be string but got " + value.typeName();
    }

    /// Lays out JSON that stands on one line without spaces. Empty containers stay as they are.
    String apply(String compact) {
      StringBuilder out = new StringBuilder(prefix);
      int depth = 0;
      for (int i = 0; i < compact.length(); i++) {
        char c = compact.charAt(i);
        switch (c) {
          case '"' -> {
            int end = stringEnd(compact, i);
            out.append(compact, i, end);
            i = end - 1;
          }
          case '{', '[' -> {
            out.append(c);
            if (compact.charAt(i + 1) == (c == '{' ? '}' : ']')) {
              out.append(compact.charAt(++i));
            } else {
              newLine(out, ++depth);
            }
          }
          case '}', ']' -> {
            newLine(out, --depth);
            out.append(c);
          }
          case ',' -> {
            out.append(c);
            newLine(out, depth);
          }
          case ':' -> out.append(": ");
          default -> out.append(c);
        }
      }
      return out.toString();
    }

    private void newLine(StringBuilder out, int depth) {
      out.append('\n').append(prefix).repeat(indent, depth);
    }

    private static int stringEnd(String json, int quote) {
      int i = quote + 1;
      while (json.charAt(i) != '"') {
        i += json.charAt(i) == '\\' ? 2 : 1;
      }
      return i + 1;
    }
  }
}
