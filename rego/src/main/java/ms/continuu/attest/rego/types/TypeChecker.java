package ms.continuu.attest.rego.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import ms.continuu.attest.rego.syntax.Annotations.SchemaAnnotation;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.Terms;
import ms.continuu.attest.rego.types.Type.ObjectOf;
import ms.continuu.attest.rego.types.Type.Others;
import ms.continuu.attest.rego.types.Type.SetOf;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Types rules and queries after they were rewritten, and reports what can never hold.
///
/// Rules come in the order of their dependencies, so that a ref to a rule finds its type. The
/// checker never rejects what may hold: where it knows nothing it says nothing.
public final class TypeChecker {
  private final Settings settings;
  private final ExpressionCheck expressions;
  private final SchemaTypes schemas;
  private final TreeSet<String> operators = new TreeSet<>();
  private final List<Diagnostic> errors = new ArrayList<>();

  /// What to check against.
  ///
  /// @param schemas the loaded schemas, or null when there are none
  /// @param allowNet hosts that schemas may be fetched from; null for any
  /// @param shown a ref with generated variables as the user wrote it
  /// @param dependents the refs of rules that a ref may stand for, and of all that depend on them
  /// @param allowUndefinedFunctions a call of an unknown function is no error
  public record Settings(
      @Nullable Schemas schemas,
      @Nullable List<String> allowNet,
      UnaryOperator<List<Term>> shown,
      Function<List<Term>, List<List<Term>>> dependents,
      boolean allowUndefinedFunctions) {

    /// No schemas; refs are shown as they are; modifiers change the type of nothing but their
    /// target.
    public static final Settings DEFAULT =
        new Settings(null, null, UnaryOperator.identity(), ref -> List.of(), false);
  }

  /// A rule to check.
  ///
  /// @param path the package's path and the head's ref
  /// @param schemas the schema annotations that hold for the rule: of its subpackages scopes,
  ///   outermost first, of its package, its document, then its own
  public record TypedRule(List<Term> path, Rule rule, List<SchemaAnnotation> schemas) {
    public TypedRule {
      path = List.copyOf(path);
      schemas = List.copyOf(schemas);
    }
  }

  /// What was found.
  ///
  /// @param operators the text of the operators of all calls: names of built-ins, refs of functions
  public record Checked(TypeEnv env, List<Diagnostic> errors, TreeSet<String> operators) {}

  private TypeChecker(Settings settings) {
    this.settings = settings;
    this.expressions = new ExpressionCheck(settings, operators);
    this.schemas = new SchemaTypes(settings.schemas(), settings.allowNet());
  }

  /// The outermost environment: the built-ins by their refs, and the type of `input` where a schema
  /// tells it.
  public static TypeEnv environment(
      Map<String, BuiltinDeclaration> builtins, @Nullable Type input) {
    TypeEnv env = new TypeEnv(new ExpressionCheck(Settings.DEFAULT, new TreeSet<>())::checkClosure);
    if (input != null) {
      env.tree().put(List.of(new Term.Var("input", Location.NONE)), input);
    }
    builtins.values().forEach(builtin -> env.tree().put(builtin.ref().terms(), builtin.type()));
    return env;
  }

  /// The type of a JSON schema.
  ///
  /// @throws SchemaException with OPA's message when it is no schema, or refers to what it may not
  public static Type typeOf(Value schema, @Nullable List<String> allowNet) throws SchemaException {
    return SchemaTypes.load(schema, allowNet);
  }

  /// Checks rules in the order of their dependencies. Errors are sorted by place.
  public static Checked checkRules(TypeEnv env, List<TypedRule> rules, Settings settings) {
    TypeChecker checker = new TypeChecker(settings);
    TypeEnv layer = env.layer(checker.expressions::checkClosure);
    rules.forEach(rule -> checker.check(layer, rule));
    checker.errors.sort(TypeErrors.ORDER);
    return new Checked(layer, checker.errors, checker.operators);
  }

