package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// The rules by their paths below `data`, as far as a path is constant. A node has the rules whose
/// head ref's constant prefix ends there.
///
/// INVARIANT: not changed after the check that made it.
public final class RuleTree {
  private final Value key;
  private final NavigableMap<Value, RuleTree> children = new TreeMap<>();
  private final List<Rule> rules = new ArrayList<>();

  RuleTree(Value key) {
    this.key = key;
  }

  /// The last part of this node's path; `"data"` for the root.
  public Value key() {
    return key;
  }

  /// The node one part below, or null.
  public @Nullable RuleTree child(Value part) {
    return children.get(part);
  }

  /// The nodes one part below, in order.
  public Collection<RuleTree> children() {
    return children.values();
  }

  /// The rules that end here, in the order of modules and of their text.
  public List<Rule> rules() {
    return rules;
  }

  RuleTree descend(Value part) {
    return children.computeIfAbsent(part, RuleTree::new);
  }
}
