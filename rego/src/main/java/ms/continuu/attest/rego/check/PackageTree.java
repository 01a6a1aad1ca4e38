package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.Terms;
import org.jspecify.annotations.Nullable;

/// The modules by the paths of their packages. The root is `data`.
final class PackageTree {
  private final NavigableMap<Term, PackageTree> children = new TreeMap<>(Terms.ORDER);
  private final List<ModuleDraft> modules = new ArrayList<>();

  static PackageTree of(Collection<ModuleDraft> modules) {
    PackageTree root = new PackageTree();
    for (ModuleDraft module : modules) {
      PackageTree node = root;
      for (Term part : module.path().subList(1, module.path().size())) {
        node = node.children.computeIfAbsent(part, p -> new PackageTree());
      }
      node.modules.add(module);
    }
    return root;
  }

  List<ModuleDraft> modules() {
    return modules;
  }

  /// The node a path below this one, or null.
  @Nullable PackageTree find(List<Term> path) {
    PackageTree node = this;
    for (int i = 0; i < path.size() && node != null; i++) {
      node = node.children.get(path.get(i));
    }
    return node;
  }

  /// Visits this node and those below.
  ///
  /// @param enters false passes over what is below
  void visit(Predicate<PackageTree> enters) {
    if (enters.test(this)) {
      children.values().forEach(child -> child.visit(enters));
    }
  }
}
