package ms.continuu.attest.rego.interpret;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.rego.ir.Operand;
import ms.continuu.attest.rego.ir.Operand.Comprehension;
import ms.continuu.attest.rego.ir.Operand.Comprehension.Kind;
import ms.continuu.attest.rego.runtime.EvaluationError;
import ms.continuu.attest.rego.runtime.Patterns;
import ms.continuu.attest.rego.runtime.WrittenOrder;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// What a comprehension collects.
final class Collector {
  private final Comprehension comprehension;

  /// A later value of a key replaces the earlier, as in OPA's index of object comprehensions.
  private final boolean lastWins;

  private final List<Value> items;
  private final SetValue.@Nullable Builder members;
  private final ObjectValue.@Nullable Builder pairs;

  Collector(Comprehension comprehension) {
    this(comprehension, false);
  }

  Collector(Comprehension comprehension, boolean lastWins) {
    this.comprehension = comprehension;
    this.lastWins = lastWins;
    items = comprehension.kind() == Kind.ARRAY ? new ArrayList<>() : List.of();
    members = comprehension.kind() == Kind.SET ? SetValue.builder() : null;
    pairs = comprehension.kind() == Kind.OBJECT ? ObjectValue.builder() : null;
  }

  void add(Activation solution) {
    Value value = value(comprehension.value(), solution);
    if (members != null) {
      members.add(value);
      solution.machine.budget.grown(members.size(), comprehension.place());
    } else if (pairs != null) {
      put(value(comprehension.key(), solution), value);
      solution.machine.budget.grown(pairs.size(), comprehension.place());
    } else {
      items.add(value);
      solution.machine.budget.grown(items.size(), comprehension.place());
    }
  }

  private void put(Value key, Value value) {
    ObjectValue.Builder object = java.util.Objects.requireNonNull(pairs);
    Value before = lastWins ? null : object.get(key);
    if (before != null && !before.equals(value)) {
      throw EvaluationError.objectKeys(comprehension.place());
    }
    object.put(key, value);
  }

  private static Value value(@Nullable Operand pattern, Activation solution) {
    Value value = pattern == null ? null : Patterns.value(pattern, solution.slots);
    if (value == null) {
      throw new IllegalStateException("a comprehension's term is not bound");
    }
    return WrittenOrder.plain(value);
  }

  Value value() {
    if (members != null) {
      return members.build();
    }
    return pairs != null ? pairs.build() : ArrayValue.of(items);
  }
}
