package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.Terms;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// The rules by their paths below `data`, as far as a path is constant. A node has the rules whose
/// head ref's constant prefix ends there.
///
/// INVARIANT: not changed after the check that made it.
public final class RuleTree {
  private static final StringValue SYSTEM = StringValue.of("system");

  private final Value key;
  private final NavigableMap<Value, RuleTree> children = new TreeMap<>();
  private final List<RuleDraft> drafts = new ArrayList<>();
  private List<Rule> rules = List.of();
  private boolean hidden;

  RuleTree(Value key) {
    this.key = key;
  }

  /// A tree of the rules of modules; packages without rules have nodes, too.
  static RuleTree of(PackageTree packages) {
    RuleTree root = new RuleTree(StringValue.of("data"));
    packages.visit(node -> {
      for (ModuleDraft module : node.modules()) {
        if (module.rules().isEmpty()) {
          root.descendTo(module.path());
        }
        for (RuleDraft rule : module.rules()) {
          root.descendTo(rule.groundPath()).drafts.add(rule);
        }
      }
      return true;
    });
    RuleTree system = root.children.get(SYSTEM);
    if (system != null) {
      system.hidden = true;
    }
    return root;
  }

  private RuleTree descendTo(List<Term> path) {
    RuleTree node = this;
    for (Term part : path.subList(1, path.size())) {
      if (!(part instanceof Term.Scalar scalar)) {
        break;
      }
      node = node.children.computeIfAbsent(scalar.value(), RuleTree::new);
    }
    return node;
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

  /// Whether refs with a variable in this place pass this node over: it is `data.system`.
  public boolean isHidden() {
    return hidden;
  }

  /// The node that a ref such as `data.a.b` leads to, or null; call on the root.
  public @Nullable RuleTree find(List<Term> ref) {
    if (ref.isEmpty() || !isData(ref.getFirst())) {
      return null;
    }
    RuleTree node = this;
    for (int i = 1; i < ref.size() && node != null; i++) {
      node = node.child(ref.get(i));
    }
    return node;
  }

  static boolean isData(Term term) {
    return term instanceof Term.Var variable && variable.name().equals("data");
  }

  @Nullable RuleTree child(Term part) {
    return part instanceof Term.Scalar scalar ? children.get(scalar.value()) : null;
  }

  List<RuleDraft> drafts() {
    return drafts;
  }

  /// The rules that end exactly at the ref.
  List<RuleDraft> exactly(List<Term> ref) {
    RuleTree node = find(ref);
    return node == null ? List.of() : node.drafts;
  }

  /// Visits this node and those below, in order.
  ///
  /// @param enters false passes over what is below
  void visit(Predicate<RuleTree> enters) {
    if (enters.test(this)) {
      children.values().forEach(child -> child.visit(enters));
    }
  }

  /// The rules that a ref may refer to, hidden ones too; call on the root.
  Set<RuleDraft> mayRefer(List<Term> ref) {
    Set<RuleDraft> found = new LinkedHashSet<>();
    if (!ref.isEmpty() && isData(ref.getFirst())) {
      addIntersecting(found, ref, 1);
      addBelow(found, ref, 1);
    }
    return found;
  }

  private void addBelow(Set<RuleDraft> found, List<Term> ref, int i) {
    if (i >= ref.size()) {
      visit(node -> {
        found.addAll(node.drafts);
        return true;
      });
    } else if (Terms.isConstant(ref.get(i))) {
      RuleTree child = child(ref.get(i));
      if (child != null) {
        child.addIntersecting(found, ref, i + 1);
        child.addBelow(found, ref, i + 1);
      }
    } else {
      for (RuleTree child : children.values()) {
        child.addIntersecting(found, ref, i + 1);
        child.addBelow(found, ref, i + 1);
      }
    }
  }

  private void addIntersecting(Set<RuleDraft> found, List<Term> ref, int from) {
    for (RuleDraft rule : drafts) {
      if (mayIntersect(rule.path(), ref, from)) {
        found.add(rule);
      }
    }
  }

  private static boolean mayIntersect(List<Term> a, List<Term> b, int from) {
    for (int i = from; i < a.size() && i < b.size(); i++) {
      Term x = a.get(i);
      Term y = b.get(i);
      if (Terms.isConstant(x) && Terms.isConstant(y) && !Terms.equal(x, y)) {
        return false;
      }
    }
    return true;
  }

  /// Takes over the rules as the checked program has them.
  void publish() {
    visit(node -> {
      node.rules = node.drafts.stream().map(RuleDraft::published).toList();
      return true;
    });
  }
}
