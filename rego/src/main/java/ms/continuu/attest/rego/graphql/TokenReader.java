package ms.continuu.attest.rego.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import ms.continuu.attest.rego.graphql.Token.Kind;
import ms.continuu.attest.value.RegoText;

/// The tokens of a text, one ahead, with what all parts of GraphQL share: names, values, types,
/// directives. The first fault ends the reading.
class TokenReader {
  private final Lexer lexer;
  private Token peeked = new Token(Kind.INVALID, "", Position.NOWHERE, List.of());
  private String peekedFault = "";
  private boolean hasPeeked;
  private Token previous = peeked;

  TokenReader(String text) {
    lexer = new Lexer(text);
  }

  /// Ends a reading; unchecked so that the grammar stays readable.
  static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Fault fault;

    Stop(Fault fault) {
      super(fault.message(), null, false, false);
      this.fault = fault;
    }

    Fault fault() {
      return fault;
    }
  }

  final Token peek() {
    if (!hasPeeked) {
      List<String> comments = new ArrayList<>();
      Lexer.Read read = lexer.next();
      while (read.token().kind() == Kind.COMMENT) {
        comments.add(read.token().value());
        read = lexer.next();
      }
      Token token = read.token();
      peeked = new Token(token.kind(), token.value(), token.position(), List.copyOf(comments));
      peekedFault = read.fault();
      hasPeeked = true;
    }
    return peeked;
  }

  final Token next() {
    Token token = peek();
    if (!peekedFault.isEmpty()) {
      throw new Stop(new Fault(peekedFault, token.position()));
    }
    hasPeeked = false;
    previous = token;
    return token;
  }

  final Token previous() {
    return previous;
  }

  final boolean isNext(Kind kind) {
    return peek().kind() == kind;
  }

  final boolean skip(Kind kind) {
    boolean found = isNext(kind);
    if (found) {
      next();
    }
    return found;
  }

  final Token expect(Kind kind) {
    if (!isNext(kind)) {
      throw stop(peek(), "Expected " + kind + ", found " + peek().kind());
    }
    return next();
  }

  final Token expectKeyword(String keyword) {
    if (!peek().isName(keyword)) {
      throw stop(peek(), "Expected " + RegoText.quote(keyword) + ", found " + peek().text());
    }
    return next();
  }

  final Stop unexpected(Token token) {
    return stop(token, "Unexpected " + token.text());
  }

  private static Stop stop(Token token, String message) {
    return new Stop(new Fault(message, token.position()));
  }

  /// A list in brackets, and the comments before its end.
  record Listed<T>(List<T> items, List<String> endComments) {}

  /// Items between brackets, at least one; nothing where there is no bracket.
  final <T> Listed<T> some(Kind open, Kind close, Supplier<T> item) {
    if (!skip(open)) {
      return new Listed<>(List.of(), List.of());
    }
    List<T> items = until(close, item);
    if (items.isEmpty()) {
      throw stop(peek(), "expected at least one definition, found " + peek().kind());
    }
    return new Listed<>(items, next().comments());
  }

  /// Items behind the bracket that is next, maybe none.
  private <T> List<T> many(Kind close, Supplier<T> item) {
    next();
    List<T> items = until(close, item);
    next();
    return items;
  }

  private <T> List<T> until(Kind close, Supplier<T> item) {
    List<T> items = new ArrayList<>();
    while (!isNext(close)) {
      items.add(item.get());
    }
    return List.copyOf(items);
  }

  final String name() {
    return expect(Kind.NAME).value();
  }

  final String operationType() {
    Token token = next();
    return switch (token.value()) {
      case "query", "mutation", "subscription" -> token.value();
      default -> throw unexpected(token);
    };
  }

  final Ast.Type type() {
    Position position;
    String name = "";
    Ast.Type element = null;
    if (skip(Kind.LEFT_BRACKET)) {
      position = peek().position();
      element = type();
      expect(Kind.RIGHT_BRACKET);
    } else {
      position = peek().position();
      name = name();
    }
    return new Ast.Type(name, element, skip(Kind.BANG), position);
  }

  final List<Ast.Directive> directives(boolean constant) {
    List<Ast.Directive> directives = new ArrayList<>();
    while (isNext(Kind.AT)) {
      next();
      Position position = peek().position();
      directives.add(new Ast.Directive(name(), arguments(constant), position));
    }
    return List.copyOf(directives);
  }

  final List<Ast.Argument> arguments(boolean constant) {
    return some(Kind.LEFT_PARENTHESIS, Kind.RIGHT_PARENTHESIS, () -> argument(constant)).items();
  }

  private Ast.Argument argument(boolean constant) {
    Token start = peek();
    String name = name();
    expect(Kind.COLON);
    return new Ast.Argument(name, value(constant), start.position(), start.comments());
  }

  final String variable() {
    expect(Kind.DOLLAR);
    return name();
  }

  /// A value; a constant one has no variables.
  final Ast.Literal value(boolean constant) {
    Token token = peek();
    Ast.Kind kind =
        switch (token.kind()) {
          case LEFT_BRACKET -> Ast.Kind.LIST;
          case LEFT_BRACE -> Ast.Kind.OBJECT;
          case DOLLAR -> Ast.Kind.VARIABLE;
          case INT -> Ast.Kind.INT;
          case FLOAT -> Ast.Kind.FLOAT;
          case STRING -> Ast.Kind.STRING;
          case BLOCK_STRING -> Ast.Kind.BLOCK;
          case NAME -> named(token.value());
          default -> throw unexpected(token);
        };
    return switch (kind) {
      case LIST -> new Ast.Literal(kind, "", list(constant), token.position(), token.comments());
      case OBJECT ->
          new Ast.Literal(
              kind,
              "",
              many(Kind.RIGHT_BRACE, () -> child(constant)),
              token.position(),
              token.comments());
      case VARIABLE -> {
        if (constant) {
          throw unexpected(token);
        }
        yield new Ast.Literal(kind, variable(), List.of(), token.position(), List.of());
      }
      default -> new Ast.Literal(kind, next().value(), List.of(), token.position(), List.of());
    };
  }

  private static Ast.Kind named(String name) {
    return switch (name) {
      case "true", "false" -> Ast.Kind.BOOLEAN;
      case "null" -> Ast.Kind.NULL;
      default -> Ast.Kind.ENUM;
    };
  }

  private List<Ast.Child> list(boolean constant) {
    return many(Kind.RIGHT_BRACKET, () -> new Ast.Child("", value(constant), null, List.of()));
  }

  private Ast.Child child(boolean constant) {
    Token start = peek();
    String name = name();
    expect(Kind.COLON);
    return new Ast.Child(name, value(constant), start.position(), start.comments());
  }
}
