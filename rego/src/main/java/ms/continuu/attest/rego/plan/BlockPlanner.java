package ms.continuu.attest.rego.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.rego.ir.Block;
import ms.continuu.attest.rego.ir.BuiltinTarget;
import ms.continuu.attest.rego.ir.Callable;
import ms.continuu.attest.rego.ir.Layout;
import ms.continuu.attest.rego.ir.Operand;
import ms.continuu.attest.rego.ir.RuleSet;
import ms.continuu.attest.rego.ir.Statement;
import ms.continuu.attest.rego.ir.Statement.Modifier;
import ms.continuu.attest.rego.ir.Statement.Operation;
import ms.continuu.attest.rego.ir.Statement.Replacement;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// Plans the bodies and terms of one rule or query over the slots of one frame. A closure shares
/// the frame of what it stands in.
final class BlockPlanner {
  private static final Modifier[] NONE = {};

  private final Planner planner;
  private final Layout layout;
  private final Map<String, Operand.Local> locals = new HashMap<>();
  private final OperandPlanner operands;

  BlockPlanner(Planner planner, Layout layout) {
    this.planner = planner;
    this.layout = layout;
    operands = new OperandPlanner(planner, this, layout);
  }

  /// The slot of a variable.
  Operand.Local local(String name) {
    return locals.computeIfAbsent(name, n -> new Operand.Local(layout.add(n)));
  }

  Operand pattern(Term term) {
    return operands.plan(term);
  }

  Operand[] patterns(List<Term> terms) {
    return operands.plan(terms);
  }

  /// The body of a query.
  Block query(Body body) {
    operands.index(body, List.of());
    return block(body);
  }

  /// The body of a rule.
  Block rule(Body body, List<Term> parameters) {
    operands.index(body, parameters);
    return block(body);
  }

  Block block(Body body) {
    List<Statement> statements = new ArrayList<>();
    for (Expr expr : body.exprs()) {
      if (!(expr.form() instanceof Expr.Some)) {
        statements.add(statement(expr));
      }
    }
    return new Block(statements.toArray(Statement[]::new), body);
  }

  private Statement statement(Expr expr) {
    Operation operation;
    if (expr.negated()) {
      Expr positive = expr.withNegated(false).withWiths(List.of()).withIndex(0);
      operation = new Statement.Negation(block(Body.of(positive)));
    } else {
      operation = operation(expr);
    }
    return new Statement(operation, modifiers(expr), expr, expr.location());
  }

  private Operation operation(Expr expr) {
    return switch (expr.form()) {
      case Expr.Single single -> new Statement.Test(pattern(single.term()));
      case Expr.Call call -> call(call);
      case Expr.Every every -> every(every);
      case Expr.Not not -> new Statement.NotBody(block(not.body()));
      case Expr.And and -> new Statement.Both(block(and.left()), block(and.right()));
      case Expr.Or or -> new Statement.Either(block(or.left()), block(or.right()));
      case Expr.Some some -> throw new IllegalStateException("a declaration does nothing");
    };
  }

  private Operation call(Expr.Call call) {
    Term.Ref operator = operator(call.operator());
    if (operator.terms().size() == 1
        && operator.head() instanceof Term.Var var
        && var.name().equals("eq")
        && call.operands().size() == 2) {
      return new Statement.Unify(pattern(call.operands().get(0)), pattern(call.operands().get(1)));
    }
    Operand[] all = patterns(call.operands());
    Callable callable = planner.callable(operator);
    if (callable == null) {
      callable = new BuiltinTarget(Planner.name(operator), all.length, true, false, null);
    }
    boolean captured = all.length == callable.arity() + 1;
    Operand[] arguments = captured ? java.util.Arrays.copyOf(all, all.length - 1) : all;
    Operand output = captured ? all[all.length - 1] : null;
    return switch (callable) {
      case BuiltinTarget target -> new Statement.CallBuiltin(target, arguments, output);
      case RuleSet target -> new Statement.CallFunction(target, arguments, output);
    };
  }

  private static Term.Ref operator(Term operator) {
    return operator instanceof Term.Ref ref
        ? ref
        : new Term.Ref(List.of(operator), operator.location());
  }

  /// Members of the domain are bound by the equality `domain[key] = value`.
  private Operation every(Expr.Every every) {
    Location place = every.domain().location();
    Term key = every.key() == null ? new Term.Var("$every", place) : every.key();
    Term.Ref member = new Term.Ref(List.of(every.domain(), key), place);
    Term.Ref equality = new Term.Ref(List.of(new Term.Var("eq", place)), place);
    Expr generator = Expr.of(new Expr.Call(List.of(equality, member, every.value())), place);
    return new Statement.Every(
        pattern(every.domain()), block(Body.of(generator)), block(every.body()));
  }

  private Modifier[] modifiers(Expr expr) {
    if (expr.withs().isEmpty()) {
      return NONE;
    }
    return expr.withs().stream().map(this::modifier).toArray(Modifier[]::new);
  }

  private Modifier modifier(Expr.With with) {
    Term.Ref target = operator(with.target());
    String root = target.head() instanceof Term.Var var ? var.name() : "";
    RuleSet function = planner.function(target);
    if (function != null) {
      return new Modifier.ReplaceFunction(function, replacement(with.value()));
    }
    if (root.equals("input")) {
      return new Modifier.ReplaceInput(path(target), pattern(with.value()));
    }
    if (root.equals("data")) {
      return new Modifier.ReplaceData(path(target), pattern(with.value()));
    }
    Callable builtin = planner.callable(target);
    if (builtin == null) {
      throw new IllegalStateException("unknown target of `with`: " + Planner.name(target));
    }
    return new Modifier.ReplaceFunction(builtin, replacement(with.value()));
  }

  private Replacement replacement(Term value) {
    Callable callable = value instanceof Term.Ref ref ? planner.callable(ref) : null;
    return callable == null
        ? new Replacement.ByValue(pattern(value))
        : new Replacement.ByCallable(callable);
  }

  private static Value[] path(Term.Ref target) {
    return target.terms().stream()
        .skip(1)
        .map(part ->
            part instanceof Term.Scalar scalar ? scalar.value() : StringValue.of(part.toString()))
        .toArray(Value[]::new);
  }
}
