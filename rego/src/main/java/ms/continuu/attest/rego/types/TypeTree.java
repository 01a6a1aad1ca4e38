package ms.continuu.attest.rego.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.rego.types.Type.ObjectOf;
import ms.continuu.attest.rego.types.Type.Others;
import ms.continuu.attest.rego.types.Type.SetOf;
import ms.continuu.attest.rego.types.Type.Union;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Types by path: of variables at the root, of documents below `data` and `input`. Grows while a
/// program is checked.
final class TypeTree {
  private final Map<Object, TypeTree> children = new HashMap<>();
  private final @Nullable Term key;
  private @Nullable Type type;

  TypeTree() {
    this(null);
  }

  private TypeTree(@Nullable Term key) {
    this.key = key;
  }

  /// What a term is as a key: its meaning without its place.
  private record Name(String text) {}

  private record Text(String text) {}

  private static Object meaning(Term term) {
    if (term instanceof Term.Var variable) {
      return new Name(variable.name());
    }
    Value value = Constants.valueOf(term);
    return value != null ? value : new Text(TermText.of(term));
  }

  @Nullable Type type() {
    return type;
  }

  boolean isEmpty() {
    return children.isEmpty();
  }

  @Nullable TypeTree child(Term key) {
    return children.get(meaning(key));
  }

  Iterable<TypeTree> children() {
    return children.values();
  }

  /// The keys of the children.
  List<Term> keys() {
    List<Term> keys = new ArrayList<>();
    for (TypeTree child : children.values()) {
      if (child.key != null) {
        keys.add(child.key);
      }
    }
    return keys;
  }

  Term key() {
    if (key == null) {
      throw new IllegalStateException("the root has no key");
    }
    return key;
  }

  private TypeTree childOrNew(Term key) {
    return children.computeIfAbsent(meaning(key), k -> new TypeTree(key));
  }

  void put(Term key, @Nullable Type type) {
    childOrNew(key).type = type;
  }

  void put(List<Term> path, @Nullable Type type) {
    TypeTree node = this;
    for (Term key : path) {
      node = node.childOrNew(key);
    }
    node.type = type;
  }

  /// Adds a type at a ground path, merged with what is there: objects above take it up, an object
  /// takes up what is below.
  void insert(List<Term> path, Type type, Function<Term, @Nullable Type> typeOf) {
    TypeTree node = this;
    for (int i = 0; i < path.size(); i++) {
      TypeTree child = node.childOrNew(path.get(i));
      if (i + 1 < path.size() && Types.unrolled(child.type) instanceof ObjectOf object) {
        child.type = insertInto(object, path.subList(i + 1, path.size()), type, typeOf);
      }
      node = child;
    }
    node.type = merge(node.type, type);
    if (Types.unrolled(type) instanceof ObjectOf
        && !node.isEmpty()
        && Types.unrolled(node.type) instanceof ObjectOf merged) {
      node.type = node.takeUpLeaves(merged, typeOf);
    }
  }

  private ObjectOf takeUpLeaves(ObjectOf object, Function<Term, @Nullable Type> typeOf) {
    ObjectOf all = object;
    for (Leaf leaf : leaves(List.of())) {
      all = insertInto(all, leaf.path, leaf.type, typeOf);
    }
    return all;
  }

  private record Leaf(List<Term> path, Type type) {}

  private List<Leaf> leaves(List<Term> prefix) {
    List<Leaf> leaves = new ArrayList<>();
    for (TypeTree child : children.values()) {
      List<Term> path = new ArrayList<>(prefix);
      path.add(child.key());
      if (child.type != null) {
        leaves.add(new Leaf(path, child.type));
      } else {
        leaves.addAll(child.leaves(path));
      }
    }
    return leaves;
  }

  private static ObjectOf insertInto(
      ObjectOf object, List<Term> path, Type type, Function<Term, @Nullable Type> typeOf) {
    Type key = typeOf.apply(path.getFirst());
    Type value =
        path.size() == 1
            ? type
            : insertInto(new ObjectOf(List.of(), null), path.subList(1, path.size()), type, typeOf);
    Others rest = object.rest();
    return new ObjectOf(
        object.properties(),
        rest == null
            ? new Others(key, value)
            : new Others(Types.or(rest.key(), key), Types.or(rest.value(), value)));
  }

  /// The type of a document that several rules define.
  private static @Nullable Type merge(@Nullable Type left, @Nullable Type right) {
    Type a = Types.unrolled(left);
    Type b = Types.unrolled(right);
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    if (a instanceof ObjectOf x && x.properties().isEmpty()) {
      Others rest = x.rest();
      if (b instanceof ObjectOf y && y.properties().isEmpty()) {
        return mergeOthers(x, y);
      }
      if (b instanceof Union union && rest != null) {
        Union merged = mergeInto(union, rest);
        if (merged != null) {
          return merged;
        }
      }
    } else if (a instanceof SetOf x && b instanceof SetOf y) {
      return new SetOf(Types.or(x.member(), y.member()));
    } else if (a instanceof Union && !(b instanceof Union)) {
      return merge(b, a);
    }
    return Types.or(a, b);
  }

  private static ObjectOf mergeOthers(ObjectOf a, ObjectOf b) {
    Others x = a.rest();
    Others y = b.rest();
    if (x == null || y == null) {
      return x == null ? b : a;
    }
    return new ObjectOf(
        List.of(), new Others(Types.or(x.key(), y.key()), merge(x.value(), y.value())));
  }

  private static @Nullable Union mergeInto(Union union, Others others) {
    for (int i = 0; i < union.of().size(); i++) {
      if (union.of().get(i) instanceof ObjectOf object && object.properties().isEmpty()) {
        Others rest = object.rest();
        if (rest != null) {
          List<Type> of = new ArrayList<>(union.of());
          Others merged =
              new Others(
                  Types.or(rest.key(), others.key()), Types.or(rest.value(), others.value()));
          of.set(i, new ObjectOf(List.of(), merged));
          return new Union(of);
        }
      }
    }
    return null;
  }
}
