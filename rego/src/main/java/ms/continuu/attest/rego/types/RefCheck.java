package ms.continuu.attest.rego.types;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.Terms;
import ms.continuu.attest.rego.types.Type.Function;
import ms.continuu.attest.rego.types.Type.ObjectOf;
import ms.continuu.attest.rego.types.Type.Recursive;
import ms.continuu.attest.rego.types.Type.Scalar;
import ms.continuu.attest.rego.types.Type.Union;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Finds refs into what cannot be there, and gives variables within refs their types. Closures have
/// their own.
final class RefCheck {
  private final TypeEnv env;
  private final UnaryOperator<List<Term>> shown;
  private final List<Diagnostic> errors = new ArrayList<>();

  /// @param shown the ref as the user wrote it
  RefCheck(TypeEnv env, UnaryOperator<List<Term>> shown) {
    this.env = env;
    this.shown = shown;
  }

  List<Diagnostic> errors() {
    return errors;
  }

  void check(Expr expr) {
    switch (expr.form()) {
      case Expr.Call call -> call.operands().forEach(this::check);
      case Expr.Single single -> check(single.term());
      case Expr.Not not -> check(not.body());
      case Expr.Some some -> {
        some.symbols().forEach(this::check);
        checkWiths(expr);
      }
      case Expr.Every every -> {
        if (every.key() != null) {
          check(every.key());
        }
        check(every.value());
        check(every.domain());
        check(every.body());
        checkWiths(expr);
      }
      case Expr.And and -> {
        check(and.left());
        check(and.right());
        checkWiths(expr);
      }
      case Expr.Or or -> {
        check(or.left());
        check(or.right());
        checkWiths(expr);
      }
    }
  }

  private void check(Body body) {
    body.exprs().forEach(this::check);
  }

  private void checkWiths(Expr expr) {
    for (Expr.With with : expr.withs()) {
      check(with.target());
      check(with.value());
    }
  }

  private void check(Term term) {
    switch (term) {
      case Term.Ref ref -> checkRef(ref.terms());
      case Term.ArrayTerm array -> array.items().forEach(this::check);
      case Term.SetTerm set -> Terms.sorted(set).forEach(this::check);
      case Term.ObjectTerm object ->
          Terms.sorted(object)
              .forEach(entry -> {
                check(entry.key());
                check(entry.value());
              });
      case Term.Call call -> call.terms().forEach(this::check);
      case Term.TemplateString template -> {
        for (Term.TemplateString.Part part : template.parts()) {
          if (part instanceof Term.TemplateString.Embedded embedded) {
            check(embedded.expr());
          }
        }
      }
      case Term.Scalar s -> {}
      case Term.Var v -> {}
      case Term.ArrayComprehension c -> {}
      case Term.SetComprehension c -> {}
      case Term.ObjectComprehension c -> {}
    }
  }

  private void checkRef(List<Term> ref) {
    if (env.typeOfRef(ref) instanceof Function function) {
      // Functions are no values; only `with` may name one.
      errors.add(TypeErrors.unsupportedRef(place(ref), shown.apply(ref), ref.size() - 1, function));
      return;
    }
    Diagnostic error = checkDocument(env, env.tree(), ref, 0);
    if (error != null) {
      errors.add(error);
    }
    ref.forEach(this::check);
  }

  private static Location place(List<Term> ref) {
    return ref.getFirst().location();
  }

  private @Nullable Diagnostic invalid(
      List<Term> ref,
      int index,
      @Nullable Type have,
      @Nullable Type want,
      @Nullable List<Term> oneOf) {
    return TypeErrors.invalidRef(place(ref), shown.apply(ref), index, have, want, oneOf);
  }

  /// Checks the part of a ref from an index on against the documents below a node.
  private @Nullable Diagnostic checkDocument(
      TypeEnv layer, TypeTree node, List<Term> ref, int index) {
    if (index == ref.size()) {
      return null;
    }
    Term key = ref.get(index);
    if ((index == 1 || index == 2) && !mayNameDocument(key)) {
      return invalid(ref, index, env.typeOf(key), Scalar.STRING, keys(node));
    }
    if (index != 0 && key instanceof Term.Var variable) {
      Type keys = Types.keys(TypeEnv.extent(node));
      Type exists = env.typeOf(variable);
      if (exists == null) {
        env.setVariable(variable, keys);
      } else if (!Unification.unifies(keys, exists)) {
        return invalid(ref, index, exists, keys, keys(node));
      }
    }
    TypeTree child = node.child(key);
    if (child == null) {
      return checkElsewhere(layer, node, ref, index);
    }
    Type type = child.type();
    return type != null
        ? checkValue(type, ref, index + 1)
        : checkDocument(layer, child, ref, index + 1);
  }

