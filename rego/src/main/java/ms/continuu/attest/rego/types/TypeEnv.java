package ms.continuu.attest.rego.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.Terms;
import ms.continuu.attest.rego.types.Type.ArrayOf;
import ms.continuu.attest.rego.types.Type.ObjectOf;
import ms.continuu.attest.rego.types.Type.Others;
import ms.continuu.attest.rego.types.Type.Property;
import ms.continuu.attest.rego.types.Type.Scalar;
import ms.continuu.attest.rego.types.Type.SetOf;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// What is known of the types of variables and documents at a place of the program: a layer over
/// outer ones.
public final class TypeEnv {
  private static final Set<String> ROOTS = Set.of("data", "input");

  private final TypeTree tree;

  /// Where types found for variables go: `tree`, but in the layer of a `with` modifier, whose
  /// variables outlive it.
  private final TypeTree variables;

  private final @Nullable TypeEnv outer;
  private final ClosureCheck closures;

  /// Types the body of a comprehension: the environment within it, or null when it is faulty.
  interface ClosureCheck {
    @Nullable TypeEnv check(TypeEnv env, Body body);
  }

  TypeEnv(ClosureCheck closures) {
    this(new TypeTree(), null, null, closures);
  }

  private TypeEnv(
      TypeTree tree, @Nullable TypeTree variables, @Nullable TypeEnv outer, ClosureCheck closures) {
    this.tree = tree;
    this.variables = variables == null ? tree : variables;
    this.outer = outer;
    this.closures = closures;
  }

  /// A new layer.
  TypeEnv layer() {
    return layer(closures);
  }

  TypeEnv layer(ClosureCheck closures) {
    return new TypeEnv(new TypeTree(), null, this, closures);
  }

  /// A layer for one expression with modifiers.
  TypeEnv layerWith(TypeTree tree) {
    return new TypeEnv(tree, variables, this, closures);
  }

  TypeTree tree() {
    return tree;
  }

  @Nullable TypeEnv outer() {
    return outer;
  }

  void setVariable(Term.Var variable, @Nullable Type type) {
    variables.put(variable, type);
  }

  /// The type of a term, or null when it is not known.
  public @Nullable Type typeOf(Term term) {
    return switch (term) {
      case Term.Scalar scalar -> Types.of(scalar.value());
      case Term.TemplateString t -> Scalar.STRING;
      case Term.Var variable -> typeOfVariable(variable);
      case Term.Ref ref -> typeOfRef(ref.terms());
      case Term.ArrayTerm array -> {
        List<@Nullable Type> items = new ArrayList<>();
        array.items().forEach(item -> items.add(typeOf(item)));
        yield new ArrayOf(items, null);
      }
      case Term.ObjectTerm object -> typeOfObject(object);
      case Term.SetTerm set -> {
        Type member = null;
        for (Term item : Terms.sorted(set)) {
          member = Types.or(member, typeOf(item));
        }
        yield new SetOf(member);
      }
      case Term.ArrayComprehension array -> {
        TypeEnv inner = closures.check(this, array.body());
        yield inner == null ? null : new ArrayOf(List.of(), inner.typeOf(array.term()));
      }
      case Term.SetComprehension set -> {
        TypeEnv inner = closures.check(this, set.body());
        yield inner == null ? null : new SetOf(inner.typeOf(set.term()));
      }
      case Term.ObjectComprehension object -> {
        TypeEnv inner = closures.check(this, object.body());
        yield inner == null
            ? null
            : new ObjectOf(
                List.of(), new Others(inner.typeOf(object.key()), inner.typeOf(object.value())));
      }
      case Term.Call c -> null;
    };
  }

  private @Nullable Type typeOfVariable(Term.Var variable) {
    for (TypeEnv env = this; env != null; env = env.outer) {
      TypeTree node = env.tree.child(variable);
      if (node != null) {
        return node.type();
      }
    }
    return null;
  }

