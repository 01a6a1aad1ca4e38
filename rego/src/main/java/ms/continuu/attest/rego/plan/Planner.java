package ms.continuu.attest.rego.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ms.continuu.attest.rego.builtin.BuiltinRegistry;
import ms.continuu.attest.rego.check.CheckedProgram;
import ms.continuu.attest.rego.check.CheckedQuery;
import ms.continuu.attest.rego.check.RuleTree;
import ms.continuu.attest.rego.ir.BuiltinTarget;
import ms.continuu.attest.rego.ir.Callable;
import ms.continuu.attest.rego.ir.DocumentNode;
import ms.continuu.attest.rego.ir.Layout;
import ms.continuu.attest.rego.ir.Operand;
import ms.continuu.attest.rego.ir.Program;
import ms.continuu.attest.rego.ir.Query;
import ms.continuu.attest.rego.ir.RuleSet;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.types.BuiltinDeclaration;
import ms.continuu.attest.rego.types.Capabilities;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Plans one program and the queries over it. Rules are planned when they are first needed.
public final class Planner {
  private static final Value SYSTEM = StringValue.of("system");

  private final CheckedProgram checked;
  private final BuiltinRegistry builtins;
  private final Map<String, BuiltinDeclaration> declarations = new HashMap<>();
  private final Map<String, BuiltinTarget> targets = new ConcurrentHashMap<>();
  private final List<RuleSet> ruleSets = new ArrayList<>();
  private final DocumentNode root;

  /// The module that each rule stands in.
  private final RulePlanner rules;

  public Planner(CheckedProgram checked, BuiltinRegistry builtins) {
    this.checked = checked;
    this.builtins = builtins;
    Capabilities.current().builtins().forEach(d -> declarations.put(d.name(), d));
    checked.options().capabilities().builtins().forEach(d -> declarations.put(d.name(), d));
    rules = new RulePlanner(this, packages(checked));
    root = node(checked.rules(), List.of(), false);
  }

  /// The planned program.
  public Program program() {
    return new Program(root, List.copyOf(ruleSets));
  }

  /// Plans a query.
  public Query query(CheckedQuery query) {
    Layout layout = new Layout();
    BlockPlanner planner = new BlockPlanner(this, layout);
    var block = planner.query(query.body());
    List<Query.Result> results = new ArrayList<>();
    for (Expr expr : query.body().exprs()) {
      if (!expr.generated()) {
        Operand value = Captures.of(expr).map(planner::local).orElse(null);
        results.add(new Query.Result(value, expr.location().text(), expr.location()));
      }
    }
    List<@Nullable String> names = new ArrayList<>();
    for (int slot = 0; slot < layout.size(); slot++) {
      names.add(shown(layout.name(slot), query.rewrittenVars()));
    }
    return new Query(block, layout, results, names);
  }

  private static @Nullable String shown(String variable, Map<String, String> rewritten) {
    String name = rewritten.getOrDefault(variable, variable);
    return name.startsWith("$") || name.startsWith("__local") ? null : name;
  }

  DocumentNode root() {
    return root;
  }

  CheckedProgram checked() {
    return checked;
  }

  /// What an operator calls, or null when nothing has that name.
  @Nullable Callable callable(Term.Ref operator) {
    RuleSet function = function(operator);
    return function != null ? function : builtin(name(operator));
  }

  /// The number of arguments of what an operator calls, or -1 when nothing has that name.
  int arity(Term.Ref operator) {
    Callable found = callable(operator);
    return found == null ? -1 : found.arity();
  }

  /// The function at a ref, or null.
  @Nullable RuleSet function(Term.Ref ref) {
    if (!(ref.head() instanceof Term.Var head) || !head.name().equals("data")) {
      return null;
    }
    DocumentNode node = root;
    for (Term part : ref.terms().subList(1, ref.terms().size())) {
      node = part instanceof Term.Scalar scalar ? node.child(scalar.value()) : null;
      if (node == null) {
        return null;
      }
    }
    RuleSet found = node.rules();
    return found != null && found.isFunction() ? found : null;
  }

  private @Nullable BuiltinTarget builtin(String name) {
    BuiltinTarget known = targets.get(name);
    if (known == null) {
      BuiltinDeclaration declared = declarations.get(name);
      if (declared == null) {
        return null;
      }
      known =
          new BuiltinTarget(
              name, declared.arity(), !declared.isVoid(), declared.relation(), builtins.get(name));
      targets.put(name, known);
    }
    return known;
  }

  /// A built-in's name as its ref spells it.
  static String name(Term.Ref ref) {
    StringBuilder text = new StringBuilder();
    for (Term part : ref.terms()) {
      if (!text.isEmpty()) {
        text.append('.');
      }
      switch (part) {
        case Term.Var var -> text.append(var.name());
        case Term.Scalar(StringValue string, var place) -> text.append(string.text());
        default -> text.append(part);
      }
    }
    return text.toString();
  }

  private static IdentityHashMap<Rule, Term.Ref> packages(CheckedProgram checked) {
    IdentityHashMap<Rule, Term.Ref> packages = new IdentityHashMap<>();
    for (Module module : checked.modules().values()) {
      for (Rule rule : module.rules()) {
        packages.put(rule, module.packageDeclaration().path());
      }
    }
    return packages;
  }

  private DocumentNode node(RuleTree tree, List<Value> path, boolean system) {
    DocumentNode node = new DocumentNode(tree.key(), system);
    List<Rule> here = tree.rules();
    if (!here.isEmpty()) {
      node.define(ruleSet(tree, path));
    }
    List<DocumentNode> children = new ArrayList<>();
    for (RuleTree child : tree.children()) {
      List<Value> childPath = new ArrayList<>(path);
      childPath.add(child.key());
      children.add(node(child, childPath, path.isEmpty() && child.key().equals(SYSTEM)));
    }
    node.adopt(children.toArray(DocumentNode[]::new));
    return node;
  }

  private RuleSet ruleSet(RuleTree tree, List<Value> path) {
    boolean ground = tree.rules().stream().allMatch(rule -> RulePlanner.groundHead(rule));
    List<Rule> members = new ArrayList<>(tree.rules());
    if (!ground) {
      tree.children().forEach(child -> collect(child, members));
    }
    Rule first = members.getFirst();
    RuleSet set =
        new RuleSet(
            ruleSets.size(),
            path.toArray(Value[]::new),
            first.head().args().isEmpty() ? -1 : first.head().args().size(),
            first.head().value() == null,
            ground,
            RulePlanner.text(path),
            owner -> rules.plan(members));
    ruleSets.add(set);
    return set;
  }

  private static void collect(RuleTree tree, List<Rule> found) {
    found.addAll(tree.rules());
    tree.children().forEach(child -> collect(child, found));
  }
}
