package ms.continuu.attest.rego.ir;

import java.util.HashMap;
import java.util.Map;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// A node of the tree of virtual documents. Filled by the planner, not changed afterwards.
public final class DocumentNode {
  private final Value key;
  private final boolean hidden;
  private final Map<Value, DocumentNode> children = new HashMap<>();
  private DocumentNode[] sorted = {};
  private @Nullable RuleSet rules;

  public DocumentNode(Value key, boolean hidden) {
    this.key = key;
    this.hidden = hidden;
  }

  /// The last part of its path.
  public Value key() {
    return key;
  }

  /// Left out where a whole document is asked for.
  public boolean hidden() {
    return hidden;
  }

  public @Nullable DocumentNode child(Value part) {
    return children.get(part);
  }

  /// The children in the order of their keys.
  public DocumentNode[] sorted() {
    return sorted;
  }

  /// The rules that define the document here, or null.
  public @Nullable RuleSet rules() {
    return rules;
  }

  public void adopt(DocumentNode[] nodes) {
    sorted = nodes;
    for (DocumentNode node : nodes) {
      children.put(node.key, node);
    }
  }

  public void define(RuleSet set) {
    rules = set;
  }
}
