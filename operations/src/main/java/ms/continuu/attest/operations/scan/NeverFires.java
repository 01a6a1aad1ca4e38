package ms.continuu.attest.operations.scan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.policy.rego.RegoModules;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import org.jspecify.annotations.Nullable;

/// Rules of which every body contradicts itself, or draws on a rule that does.
final class NeverFires implements ScanRule {

  @Override
  public Description description() {
    return new Description(
        "never-fires",
        Severity.HIGH,
        "Rules can fire",
        "A rule whose conditions cannot hold together protects from nothing, however good it"
            + " looks.",
        "correct the condition, or remove the rule");
  }

  @Override
  public void inspect(ScannedPolicies policies, Report report) {
    for (ScannedModule module : policies.modules()) {
      Set<String> dead = new HashSet<>();
      boolean more = true;
      while (more) {
        more = false;
        for (Rule rule : module.rules()) {
          String name = RegoModules.nameOf(rule);
          if (!dead.contains(name) && isDead(name, module, policies, dead)) {
            dead.add(name);
            more = true;
          }
        }
      }
      for (Rule rule : module.rules()) {
        String why = rule.isDefault() ? "" : why(rule, dead);
        if (!why.isEmpty()) {
          report.add(
              module,
              rule.head().location(),
              RegoModules.isJudging(rule) ? Severity.HIGH : Severity.MEDIUM,
              "`" + RegoModules.nameOf(rule) + "` never fires: " + why);
        }
      }
    }
  }

  /// Whether no definition of a rule can hold.
  private static boolean isDead(
      String name, ScannedModule module, ScannedPolicies policies, Set<String> dead) {
    List<Rule> definitions =
        policies.modules().stream()
            .filter(other -> other.packageName().equals(module.packageName()))
            .flatMap(other -> other.rules().stream())
            .filter(rule -> RegoModules.nameOf(rule).equals(name))
            .toList();
    return definitions.stream().allMatch(rule -> !rule.isDefault() && !why(rule, dead).isEmpty())
        // A partial rule is an empty set or object, which is defined.
        && definitions.stream()
            .allMatch(rule -> rule.head().key() == null && rule.head().ref().terms().size() == 1);
  }

  /// Why a rule cannot hold; empty when it can, or nobody knows.
  private static String why(Rule rule, Set<String> dead) {
    String why = "";
    for (Rule each : Nodes.chain(rule)) {
      why = why(each.body(), dead);
      if (why.isEmpty()) {
        return "";
      }
    }
    return why;
  }

  private static String why(Body body, Set<String> dead) {
    String contradiction = Contradictions.in(body);
    if (!contradiction.isEmpty()) {
      return contradiction;
    }
    for (Expr expr : body.exprs()) {
      if (!expr.negated()
          && expr.withs().isEmpty()
          && expr.form() instanceof Expr.Single(Term term)
          && named(term) != null
          && dead.contains(named(term))) {
        return "`" + named(term) + "` never holds";
      }
    }
    return "";
  }

  private static @Nullable String named(Term term) {
    return switch (term) {
      case Term.Var variable -> variable.name();
      case Term.Call call
          when call.operator() instanceof Term.Ref ref
              && ref.terms().size() == 1
              && ref.head() instanceof Term.Var variable ->
          variable.name();
      default -> null;
    };
  }
}
