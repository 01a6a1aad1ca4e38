package ms.continuu.attest.rego.builtin;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// Operands as the types a built-in wants, or the fault that OPA words for a wrong one. Positions
/// count from 1.
public final class Operands {
  private Operands() {}

  public static StringValue string(Value[] operands, int position) throws BuiltinFault {
    if (operands[position - 1] instanceof StringValue string) {
      return string;
    }
    throw wrongType(operands, position, "string");
  }

  /// The text of a string operand; stray bytes stand as [StringValue] tells.
  public static String text(Value[] operands, int position) throws BuiltinFault {
    return string(operands, position).text();
  }

  /// The bytes of a string operand.
  public static byte[] bytes(Value[] operands, int position) throws BuiltinFault {
    return string(operands, position).bytes();
  }

  public static NumberValue number(Value[] operands, int position) throws BuiltinFault {
    if (operands[position - 1] instanceof NumberValue number) {
      return number;
    }
    throw wrongType(operands, position, "number");
  }

  /// A number written as a whole one (`1`, `1.0`, not `1e0`) that fits 64 bits.
  public static long integer(Value[] operands, int position) throws BuiltinFault {
    NumberValue number = number(operands, position);
    if (!number.isWrittenWhole()) {
      throw wrong(position, "must be integer number but got floating-point number");
    }
    return number.longValue();
  }

  /// A whole number of any size, however written.
  public static BigInteger bigInteger(Value[] operands, int position) throws BuiltinFault {
    if (!(operands[position - 1] instanceof NumberValue number)) {
      throw wrongType(operands, position, "integer");
    }
    BigInteger whole = number.wholeValue();
    if (whole == null) {
      throw wrong(position, "must be integer number but got floating-point number");
    }
    return whole;
  }

  public static ArrayValue array(Value[] operands, int position) throws BuiltinFault {
    if (operands[position - 1] instanceof ArrayValue array) {
      return array;
    }
    throw wrongType(operands, position, "array");
  }

  public static ObjectValue object(Value[] operands, int position) throws BuiltinFault {
    if (operands[position - 1] instanceof ObjectValue object) {
      return object;
    }
    throw wrongType(operands, position, "object");
  }

  public static SetValue set(Value[] operands, int position) throws BuiltinFault {
    if (operands[position - 1] instanceof SetValue set) {
      return set;
    }
    throw wrongType(operands, position, "set");
  }

  /// The texts of an array or a set of strings.
  public static List<String> texts(Value[] operands, int position) throws BuiltinFault {
    Value operand = operands[position - 1];
    int size;
    Iterable<Value> items;
    switch (operand) {
      case ArrayValue array -> {
        size = array.size();
        items = array;
      }
      case SetValue set -> {
        size = set.size();
        items = set;
      }
      default -> throw wrongType(operands, position, "array", "set");
    }
    List<String> texts = new ArrayList<>(size);
    for (Value item : items) {
      if (!(item instanceof StringValue string)) {
        throw wrongElement(operands, position, item, "string");
      }
      texts.add(string.text());
    }
    return texts;
  }

  /// An array of one-character strings, as code points.
  public static int[] codePoints(Value[] operands, int position) throws BuiltinFault {
    ArrayValue array = array(operands, position);
    int[] result = new int[array.size()];
    for (int i = 0; i < result.length; i++) {
      if (!(array.get(i) instanceof StringValue string)) {
        throw wrongElement(operands, position, array.get(i), "string");
      }
      if (string.codePoints() != 1) {
        throw wrongElement(operands, position, string, "rune");
      }
      result[i] = string.text().codePointAt(0);
    }
    return result;
  }

  /// `operand 1 must be string but got number`, or `… must be one of {array, set} but got …`.
  public static BuiltinFault wrongType(Value[] operands, int position, String... expected) {
    String wanted =
        expected.length == 1 ? expected[0] : "one of {" + String.join(", ", expected) + "}";
    return wrong(position, "must be " + wanted + " but got " + operands[position - 1].typeName());
  }

  /// `operand 1 must be array of strings but got array containing number`.
  public static BuiltinFault wrongElement(
      Value[] operands, int position, Value element, String... expected) {
    String whole = operands[position - 1].typeName();
    String wanted =
        expected.length == 1
            ? whole + " of " + expected[0] + "s"
            : whole + " of (any of) {" + String.join(", ", expected) + "}";
    return wrong(
        position, "must be " + wanted + " but got " + whole + " containing " + element.typeName());
  }

  /// `operand 2 must be one of {2, 8, 10, 16}`.
  public static BuiltinFault notOneOf(int position, String... expected) {
    return wrong(
        position,
        expected.length == 1
            ? "must be " + expected[0]
            : "must be one of {" + String.join(", ", expected) + "}");
  }

  /// `operand <position> <message>`, a type fault.
  public static BuiltinFault wrong(int position, String message) {
    return new BuiltinFault(BuiltinFault.Kind.TYPE, "operand " + position + " " + message);
  }
}
