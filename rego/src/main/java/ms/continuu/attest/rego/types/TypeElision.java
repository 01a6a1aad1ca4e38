package ms.continuu.attest.rego.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import ms.continuu.attest.rego.types.Type.ArrayOf;
import ms.continuu.attest.rego.types.Type.Function;
import ms.continuu.attest.rego.types.Type.Named;
import ms.continuu.attest.rego.types.Type.ObjectOf;
import ms.continuu.attest.rego.types.Type.Property;
import ms.continuu.attest.rego.types.Type.SetOf;
import ms.continuu.attest.rego.types.Type.Union;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Two conflicting types side by side, shortened to where they differ: for error lines that would
/// be too long.
final class TypeElision {
  /// Lines longer than this are shortened.
  private static final int LINE_WIDTH = 80;

  /// A type that is beside the point is shortened when longer than this.
  private static final int ASIDE_WIDTH = 32;

  private static final int MAX_DEPTH = 8;
  private static final String ELLIPSIS = "...";

  private TypeElision() {}

  /// The texts of two types that were compared.
  record Pair(String left, String right) {}

  static boolean tooWide(String line) {
    return line.codePointCount(0, line.length()) > LINE_WIDTH;
  }

  static Pair differences(@Nullable Type a, @Nullable Type b) {
    return differences(a, b, 0);
  }

  /// The whole text when it is short, else the outermost constructor.
  static String brief(@Nullable Type type) {
    String full = TypeText.of(type);
    return full.codePointCount(0, full.length()) <= ASIDE_WIDTH ? full : elided(type, 0);
  }

  /// The text of a type with all that is nested deeper than `depth` levels left out.
  private static String elided(@Nullable Type type, int depth) {
    if (depth < 0) {
      return TypeText.of(type);
    }
    boolean shallow = depth == 0;
    return switch (type) {
      case Named named -> named.name() + ": " + elided(named.type(), depth);
      case SetOf set when set.member() != null -> "set[" + nested(set.member(), depth) + "]";
      case ArrayOf array ->
          TypeText.composite(
              "array",
              nested(array.items(), depth),
              array.rest() == null ? "" : nested(array.rest(), depth));
      case ObjectOf object -> {
        Type.Others rest = object.rest();
        yield TypeText.composite(
            "object",
            shallow && !object.properties().isEmpty()
                ? List.of(ELLIPSIS)
                : object.properties().stream()
                    .map(p -> TypeText.property(p.key(), elided(p.value(), depth - 1)))
                    .toList(),
            rest == null
                ? ""
                : shallow
                    ? ELLIPSIS
                    : nested(rest.key(), depth) + ": " + nested(rest.value(), depth));
      }
      case Union union -> TypeText.union(nested(union.of(), depth));
      case Function function -> elided(function.unnamed(), shallow, depth);
      case null, default -> TypeText.of(type);
    };
  }

  private static String elided(Function function, boolean shallow, int depth) {
    if (shallow) {
      boolean none = function.args().isEmpty() && function.variadic() == null;
      return TypeText.function(
          none ? List.of() : List.of(ELLIPSIS),
          function.result() == null ? TypeText.UNKNOWN : ELLIPSIS);
    }
    List<String> args = new ArrayList<>(nested(function.args(), depth));
    if (function.variadic() != null) {
      args.add(nested(function.variadic(), depth) + ELLIPSIS);
    }
    return TypeText.function(args, nested(function.result(), depth));
  }

  private static String nested(@Nullable Type type, int depth) {
    return depth == 0 ? ELLIPSIS : elided(type, depth - 1);
  }

  private static List<String> nested(List<? extends @Nullable Type> types, int depth) {
    if (depth == 0) {
      return types.isEmpty() ? List.of() : List.of(ELLIPSIS);
    }
    List<String> texts = new ArrayList<>();
    types.forEach(type -> texts.add(elided(type, depth - 1)));
    return texts;
  }

  private static boolean same(@Nullable Type a, @Nullable Type b) {
    return TypeText.of(a).equals(TypeText.of(b));
  }

  private static Pair differences(@Nullable Type a, @Nullable Type b, int depth) {
    if (a instanceof Named named) {
      Pair pair = differences(named.type(), b, depth);
      return new Pair(named.name() + ": " + pair.left, pair.right);
    }
    if (b instanceof Named named) {
      Pair pair = differences(a, named.type(), depth);
      return new Pair(pair.left, named.name() + ": " + pair.right);
    }
    if (depth >= MAX_DEPTH || a == null || b == null || same(a, b)) {
      return new Pair(brief(a), brief(b));
    }
    return switch (a) {
      case SetOf x when b instanceof SetOf y && x.member() != null && y.member() != null -> {
        Pair pair = differences(x.member(), y.member(), depth + 1);
        yield new Pair("set[" + pair.left + "]", "set[" + pair.right + "]");
      }
      case ArrayOf x when b instanceof ArrayOf y -> arrays(x, y, depth);
      case ObjectOf x when b instanceof ObjectOf y -> objects(x, y, depth);
      case Union x when b instanceof Union y -> new Pair(members(x, y), members(y, x));
      case Function x when b instanceof Function y && x.arity() == y.arity() ->
          functions(x.unnamed(), y.unnamed(), depth);
      default -> new Pair(brief(a), brief(b));
    };
  }

