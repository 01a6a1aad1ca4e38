package ms.continuu.attest.rego.graphql;

import java.util.List;
import java.util.function.Function;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Documents as values: an object for a node, with the names of OPA's library, and without what is
/// null or empty.
final class AstValues {
  private AstValues() {}

  /// An object that is being written.
  private static final class Node {
    private final ObjectValue.Builder members = ObjectValue.builder();

    Node text(String name, String text) {
      members.put(name, StringValue.of(text));
      return this;
    }

    Node flag(String name, boolean flag) {
      members.put(name, BooleanValue.of(flag));
      return this;
    }

    Node put(String name, @Nullable Value value) {
      boolean empty =
          value == null
              || value instanceof ArrayValue array && array.size() == 0
              || value instanceof ObjectValue object && object.size() == 0;
      if (value != null && !empty) {
        members.put(name, value);
      }
      return this;
    }

    <T> Node all(String name, List<T> items, Function<T, Value> write) {
      return put(name, ArrayValue.of(items.stream().map(write).toList()));
    }

    Node comments(String name, List<String> comments) {
      Value list =
          ArrayValue.of(
              comments.stream()
                  .map(text -> (Value) new Node().text("Value", text).build())
                  .toList());
      return comments.isEmpty() ? this : put(name, new Node().put("List", list).build());
    }

    Node comments(Ast.Comments comments) {
      return comments("BeforeDescriptionComment", comments.before())
          .comments("AfterDescriptionComment", comments.after())
          .comments("EndOfDefinitionComment", comments.end());
    }

    ObjectValue build() {
      return members.build();
    }
  }

  static Value of(Ast.Query query) {
    return new Node()
        .all("Operations", query.operations(), AstValues::operation)
        .all("Fragments", query.fragments(), AstValues::fragment)
        .build();
  }

  private static Value operation(Ast.Operation operation) {
    return new Node()
        .text("Operation", operation.type())
        .text("Name", operation.name())
        .all("VariableDefinitions", operation.variables(), AstValues::variable)
        .all("Directives", operation.directives(), AstValues::directive)
        .all("SelectionSet", operation.selections(), AstValues::selection)
        .comments("Comment", operation.comments())
        .build();
  }

  private static Value variable(Ast.Variable variable) {
    return new Node()
        .text("Variable", variable.name())
        .put("Type", type(variable.type()))
        .put("DefaultValue", literal(variable.defaultValue()))
        .all("Directives", variable.directives(), AstValues::directive)
        .flag("Used", false)
        .comments("Comment", variable.comments())
        .build();
  }

  private static Value fragment(Ast.Fragment fragment) {
    return new Node()
        .text("Name", fragment.name())
        .all("VariableDefinition", fragment.variables(), AstValues::variable)
        .text("TypeCondition", fragment.condition())
        .all("Directives", fragment.directives(), AstValues::directive)
        .all("SelectionSet", fragment.selections(), AstValues::selection)
        .comments("Comment", fragment.comments())
        .build();
  }

  private static Value selection(Ast.Selection selection) {
    return switch (selection) {
      case Ast.Field field ->
          new Node()
              .text("Alias", field.alias())
              .text("Name", field.name())
              .all("Arguments", field.arguments(), AstValues::argument)
              .all("Directives", field.directives(), AstValues::directive)
              .all("SelectionSet", field.selections(), AstValues::selection)
              .comments("Comment", field.comments())
              .build();
      case Ast.Spread spread ->
          new Node()
              .text("Name", spread.name())
              .all("Directives", spread.directives(), AstValues::directive)
              .comments("Comment", spread.comments())
              .build();
      case Ast.Inline inline ->
          new Node()
              .text("TypeCondition", inline.condition())
              .all("Directives", inline.directives(), AstValues::directive)
              .all("SelectionSet", inline.selections(), AstValues::selection)
              .comments("Comment", inline.comments())
              .build();
    };
  }

  private static Value argument(Ast.Argument argument) {
    return new Node()
        .text("Name", argument.name())
        .put("Value", literal(argument.value()))
        .comments("Comment", argument.comments())
        .build();
  }

