package ms.continuu.attest.rego.graphql;

import java.util.List;
import java.util.function.Function;
import ms.continuu.attest.value.RegoText;
import org.jspecify.annotations.Nullable;

/// The nodes of GraphQL documents. What has no position was not read from a text.
final class Ast {
  private Ast() {}

  record Query(List<Operation> operations, List<Fragment> fragments) {
    @Nullable Fragment fragment(String name) {
      return named(fragments, Fragment::name, name);
    }
  }

  record Operation(
      String type,
      String name,
      List<Variable> variables,
      List<Directive> directives,
      List<Selection> selections,
      @Nullable Position position,
      List<String> comments) {}

  record Variable(
      String name,
      Type type,
      @Nullable Literal defaultValue,
      List<Directive> directives,
      @Nullable Position position,
      List<String> comments) {}

  sealed interface Selection permits Field, Spread, Inline {}

  record Field(
      String alias,
      String name,
      List<Argument> arguments,
      List<Directive> directives,
      List<Selection> selections,
      @Nullable Position position,
      List<String> comments)
      implements Selection {

    String responseName() {
      return alias.isEmpty() ? name : alias;
    }
  }

  record Spread(
      String name, List<Directive> directives, @Nullable Position position, List<String> comments)
      implements Selection {}

  record Inline(
      String condition,
      List<Directive> directives,
      List<Selection> selections,
      @Nullable Position position,
      List<String> comments)
      implements Selection {}

  record Fragment(
      String name,
      List<Variable> variables,
      String condition,
      List<Directive> directives,
      List<Selection> selections,
      @Nullable Position position,
      List<String> comments) {}

  record Argument(String name, Literal value, @Nullable Position position, List<String> comments) {}

  record Directive(String name, List<Argument> arguments, @Nullable Position position) {
    @Nullable Argument argument(String wanted) {
      return named(arguments, Argument::name, wanted);
    }
  }

  record Type(String name, @Nullable Type element, boolean nonNull, @Nullable Position position) {

    /// The name of the innermost type.
    String innermost() {
      return !name.isEmpty() || element == null ? name : element.innermost();
    }

    /// Whether a value of this type may stand where the other is expected.
    boolean fits(Type other) {
      if (!name.equals(other.name) || element != null && other.element == null) {
        return false;
      }
      if (element != null && other.element != null && !element.fits(other.element)) {
        return false;
      }
      return !other.nonNull || nonNull;
    }

    Type nullable() {
      return new Type(name, element, false, position);
    }

    String text() {
      String bare = name.isEmpty() && element != null ? "[" + element.text() + "]" : name;
      return nonNull ? bare + "!" : bare;
    }
  }

  /// Kinds of values, in the order of the numbers they have in OPA.
  enum Kind {
    VARIABLE,
    INT,
    FLOAT,
    STRING,
    BLOCK,
    BOOLEAN,
    NULL,
    ENUM,
    LIST,
    OBJECT
  }

  record Literal(
      Kind kind,
      String raw,
      List<Child> children,
      @Nullable Position position,
      List<String> comments) {

    String text() {
      return switch (kind) {
        case VARIABLE -> "$" + raw;
        case INT, FLOAT, ENUM, BOOLEAN, NULL -> raw;
        case STRING, BLOCK -> RegoText.quote(raw);
        case LIST ->
            "[" + String.join(",", children.stream().map(c -> c.value.text()).toList()) + "]";
        case OBJECT ->
            "{"
                + String.join(
                    ",", children.stream().map(c -> c.name + ":" + c.value.text()).toList())
                + "}";
      };
    }

    @Nullable Literal child(String name) {
      Child child = named(children, Child::name, name);
      return child == null ? null : child.value;
    }
  }

  /// An item of a list, without a name, or a field of an object.
  record Child(String name, Literal value, @Nullable Position position, List<String> comments) {}

  record Schema(
      List<Entry> entries,
      List<Entry> extendedEntries,
      List<DirectiveDefinition> directives,
      List<Definition> definitions,
      List<Definition> extensions,
      List<String> comments) {}

  /// The comments of a definition: before its description, behind it, and before its end.
  record Comments(List<String> before, List<String> after, List<String> end) {}

  /// A `schema` definition.
  record Entry(
      String description,
      List<Directive> directives,
      List<Root> roots,
      @Nullable Position position,
      Comments comments) {}

  record Root(String operation, String type, @Nullable Position position, List<String> comments) {}

  /// Kinds of types, by the names they have in messages and as places of directives.
  enum DefinitionKind {
    SCALAR,
    OBJECT,
    INTERFACE,
    UNION,
    ENUM,
    INPUT_OBJECT
  }

  record Definition(
      DefinitionKind kind,
      String description,
      String name,
      List<Directive> directives,
      List<String> interfaces,
      List<FieldDefinition> fields,
      List<String> members,
      List<@Nullable Position> memberPositions,
      List<EnumValue> values,
      @Nullable Position position,
      boolean builtIn,
      Comments comments) {

    @Nullable FieldDefinition field(String wanted) {
      return named(fields, FieldDefinition::name, wanted);
    }

    @Nullable EnumValue value(String wanted) {
      return named(values, EnumValue::name, wanted);
    }

    boolean isLeaf() {
      return kind == DefinitionKind.ENUM || kind == DefinitionKind.SCALAR;
    }

    boolean isAbstract() {
      return kind == DefinitionKind.INTERFACE || kind == DefinitionKind.UNION;
    }

    boolean isComposite() {
      return kind == DefinitionKind.OBJECT || isAbstract();
    }

    boolean isInput() {
      return isLeaf() || kind == DefinitionKind.INPUT_OBJECT;
    }

    boolean isOneOf(String... names) {
      return List.of(names).contains(name);
    }
  }

  record FieldDefinition(
      String description,
      String name,
      List<ArgumentDefinition> arguments,
      @Nullable Literal defaultValue,
      Type type,
      List<Directive> directives,
      @Nullable Position position,
      Comments comments) {

    @Nullable ArgumentDefinition argument(String wanted) {
      return named(arguments, ArgumentDefinition::name, wanted);
    }
  }

  record ArgumentDefinition(
      String description,
      String name,
      @Nullable Literal defaultValue,
      Type type,
      List<Directive> directives,
      @Nullable Position position,
      Comments comments) {}

  record EnumValue(
      String description,
      String name,
      List<Directive> directives,
      @Nullable Position position,
      Comments comments) {}

  record DirectiveDefinition(
      String description,
      String name,
      List<ArgumentDefinition> arguments,
      List<String> locations,
      boolean repeatable,
      @Nullable Position position,
      Comments comments) {

    @Nullable ArgumentDefinition argument(String wanted) {
      return named(arguments, ArgumentDefinition::name, wanted);
    }
  }

  /// The first of a name, or null.
  static <T> @Nullable T named(List<T> nodes, Function<T, String> nameOf, String name) {
    for (T node : nodes) {
      if (nameOf.apply(node).equals(name)) {
        return node;
      }
    }
    return null;
  }
}
