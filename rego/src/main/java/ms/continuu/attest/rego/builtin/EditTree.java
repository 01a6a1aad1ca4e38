package ms.continuu.attest.rego.builtin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// A value under edit: the original, and what was done to its children.
///
/// As in OPA, faults show originals, not edited values; and a step into an array item that was not
/// stepped into before takes the original array's item at that index, even when insertions or
/// deletions have moved it.
final class EditTree {
  private Value original;

  /// Edited children of an object or a set.
  private final Map<Value, Child> children = new LinkedHashMap<>();

  /// The items of an array.
  private final List<Slot> slots = new ArrayList<>();

  private sealed interface Child {}

  private record Present(EditTree tree) implements Child {}

  private record Deleted(boolean composite) implements Child {}

  private sealed interface Slot {}

  private record Untouched(Value value) implements Slot {}

  private record Edited(EditTree tree) implements Slot {}

  EditTree(Value original) {
    this.original = original;
    reset(original);
  }

  private void reset(Value value) {
    original = value;
    children.clear();
    slots.clear();
    if (value instanceof ArrayValue array) {
      array.forEach(item -> slots.add(new Untouched(item)));
    }
  }

  void insertAt(List<Value> path, Value value) throws BuiltinFault {
    if (path.isEmpty()) {
      reset(value);
    } else {
      unfold(path.subList(0, path.size() - 1)).insert(path.getLast(), value);
    }
  }

  void deleteAt(List<Value> path) throws BuiltinFault {
    if (!path.isEmpty()) {
      unfold(path.subList(0, path.size() - 1)).delete(path.getLast());
    }
  }

  Value renderAt(List<Value> path) throws BuiltinFault {
    return unfold(path).render();
  }

  /// The value with all edits.
  Value render() {
    return switch (original) {
      case ObjectValue object when !children.isEmpty() -> renderObject(object);
      case SetValue set when !children.isEmpty() -> renderSet(set);
      case ArrayValue array -> ArrayValue.of(slots.stream().map(EditTree::render).toList());
      default -> original;
    };
  }

  private static Value render(Slot slot) {
    return switch (slot) {
      case Untouched(Value value) -> value;
      case Edited(EditTree tree) -> tree.render();
    };
  }

  private Value renderObject(ObjectValue object) {
    ObjectValue.Builder pairs = ObjectValue.builder(object.size() + children.size());
    for (int i = 0; i < object.size(); i++) {
      if (!children.containsKey(object.keyAtSlot(i))) {
        pairs.put(object.keyAtSlot(i), object.valueAtSlot(i));
      }
    }
    children.forEach((key, child) -> {
      if (child instanceof Present(EditTree tree)) {
        pairs.put(key, tree.render());
      }
    });
    return pairs.build();
  }

  private Value renderSet(SetValue set) {
    SetValue.Builder items = SetValue.builder(set.size() + children.size());
    for (Value item : set) {
      if (!children.containsKey(item)) {
        items.add(item);
      }
    }
    for (Child child : children.values()) {
      if (child instanceof Present(EditTree tree)) {
        items.add(tree.render());
      }
    }
    return items.build();
  }

  /// The node at the end of a path; steps into originals become children.
  private EditTree unfold(List<Value> path) throws BuiltinFault {
    EditTree node = this;
    for (Value key : path) {
      node = node.step(key);
    }
    return node;
  }

  private EditTree step(Value key) throws BuiltinFault {
    return switch (original) {
      case ObjectValue object -> stepIntoObject(object, key);
      case SetValue set -> stepIntoSet(key);
      case ArrayValue array -> stepIntoArray(array, key);
      default ->
          throw BuiltinFault.of(
              "expected composite type for path " + key + ", found value: " + typed(original));
    };
  }

  private EditTree stepIntoObject(ObjectValue object, Value key) throws BuiltinFault {
    Child known = children.get(key);
    if (known != null) {
      return switch (known) {
        case Present(EditTree tree) -> tree;
        case Deleted deleted -> throw alreadyDeleted("unfold", deleted, key);
      };
    }
    Value value = object.get(key);
    if (value == null) {
      throw BuiltinFault.of("path " + key + " does not exist in object term " + object);
    }
    return put(key, value);
  }

  private EditTree stepIntoSet(Value key) throws BuiltinFault {
    if (isComposite(key)) {
      reset(render());
    } else if (children.get(key) instanceof Present(EditTree tree)) {
      return tree;
    }
    if (!((SetValue) original).contains(key)) {
      String shown = key instanceof StringValue text ? text.text() : key.toString();
      throw BuiltinFault.of("path " + shown + " does not exist in set term " + original);
    }
    return put(key, key);
  }