  /// Checks a query, or another body. Errors come as they were met.
  public static Checked checkBody(TypeEnv env, Body body, Settings settings) {
    TypeChecker checker = new TypeChecker(settings);
    ExpressionCheck.Typed typed = checker.expressions.check(env, body);
    return new Checked(typed.env(), typed.errors(), checker.operators);
  }

  private void check(TypeEnv outer, TypedRule typed) {
    TypeEnv env = outer.layer();
    Rule rule = typed.rule();
    for (SchemaAnnotation annotation : typed.schemas()) {
      try {
        schemas.apply(env, annotation);
      } catch (SchemaException e) {
        errors.add(TypeErrors.plain(String.valueOf(e.getMessage()), rule.location()));
      }
    }
    ExpressionCheck.Typed body = expressions.check(env, rule.body());
    if (!body.errors().isEmpty()) {
      errors.addAll(body.errors());
      // What refers to a faulty rule is not faulty for that.
      outer.tree().put(typed.path(), Type.ANY);
    } else if (!rule.head().args().isEmpty()) {
      outer.tree().insert(typed.path(), typeOfFunction(body.env(), rule), outer::typeOf);
    } else {
      insertDocument(outer, body.env(), typed);
    }
  }

  private Type typeOfFunction(TypeEnv env, Rule rule) {
    List<@Nullable Type> args = new ArrayList<>();
    for (Term arg : rule.head().args()) {
      anyWhereUnknown(env, arg);
    }
    rule.head().args().forEach(arg -> args.add(env.typeOf(arg)));
    Term value = rule.head().value();
    Type result = value == null ? null : env.typeOf(value);
    // Without a result the function would seem to take one operand less.
    return new Type.Function(
        args, null, result == null && settings.allowUndefinedFunctions() ? Type.ANY : result);
  }

  private static void anyWhereUnknown(TypeEnv env, Term pattern) {
    switch (pattern) {
      case Term.Var variable -> {
        if (env.typeOf(variable) == null) {
          env.setVariable(variable, Type.ANY);
        }
      }
      case Term.ArrayTerm array -> array.items().forEach(item -> anyWhereUnknown(env, item));
      case Term.SetTerm set -> set.items().forEach(item -> anyWhereUnknown(env, item));
      case Term.Ref ref -> ref.terms().forEach(item -> anyWhereUnknown(env, item));
      case Term.ObjectTerm object -> {
        for (Term.Entry entry : object.entries()) {
          anyWhereUnknown(env, entry.key());
          anyWhereUnknown(env, entry.value());
        }
      }
      default -> {}
    }
  }

  private static void insertDocument(TypeEnv outer, TypeEnv env, TypedRule typed) {
    Rule.Head head = typed.rule().head();
    Term value = head.value();
    Term key = head.key();
    Type type;
    if (value != null) {
      type = env.typeOf(value);
    } else {
      Type member = key == null ? null : env.typeOf(key);
      type = member == null ? null : new SetOf(member);
    }
    List<Term> path = typed.path();
    if (path.stream().skip(1).allMatch(Terms::isGround)) {
      insert(outer, path, type);
      return;
    }
    int dynamic = 1;
    while (dynamic < path.size() && Terms.isConstant(path.get(dynamic))) {
      dynamic++;
    }
    insert(outer, Terms.groundPrefix(path), nested(env, path.subList(dynamic, path.size()), type));
  }

  private static void insert(TypeEnv outer, List<Term> path, @Nullable Type type) {
    if (type != null) {
      outer.tree().insert(path, type, outer::typeOf);
    }
  }

  /// An object of objects, one for each part of the path, of which only the types of keys are
  /// known.
  private static @Nullable Type nested(TypeEnv env, List<Term> path, @Nullable Type type) {
    Type nested = type;
    for (Term key : path.reversed()) {
      Type keyType = nested == null ? null : env.typeOf(key);
      if (keyType == null) {
        return null;
      }
      nested = new ObjectOf(List.of(), new Others(keyType, nested));
    }
    return nested;
  }
}
