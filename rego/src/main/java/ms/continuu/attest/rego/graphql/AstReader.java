package ms.continuu.attest.rego.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Documents from values of the form that [AstValues] writes. What is missing is empty. Every
/// selection is taken for a field, as in OPA.
final class AstReader {
  private static final Ast.Type NO_TYPE = new Ast.Type("", null, false, null);
  private static final Ast.Literal NO_VALUE =
      new Ast.Literal(Ast.Kind.VARIABLE, "", List.of(), null, List.of());

  private AstReader() {}

  /// A value of the wrong kind, with the place in the document.
  static final class Misfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Misfit(String message) {
      super(message, null, false, false);
    }
  }

  /// A node that is being read.
  private record Node(ObjectValue members, String goName) {
    private Misfit misfit(Value value, String name, String goType) {
      String given =
          switch (value) {
            case ArrayValue a -> "array";
            case ObjectValue o -> "object";
            case StringValue s -> "string";
            case BooleanValue b -> "bool";
            case NumberValue n -> "number";
            default -> value.typeName();
          };
      return new Misfit(
          "json: cannot unmarshal "
              + given
              + " into Go struct field "
              + goName
              + "."
              + name
              + " of type "
              + goType);
    }

    @Nullable Value get(String name) {
      Value value = members.get(name);
      return value == NullValue.NULL ? null : value;
    }

    String text(String name) {
      return switch (get(name)) {
        case null -> "";
        case StringValue string -> string.text();
        case Value other -> throw misfit(other, name, "string");
      };
    }

    boolean flag(String name) {
      return switch (get(name)) {
        case null -> false;
        case BooleanValue flag -> flag.value();
        case Value other -> throw misfit(other, name, "bool");
      };
    }

    <T> List<T> all(String name, String itemType, Function<Node, T> read) {
      List<T> items = new ArrayList<>();
      for (Value item : array(name)) {
        if (!(item instanceof ObjectValue object)) {
          throw misfit(item, name, "ast." + itemType);
        }
        items.add(read.apply(new Node(object, itemType)));
      }
      return List.copyOf(items);
    }

    List<String> texts(String name) {
      List<String> items = new ArrayList<>();
      for (Value item : array(name)) {
        if (!(item instanceof StringValue string)) {
          throw misfit(item, name, "string");
        }
        items.add(string.text());
      }
      return List.copyOf(items);
    }

    private ArrayValue array(String name) {
      return switch (get(name)) {
        case null -> ArrayValue.EMPTY;
        case ArrayValue array -> array;
        case Value other -> throw misfit(other, name, "[]*ast");
      };
    }

    <T> @Nullable T part(String name, String partType, Function<Node, T> read) {
      return switch (get(name)) {
        case null -> null;
        case ObjectValue object -> read.apply(new Node(object, partType));
        case Value other -> throw misfit(other, name, "ast." + partType);
      };
    }

    List<String> comments(String name) {
      List<String> comments =
          part(
              name,
              "CommentGroup",
              group -> group.all("List", "Comment", comment -> comment.text("Value")));
      return comments == null ? List.of() : comments;
    }

    Ast.Comments comments() {
      return new Ast.Comments(
          comments("BeforeDescriptionComment"),
          comments("AfterDescriptionComment"),
          comments("EndOfDefinitionComment"));
    }

    List<Ast.Directive> directives() {
      return all("Directives", "Directive", AstReader::directive);
    }

    Ast.Type type() {
      Ast.Type type = part("Type", "Type", AstReader::type);
      return type == null ? NO_TYPE : type;
    }
  }

  static Ast.Query query(ObjectValue value) {
    Node node = new Node(value, "QueryDocument");
    return new Ast.Query(
        node.all("Operations", "OperationDefinition", AstReader::operation),
        node.all("Fragments", "FragmentDefinition", AstReader::fragment));
  }

  private static Ast.Operation operation(Node node) {
    return new Ast.Operation(
        node.text("Operation"),
        node.text("Name"),
        node.all("VariableDefinitions", "VariableDefinition", AstReader::variable),
        node.directives(),
        selections(node),
        null,
        List.of());
  }

  private static Ast.Variable variable(Node node) {
    return new Ast.Variable(
        node.text("Variable"),
        node.type(),
        node.part("DefaultValue", "Value", AstReader::literal),
        node.directives(),
        null,
        node.comments("Comment"));
  }

  private static Ast.Fragment fragment(Node node) {
    return new Ast.Fragment(
        node.text("Name"),
        node.all("VariableDefinition", "VariableDefinition", AstReader::variable),
        node.text("TypeCondition"),
        node.directives(),
        selections(node),
        null,
        List.of());
  }

  private static List<Ast.Selection> selections(Node node) {
    List<Ast.Selection> fields = new ArrayList<>();
    fields.addAll(node.all("SelectionSet", "Field", AstReader::field));
    return List.copyOf(fields);
  }

  private static Ast.Field field(Node node) {
    return new Ast.Field(
        node.text("Alias"),
        node.text("Name"),
        node.all("Arguments", "Argument", AstReader::argument),
        node.directives(),
        selections(node),
        null,
        List.of());
  }

  private static Ast.Argument argument(Node node) {
    Ast.Literal value = node.part("Value", "Value", AstReader::literal);
    return new Ast.Argument(
        node.text("Name"), value == null ? NO_VALUE : value, null, node.comments("Comment"));
  }

  private static Ast.Directive directive(Node node) {
    return new Ast.Directive(
        node.text("Name"), node.all("Arguments", "Argument", AstReader::argument), null);
  }

  private static Ast.Type type(Node node) {
    return new Ast.Type(
        node.text("NamedType"),
        node.part("Elem", "Type", AstReader::type),
        node.flag("NonNull"),
        null);
  }

  private static Ast.Literal literal(Node node) {
    Value kind = node.get("Kind");
    Ast.Kind[] kinds = Ast.Kind.values();
    if (kind != null && !(kind instanceof NumberValue)) {
      throw node.misfit(kind, "Kind", "ast.ValueKind");
    }
    long index = kind instanceof NumberValue number ? number.longValue() : 0;
    return new Ast.Literal(
        kinds[Math.clamp(index, 0, kinds.length - 1)],
        node.text("Raw"),
        node.all("Children", "ChildValue", AstReader::child),
        null,
        node.comments("Comment"));
  }

  private static Ast.Child child(Node node) {
    Ast.Literal value = node.part("Value", "Value", AstReader::literal);
    return new Ast.Child(
        node.text("Name"), value == null ? NO_VALUE : value, null, node.comments("Comment"));
  }

  static Ast.Schema schema(ObjectValue value) {
    Node node = new Node(value, "SchemaDocument");
    return new Ast.Schema(
        node.all("Schema", "SchemaDefinition", AstReader::entry),
        node.all("SchemaExtension", "SchemaDefinition", AstReader::entry),
        node.all("Directives", "DirectiveDefinition", AstReader::directiveDefinition),
        node.all("Definitions", "Definition", AstReader::definition),
        node.all("Extensions", "Definition", AstReader::definition),
        node.comments("Comment"));
  }

  private static Ast.Entry entry(Node node) {
    return new Ast.Entry(
        node.text("Description"),
        node.directives(),
        node.all(
            "OperationTypes",
            "OperationTypeDefinition",
            root ->
                new Ast.Root(
                    root.text("Operation"), root.text("Type"), null, root.comments("Comment"))),
        null,
        node.comments());
  }

  private static Ast.Definition definition(Node node) {
    return new Ast.Definition(
        kind(node.text("Kind")),
        node.text("Description"),
        node.text("Name"),
        node.directives(),
        node.texts("Interfaces"),
        node.all("Fields", "FieldDefinition", AstReader::fieldDefinition),
        node.texts("Types"),
        List.of(),
        node.all("EnumValues", "EnumValueDefinition", AstReader::enumValue),
        null,
        node.flag("BuiltIn"),
        node.comments());
  }

  private static Ast.DefinitionKind kind(String name) {
    for (Ast.DefinitionKind kind : Ast.DefinitionKind.values()) {
      if (kind.name().equals(name)) {
        return kind;
      }
    }
    return Ast.DefinitionKind.SCALAR;
  }

  private static Ast.FieldDefinition fieldDefinition(Node node) {
    return new Ast.FieldDefinition(
        node.text("Description"),
        node.text("Name"),
        node.all("Arguments", "ArgumentDefinition", AstReader::argumentDefinition),
        node.part("DefaultValue", "Value", AstReader::literal),
        node.type(),
        node.directives(),
        null,
        node.comments());
  }

  private static Ast.ArgumentDefinition argumentDefinition(Node node) {
    return new Ast.ArgumentDefinition(
        node.text("Description"),
        node.text("Name"),
        node.part("DefaultValue", "Value", AstReader::literal),
        node.type(),
        node.directives(),
        null,
        node.comments());
  }

  private static Ast.EnumValue enumValue(Node node) {
    return new Ast.EnumValue(
        node.text("Description"), node.text("Name"), node.directives(), null, node.comments());
  }

  private static Ast.DirectiveDefinition directiveDefinition(Node node) {
    return new Ast.DirectiveDefinition(
        node.text("Description"),
        node.text("Name"),
        node.all("Arguments", "ArgumentDefinition", AstReader::argumentDefinition),
        node.texts("Locations"),
        node.flag("IsRepeatable"),
        null,
        node.comments());
  }
}
