package ms.continuu.attest.rego.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import ms.continuu.attest.rego.graphql.Token.Kind;
import org.jspecify.annotations.Nullable;

/// Reads the definitions of a schema.
final class SchemaParser extends TokenReader {
  private static final Set<String> LOCATIONS =
      Set.of(
          "QUERY",
          "MUTATION",
          "SUBSCRIPTION",
          "FIELD",
          "FRAGMENT_DEFINITION",
          "FRAGMENT_SPREAD",
          "INLINE_FRAGMENT",
          "VARIABLE_DEFINITION",
          "SCHEMA",
          "SCALAR",
          "OBJECT",
          "FIELD_DEFINITION",
          "ARGUMENT_DEFINITION",
          "INTERFACE",
          "UNION",
          "ENUM",
          "ENUM_VALUE",
          "INPUT_OBJECT",
          "INPUT_FIELD_DEFINITION");

  private final boolean builtIn;

  private SchemaParser(String text, boolean builtIn) {
    super(text);
    this.builtIn = builtIn;
  }

  /// @throws Stop with the first fault
  static Ast.Schema parse(String text) {
    return new SchemaParser(text, false).document();
  }

  /// Reads what every schema has.
  static Ast.Schema parseBuiltIn(String text) {
    return new SchemaParser(text, true).document();
  }

  private record Description(String text, List<String> comments) {
    static final Description NONE = new Description("", List.of());
  }

  private Ast.Schema document() {
    List<Ast.Entry> entries = new ArrayList<>();
    List<Ast.Entry> extendedEntries = new ArrayList<>();
    List<Ast.DirectiveDefinition> directives = new ArrayList<>();
    List<Ast.Definition> definitions = new ArrayList<>();
    List<Ast.Definition> extensions = new ArrayList<>();
    while (!isNext(Kind.END)) {
      Description description = description();
      Token token = peek();
      if (token.kind() != Kind.NAME) {
        throw unexpected(token);
      }
      switch (token.value()) {
        case "schema" -> entries.add(entry(description));
        case "directive" -> directives.add(directive(description));
        case "extend" -> {
          if (!description.text.isEmpty()) {
            throw unexpected(previous());
          }
          List<String> comments = next().comments();
          if (peek().value().equals("schema")) {
            extendedEntries.add(extendedEntry(comments));
          } else {
            extensions.add(extension(comments));
          }
        }
        default -> definitions.add(definition(description));
      }
    }
    return new Ast.Schema(
        List.copyOf(entries),
        List.copyOf(extendedEntries),
        List.copyOf(directives),
        List.copyOf(definitions),
        List.copyOf(extensions),
        peek().comments());
  }

  private Description description() {
    if (!isNext(Kind.BLOCK_STRING) && !isNext(Kind.STRING)) {
      return Description.NONE;
    }
    Token token = next();
    return new Description(token.value(), token.comments());
  }

  private Ast.@Nullable DefinitionKind kind(Token token) {
    return switch (token.value()) {
      case "scalar" -> Ast.DefinitionKind.SCALAR;
      case "type" -> Ast.DefinitionKind.OBJECT;
      case "interface" -> Ast.DefinitionKind.INTERFACE;
      case "union" -> Ast.DefinitionKind.UNION;
      case "enum" -> Ast.DefinitionKind.ENUM;
      case "input" -> Ast.DefinitionKind.INPUT_OBJECT;
      default -> null;
    };
  }

  private Ast.Entry entry(Description description) {
    List<String> after = next().comments();
    Position position = peek().position();
    List<Ast.Directive> directives = directives(true);
    Listed<Ast.Root> roots = some(Kind.LEFT_BRACE, Kind.RIGHT_BRACE, this::root);
    return new Ast.Entry(
        description.text,
        directives,
        roots.items(),
        position,
        new Ast.Comments(description.comments, after, roots.endComments()));
  }

  private Ast.Entry extendedEntry(List<String> after) {
    expectKeyword("schema");
    Position position = peek().position();
    List<Ast.Directive> directives = directives(true);
    Listed<Ast.Root> roots = some(Kind.LEFT_BRACE, Kind.RIGHT_BRACE, this::root);
    if (directives.isEmpty() && roots.items().isEmpty()) {
      throw unexpected(peek());
    }
    return new Ast.Entry(
        "",
        directives,
        roots.items(),
        position,
        new Ast.Comments(List.of(), after, roots.endComments()));
  }

  private Ast.Root root() {
    Token start = peek();
    String operation = operationType();
    expect(Kind.COLON);
    return new Ast.Root(operation, name(), start.position(), start.comments());
  }

  private Ast.Definition definition(Description description) {
    Ast.DefinitionKind kind = kind(peek());
    if (kind == null) {
      throw unexpected(peek());
    }
    List<String> after = next().comments();
    return definition(kind, description, after, false);
  }

  /// An extension must say something.
  private Ast.Definition extension(List<String> after) {
    Ast.DefinitionKind kind = kind(peek());
    if (kind == null) {
      throw unexpected(peek());
    }
    expectKeyword(peek().value());
    Ast.Definition extension = definition(kind, Description.NONE, after, true);
    boolean empty =
        extension.directives().isEmpty()
            && extension.fields().isEmpty()
            && extension.members().isEmpty()
            && extension.values().isEmpty()
            && extension.interfaces().isEmpty();
    if (empty) {
      throw unexpected(peek());
    }
    return extension;
  }

