package ms.continuu.attest.rego.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.Terms;
import org.jspecify.annotations.Nullable;

/// Which rules refer to which. The rules of an `else` are rules of their own.
final class DependencyGraph {
  static final DependencyGraph EMPTY = new DependencyGraph();

  /// By place, then by what the head defines.
  private static final Comparator<RuleDraft> ORDER =
      Comparator.comparing((RuleDraft rule) -> rule.location().row() == 0)
          .thenComparing(rule -> rule.location().file())
          .thenComparingInt(rule -> rule.location().row())
          .thenComparingInt(rule -> rule.location().column())
          .thenComparing(rule -> rule.head().ref(), Terms::compare);

  private final Map<RuleDraft, Set<RuleDraft>> dependencies = new LinkedHashMap<>();
  private final Map<RuleDraft, Set<RuleDraft>> dependents = new HashMap<>();
  private final Map<RuleDraft, RuleRefs> refs = new HashMap<>();

  private DependencyGraph() {}

  static DependencyGraph of(Collection<ModuleDraft> modules, RuleTree rules) {
    DependencyGraph graph = new DependencyGraph();
    for (ModuleDraft module : modules) {
      module.visitRules(rule -> {
        graph.add(rule, rules);
        return false;
      });
    }
    return graph;
  }

  private void add(RuleDraft rule, RuleTree rules) {
    RuleRefs found = new RuleRefs(rule.head(), rule.body());
    refs.put(rule, found);
    Set<RuleDraft> of = dependencies.computeIfAbsent(rule, r -> new LinkedHashSet<>());
    found.forEach((ref, selecting, looked, at) -> {
      for (RuleDraft target : rules.mayRefer(looked)) {
        for (RuleDraft each = target; each != null; each = each.otherwise) {
          of.add(each);
          dependents.computeIfAbsent(each, r -> new LinkedHashSet<>()).add(rule);
        }
      }
    });
  }

  Set<RuleDraft> dependencies(RuleDraft rule) {
    return dependencies.getOrDefault(rule, Set.of());
  }

  Set<RuleDraft> dependents(RuleDraft rule) {
    return dependents.getOrDefault(rule, Set.of());
  }

  /// The refs of a rule when the graph was made.
  RuleRefs refs(RuleDraft rule) {
    return refs.getOrDefault(rule, new RuleRefs(rule.head(), rule.body()));
  }

  /// All rules, each after those it refers to; null when some refer to themselves in a circle.
  @Nullable List<RuleDraft> sorted() {
    List<RuleDraft> sorted = new ArrayList<>();
    Set<RuleDraft> done = new HashSet<>();
    for (RuleDraft root : inOrder(dependencies.keySet())) {
      if (!visit(root, done, sorted)) {
        return null;
      }
    }
    return sorted;
  }

  /// A rule whose dependencies are being visited.
  private record Visit(RuleDraft rule, Deque<RuleDraft> rest) {}

  private boolean visit(RuleDraft root, Set<RuleDraft> done, List<RuleDraft> sorted) {
    if (done.contains(root)) {
      return true;
    }
    Deque<Visit> stack = new ArrayDeque<>();
    Set<RuleDraft> open = new HashSet<>();
    stack.push(open(root, open));
    while (!stack.isEmpty()) {
      Visit top = stack.peek();
      RuleDraft next = top.rest.poll();
      if (next == null) {
        stack.pop();
        open.remove(top.rule);
        done.add(top.rule);
        sorted.add(top.rule);
      } else if (open.contains(next)) {
        return false;
      } else if (!done.contains(next)) {
        stack.push(open(next, open));
      }
    }
    return true;
  }

  private Visit open(RuleDraft rule, Set<RuleDraft> open) {
    open.add(rule);
    return new Visit(rule, new ArrayDeque<>(inOrder(dependencies(rule))));
  }

  private static List<RuleDraft> inOrder(Collection<RuleDraft> rules) {
    if (rules.size() < 2) {
      return List.copyOf(rules);
    }
    List<RuleDraft> ordered = new ArrayList<>(rules);
    ordered.sort(ORDER);
    return ordered;
  }

  /// A way from a rule back to itself, beginning and ending with it; empty when there is none.
  ///
  /// @param edge which dependencies count
  List<RuleDraft> circle(RuleDraft rule, Edge edge) {
    List<RuleDraft> path = new ArrayList<>();
    path.add(rule);
    return search(rule, rule, edge, new HashSet<>(), path) ? path : List.of();
  }

  /// Whether a dependency counts.
  interface Edge {
    boolean counts(RuleDraft from, RuleDraft to);
  }

  private boolean search(
      RuleDraft from, RuleDraft target, Edge edge, Set<RuleDraft> visited, List<RuleDraft> path) {
    if (!visited.add(from)) {
      return false;
    }
    for (RuleDraft next : dependencies(from)) {
      if (!edge.counts(from, next)) {
        continue;
      }
      path.add(next);
      if (next == target || search(next, target, edge, visited, path)) {
        return true;
      }
      path.removeLast();
    }
    return false;
  }

  /// The paths of the rules that a ref may refer to, and of all that depend on them.
  List<List<Term>> pathsAffectedBy(List<Term> ref, RuleTree rules) {
    Set<RuleDraft> affected = new LinkedHashSet<>();
    Deque<RuleDraft> open = new ArrayDeque<>(rules.mayRefer(ref));
    while (!open.isEmpty()) {
      RuleDraft rule = open.pop();
      if (affected.add(rule)) {
        open.addAll(dependents(rule));
      }
    }
    return affected.stream().map(RuleDraft::groundPath).toList();
  }
}
