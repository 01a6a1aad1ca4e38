package ms.continuu.attest.rego.types;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import ms.continuu.attest.rego.types.Type.ArrayOf;
import ms.continuu.attest.rego.types.Type.Function;
import ms.continuu.attest.rego.types.Type.Named;
import ms.continuu.attest.rego.types.Type.ObjectOf;
import ms.continuu.attest.rego.types.Type.Property;
import ms.continuu.attest.rego.types.Type.Recursive;
import ms.continuu.attest.rego.types.Type.Scalar;
import ms.continuu.attest.rego.types.Type.SetOf;
import ms.continuu.attest.rego.types.Type.Union;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// The algebra of types: order, union, selection.
public final class Types {
  private Types() {}

  /// The order of types, by which the members of a union are sorted; unknown is first.
  public static int compare(@Nullable Type left, @Nullable Type right) {
    Type a = bare(left);
    Type b = bare(right);
    int order = Integer.compare(rank(a), rank(b));
    if (order != 0 || a == null || b == null || a == b) {
      return order;
    }
    return switch (a) {
      case Scalar s -> 0;
      case ArrayOf array -> compareArrays(array, (ArrayOf) b);
      case ObjectOf object -> compareObjects(object, (ObjectOf) b);
      case SetOf set -> compare(set.member(), ((SetOf) b).member());
      case Union union -> compareLists(union.of(), ((Union) b).of());
      case Function function -> compareFunctions(function, (Function) b);
      case Named n -> throw new IllegalStateException("a name within a name");
      case Recursive r -> throw new IllegalStateException("recursion to recursion");
    };
  }

  private static int rank(@Nullable Type type) {
    return switch (type) {
      case null -> -1;
      case Scalar scalar -> scalar.ordinal();
      case ArrayOf a -> 4;
      case ObjectOf o -> 5;
      case SetOf s -> 6;
      case Union u -> 7;
      case Function f -> 8;
      case Named n -> rank(n.type());
      case Recursive r -> rank(r.target());
    };
  }

  private static int compareArrays(ArrayOf a, ArrayOf b) {
    int order = compareRests(a.rest(), b.rest());
    return order != 0 ? order : compareLists(a.items(), b.items());
  }

  private static int compareRests(@Nullable Type a, @Nullable Type b) {
    if (a == null || b == null) {
      return a != null ? 1 : b != null ? -1 : 0;
    }
    return compare(a, b);
  }

  private static int compareObjects(ObjectOf a, ObjectOf b) {
    Type.Others restA = a.rest();
    Type.Others restB = b.rest();
    if (restA == null || restB == null) {
      if (restA != restB) {
        return restA != null ? 1 : -1;
      }
    } else {
      int keys = compare(restA.key(), restB.key());
      int order = keys != 0 ? keys : compare(restA.value(), restB.value());
      if (order != 0) {
        return order;
      }
    }
    for (int i = 0; i < Math.min(a.properties().size(), b.properties().size()); i++) {
      Property x = a.properties().get(i);
      Property y = b.properties().get(i);
      int keys = x.key().compareTo(y.key());
      int order = keys != 0 ? keys : compare(x.value(), y.value());
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.properties().size(), b.properties().size());
  }

  private static int compareFunctions(Function a, Function b) {
    int order = Integer.compare(a.arity(), b.arity());
    if (order == 0) {
      order = compareLists(a.args(), b.args());
    }
    if (order == 0) {
      order = compare(a.result(), b.result());
    }
    return order != 0 ? order : compare(a.variadic(), b.variadic());
  }

