package ms.continuu.attest.rego.graphql;

import java.util.List;
import ms.continuu.attest.value.RegoText;

/// A word of GraphQL.
///
/// @param value the text of names, numbers and strings
/// @param comments the comments before it
record Token(Kind kind, String value, Position position, List<String> comments) {

  enum Kind {
    INVALID("<Invalid>"),
    END("<EOF>"),
    BANG("!"),
    DOLLAR("$"),
    AMPERSAND("&"),
    LEFT_PARENTHESIS("("),
    RIGHT_PARENTHESIS(")"),
    SPREAD("..."),
    COLON(":"),
    EQUALS("="),
    AT("@"),
    LEFT_BRACKET("["),
    RIGHT_BRACKET("]"),
    LEFT_BRACE("{"),
    RIGHT_BRACE("}"),
    PIPE("|"),
    NAME("Name"),
    INT("Int"),
    FLOAT("Float"),
    STRING("String"),
    BLOCK_STRING("BlockString"),
    COMMENT("Comment");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  boolean isName(String name) {
    return kind == Kind.NAME && value.equals(name);
  }

  /// As messages show it.
  String text() {
    return value.isEmpty() ? kind.toString() : kind + " " + RegoText.quote(value);
  }
}