  private static Value directive(Ast.Directive directive) {
    return new Node()
        .text("Name", directive.name())
        .all("Arguments", directive.arguments(), AstValues::argument)
        .text("Location", "")
        .build();
  }

  private static @Nullable Value type(Ast.@Nullable Type type) {
    return type == null
        ? null
        : new Node()
            .text("NamedType", type.name())
            .put("Elem", type(type.element()))
            .flag("NonNull", type.nonNull())
            .build();
  }

  private static @Nullable Value literal(Ast.@Nullable Literal literal) {
    return literal == null
        ? null
        : new Node()
            .text("Raw", literal.raw())
            .all("Children", literal.children(), AstValues::child)
            .put("Kind", NumberValue.of(literal.kind().ordinal()))
            .flag("ExpectedTypeHasDefault", false)
            .comments("Comment", literal.comments())
            .build();
  }

  private static Value child(Ast.Child child) {
    return new Node()
        .text("Name", child.name())
        .put("Value", literal(child.value()))
        .comments("Comment", child.comments())
        .build();
  }

  static Value of(Ast.Schema schema) {
    return new Node()
        .all("Schema", schema.entries(), AstValues::entry)
        .all("SchemaExtension", schema.extendedEntries(), AstValues::entry)
        .all("Directives", schema.directives(), AstValues::directiveDefinition)
        .all("Definitions", schema.definitions(), AstValues::definition)
        .all("Extensions", schema.extensions(), AstValues::definition)
        .comments("Comment", schema.comments())
        .build();
  }

  private static Value entry(Ast.Entry entry) {
    return new Node()
        .text("Description", entry.description())
        .all("Directives", entry.directives(), AstValues::directive)
        .all("OperationTypes", entry.roots(), AstValues::root)
        .comments(entry.comments())
        .build();
  }

  private static Value root(Ast.Root root) {
    return new Node()
        .text("Operation", root.operation())
        .text("Type", root.type())
        .comments("Comment", root.comments())
        .build();
  }

  private static Value definition(Ast.Definition definition) {
    return new Node()
        .text("Kind", definition.kind().name())
        .text("Description", definition.description())
        .text("Name", definition.name())
        .all("Directives", definition.directives(), AstValues::directive)
        .all("Interfaces", definition.interfaces(), StringValue::of)
        .all("Fields", definition.fields(), AstValues::field)
        .all("Types", definition.members(), StringValue::of)
        .all("EnumValues", definition.values(), AstValues::enumValue)
        .flag("BuiltIn", definition.builtIn())
        .comments(definition.comments())
        .build();
  }

  private static Value field(Ast.FieldDefinition field) {
    return new Node()
        .text("Description", field.description())
        .text("Name", field.name())
        .all("Arguments", field.arguments(), AstValues::argumentDefinition)
        .put("DefaultValue", literal(field.defaultValue()))
        .put("Type", type(field.type()))
        .all("Directives", field.directives(), AstValues::directive)
        .comments(field.comments())
        .build();
  }

  private static Value argumentDefinition(Ast.ArgumentDefinition argument) {
    return new Node()
        .text("Description", argument.description())
        .text("Name", argument.name())
        .put("DefaultValue", literal(argument.defaultValue()))
        .put("Type", type(argument.type()))
        .all("Directives", argument.directives(), AstValues::directive)
        .comments(argument.comments())
        .build();
  }

  private static Value enumValue(Ast.EnumValue value) {
    return new Node()
        .text("Description", value.description())
        .text("Name", value.name())
        .all("Directives", value.directives(), AstValues::directive)
        .comments(value.comments())
        .build();
  }

  private static Value directiveDefinition(Ast.DirectiveDefinition directive) {
    return new Node()
        .text("Description", directive.description())
        .text("Name", directive.name())
        .all("Arguments", directive.arguments(), AstValues::argumentDefinition)
        .all("Locations", directive.locations(), StringValue::of)
        .flag("IsRepeatable", directive.repeatable())
        .comments(directive.comments())
        .build();
  }
}