  private static boolean mayNameDocument(Term key) {
    return key instanceof Term.Var
        || key instanceof Term.Scalar scalar && scalar.value() instanceof StringValue;
  }

  private @Nullable Diagnostic checkElsewhere(
      TypeEnv layer, TypeTree node, List<Term> ref, int index) {
    TypeEnv outer = layer.outer();
    if (outer != null) {
      return checkDocument(outer, outer.tree(), ref, 0);
    }
    if (!TypeEnv.isRoot(ref.getFirst())) {
      return checkValue(Type.ANY, ref, 0);
    }
    if (index == 0) {
      return checkValue(Type.ANY, ref, 1);
    }
    for (TypeTree child : node.children()) {
      // Only for the types of variables: what one document has not another may have.
      checkDocument(layer, child, ref, index + 1);
    }
    return null;
  }

  /// Checks the part of a ref from an index on against a type.
  private @Nullable Diagnostic checkValue(@Nullable Type type, List<Term> ref, int index) {
    if (index == ref.size()) {
      return null;
    }
    Term key = ref.get(index);
    if (TypeEnv.isEmptyCollection(type)) {
      return checkEmpty(type, ref, index);
    }
    Type keys = Types.keys(type);
    if (keys == null) {
      return TypeErrors.unsupportedRef(place(ref), shown.apply(ref), index - 1, type);
    }
    switch (key) {
      case Term.Var variable -> {
        Type exists = env.typeOf(variable);
        if (exists == null) {
          env.setVariable(variable, keys);
        } else if (!Unification.unifies(exists, keys)) {
          return invalid(ref, index, exists, keys, keys(type));
        }
      }
      case Term.Ref inner -> {
        Type exists = env.typeOfRef(inner.terms());
        if (exists != null && !Unification.unifies(exists, keys)) {
          return invalid(ref, index, exists, keys, keys(type));
        }
      }
      case Term.ArrayTerm a -> {
        if (!Unification.unify(env, key, keys)) {
          return invalid(ref, index, env.typeOf(key), keys, null);
        }
      }
      case Term.ObjectTerm o -> {
        if (!Unification.unify(env, key, keys)) {
          return invalid(ref, index, env.typeOf(key), keys, null);
        }
      }
      case Term.SetTerm s -> {
        if (!Unification.unify(env, key, keys)) {
          return invalid(ref, index, env.typeOf(key), keys, null);
        }
      }
      default -> {
        Type selected = TypeEnv.selectConstant(type, key);
        return selected == null
            ? invalid(ref, index, null, keys, keys(type))
            : checkValue(selected, ref, index + 1);
      }
    }
    return checkValue(Types.values(type), ref, index + 1);
  }

  /// Nothing is in an empty collection: a constant key is an error, walking over it is not.
  private @Nullable Diagnostic checkEmpty(@Nullable Type type, List<Term> ref, int index) {
    Term key = ref.get(index);
    if (key instanceof Term.Scalar) {
      return invalid(ref, index, null, null, null);
    }
    if (key instanceof Term.Var variable) {
      Type exists = env.typeOf(variable);
      Type keys = Types.keys(type);
      if (exists == null) {
        env.setVariable(variable, Type.ANY);
      } else if (keys != null && !Unification.unifies(exists, keys)) {
        return invalid(ref, index, exists, keys, null);
      }
    }
    return null;
  }

  private static List<Term> keys(TypeTree node) {
    return node.keys().stream().sorted(Terms.ORDER).toList();
  }

  /// The known keys of a type, sorted; null when it has none, as OPA's report has it.
  private static @Nullable List<Term> keys(@Nullable Type type) {
    TreeSet<Term> keys = new TreeSet<>(Terms.ORDER);
    addKeys(type, keys);
    return keys.isEmpty() ? null : List.copyOf(keys);
  }

  private static void addKeys(@Nullable Type type, TreeSet<Term> keys) {
    switch (type) {
      case ObjectOf object -> object.properties().forEach(p -> keys.add(term(p.key())));
      case Recursive recursive -> addKeys(recursive.target(), keys);
      case Union union -> union.of().forEach(of -> addKeys(of, keys));
      case null, default -> {}
    }
  }

  private static Term term(Value value) {
    return switch (value) {
      case ArrayValue array ->
          new Term.ArrayTerm(array.asList().stream().map(RefCheck::term).toList(), Location.NONE);
      case SetValue set -> throw new IllegalStateException("a set in JSON: " + set);
      case ObjectValue object -> {
        List<Term.Entry> entries = new ArrayList<>();
        for (int i = 0; i < object.size(); i++) {
          entries.add(new Term.Entry(term(object.keyAt(i)), term(object.valueAt(i))));
        }
        yield new Term.ObjectTerm(entries, Location.NONE);
      }
      default -> new Term.Scalar(value, Location.NONE);
    };
  }
}
