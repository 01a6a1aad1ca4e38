package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;

/// Tells which variables of a body are unsafe.
final class SafetyErrors {
  private static final Set<String> KEYWORDS =
      Set.of("in", "every", "contains", "if", "and", "or", "not");

  private static final Comparator<Location> PLACES =
      Comparator.comparing((Location location) -> location.row() == 0)
          .thenComparing(Location::file)
          .thenComparingInt(Location::row)
          .thenComparingInt(Location::column);

  private SafetyErrors() {}

  /// @param unsafe the variables by the expressions that need them
  /// @param names what the user called generated variables
  /// @param scope ends each message
  static List<Diagnostic> of(
      IdentityHashMap<Expr, Set<String>> unsafe, Map<String, String> names, String scope) {
    Set<String> assigned = assigned(unsafe.keySet(), names);
    Map<String, Location> first = new HashMap<>();
    unsafe.forEach((expr, variables) -> {
      for (String variable : variables) {
        first.merge(variable, expr.location(), (a, b) -> PLACES.compare(a, b) <= 0 ? a : b);
      }
    });
    List<String> variables = new ArrayList<>(first.keySet());
    variables.sort(
        Comparator.comparing((String v) -> first.getOrDefault(v, Location.NONE), PLACES)
            .thenComparing(Comparator.naturalOrder()));
    // A variable that would be assigned is only unsafe because another one is.
    boolean others =
        variables.stream()
            .anyMatch(variable -> {
              String name = names.getOrDefault(variable, variable);
              return !Exprs.isGenerated(name) && !isOf(assigned, variable, name);
            });
    List<Diagnostic> errors = new ArrayList<>();
    for (String variable : variables) {
      String name = names.getOrDefault(variable, variable);
      if (Exprs.isGenerated(name) || (others && isOf(assigned, variable, name))) {
        continue;
      }
      String hint =
          KEYWORDS.contains(name)
              ? " (hint: `import future.keywords." + name + "` to import a future keyword)"
              : "";
      errors.add(
          ErrorLog.error(
              ErrorLog.UNSAFE,
              "var " + Exprs.shown(name) + " is unsafe" + scope + hint,
              first.getOrDefault(variable, Location.NONE)));
    }
    return errors.isEmpty() ? ofExpressions(unsafe, scope) : errors;
  }

  private static boolean isOf(Set<String> assigned, String variable, String name) {
    return assigned.contains(name) || assigned.contains(variable);
  }

  /// Generated variables mean nothing to the user: the expressions that need them are told.
  private static List<Diagnostic> ofExpressions(
      IdentityHashMap<Expr, Set<String>> unsafe, String scope) {
    List<Expr> exprs = new ArrayList<>(unsafe.keySet());
    exprs.sort(Comparator.comparing(Expr::location, PLACES));
    Set<String> seen = new HashSet<>();
    List<Diagnostic> errors = new ArrayList<>();
    for (Expr expr : exprs) {
      int before = seen.size();
      for (String variable : unsafe.getOrDefault(expr, Set.of())) {
        if (Exprs.isGenerated(variable)) {
          seen.add(variable);
        }
      }
      if (seen.size() > before) {
        errors.add(
            ErrorLog.error(ErrorLog.UNSAFE, "expression is unsafe" + scope, expr.location()));
      }
    }
    return errors;
  }

  private static Set<String> assigned(Set<Expr> exprs, Map<String, String> names) {
    Set<String> assigned = new HashSet<>();
    for (Expr expr : exprs) {
      if (expr.assigned() && Exprs.hasTwoOperands(expr)) {
        Walk.ofVariables(
                variable -> {
                  assigned.add(variable);
                  assigned.add(names.getOrDefault(variable, variable));
                })
            .visit(Exprs.operand(expr, 0));
      }
    }
    return assigned;
  }
}