  private static Pair arrays(ArrayOf a, ArrayOf b, int depth) {
    if (a.items().size() != b.items().size() || (a.rest() == null) != (b.rest() == null)) {
      return new Pair(elided(a, 1), elided(b, 1));
    }
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    for (int i = 0; i < a.items().size(); i++) {
      add(differences(a.items().get(i), b.items().get(i), depth + 1), left, right);
    }
    Pair rest = a.rest() == null ? new Pair("", "") : differences(a.rest(), b.rest(), depth + 1);
    return new Pair(
        TypeText.composite("array", left, rest.left),
        TypeText.composite("array", right, rest.right));
  }

  private static Pair objects(ObjectOf a, ObjectOf b, int depth) {
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    boolean elided = false;
    int i = 0;
    int j = 0;
    while (i < a.properties().size() || j < b.properties().size()) {
      int order = order(a, i, b, j);
      if (order < 0) {
        left.add(briefProperty(a.properties().get(i++)));
      } else if (order > 0) {
        right.add(briefProperty(b.properties().get(j++)));
      } else {
        Property x = a.properties().get(i++);
        Property y = b.properties().get(j++);
        if (same(x.value(), y.value())) {
          elided = true;
        } else {
          Pair pair = differences(x.value(), y.value(), depth + 1);
          left.add(TypeText.property(x.key(), pair.left));
          right.add(TypeText.property(y.key(), pair.right));
        }
      }
    }
    if (elided) {
      left.add(ELLIPSIS);
      right.add(ELLIPSIS);
    }
    Pair rest = others(a.rest(), b.rest(), depth);
    return new Pair(
        TypeText.composite("object", left, rest.left),
        TypeText.composite("object", right, rest.right));
  }

  private static int order(ObjectOf a, int i, ObjectOf b, int j) {
    if (j == b.properties().size()) {
      return -1;
    }
    if (i == a.properties().size()) {
      return 1;
    }
    Value left = a.properties().get(i).key();
    return left.compareTo(b.properties().get(j).key());
  }

  private static String briefProperty(Property property) {
    return TypeText.property(property.key(), brief(property.value()));
  }

  private static Pair others(Type.@Nullable Others a, Type.@Nullable Others b, int depth) {
    if (a == null || b == null) {
      return new Pair(briefOthers(a), briefOthers(b));
    }
    Pair keys = differences(a.key(), b.key(), depth + 1);
    Pair values = differences(a.value(), b.value(), depth + 1);
    return new Pair(keys.left + ": " + values.left, keys.right + ": " + values.right);
  }

  private static String briefOthers(Type.@Nullable Others others) {
    return others == null ? "" : brief(others.key()) + ": " + brief(others.value());
  }

  /// The members of a union that the other has not.
  private static String members(Union union, Union other) {
    List<String> own = new ArrayList<>();
    boolean elided = false;
    for (Type type : union.of()) {
      if (other.of().stream().anyMatch(o -> same(o, type))) {
        elided = true;
      } else {
        own.add(brief(type));
      }
    }
    if (elided) {
      own.add(ELLIPSIS);
    }
    return TypeText.union(own);
  }

  private static Pair functions(Function a, Function b, int depth) {
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    for (int i = 0; i < a.arity(); i++) {
      add(differences(a.args().get(i), b.args().get(i), depth + 1), left, right);
    }
    if (a.variadic() != null && b.variadic() != null) {
      Pair pair = differences(a.variadic(), b.variadic(), depth + 1);
      add(new Pair(pair.left + ELLIPSIS, pair.right + ELLIPSIS), left, right);
    } else if (a.variadic() != null) {
      left.add(brief(a.variadic()) + ELLIPSIS);
    } else if (b.variadic() != null) {
      right.add(brief(Objects.requireNonNull(b.variadic())) + ELLIPSIS);
    }
    Pair result = differences(a.result(), b.result(), depth + 1);
    return new Pair(TypeText.function(left, result.left), TypeText.function(right, result.right));
  }

  private static void add(Pair pair, List<String> left, List<String> right) {
    left.add(pair.left);
    right.add(pair.right);
  }
}