  private Ast.Definition definition(
      Ast.DefinitionKind kind, Description description, List<String> after, boolean extending) {
    Position position = peek().position();
    String name = name();
    boolean implementing =
        kind == Ast.DefinitionKind.OBJECT || kind == Ast.DefinitionKind.INTERFACE && !extending;
    List<String> interfaces = implementing ? interfaces() : List.of();
    boolean constant = kind != Ast.DefinitionKind.INPUT_OBJECT || !extending;
    List<Ast.Directive> directives = directives(constant);
    Listed<Ast.FieldDefinition> fields = new Listed<>(List.of(), List.of());
    Listed<Ast.EnumValue> values = new Listed<>(List.of(), List.of());
    List<String> members = new ArrayList<>();
    List<@Nullable Position> memberPositions = new ArrayList<>();
    switch (kind) {
      case OBJECT, INTERFACE -> fields = braced(this::field);
      case INPUT_OBJECT -> fields = braced(this::inputField);
      case ENUM -> values = braced(this::enumValue);
      case UNION -> readMembers(members, memberPositions);
      case SCALAR -> {}
    }
    List<String> end =
        kind == Ast.DefinitionKind.ENUM ? values.endComments() : fields.endComments();
    return new Ast.Definition(
        kind,
        description.text,
        name,
        directives,
        interfaces,
        fields.items(),
        List.copyOf(members),
        memberPositions,
        values.items(),
        position,
        builtIn,
        new Ast.Comments(description.comments, after, end));
  }

  private <T> Listed<T> braced(Supplier<T> item) {
    return some(Kind.LEFT_BRACE, Kind.RIGHT_BRACE, item);
  }

  private List<String> interfaces() {
    if (!peek().value().equals("implements")) {
      return List.of();
    }
    next();
    skip(Kind.AMPERSAND);
    List<String> names = new ArrayList<>(List.of(name()));
    while (skip(Kind.AMPERSAND)) {
      names.add(name());
    }
    return List.copyOf(names);
  }

  private void readMembers(List<String> members, List<@Nullable Position> positions) {
    if (!skip(Kind.EQUALS)) {
      return;
    }
    skip(Kind.PIPE);
    do {
      positions.add(peek().position());
      members.add(name());
    } while (skip(Kind.PIPE));
  }

  private static Ast.Comments comments(Description description, Token start) {
    List<String> before = description.text.isEmpty() ? List.of() : description.comments;
    return new Ast.Comments(before, start.comments(), List.of());
  }

  private Ast.FieldDefinition field() {
    Description description = description();
    Token start = peek();
    String name = name();
    List<Ast.ArgumentDefinition> arguments = argumentDefinitions();
    expect(Kind.COLON);
    Ast.Type type = type();
    return new Ast.FieldDefinition(
        description.text,
        name,
        arguments,
        null,
        type,
        directives(true),
        start.position(),
        comments(description, start));
  }

  private Ast.FieldDefinition inputField() {
    Ast.ArgumentDefinition field = argumentDefinition();
    return new Ast.FieldDefinition(
        field.description(),
        field.name(),
        List.of(),
        field.defaultValue(),
        field.type(),
        field.directives(),
        field.position(),
        field.comments());
  }

  private List<Ast.ArgumentDefinition> argumentDefinitions() {
    return some(Kind.LEFT_PARENTHESIS, Kind.RIGHT_PARENTHESIS, this::argumentDefinition).items();
  }

  private Ast.ArgumentDefinition argumentDefinition() {
    Description description = description();
    Token start = peek();
    String name = name();
    expect(Kind.COLON);
    Ast.Type type = type();
    Ast.Literal defaultValue = skip(Kind.EQUALS) ? value(true) : null;
    return new Ast.ArgumentDefinition(
        description.text,
        name,
        defaultValue,
        type,
        directives(true),
        start.position(),
        comments(description, start));
  }

  private Ast.EnumValue enumValue() {
    Description description = description();
    Token start = peek();
    String name = name();
    return new Ast.EnumValue(
        description.text, name, directives(true), start.position(), comments(description, start));
  }

  private Ast.DirectiveDefinition directive(Description description) {
    List<String> after = next().comments();
    expect(Kind.AT);
    Position position = peek().position();
    String name = name();
    List<Ast.ArgumentDefinition> arguments = argumentDefinitions();
    boolean repeatable = peek().isName("repeatable");
    if (repeatable) {
      next();
    }
    expectKeyword("on");
    skip(Kind.PIPE);
    List<String> locations = new ArrayList<>();
    do {
      Token location = expect(Kind.NAME);
      if (!LOCATIONS.contains(location.value())) {
        throw unexpected(location);
      }
      locations.add(location.value());
    } while (skip(Kind.PIPE));
    return new Ast.DirectiveDefinition(
        description.text,
        name,
        arguments,
        List.copyOf(locations),
        repeatable,
        position,
        new Ast.Comments(description.comments, after, List.of()));
  }
}
