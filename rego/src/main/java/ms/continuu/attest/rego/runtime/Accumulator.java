package ms.continuu.attest.rego.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// A set or an object that the rules of one document add to.
public final class Accumulator {
  private final SetValue.@Nullable Builder set;
  private final Branch root = new Branch();

  /// A node of an object: a branch, a set that grows, or a value.
  private sealed interface Node {}

  private static final class Branch implements Node {
    final Map<Value, Node> members = new LinkedHashMap<>();
  }

  private record Members(SetValue.Builder set) implements Node {}

  private record Leaf(Value value) implements Node {}

  private Accumulator(SetValue.@Nullable Builder set) {
    this.set = set;
  }

  public static Accumulator ofSet() {
    return new Accumulator(SetValue.builder());
  }

  public static Accumulator ofObject() {
    return new Accumulator(null);
  }

  /// Adds a member to the set, or to the set at a path of the object; false when it was there.
  public boolean addMember(Value[] path, Value member, Location head) {
    if (set != null) {
      return set.add(member);
    }
    Branch branch = descend(path, head);
    Value last = path[path.length - 1];
    Node known = branch.members.get(last);
    if (known == null) {
      Members members = new Members(SetValue.builder());
      branch.members.put(last, members);
      return members.set.add(member);
    }
    if (!(known instanceof Members(SetValue.Builder members))) {
      throw EvaluationError.objectKeys(head);
    }
    return members.add(member);
  }

  /// Puts a value at a path of the object; false when it was there.
  public boolean putValue(Value[] path, Value value, Location head) {
    Branch branch = descend(path, head);
    Value last = path[path.length - 1];
    Node known = branch.members.get(last);
    if (known == null) {
      branch.members.put(last, new Leaf(value));
      return true;
    }
    if (!valueOf(known).equals(value)) {
      throw EvaluationError.objectKeys(head);
    }
    return false;
  }

  /// The branch that has the last key of the path. What a rule has given a value has no members of
  /// other rules.
  private Branch descend(Value[] path, Location head) {
    Branch branch = root;
    for (int i = 0; i < path.length - 1; i++) {
      Node next = branch.members.computeIfAbsent(path[i], key -> new Branch());
      if (!(next instanceof Branch deeper)) {
        throw EvaluationError.objectKeys(head);
      }
      branch = deeper;
    }
    return branch;
  }

  public Value build() {
    return set != null ? set.build() : valueOf(root);
  }

  private static Value valueOf(Node node) {
    return switch (node) {
      case Leaf(Value value) -> value;
      case Members(SetValue.Builder members) -> members.build();
      case Branch branch -> {
        ObjectValue.Builder object = ObjectValue.builder(branch.members.size());
        branch.members.forEach((key, member) -> object.put(key, valueOf(member)));
        yield object.build();
      }
    };
  }
}
