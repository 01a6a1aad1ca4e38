package ms.continuu.attest.rego.types;

import java.util.List;
import java.util.stream.Stream;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.Terms;
import ms.continuu.attest.rego.types.Type.ArrayOf;
import ms.continuu.attest.rego.types.Type.Function;
import ms.continuu.attest.rego.types.Type.Named;
import ms.continuu.attest.rego.types.Type.ObjectOf;
import ms.continuu.attest.rego.types.Type.Property;
import ms.continuu.attest.rego.types.Type.Recursive;
import ms.continuu.attest.rego.types.Type.Scalar;
import ms.continuu.attest.rego.types.Type.SetOf;
import ms.continuu.attest.rego.types.Type.Union;
import org.jspecify.annotations.Nullable;

/// Whether types have values in common, and what terms must be for it: variables get their types
/// here.
final class Unification {
  private Unification() {}

  /// Whether some value may be of both types. Unknown types have none.
  static boolean unifies(@Nullable Type left, @Nullable Type right) {
    if (left == null || right == null) {
      return false;
    }
    Type a = Types.unrolled(left);
    Type b = Types.unrolled(right);
    if (a instanceof Union x && unifiesUnion(x, b) || b instanceof Union y && unifiesUnion(y, a)) {
      return true;
    }
    return switch (a) {
      case Scalar scalar -> scalar == b;
      case ArrayOf x -> b instanceof ArrayOf y && unifiesArrays(x, y);
      case ObjectOf x -> b instanceof ObjectOf y && unifiesObjects(x, y);
      case SetOf x ->
          b instanceof SetOf y
              && (x.member() == null || y.member() == null || unifies(x.member(), y.member()));
      case Function x -> b instanceof Function y && unifiesFunctions(x.unnamed(), y.unnamed());
      case Union u -> false;
      case Named n -> unifies(n.type(), b);
      case Recursive r -> false;
      case null -> false;
    };
  }

  private static boolean unifiesUnion(Union union, @Nullable Type other) {
    return !(other instanceof Function)
        && (union.isAny() || union.of().stream().anyMatch(of -> unifies(of, other)));
  }

  private static boolean unifiesArrays(ArrayOf a, ArrayOf b) {
    return unifiesItems(a, b)
        && unifiesItems(b, a)
        && (a.rest() == null || b.rest() == null || unifies(a.rest(), b.rest()));
  }