  private EditTree stepIntoArray(ArrayValue array, Value key) throws BuiltinFault {
    long index = index(key);
    if (index >= 0
        && index < slots.size()
        && slots.get((int) index) instanceof Edited(EditTree tree)) {
      return tree;
    }
    if (index < 0 || index >= array.size()) {
      throw BuiltinFault.of("path " + index + " does not exist in array term " + array);
    }
    if (index >= slots.size()) {
      throw BuiltinFault.of("index for array delete out of bounds");
    }
    EditTree child = new EditTree(array.get((int) index));
    slots.set((int) index, new Edited(child));
    return child;
  }

  private EditTree put(Value key, Value value) {
    EditTree child = new EditTree(value);
    children.remove(key);
    children.put(key, new Present(child));
    return child;
  }

  private void insert(Value key, Value value) throws BuiltinFault {
    switch (original) {
      case ObjectValue object -> put(key, value);
      case SetValue set -> {
        if (!key.equals(value)) {
          throw BuiltinFault.of("set key " + key + " does not equal value to be inserted " + value);
        }
        if (isComposite(key)) {
          reset(render());
        }
        put(key, value);
      }
      case ArrayValue array -> {
        long index = index(key);
        if (index < 0 || index > slots.size()) {
          throw BuiltinFault.of("index for array insertion out of bounds");
        }
        slots.add((int) index, new Edited(new EditTree(value)));
      }
      default -> throw BuiltinFault.of("expected composite type, found value: " + typed(original));
    }
  }

  private void delete(Value key) throws BuiltinFault {
    switch (original) {
      case ObjectValue object -> deleteMember(key, object.get(key));
      case SetValue set -> {
        if (isComposite(key)) {
          reset(render());
        }
        deleteMember(key, ((SetValue) original).contains(key) ? key : null);
      }
      case ArrayValue array -> {
        long index = index(key);
        if (index < 0 || index >= slots.size()) {
          throw BuiltinFault.of("index for array delete out of bounds");
        }
        slots.remove((int) index);
      }
      default -> throw BuiltinFault.of("expected composite type, found value: " + typed(original));
    }
  }

  private void deleteMember(Value key, @Nullable Value untouched) throws BuiltinFault {
    switch (children.get(key)) {
      case Present(EditTree tree) -> children.put(key, new Deleted(isComposite(tree.original)));
      case Deleted deleted -> throw alreadyDeleted("delete", deleted, key);
      case null -> {
        if (untouched == null) {
          throw BuiltinFault.of("cannot delete child key " + key + " that does not exist");
        }
        children.put(key, new Deleted(isComposite(untouched)));
      }
    }
  }

  private static BuiltinFault alreadyDeleted(String verb, Deleted deleted, Value key) {
    return BuiltinFault.of(
        "cannot "
            + verb
            + " the already deleted "
            + (deleted.composite() ? "composite" : "scalar")
            + " node for key "
            + key);
  }

  private static boolean isComposite(Value value) {
    return value instanceof ObjectValue || value instanceof SetValue || value instanceof ArrayValue;
  }

  /// An array's index by number or text; `-` is the one behind the last.
  private long index(Value key) throws BuiltinFault {
    switch (key) {
      case NumberValue number -> {
        if (!number.isWrittenWhole()) {
          throw BuiltinFault.of("invalid number type for indexing");
        }
        return number.longValue();
      }
      case StringValue string -> {
        return string.text().equals("-") ? slots.size() : textIndex(string.text());
      }
      default -> throw BuiltinFault.of("invalid type for indexing");
    }
  }

  private static long textIndex(String text) throws BuiltinFault {
    NumberValue number = number(text);
    if (number == null || !number.isWrittenWhole()) {
      throw BuiltinFault.of("invalid string for indexing");
    }
    if (!text.equals("0") && text.startsWith("0")) {
      throw BuiltinFault.of("leading zeros are not allowed in JSON paths");
    }
    return number.longValue();
  }

  private static @Nullable NumberValue number(String text) {
    try {
      return NumberValue.parse(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /// A value with the name of its type in OPA.
  private static String typed(Value value) {
    String type = value.typeName();
    return value + " (type: ast." + Character.toUpperCase(type.charAt(0)) + type.substring(1) + ")";
  }
}