  private static int compareLists(
      List<? extends @Nullable Type> a, List<? extends @Nullable Type> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int order = compare(a.get(i), b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  /// Whether `a` has every value of `b`, as far as equality and unions show.
  public static boolean contains(@Nullable Type a, @Nullable Type b) {
    return unnamed(a) instanceof Union union ? contains(union, b) : compare(a, b) == 0;
  }

  private static boolean contains(Union union, @Nullable Type other) {
    return !(other instanceof Function) && (union.isAny() || indexOf(union, other) >= 0);
  }

  /// The place of a type in a union, or where it belongs as `-place - 1`.
  private static int indexOf(Union union, @Nullable Type type) {
    int low = 0;
    int high = union.of().size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (compare(union.of().get(middle), type) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    boolean found = low < union.of().size() && compare(union.of().get(low), type) == 0;
    return found ? low : -low - 1;
  }

  /// The union of two types. A function and something else have none.
  public static @Nullable Type or(@Nullable Type left, @Nullable Type right) {
    Type a = unnamed(left);
    Type b = unnamed(right);
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    if (a instanceof Function || b instanceof Function) {
      return a instanceof Function f && b instanceof Function g ? orFunctions(f, g) : null;
    }
    if (a instanceof Union union) {
      return add(union, b);
    }
    if (b instanceof Union union) {
      return add(union, a);
    }
    return compare(a, b) == 0 ? a : Union.sorted(a, b);
  }

  private static @Nullable Function orFunctions(Function f, Function g) {
    if (f.arity() != g.arity() || (f.variadic() == null) != (g.variadic() == null)) {
      return null;
    }
    List<@Nullable Type> args = new ArrayList<>();
    for (int i = 0; i < f.arity(); i++) {
      args.add(or(f.args().get(i), g.args().get(i)));
    }
    return new Function(args, or(f.variadic(), g.variadic()), or(f.result(), g.result()));
  }

  private static Union add(Union union, Type type) {
    if (type instanceof Union other) {
      return merge(union, other);
    }
    if (contains(union, type)) {
      return union;
    }
    List<Type> of = new ArrayList<>(union.of());
    int index = indexOf(union, type);
    of.add(index < 0 ? -index - 1 : index, type);
    return new Union(of);
  }

  private static Union merge(Union a, Union b) {
    if (a.isAny() || b.isAny()) {
      return a.isAny() ? a : b;
    }
    List<Type> merged = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < a.of().size() && j < b.of().size()) {
      int order = compare(a.of().get(i), b.of().get(j));
      merged.add(order <= 0 ? a.of().get(i) : b.of().get(j));
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    merged.addAll(a.of().subList(i, a.of().size()));
    merged.addAll(b.of().subList(j, b.of().size()));
    return new Union(merged);
  }

  /// The type of the item or property at a key, or null when there can be none.
  public static @Nullable Type select(@Nullable Type type, Value key) {
    return switch (bare(type)) {
      case ArrayOf array -> key instanceof NumberValue number ? item(array, number.text()) : null;
      case ObjectOf object -> property(object, key);
      case SetOf set -> member(set, key);
      case Union union when union.isAny() -> Type.ANY;
      case Union union -> {
        Type found = null;
        for (Type of : union.of()) {
          found = or(select(of, key), found);
        }
        yield found;
      }
      case null, default -> null;
    };
  }

  private static @Nullable Type item(ArrayOf array, String index) {
    try {
      return item(array, Long.parseLong(index));
    } catch (NumberFormatException notAnInteger) {
      return null;
    }
  }

  /// The type of an array's item at an index, or null.
  static @Nullable Type item(ArrayOf array, long index) {
    if (index < 0) {
      return null;
    }
    return index < array.items().size() ? array.items().get((int) index) : array.rest();
  }

  /// The type of an object's property at a key, or null.
  static @Nullable Type property(ObjectOf object, Value key) {
    int low = 0;
    int high = object.properties().size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Property property = object.properties().get(middle);
      int order = property.key().compareTo(key);
      if (order == 0) {
        return property.value();
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    Type.Others rest = object.rest();
    return rest != null && contains(rest.key(), of(key)) ? rest.value() : null;
  }

  private static @Nullable Type member(SetOf set, Value key) {
    Type type = of(key);
    if (compare(set.member(), type) == 0) {
      return set.member();
    }
    return set.member() instanceof Union union && contains(union, type) ? type : null;
  }

  /// The type of what enumerates a collection: indexes, keys or members. Null for what is no
  /// collection.
  public static @Nullable Type keys(@Nullable Type type) {
    return switch (bare(type)) {
      case ArrayOf array -> Scalar.NUMBER;
      case ObjectOf object -> {
        Type keys = null;
        for (Property property : object.properties()) {
          keys = or(keys, of(property.key()));
        }
        Type.Others rest = object.rest();
        yield rest == null ? keys : or(keys, rest.key());
      }
      case SetOf set -> set.member();
      case Union union when union.isAny() -> Type.ANY;
      case Union union -> {
        Type keys = null;
        for (Type of : union.of()) {
          keys = or(keys(of), keys);
        }
        yield keys;
      }
      case null, default -> null;
    };
  }

  /// The type of what a collection holds. Null for what is no collection, or holds nothing.
  public static @Nullable Type values(@Nullable Type type) {
    return switch (bare(type)) {
      case ArrayOf array -> {
        Type values = null;
        for (Type item : array.items()) {
          values = or(values, item);
        }
        yield or(values, array.rest());
      }
      case ObjectOf object -> {
        Type values = null;
        for (Property property : object.properties()) {
          values = or(values, property.value());
        }
        Type.Others rest = object.rest();
        yield rest == null ? values : or(values, rest.value());
      }
      case SetOf set -> set.member();
      case Union union when union.isAny() -> Type.ANY;
      case Union union -> {
        Type values = null;
        for (Type of : union.of()) {
          values = or(values(of), values);
        }
        yield values;
      }
      case null, default -> null;
    };
  }

  /// Whether the type, or a part of it, is not known.
  public static boolean isUnknown(@Nullable Type type) {
    return isUnknown(type, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static boolean isUnknown(@Nullable Type type, Set<Type> seen) {
    return switch (bare(type)) {
      case null -> true;
      case Function function ->
          function.args().stream().anyMatch(arg -> isUnknown(arg, seen))
              || isUnknown(function.result(), seen);
      case ArrayOf array -> {
        if (!seen.add(array)) {
          yield false;
        }
        yield array.items().stream().anyMatch(item -> isUnknown(item, seen))
            || (array.rest() != null && isUnknown(array.rest(), seen));
      }
      case ObjectOf object -> {
        if (!seen.add(object)) {
          yield false;
        }
        Type.Others rest = object.rest();
        yield object.properties().stream().anyMatch(property -> isUnknown(property.value(), seen))
            || (rest != null && (isUnknown(rest.key(), seen) || isUnknown(rest.value(), seen)));
      }
      case SetOf set -> isUnknown(set.member(), seen);
      case Scalar s -> false;
      case Union u -> false;
      case Named n -> false;
      case Recursive r -> false;
    };
  }

  /// The type of a value.
  public static Type of(Value value) {
    return switch (value) {
      case NullValue n -> Scalar.NULL;
      case BooleanValue b -> Scalar.BOOLEAN;
      case NumberValue n -> Scalar.NUMBER;
      case StringValue s -> Scalar.STRING;
      case ArrayValue array -> new ArrayOf(array.asList().stream().map(Types::of).toList(), null);
      case SetValue set -> {
        Type member = null;
        for (Value item : set) {
          member = or(member, of(item));
        }
        yield new SetOf(member);
      }
      case ObjectValue object -> {
        List<Property> properties = new ArrayList<>();
        for (int i = 0; i < object.size(); i++) {
          properties.add(new Property(object.keyAt(i), of(object.valueAt(i))));
        }
        yield new ObjectOf(properties, null);
      }
    };
  }

  /// The type under a name.
  static @Nullable Type unnamed(@Nullable Type type) {
    return type instanceof Named named ? named.type() : type;
  }

  /// The type that a recursive type stands for.
  static @Nullable Type unrolled(@Nullable Type type) {
    return type instanceof Recursive recursive ? recursive.target() : type;
  }

  private static @Nullable Type bare(@Nullable Type type) {
    return unrolled(unnamed(type));
  }
}