  private Type typeOfObject(Term.ObjectTerm object) {
    List<Property> properties = new ArrayList<>();
    Others rest = null;
    for (Term.Entry entry : Terms.sorted(object)) {
      Value key = Constants.jsonOf(entry.key());
      if (key != null) {
        properties.add(new Property(key, typeOf(entry.value())));
      } else {
        rest = new Others(typeOf(entry.key()), typeOf(entry.value()));
      }
    }
    return new ObjectOf(properties, rest);
  }

  /// The type of what a ref refers to, or null when it is not known.
  public @Nullable Type typeOfRef(List<Term> ref) {
    for (TypeEnv env = this; env != null; env = env.outer) {
      TypeTree node = env.tree.child(ref.getFirst());
      Found found = node == null ? null : find(node, ref.subList(1, ref.size()));
      if (found != null) {
        return found.type;
      }
    }
    // What no rule defines may come from outside.
    return isRoot(ref.getFirst()) ? Type.ANY : null;
  }

  static boolean isRoot(Term term) {
    return term instanceof Term.Var variable && ROOTS.contains(variable.name());
  }

  private record Found(@Nullable Type type) {}

  /// Null when this layer has nothing at the path.
  private static @Nullable Found find(TypeTree root, List<Term> path) {
    TypeTree node = root;
    for (int i = 0; i < path.size(); i++) {
      Term key = path.get(i);
      List<Term> tail = path.subList(i, path.size());
      if (node.type() != null) {
        TypeTree child = node.child(key);
        if (child == null) {
          return new Found(select(node.type(), tail));
        }
        node = child;
      } else {
        if (!Terms.isConstant(key)) {
          return new Found(select(extent(node), tail));
        }
        TypeTree child = node.child(key);
        if (child == null) {
          return null;
        }
        node = child;
      }
    }
    return new Found(extent(node));
  }

  /// The type of all that is below a node.
  static Type extent(TypeTree node) {
    Type type = node.type();
    if (type != null) {
      return type;
    }
    List<Property> properties = new ArrayList<>();
    for (TypeTree child : node.children()) {
      Type below = extent(child);
      if (child.key() instanceof Term.Scalar scalar && isSelectable(scalar.value())) {
        properties.add(new Property(scalar.value(), below));
      }
    }
    // Documents from outside may stand beside the rules.
    return new ObjectOf(properties, new Others(Scalar.STRING, Type.ANY));
  }

  private static boolean isSelectable(Value key) {
    return switch (key) {
      case StringValue s -> true;
      case NumberValue n -> true;
      case BooleanValue b -> true;
      case NullValue n -> false;
      default -> false;
    };
  }

  /// The type of what a path within a value refers to; a union where the path is not constant.
  private static @Nullable Type select(@Nullable Type type, List<Term> path) {
    Type selected = type;
    for (Term key : path) {
      if (selected == null) {
        return null;
      }
      switch (key) {
        case Term.Var v -> selected = elementOf(selected);
        case Term.Ref r -> selected = elementOf(selected);
        case Term.ArrayTerm a -> selected = elementOf(selected);
        case Term.ObjectTerm o -> selected = elementOf(selected);
        case Term.SetTerm s -> selected = elementOf(selected);
        default -> selected = selectConstant(selected, key);
      }
      if (selected == NOTHING) {
        return Type.ANY;
      }
    }
    return selected;
  }

  /// Marks the element of a collection that holds nothing: no more is to be said of it.
  private static final Type NOTHING = new SetOf(null);

  private static @Nullable Type elementOf(Type type) {
    return isEmptyCollection(type) ? NOTHING : Types.values(type);
  }

  /// The type at a constant key, or null.
  static @Nullable Type selectConstant(@Nullable Type type, Term key) {
    Value value = Constants.jsonOf(key);
    return value == null ? null : Types.select(type, value);
  }

  /// Whether a type is that of collections without any member.
  static boolean isEmptyCollection(@Nullable Type type) {
    return switch (Types.unrolled(Types.unnamed(type))) {
      case ObjectOf object -> object.properties().isEmpty() && object.rest() == null;
      case ArrayOf array -> array.items().isEmpty() && array.rest() == null;
      case SetOf set -> set.member() == null;
      case null, default -> false;
    };
  }
}
