package ms.continuu.attest.rego.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.rego.syntax.Terms;
import ms.continuu.attest.rego.types.Type.Function;
import ms.continuu.attest.rego.types.Type.Union;
import ms.continuu.attest.value.Diagnostic;
import org.jspecify.annotations.Nullable;

/// Checks the expressions of a body one after the other, which gives its variables their types.
final class ExpressionCheck {
  private final TypeChecker.Settings settings;
  private final Set<String> operators;

  /// The rules that a replaced document changes, as types that are not known any more, by the
  /// target's text.
  private final Map<String, Optional<TypeTree>> relaxed = new HashMap<>();

  /// @param operators where the operators of calls go
  ExpressionCheck(TypeChecker.Settings settings, Set<String> operators) {
    this.settings = settings;
    this.operators = operators;
  }

  /// A body's environment, and what is wrong in it.
  record Typed(TypeEnv env, List<Diagnostic> errors) {}

  /// An error, and whether it may come of a type that is not known.
  private record Fault(Diagnostic error, boolean ofUnknown) {
    static Fault of(Diagnostic error, @Nullable Type... have) {
      boolean unknown = false;
      for (Type type : have) {
        unknown |= Types.isUnknown(type);
      }
      return new Fault(error, unknown);
    }

    static Fault of(Diagnostic error, List<@Nullable Type> have) {
      return of(error, have.toArray(Type[]::new));
    }
  }

  Typed check(TypeEnv outer, Body body) {
    TypeEnv env = outer.layer(this::checkClosure);
    List<Diagnostic> errors = new ArrayList<>();
    for (Expr expr : body.exprs()) {
      TypeEnv layer = expr.withs().isEmpty() ? env : withLayer(env, expr);
      List<Diagnostic> inClosures = new ArrayList<>();
      new Closures(closure -> checkInner(layer, closure, inClosures)).visit(expr);
      errors.addAll(inClosures);
      RefCheck refs = new RefCheck(layer, settings.shown());
      refs.check(expr);
      errors.addAll(refs.errors());
      Fault fault = check(layer, expr);
      // A fault within the expression says more than that the expression's type is not known.
      boolean explained = !inClosures.isEmpty() || !refs.errors().isEmpty();
      if (fault != null && !(explained && fault.ofUnknown)) {
        errors.add(fault.error);
      }
    }
    return new Typed(env, errors);
  }

  /// Checks a comprehension. Of several faulty ones OPA reports the last.
  private boolean checkInner(TypeEnv env, Body closure, List<Diagnostic> errors) {
    List<Diagnostic> found = check(env, closure).errors;
    if (!found.isEmpty()) {
      errors.clear();
      errors.addAll(found);
    }
    return found.isEmpty();
  }

  /// Types the body of a comprehension; null when it is faulty.
  @Nullable TypeEnv checkClosure(TypeEnv env, Body body) {
    Typed typed = new ExpressionCheck(settings, new TreeSet<>()).check(env, body);
    return typed.errors.isEmpty() ? typed.env : null;
  }

  private @Nullable Fault check(TypeEnv env, Expr expr) {
    Fault fault = checkWiths(env, expr);
    if (fault != null || !(expr.form() instanceof Expr.Call call)) {
      return fault;
    }
    String operator = TermText.of(call.operator());
    List<Term> operands = call.operands();
    operators.add(operator);
    switch (operator) {
      case "eq" -> {
        return checkEquality(env, expr, operands);
      }
      case "internal.member_2" -> fault = checkMember(env, expr, operands, 2);
      case "internal.member_3" -> fault = checkMember(env, expr, operands, 3);
      default -> {}
    }
    return fault != null ? fault : checkCall(env, expr, call);
  }

  private Fault checkEquality(TypeEnv env, Expr expr, List<Term> operands, String problem) {
    List<@Nullable Type> have = types(env, operands);
    Function want = new Function(List.of(Type.ANY, Type.ANY), null, null);
    return Fault.of(TypeErrors.arguments("eq", problem, expr.location(), have, want), have);
  }

  private @Nullable Fault checkEquality(TypeEnv env, Expr expr, List<Term> operands) {
    if (operands.size() != 2) {
      return checkEquality(
          env, expr, operands, operands.size() < 2 ? "too few arguments" : "too many arguments");
    }
    Type left = env.typeOf(operands.getFirst());
    Type right = env.typeOf(operands.getLast());
    return Unification.unify(env, operands.getFirst(), left, operands.getLast(), right)
        ? null
        : Fault.of(TypeErrors.match(expr.location(), left, right), left, right);
  }

  /// `x in xs` and `k, v in xs`: what may be in a collection depends on its own type.
  private @Nullable Fault checkMember(TypeEnv env, Expr expr, List<Term> operands, int arity) {
    if (operands.size() < arity) {
      return null;
    }
    Type collection = env.typeOf(operands.get(arity - 1));
    Type values = Types.values(collection);
    if (values == null) {
      return null;
    }
    if (arity == 3) {
      Fault fault = checkMember(env, expr, operands.getFirst(), Types.keys(collection));
      if (fault != null) {
        return fault;
      }
    }
    return checkMember(env, expr, operands.get(arity - 2), values);
  }

