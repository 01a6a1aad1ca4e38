package ms.continuu.attest.rego.builtin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// Paths into a value: JSON pointers, with or without the first slash, or arrays of keys.
final class JsonPath {
  private JsonPath() {}

  /// The paths of operand 2.
  static List<List<Value>> operand(Value[] operands) throws BuiltinFault {
    List<List<Value>> paths = new ArrayList<>();
    switch (operands[1]) {
      case ArrayValue array -> {
        for (Value path : array) {
          paths.add(parse(path));
        }
      }
      case SetValue set -> {
        for (Value path : set) {
          paths.add(parse(path));
        }
      }
      default -> throw Operands.wrongType(operands, 2, "set", "array");
    }
    return paths;
  }

  static List<Value> parse(Value path) throws BuiltinFault {
    return switch (path) {
      case StringValue pointer -> parsePointer(pointer.text());
      case ArrayValue array -> array.asList();
      default ->
          throw Operands.wrong(
              2,
              "must be one of {set, array} containing string paths or array of path segments but"
                  + " got "
                  + path.typeName());
    };
  }

  private static List<Value> parsePointer(String pointer) {
    if (pointer.isEmpty()) {
      return List.of();
    }
    int start = 0;
    while (start < pointer.length() && pointer.charAt(start) == '/') {
      start++;
    }
    return Arrays.stream(pointer.substring(start).split("/", -1))
        .<Value>map(part -> StringValue.of(part.replace("~1", "/").replace("~0", "~")))
        .toList();
  }
}