  private static boolean unifiesItems(ArrayOf a, ArrayOf b) {
    for (int i = 0; i < a.items().size(); i++) {
      if (!unifies(a.items().get(i), Types.item(b, i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean unifiesObjects(ObjectOf a, ObjectOf b) {
    Type x = restValue(a);
    Type y = restValue(b);
    return unifiesProperties(a, b)
        && unifiesProperties(b, a)
        && (x == null || y == null || unifies(x, y));
  }

  private static @Nullable Type restValue(ObjectOf object) {
    Type.Others rest = object.rest();
    return rest == null ? null : rest.value();
  }

  private static boolean unifiesProperties(ObjectOf a, ObjectOf b) {
    boolean open = restValue(a) != null || restValue(b) != null;
    for (Property property : a.properties()) {
      Type other = Types.property(b, property.key());
      if (other == null ? !open : !unifies(property.value(), other)) {
        return false;
      }
    }
    return true;
  }

  private static boolean unifiesFunctions(Function a, Function b) {
    if (a.arity() != b.arity()) {
      return false;
    }
    for (int i = 0; i < a.arity(); i++) {
      if (!unifies(a.args().get(i), b.args().get(i))) {
        return false;
      }
    }
    return true;
  }

  /// Unifies two terms of which the types are known already as far as they are.
  static boolean unify(TypeEnv env, Term a, @Nullable Type typeA, Term b, @Nullable Type typeB) {
    boolean unknownA = Types.isUnknown(typeA);
    boolean unknownB = Types.isUnknown(typeB);
    if (!unknownA || !unknownB) {
      return unknownA
          ? unify(env, a, typeB)
          : unknownB ? unify(env, b, typeA) : unifies(typeA, typeB);
    }
    return unifyUnknown(env, a, typeA, b, typeB);
  }

  private static boolean unifyUnknown(
      TypeEnv env, Term a, @Nullable Type typeA, Term b, @Nullable Type typeB) {
    if (a instanceof Term.ArrayTerm array) {
      return unifyArray(env, array, b);
    }
    if (a instanceof Term.ObjectTerm object) {
      return unifyObject(env, object, b);
    }
    if (a instanceof Term.Var) {
      switch (b) {
        case Term.Var v -> {
          return unify(env, a, Type.ANY) && unify(env, b, env.typeOf(a));
        }
        case Term.ArrayTerm array -> {
          return unifyArray(env, array, a);
        }
        case Term.ObjectTerm object -> {
          return unifyObject(env, object, a);
        }
        case Term.Ref r -> {
          return unify(env, a, Type.ANY);
        }
        default -> {
          return typeA == null && typeB != null && unify(env, a, typeB);
        }
      }
    }
    if (b instanceof Term.Var && a instanceof Term.Ref) {
      return unify(env, b, Type.ANY);
    }
    return b instanceof Term.Var && typeB == null && typeA != null && unify(env, b, typeA);
  }

  private static boolean unifyArray(TypeEnv env, Term.ArrayTerm array, Term other) {
    if (other instanceof Term.Var) {
      return unify(env, array, Type.ANY) && unify(env, other, env.typeOf(array));
    }
    return other instanceof Term.ArrayTerm b
        && array.items().size() == b.items().size()
        && unifyAll(env, array.items(), b.items());
  }

  private static boolean unifyAll(TypeEnv env, List<Term> a, List<Term> b) {
    for (int i = 0; i < a.size(); i++) {
      if (!unify(env, a.get(i), env.typeOf(a.get(i)), b.get(i), env.typeOf(b.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static boolean unifyObject(TypeEnv env, Term.ObjectTerm object, Term other) {
    if (other instanceof Term.Var) {
      return unify(env, object, Type.ANY) && unify(env, other, env.typeOf(object));
    }
    if (!(other instanceof Term.ObjectTerm b) || object.entries().size() != b.entries().size()) {
      return false;
    }
    List<Term.Entry> x = Terms.sorted(object);
    List<Term.Entry> y = Terms.sorted(b);
    for (int i = 0; i < x.size(); i++) {
      if (!Terms.equal(x.get(i).key(), y.get(i).key())) {
        return false;
      }
    }
    return unifyAll(
        env,
        x.stream().map(Term.Entry::value).toList(),
        y.stream().map(Term.Entry::value).toList());
  }

  /// Whether a term may be of a type; its variables without a type get theirs.
  static boolean unify(TypeEnv env, Term term, @Nullable Type type) {
    return unify(env, term, type, false);
  }

  /// @param widen variables get the union of what they had and this
  private static boolean unify(TypeEnv env, Term term, @Nullable Type type, boolean widen) {
    switch (term) {
      case Term.ArrayTerm array -> {
        if (Types.unrolled(type) instanceof ArrayOf of) {
          return unifyItems(env, array, of, widen);
        }
        return type instanceof Union union && unifyWithUnion(env, term, array.items(), union);
      }
      case Term.ObjectTerm object -> {
        if (Types.unrolled(type) instanceof ObjectOf of) {
          return unifyProperties(env, object, of, widen);
        }
        return type instanceof Union union && unifyWithUnion(env, term, flattened(object), union);
      }
      case Term.SetTerm set -> {
        List<Term> members = Terms.sorted(set);
        if (type instanceof SetOf of) {
          return members.stream().allMatch(member -> unify(env, member, of.member(), widen));
        }
        return type instanceof Union union && unifyWithUnion(env, term, members, union);
      }
      case Term.Var variable -> {
        Type exists = env.typeOf(variable);
        if (!widen && exists != null) {
          return unifies(exists, type);
        }
        env.setVariable(variable, widen ? Types.or(exists, type) : type);
        return true;
      }
      default -> {
        return unifies(env.typeOf(term), type);
      }
    }
  }

  private static List<Term> flattened(Term.ObjectTerm object) {
    return Terms.sorted(object).stream()
        .flatMap(entry -> Stream.of(entry.key(), entry.value()))
        .toList();
  }

  private static boolean unifyWithUnion(TypeEnv env, Term term, List<Term> parts, Union union) {
    if (union.isAny()) {
      parts.forEach(part -> unify(env, part, Type.ANY, true));
      return true;
    }
    boolean unifies = false;
    for (Type of : union.of()) {
      unifies |= unify(env, term, of, true);
    }
    return unifies;
  }

  private static boolean unifyItems(
      TypeEnv env, Term.ArrayTerm array, ArrayOf type, boolean widen) {
    if (array.items().size() != type.items().size() && type.rest() == null) {
      return false;
    }
    for (int i = 0; i < array.items().size(); i++) {
      if (!unify(env, array.items().get(i), Types.item(type, i), widen)) {
        return false;
      }
    }
    return true;
  }

  private static boolean unifyProperties(
      TypeEnv env, Term.ObjectTerm object, ObjectOf type, boolean widen) {
    if (object.entries().size() != type.properties().size() && restValue(type) == null) {
      return false;
    }
    for (Term.Entry entry : Terms.sorted(object)) {
      if (Terms.isConstant(entry.key())) {
        Type value = TypeEnv.selectConstant(type, entry.key());
        if (value == null || !unify(env, entry.value(), value, widen)) {
          return false;
        }
      } else {
        unify(env, entry.value(), Type.ANY, widen);
      }
    }
    return true;
  }
}
