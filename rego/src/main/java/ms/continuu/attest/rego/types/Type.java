package ms.continuu.attest.rego.types;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// The type of a term. An unknown type is null, also inside of another type: `[x]` with nothing
/// known of `x` is an array of one unknown.
///
/// The text of a type is OPA's: `array<string, number>[any]` has two known items and further ones
/// of any type.
public sealed interface Type {

  /// Any value at all.
  Type ANY = new Union(List.of());

  /// Types of values without parts.
  enum Scalar implements Type {
    NULL,
    BOOLEAN,
    NUMBER,
    STRING;

    @Override
    public String toString() {
      return TypeText.of(this);
    }
  }

  /// An array of some known items, then, unless `rest` is null, any number of others.
  record ArrayOf(List<@Nullable Type> items, @Nullable Type rest) implements Type {
    public ArrayOf {
      items = Collections.unmodifiableList(new ArrayList<>(items));
    }

    @Override
    public String toString() {
      return TypeText.of(this);
    }
  }

  /// An object of some known properties, sorted by key, then, unless `rest` is null, any number of
  /// others.
  record ObjectOf(List<Property> properties, @Nullable Others rest) implements Type {
    public ObjectOf {
      properties = properties.stream().sorted((a, b) -> a.key().compareTo(b.key())).toList();
    }

    @Override
    public String toString() {
      return TypeText.of(this);
    }
  }

  /// A property by its key, which has passed through JSON: no sets in it.
  record Property(Value key, @Nullable Type value) {}

  /// Properties of which only the types are known.
  record Others(@Nullable Type key, @Nullable Type value) {}

  /// A set. Of nothing known: the empty set.
  record SetOf(@Nullable Type member) implements Type {
    @Override
    public String toString() {
      return TypeText.of(this);
    }
  }

  /// One of several types, in their order; of none: any value.
  record Union(List<Type> of) implements Type {
    public Union {
      of = List.copyOf(of);
    }

    /// The union of types given in any order.
    static Union sorted(Type... of) {
      return new Union(List.of(of).stream().sorted(Types::compare).toList());
    }

    boolean isAny() {
      return of.isEmpty();
    }

    @Override
    public String toString() {
      return TypeText.of(this);
    }
  }

  /// A function.
  ///
  /// @param variadic the type of any number of further operands
  /// @param result null when it returns nothing, as `print` does
  record Function(List<@Nullable Type> args, @Nullable Type variadic, @Nullable Type result)
      implements Type {
    public Function {
      args = Collections.unmodifiableList(new ArrayList<>(args));
    }

    public int arity() {
      return args.size();
    }

    /// The operands' types without names, then the result's where there is one: the result may be
    /// an operand too.
    Function unnamed() {
      List<@Nullable Type> plain = new ArrayList<>();
      args.forEach(arg -> plain.add(Types.unnamed(arg)));
      return new Function(plain, Types.unnamed(variadic), Types.unnamed(result));
    }

    @Override
    public String toString() {
      return TypeText.of(this);
    }
  }

  /// A parameter or result of a built-in with its name; the description may be empty.
  record Named(String name, String description, Type type) implements Type {
    @Override
    public String toString() {
      return TypeText.of(this);
    }
  }

  /// A type that contains itself, as a JSON schema may. Set once, while the schema is read.
  final class Recursive implements Type {
    private final String name;
    private @Nullable Type target;

    Recursive(String name) {
      this.name = name;
    }

    String name() {
      return name;
    }

    @Nullable Type target() {
      return target;
    }

    void resolve(Type type) {
      target = type;
    }

    @Override
    public String toString() {
      return TypeText.of(this);
    }
  }
}