  private @Nullable Fault checkMember(TypeEnv env, Expr expr, Term member, @Nullable Type want) {
    if (Types.isUnknown(want)) {
      return null;
    }
    Type have = env.typeOf(member);
    boolean differs = !Types.isUnknown(have) && !Unification.unifies(have, want);
    return differs || !Unification.unify(env, member, want)
        ? Fault.of(TypeErrors.match(expr.location(), have, want), have, want)
        : null;
  }

  private @Nullable Fault checkCall(TypeEnv env, Expr expr, Expr.Call call) {
    List<Term> operator =
        call.operator() instanceof Term.Ref ref ? ref.terms() : List.of(call.operator());
    String name = TermText.ofRef(operator);
    Type type = env.typeOfRef(operator);
    if (type == null && settings.allowUndefinedFunctions()
        || type instanceof Union union && union.isAny()) {
      return null;
    }
    if (!(type instanceof Function declared)) {
      return Fault.of(TypeErrors.plain("undefined function " + name, expr.location()));
    }
    // The result may be given as a last operand.
    Function named = withResult(declared);
    Function plain = named.unnamed();
    List<Term> operands = call.operands();
    if (operands.size() > plain.arity() && plain.variadic() == null) {
      return arguments(name, "too many arguments", expr, types(env, operands), named);
    }
    if (operands.size() < declared.arity()) {
      return arguments(name, "too few arguments", expr, types(env, operands), named);
    }
    List<@Nullable Type> before = types(env, operands);
    for (int i = 0; i < operands.size(); i++) {
      Type want = i < plain.arity() ? plain.args().get(i) : plain.variadic();
      Type have = before.get(i);
      if (!Types.isUnknown(have) && !Unification.unifies(have, want)) {
        return arguments(name, "invalid argument(s)", expr, before, named);
      }
      if (!Unification.unify(env, operands.get(i), want)) {
        return arguments(name, "invalid argument(s)", expr, types(env, operands), named);
      }
    }
    return null;
  }

  /// The function with its result as a further operand, as errors show what may be given.
  static Function withResult(Function function) {
    if (function.result() == null) {
      return function;
    }
    List<@Nullable Type> args = new ArrayList<>(function.args());
    args.add(function.result());
    return new Function(args, function.variadic(), function.result());
  }

  private static Fault arguments(
      String name, String message, Expr expr, List<@Nullable Type> have, Function want) {
    return Fault.of(TypeErrors.arguments(name, message, expr.location(), have, want), have);
  }

  private static List<@Nullable Type> types(TypeEnv env, List<Term> terms) {
    List<@Nullable Type> types = new ArrayList<>();
    terms.forEach(term -> types.add(env.typeOf(term)));
    return types;
  }

  private static @Nullable Fault checkWiths(TypeEnv env, Expr expr) {
    for (Expr.With with : expr.withs()) {
      if (env.typeOf(with.target()) instanceof Function target
          && env.typeOf(with.value()) instanceof Function value
          && !Unification.unifies(target, value)) {
        List<@Nullable Type> have = value.unnamed().args();
        return Fault.of(
            TypeErrors.arguments(
                TermText.of(with.target()), "arity mismatch", with.location(), have, target),
            have);
      }
    }
    return null;
  }

  /// The environment of an expression with modifiers: a replaced document may have its
  /// replacement's type, and what depends on it any.
  private TypeEnv withLayer(TypeEnv env, Expr expr) {
    TypeEnv layer = env;
    TypeTree replaced = new TypeTree();
    for (Expr.With with : expr.withs()) {
      if (!(with.target() instanceof Term.Ref target)) {
        continue;
      }
      Type type = env.typeOfRef(target.terms());
      boolean function = type instanceof Function;
      Optional<TypeTree> dependents = dependents(target.terms(), function);
      if (dependents.isPresent()) {
        layer = layer.layerWith(dependents.get());
      }
      if (!function) {
        replaced.put(
            Terms.groundPrefix(target.terms()), replacedType(env, target, type, with.value()));
      }
    }
    return replaced.isEmpty() ? layer : layer.layerWith(replaced);
  }

  private static Type replacedType(TypeEnv env, Term.Ref target, @Nullable Type type, Term value) {
    Type replacement = Terms.isGround(target) && type != null ? env.typeOf(value) : null;
    Type either = replacement == null ? null : Types.or(type, replacement);
    return either == null ? Type.ANY : either;
  }

  private Optional<TypeTree> dependents(List<Term> target, boolean function) {
    String key = (function ? "f:" : "") + TermText.ofRef(target);
    Optional<TypeTree> known = relaxed.get(key);
    if (known != null) {
      return known;
    }
    TypeTree tree = new TypeTree();
    for (List<Term> dependent : settings.dependents().apply(target)) {
      boolean itself =
          dependent.size() == target.size()
              && TermText.ofRef(dependent).equals(TermText.ofRef(target));
      if (!function || !itself) {
        tree.put(dependent, Type.ANY);
      }
    }
    Optional<TypeTree> found = tree.isEmpty() ? Optional.empty() : Optional.of(tree);
    relaxed.put(key, found);
    return found;
  }
}
