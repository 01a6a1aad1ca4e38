package ms.continuu.attest.operations.opa;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.Terms;
import ms.continuu.attest.value.Location;

/// The refs of `data` and `input` that a rule reads. Variables that stand for refs are followed: `x
/// = input.a; x.b == 1` reads `input.a.b`.
final class RuleReads {
  private final List<Term.Ref> reads = new ArrayList<>();

  private RuleReads() {}

  /// The refs that a rule and its `else` read; of refs that begin alike the shortest.
  static List<Term.Ref> of(Rule rule) {
    RuleReads found = new RuleReads();
    for (Rule each = rule; each != null; each = each.otherwise()) {
      Set<String> headVariables = new HashSet<>();
      NodeWalk.ofHead(each.head()).collectVariables(headVariables);
      found.add(each.body(), headVariables);
    }
    return minimal(found.reads);
  }

  /// The same of a query, all of whose variables are output.
  static List<Term.Ref> ofQuery(Body query) {
    RuleReads found = new RuleReads();
    Set<String> variables = new HashSet<>();
    NodeWalk.of(query).collectVariables(variables);
    variables.removeIf(name -> name.startsWith("$"));
    found.add(query, variables);
    return minimal(found.reads);
  }

  private static List<Term.Ref> minimal(List<Term.Ref> refs) {
    TreeSet<Term.Ref> sorted = new TreeSet<>(Terms::compare);
    sorted.addAll(refs);
    List<Term.Ref> minimal = new ArrayList<>();
    for (Term.Ref ref : sorted) {
      if (minimal.isEmpty() || !hasPrefix(ref, minimal.getLast())) {
        minimal.add(ref);
      }
    }
    return minimal;
  }

  private static boolean hasPrefix(Term.Ref ref, Term.Ref prefix) {
    int length = prefix.terms().size();
    if (length > ref.terms().size()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (Terms.compare(ref.terms().get(i), prefix.terms().get(i)) != 0) {
        return false;
      }
    }
    return true;
  }

  private void add(Body body, Set<String> headVariables) {
    Map<String, List<Term.Ref>> equal = new LinkedHashMap<>();
    Set<String> bodyVariables = new HashSet<>();
    NodeWalk.of(body).collectVariables(bodyVariables);
    bodyVariables.forEach(name -> equal.put(name, new ArrayList<>()));
    List<Expr> others = new ArrayList<>();
    for (Expr expr : body.exprs()) {
      if (!addEquality(expr, equal)) {
        others.add(expr);
      }
    }
    Map<String, TreeSet<Term.Ref>> joined = joined(equal);
    List<Term.Ref> headRefs = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (Expr expr : others) {
      if (expr.form() instanceof Expr.Single single
          && single.term() instanceof Term.Ref ref
          && ref.terms().getLast() instanceof Term.Var last
          && headVariables.contains(last.name())) {
        headRefs.addAll(expanded(ref, joined));
      } else {
        NodeWalk walk = NodeWalk.of(expr);
        walk.refs().forEach(ref -> reads.addAll(expanded(ref, joined)));
        walk.collectVariablesOutsideHeads(used);
      }
    }
    for (Term.Ref ref : headRefs) {
      if (reads.stream().noneMatch(read -> hasPrefix(read, ref))) {
        reads.add(ref);
      }
      NodeWalk.ofPathOf(ref).refs().forEach(inner -> reads.addAll(expanded(inner, joined)));
    }
    for (Term.Ref ref : NodeWalk.of(body).refs()) {
      for (Term part : ref.terms().subList(1, ref.terms().size())) {
        if (part instanceof Term.Var variable) {
          used.add(variable.name());
        }
      }
    }
    addRemaining(joined, used, headVariables);
  }

  private static boolean addEquality(Expr expr, Map<String, List<Term.Ref>> equal) {
    if (!(expr.form() instanceof Expr.Call call
        && call.operands().size() == 2
        && NodeWalk.isOperator(call.operator(), "eq", "="))) {
      return false;
    }
    Term left = call.operands().get(0);
    Term right = call.operands().get(1);
    if (left instanceof Term.Var variable && right instanceof Term.Ref ref) {
      equal.computeIfAbsent(variable.name(), name -> new ArrayList<>()).add(ref);
      return true;
    }
    if (!(left instanceof Term.Var)
        && right instanceof Term.Var variable
        && left instanceof Term.Ref ref) {
      equal.computeIfAbsent(variable.name(), name -> new ArrayList<>()).add(ref);
      return true;
    }
    return false;
  }

  private static boolean isRooted(Term.Ref ref) {
    return ref.head() instanceof Term.Var root
        && (root.name().equals("data") || root.name().equals("input"));
  }

  /// For each variable the rooted refs that it may stand for.
  private static Map<String, TreeSet<Term.Ref>> joined(Map<String, List<Term.Ref>> equal) {
    Map<String, TreeSet<Term.Ref>> joined = new LinkedHashMap<>();
    equal.keySet().forEach(name -> joined.put(name, new TreeSet<>(Terms::compare)));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Map.Entry<String, List<Term.Ref>> entry : equal.entrySet()) {
        TreeSet<Term.Ref> refs =
            joined.computeIfAbsent(entry.getKey(), name -> new TreeSet<>(Terms::compare));
        for (Term.Ref ref : entry.getValue()) {
          changed |= refs.addAll(expanded(ref, joined));
        }
      }
    }
    return joined;
  }

  /// A ref as it is, or with what its head stands for.
  private static List<Term.Ref> expanded(Term.Ref ref, Map<String, TreeSet<Term.Ref>> joined) {
    if (isRooted(ref)) {
      return List.of(ref);
    }
    List<Term.Ref> expanded = new ArrayList<>();
    if (ref.head() instanceof Term.Var variable) {
      TreeSet<Term.Ref> heads = joined.get(variable.name());
      if (heads != null) {
        for (Term.Ref head : List.copyOf(heads)) {
          List<Term> terms = new ArrayList<>(head.terms());
          terms.addAll(ref.terms().subList(1, ref.terms().size()));
          expanded.add(new Term.Ref(terms, Location.NONE));
        }
      }
    }
    return expanded;
  }

  private void addRemaining(
      Map<String, TreeSet<Term.Ref>> joined, Set<String> used, Set<String> headVariables) {
    List<Term.Ref> aliased = new ArrayList<>();
    joined.forEach((name, refs) -> {
      boolean alias = refs.size() == 1 && !headVariables.contains(name) && !used.contains(name);
      for (Term.Ref ref : refs) {
        if (alias) {
          aliased.add(ref);
          NodeWalk.ofPathOf(ref).refs().forEach(inner -> reads.addAll(expanded(inner, joined)));
        } else {
          reads.add(ref);
          NodeWalk.ofPathOf(ref).refs().forEach(inner -> reads.addAll(expanded(inner, joined)));
        }
      }
    });
    List<Term.Ref> known = List.copyOf(reads);
    for (Term.Ref ref : aliased) {
      if (known.stream().noneMatch(read -> hasPrefix(read, ref) || hasPrefix(ref, read))) {
        reads.add(ref);
      }
    }
  }
}
