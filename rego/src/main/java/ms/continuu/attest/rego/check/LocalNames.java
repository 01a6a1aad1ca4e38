package ms.continuu.attest.rego.check;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.value.Location;

/// Makes names that nothing has yet: `__local0__`, `__local1__`, … in modules, `__localq0__` in
/// queries. Remembers the terms that they stand for, which errors show instead.
final class LocalNames {
  private final String prefix;
  private final Set<String> taken;
  private final Map<String, Term> subjects = new HashMap<>();
  private int next;

  private LocalNames(String prefix, Set<String> taken) {
    this.prefix = prefix;
    this.taken = taken;
  }

  static LocalNames ofModules(Collection<ModuleDraft> modules) {
    Set<String> taken = new HashSet<>();
    Walk walk = generatedNames(taken);
    for (ModuleDraft module : modules) {
      for (RuleDraft rule : module.rules()) {
        for (RuleDraft each = rule; each != null; each = each.otherwise) {
          // OPA does not look at the keys of sets.
          each.head().ref().terms().forEach(walk::visit);
          each.head().args().forEach(walk::visit);
          walk.visit(each.head().value());
          walk.visit(each.body());
        }
      }
    }
    return new LocalNames("__local", taken);
  }

  static LocalNames ofQuery(Body query) {
    Set<String> taken = new HashSet<>();
    generatedNames(taken).visit(query);
    return new LocalNames("__localq", taken);
  }

  private static Walk generatedNames(Set<String> taken) {
    return Walk.ofVariables(name -> {
      if (Exprs.isGenerated(name)) {
        taken.add(name);
      }
    });
  }

  String next() {
    String name = prefix + next++ + "__";
    while (taken.contains(name)) {
      name = prefix + next++ + "__";
    }
    return name;
  }

  Term.Var variable(Location location) {
    return new Term.Var(next(), location);
  }

  /// `__localN__ = term`.
  Expr equality(Term term) {
    return Exprs.equality(variable(term.location()), term, term.location()).asGenerated();
  }

  /// Remembers what a generated variable stands for.
  void standsFor(Term variable, Term subject) {
    subjects.put(((Term.Var) variable).name(), subject);
  }

  Map<String, Term> subjects() {
    return subjects;
  }
}
