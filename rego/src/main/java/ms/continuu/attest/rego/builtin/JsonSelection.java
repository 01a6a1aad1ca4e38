package ms.continuu.attest.rego.builtin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// `json.filter` and `json.remove`: what paths lead to, or the rest.
final class JsonSelection implements BuiltinFamily {
  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("json.filter", JsonSelection::filter);
    registry.add("json.remove", JsonSelection::remove);
  }

  private static Value filter(BuiltinContext context, Value[] operands) throws BuiltinFault {
    ObjectValue object = Operands.object(operands, 1);
    return kept(object, tree(JsonPath.operand(operands)));
  }

  private static @Nullable Value remove(BuiltinContext context, Value[] operands)
      throws BuiltinFault {
    ObjectValue object = Operands.object(operands, 1);
    return rest(object, tree(JsonPath.operand(operands)));
  }

  /// The paths as nested objects with null where a path ends. A path wins over longer ones that
  /// come later, and over those before it.
  private static ObjectValue tree(List<List<Value>> paths) {
    PathTree root = new PathTree();
    for (List<Value> path : paths) {
      if (!path.isEmpty()) {
        root.add(path);
      }
    }
    return root.build();
  }

  private static final class PathTree {
    private final Map<Value, @Nullable PathTree> children = new HashMap<>();

    void add(List<Value> path) {
      PathTree node = this;
      for (Value key : path.subList(0, path.size() - 1)) {
        if (node.children.containsKey(key) && node.children.get(key) == null) {
          return;
        }
        PathTree child = node.children.get(key);
        if (child == null) {
          child = new PathTree();
          node.children.put(key, child);
        }
        node = child;
      }
      node.children.put(path.getLast(), null);
    }

    ObjectValue build() {
      ObjectValue.Builder object = ObjectValue.builder(children.size());
      children.forEach(
          (key, child) -> object.put(key, child == null ? NullValue.NULL : child.build()));
      return object.build();
    }
  }

  /// What of a value the tree of paths leads to.
  private static Value kept(Value value, Value paths) {
    if (!(paths instanceof ObjectValue tree)) {
      return value;
    }
    return switch (value) {
      case ArrayValue array -> {
        List<Value> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
          Value below = tree.get(Integer.toString(i));
          if (below != null) {
            items.add(kept(array.get(i), below));
          }
        }
        yield ArrayValue.of(items);
      }
      case SetValue set -> {
        SetValue.Builder items = SetValue.builder(set.size());
        for (Value item : set) {
          Value below = tree.get(item);
          if (below != null) {
            items.add(kept(item, below));
          }
        }
        yield items.build();
      }
      case ObjectValue object -> {
        ObjectValue.Builder pairs = ObjectValue.builder();
        for (int i = 0; i < object.size(); i++) {
          Value below = tree.get(object.keyAtSlot(i));
          if (below != null) {
            pairs.put(object.keyAtSlot(i), kept(object.valueAtSlot(i), below));
          }
        }
        yield pairs.build();
      }
      default -> value;
    };
  }

  /// What of a value no path leads to; null when one leads to the whole.
  private static @Nullable Value rest(Value value, @Nullable Value paths) {
    if (paths instanceof NullValue) {
      return null;
    }
    if (!(paths instanceof ObjectValue tree)) {
      return value;
    }
    return switch (value) {
      case ArrayValue array -> {
        List<Value> items = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
          Value left = rest(array.get(i), tree.get(Integer.toString(i)));
          if (left != null) {
            items.add(left);
          }
        }
        yield ArrayValue.of(items);
      }
      case SetValue set -> {
        SetValue.Builder items = SetValue.builder(set.size());
        for (Value item : set) {
          Value left = rest(item, tree.get(item));
          if (left != null) {
            items.add(left);
          }
        }
        yield items.build();
      }
      case ObjectValue object -> {
        ObjectValue.Builder pairs = ObjectValue.builder(object.size());
        for (int i = 0; i < object.size(); i++) {
          Value left = rest(object.valueAtSlot(i), tree.get(object.keyAtSlot(i)));
          if (left != null) {
            pairs.put(object.keyAtSlot(i), left);
          }
        }
        yield pairs.build();
      }
      default -> value;
    };
  }
}
