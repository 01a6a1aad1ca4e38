package ms.continuu.attest.rego.plan;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import ms.continuu.attest.rego.ir.Layout;
import ms.continuu.attest.rego.ir.Operand;
import ms.continuu.attest.rego.ir.RuleCode;
import ms.continuu.attest.rego.ir.RuleSet;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.rego.syntax.Terms;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Plans the rules of a set.
final class RulePlanner {
  private final Planner planner;
  private final IdentityHashMap<Rule, Term.Ref> packages;

  RulePlanner(Planner planner, IdentityHashMap<Rule, Term.Ref> packages) {
    this.planner = planner;
    this.packages = packages;
  }

  RuleSet.Rules plan(List<Rule> rules) {
    List<RuleCode[]> chains = new ArrayList<>();
    RuleCode fallback = null;
    for (Rule rule : rules) {
      Term.Ref packagePath = packages.get(rule);
      if (rule.isDefault()) {
        fallback = code(rule, packagePath);
        continue;
      }
      List<RuleCode> chain = new ArrayList<>();
      for (Rule link = rule; link != null; link = link.otherwise()) {
        chain.add(code(link, packagePath));
      }
      chains.add(chain.toArray(RuleCode[]::new));
    }
    RuleCode[][] planned = chains.toArray(RuleCode[][]::new);
    return new RuleSet.Rules(
        planned, fallback, IndexBuilder.build(planner.root(), planned, fallback));
  }

  private RuleCode code(Rule rule, Term.@Nullable Ref packagePath) {
    Rule.Head head = rule.head();
    Layout layout = new Layout();
    BlockPlanner block = new BlockPlanner(planner, layout);
    Operand[] arguments = block.patterns(head.args());
    Operand[] path = block.patterns(path(head, packagePath));
    Operand key = head.key() == null ? null : block.pattern(head.key());
    Operand value = head.value() == null ? null : block.pattern(head.value());
    return new RuleCode(
        path,
        arguments,
        value != null || key != null ? key : path[path.length - 1],
        value,
        value instanceof Operand.Constant(Value constant) ? constant : null,
        head.key() == null && groundHead(rule),
        block.rule(rule.body(), head.args()),
        layout,
        rule,
        rule.location(),
        head.location());
  }

  /// The path of a rule's document below `data`.
  private static List<Term> path(Rule.Head head, Term.@Nullable Ref packagePath) {
    List<Term> path = new ArrayList<>();
    if (packagePath != null) {
      path.addAll(packagePath.terms().subList(1, packagePath.terms().size()));
    }
    List<Term> own = head.ref().terms();
    for (int i = 0; i < own.size(); i++) {
      path.add(
          i == 0 && own.get(i) instanceof Term.Var(String name, Location location)
              ? new Term.Scalar(StringValue.of(name), location)
              : own.get(i));
    }
    return path;
  }

  /// Whether a head's ref has no variable.
  static boolean groundHead(Rule rule) {
    List<Term> terms = rule.head().ref().terms();
    return terms.stream().skip(1).allMatch(Terms::isGround);
  }

  static String text(List<Value> path) {
    List<Term> terms = new ArrayList<>();
    terms.add(new Term.Var("data", Location.NONE));
    path.forEach(part -> terms.add(new Term.Scalar(part, Location.NONE)));
    return TermText.of(new Term.Ref(terms, Location.NONE));
  }
}
