package ms.continuu.attest.rego.builtin;

import java.util.List;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// `json.patch`: JSON Patch (RFC 6902), on sets and with arrays as paths too.
final class JsonPatch implements BuiltinFamily {
  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("json.patch", JsonPatch::patch);
  }

  private static Value patch(BuiltinContext context, Value[] operands) throws BuiltinFault {
    EditTree tree = new EditTree(operands[0]);
    for (Value operation : Operands.array(operands, 2)) {
      if (!(operation instanceof ObjectValue object)) {
        throw BuiltinFault.of(
            "must be an array of JSON-Patch objects, but at least one element is not an object");
      }
      apply(tree, object);
    }
    return tree.render();
  }

  private static void apply(EditTree tree, ObjectValue operation) throws BuiltinFault {
    Value pathAttribute = attribute(operation, "path");
    Value op = attribute(operation, "op");
    if (!(op instanceof StringValue name)) {
      throw BuiltinFault.of("attribute 'op' must be a string but found: " + op.typeName());
    }
    List<Value> path = JsonPath.parse(pathAttribute);
    switch (name.text()) {
      case "add" -> tree.insertAt(path, attribute(operation, "value"));
      case "remove" -> tree.deleteAt(path);
      case "replace" -> {
        tree.deleteAt(path);
        tree.insertAt(path, attribute(operation, "value"));
      }
      case "move" -> {
        List<Value> from = JsonPath.parse(attribute(operation, "from"));
        Value moved = tree.renderAt(from);
        tree.deleteAt(from);
        tree.insertAt(path, moved);
      }
      case "copy" -> {
        List<Value> from = JsonPath.parse(attribute(operation, "from"));
        tree.insertAt(path, tree.renderAt(from));
      }
      case "test" -> test(tree.renderAt(path), attribute(operation, "value"));
      default -> throw BuiltinFault.of("unrecognized op: '" + name.text() + "'");
    }
  }

  private static void test(Value found, Value expected) throws BuiltinFault {
    if (!found.equals(expected)) {
      throw BuiltinFault.of(
          "value from EditTree != patch value.\n\nExpected: " + expected + "\n\nFound: " + found);
    }
  }

  private static Value attribute(ObjectValue operation, String name) throws BuiltinFault {
    Value value = operation.get(name);
    if (value == null) {
      throw BuiltinFault.of("missing required attribute '" + name + "'");
    }
    return value;
  }
}
