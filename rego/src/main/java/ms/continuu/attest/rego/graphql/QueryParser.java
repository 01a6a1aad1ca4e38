package ms.continuu.attest.rego.graphql;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.rego.graphql.Token.Kind;

/// Reads operations and fragments.
final class QueryParser extends TokenReader {
  private QueryParser(String text) {
    super(text);
  }

  /// @throws Stop with the first fault
  static Ast.Query parse(String text) {
    return new QueryParser(text).document();
  }

  private Ast.Query document() {
    List<Ast.Operation> operations = new ArrayList<>();
    List<Ast.Fragment> fragments = new ArrayList<>();
    while (!isNext(Kind.END)) {
      Token token = peek();
      if (token.isName("fragment")) {
        fragments.add(fragment());
      } else if (token.kind() == Kind.LEFT_BRACE
          || token.isName("query")
          || token.isName("mutation")
          || token.isName("subscription")) {
        operations.add(operation());
      } else {
        throw unexpected(token);
      }
    }
    return new Ast.Query(List.copyOf(operations), List.copyOf(fragments));
  }

  private Ast.Operation operation() {
    Token start = peek();
    if (start.kind() == Kind.LEFT_BRACE) {
      return new Ast.Operation(
          "query", "", List.of(), List.of(), selections(), start.position(), List.of());
    }
    String type = operationType();
    String name = isNext(Kind.NAME) ? next().value() : "";
    return new Ast.Operation(
        type,
        name,
        variables(),
        directives(false),
        selections(),
        start.position(),
        start.comments());
  }

  private List<Ast.Variable> variables() {
    return some(Kind.LEFT_PARENTHESIS, Kind.RIGHT_PARENTHESIS, this::variableDefinition).items();
  }

  private Ast.Variable variableDefinition() {
    Token start = peek();
    String name = variable();
    expect(Kind.COLON);
    Ast.Type type = type();
    Ast.Literal defaultValue = skip(Kind.EQUALS) ? value(true) : null;
    return new Ast.Variable(
        name, type, defaultValue, directives(false), start.position(), start.comments());
  }

  private List<Ast.Selection> selections() {
    if (!isNext(Kind.LEFT_BRACE)) {
      expect(Kind.LEFT_BRACE);
    }
    return some(Kind.LEFT_BRACE, Kind.RIGHT_BRACE, this::selection).items();
  }

  private Ast.Selection selection() {
    return isNext(Kind.SPREAD) ? spread() : field();
  }

  private Ast.Field field() {
    Token start = peek();
    String alias = name();
    String name = skip(Kind.COLON) ? name() : alias;
    List<Ast.Argument> arguments = arguments(false);
    List<Ast.Directive> directives = directives(false);
    List<Ast.Selection> selections = isNext(Kind.LEFT_BRACE) ? selections() : List.of();
    return new Ast.Field(
        alias, name, arguments, directives, selections, start.position(), start.comments());
  }

  private Ast.Selection spread() {
    List<String> comments = expect(Kind.SPREAD).comments();
    Token start = peek();
    if (start.kind() == Kind.NAME && !start.value().equals("on")) {
      return new Ast.Spread(name(), directives(false), start.position(), comments);
    }
    String condition = "";
    if (start.value().equals("on")) {
      next();
      condition = name();
    }
    return new Ast.Inline(condition, directives(false), selections(), start.position(), comments);
  }

  private Ast.Fragment fragment() {
    Token start = next();
    if (peek().value().equals("on")) {
      throw unexpected(peek());
    }
    String name = name();
    List<Ast.Variable> variables = variables();
    expectKeyword("on");
    return new Ast.Fragment(
        name,
        variables,
        name(),
        directives(false),
        selections(),
        start.position(),
        start.comments());
  }
}
