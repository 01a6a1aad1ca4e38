package ms.continuu.attest.rego.types;

import java.math.BigDecimal;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.JsonWriter;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// The text by which a schema's values are compared, as Go writes JSON that it read with doubles:
/// so `1` is `1.0`.
public final class SchemaText {
  private SchemaText() {}

  public static String of(Value value) {
    StringBuilder text = new StringBuilder();
    write(new JsonWriter(text, "", true), value);
    return text.toString();
  }

  private static void write(JsonWriter out, Value value) {
    switch (value) {
      case NumberValue number -> out.raw(number(number.doubleValue()));
      case ArrayValue array -> {
        out.beginArray();
        array.forEach(item -> write(out, item));
        out.endArray();
      }
      case ObjectValue object -> {
        out.beginObject();
        for (int i = 0; i < object.size(); i++) {
          out.name(object.keyAt(i) instanceof StringValue key ? key.text() : "");
          write(out, object.valueAt(i));
        }
        out.endObject();
      }
      case NullValue scalar -> out.value(scalar);
      case BooleanValue scalar -> out.value(scalar);
      case StringValue scalar -> out.value(scalar);
      case SetValue set -> out.value(set);
    }
  }

  /// Plain from a millionth up to 10^21, else with an exponent.
  private static String number(double number) {
    double size = Math.abs(number);
    if (size == 0) {
      return 1 / number < 0 ? "-0" : "0";
    }
    if (Double.isInfinite(number)) {
      return number < 0 ? "-Infinity" : "Infinity";
    }
    BigDecimal shortest = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    if (size >= 1e-6 && size < 1e21) {
      return shortest.toPlainString();
    }
    String digits = shortest.unscaledValue().abs().toString();
    int exponent = shortest.precision() - shortest.scale() - 1;
    return (number < 0 ? "-" : "")
        + digits.charAt(0)
        + (digits.length() > 1 ? "." + digits.substring(1) : "")
        + (exponent < 0 ? "e-" : "e+")
        + Math.abs(exponent);
  }
}
