package ms.continuu.attest.rego.syntax;

/// The kinds of token, with the names that messages use.
enum Token {
  ILLEGAL("illegal"),
  EOF("eof"),
  WHITESPACE("whitespace"),
  IDENT("identifier"),
  COMMENT("comment"),

  PACKAGE("package"),
  IMPORT("import"),
  AS("as"),
  DEFAULT("default"),
  ELSE("else"),
  NOT("not"),
  SOME("some"),
  WITH("with"),
  NULL("null"),
  TRUE("true"),
  FALSE("false"),

  NUMBER("number"),
  STRING("string"),
  TEMPLATE_PART("template-string-part"),
  TEMPLATE_END("template-string-end"),
  RAW_TEMPLATE_PART("raw-template-string-part"),
  RAW_TEMPLATE_END("raw-template-string-end"),

  LEFT_BRACKET("["),
  RIGHT_BRACKET("]"),
  LEFT_BRACE("{"),
  RIGHT_BRACE("}"),
  LEFT_PAREN("("),
  RIGHT_PAREN(")"),
  COMMA(","),
  COLON(":"),

  PLUS("plus"),
  MINUS("minus"),
  MUL("mul"),
  DIV("div"),
  REM("rem"),
  INTERSECTION("and"),
  UNION("or"),
  UNIFY("eq"),
  EQUAL("equal"),
  ASSIGN("assign"),
  IN("in"),
  NOT_EQUAL("neq"),
  GREATER("gt"),
  LESS("lt"),
  GREATER_OR_EQUAL("gte"),
  LESS_OR_EQUAL("lte"),
  DOT("."),
  SEMICOLON(";"),

  EVERY("every"),
  CONTAINS("contains"),
  IF("if"),
  AND("and"),
  OR("or");

  private final String text;

  Token(String text) {
    this.text = text;
  }

  /// The name in messages; for an operator also the name of its built-in.
  String text() {
    return text;
  }

  /// Whether messages call it a keyword, whatever the version of the language.
  boolean isKeyword() {
    return switch (this) {
      case PACKAGE, IMPORT, AS, DEFAULT, ELSE, NOT, SOME, WITH, NULL, TRUE, FALSE -> true;
      case IN, EVERY, CONTAINS, IF, AND, OR -> true;
      default -> false;
    };
  }

  /// Whether its name is that of a keyword: `&` and `|` have the names of `and` and `or`, and OPA
  /// takes them for those.
  boolean mayNameKeyword() {
    return isKeyword() || this == INTERSECTION || this == UNION;
  }
}
