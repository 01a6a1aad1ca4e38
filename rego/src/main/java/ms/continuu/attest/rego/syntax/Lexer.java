package ms.continuu.attest.rego.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ms.continuu.attest.value.Utf8;

/// Text to tokens, one at a time; the parser may turn it back.
///
/// INVARIANT: `row` and `column` are those of the character at `at`, as OPA counts them: a line end
/// stands at column 0 of the line it opens, and the end of the text stands on its last character. A
/// fault of a character belongs to the token in whose course it becomes the current one.
final class Lexer {
  private static final int END = -1;
  private static final int BYTE_ORDER_MARK = 0xFEFF;
  private static final int NO_BREAK_SPACE = 0xA0;

  /// What a template string is written in.
  enum Template {
    QUOTED,
    RAW
  }

  /// Where the lexer stands.
  static final class Position {
    private int at;
    private int row = 1;
    private int column;

    Position copy() {
      Position copy = new Position();
      copy.at = at;
      copy.row = row;
      copy.column = column;
      return copy;
    }
  }

  private final String text;
  private final List<String> faults = new ArrayList<>(0);
  private Keywords keywords;
  private Position position = new Position();
  private int current;

  private Token token = Token.ILLEGAL;
  private int start;
  private int startRow;
  private int startColumn;
  private String literal = "";

  Lexer(String text, Keywords keywords) {
    this.text = text;
    this.keywords = keywords;
    read();
    if (current == BYTE_ORDER_MARK) {
      advance();
    }
  }

  Keywords keywords() {
    return keywords;
  }

  void use(Keywords keywords) {
    this.keywords = keywords;
  }

  Position position() {
    return position;
  }

  /// Goes on from a position, and moves it along.
  void goOn(Position from) {
    position = from;
    current = from.at < text.length() ? text.codePointAt(from.at) : END;
    faults.clear();
  }

  Token token() {
    return token;
  }

  int start() {
    return start;
  }

  int end() {
    return position.at;
  }

  int row() {
    return startRow;
  }

  int column() {
    return startColumn;
  }

  /// The token's text where it has one of its own, else empty; escapes stay but for `\{`.
  String literal() {
    return literal;
  }

  /// What is wrong with the characters of the token; forgotten by asking.
  List<String> takeFaults() {
    if (faults.isEmpty()) {
      return List.of();
    }
    List<String> taken = List.copyOf(faults);
    faults.clear();
    return taken;
  }

  /// Reads the next token, white space and comments being tokens too.
  void scan() {
    begin();
    if (isWhitespace(current)) {
      literal = current == '\n' ? "\n" : " ";
      advance();
      token = Token.WHITESPACE;
    } else if (isLetter(current)) {
      skipWord();
      literal = literal(start);
      token = keywords.tokenOf(literal);
    } else if (isDecimal(current)) {
      number();
      token = Token.NUMBER;
    } else {
      int sign = current;
      advance();
      token = sign(sign);
    }
  }

  /// Reads on in a template string, behind an embedded expression.
  void scanTemplate(Template template) {
    begin();
    token = template(template, position.at - 1);
  }

  private void begin() {
    start = position.at;
    startRow = position.row;
    startColumn = position.column;
    literal = "";
  }

  /// The text up to the current character. OPA takes that for one byte: of a longer one, all but
  /// the last byte count to the literal before it, too.
  private String literal(int from) {
    if (current < 0x80) {
      return text.substring(from, position.at);
    }
    byte[] character = Utf8.encode(Character.toString(current));
    byte[] front = Arrays.copyOf(character, character.length - 1);
    return text.substring(from, position.at) + Utf8.decode(front);
  }

  private Token sign(int sign) {
    return switch (sign) {
      case END -> Token.EOF;
      case '#' -> comment();
      case '"' -> string();
      case '`' -> rawString();
      case '[' -> Token.LEFT_BRACKET;
      case ']' -> Token.RIGHT_BRACKET;
      case '{' -> Token.LEFT_BRACE;
      case '}' -> Token.RIGHT_BRACE;
      case '(' -> Token.LEFT_PAREN;
      case ')' -> Token.RIGHT_PAREN;
      case ',' -> Token.COMMA;
      case ':' -> withEqualSign(Token.ASSIGN, Token.COLON);
      case '+' -> Token.PLUS;
      case '-' -> Token.MINUS;
      case '*' -> Token.MUL;
      case '/' -> Token.DIV;
      case '%' -> Token.REM;
      case '&' -> Token.INTERSECTION;
      case '|' -> Token.UNION;
      case '=' -> withEqualSign(Token.EQUAL, Token.UNIFY);
      case '>' -> withEqualSign(Token.GREATER_OR_EQUAL, Token.GREATER);
      case '<' -> withEqualSign(Token.LESS_OR_EQUAL, Token.LESS);
      case ';' -> Token.SEMICOLON;
      case '.' -> Token.DOT;
      case '!' ->
          current == '='
              ? withEqualSign(Token.NOT_EQUAL, Token.ILLEGAL)
              : bad("illegal ! character");
      case '$' -> template();
      case NO_BREAK_SPACE ->
          bad("illegal non-breaking space character, use a regular space instead");
      default -> Token.ILLEGAL;
    };
  }

  private Token bad(String fault) {
    faults.add(fault);
    return Token.ILLEGAL;
  }

  private Token withEqualSign(Token with, Token without) {
    if (current != '=') {
      return without;
    }
    advance();
    return with;
  }

  private Token template() {
    if (current == '`') {
      advance();
      return template(Template.RAW, position.at - 1);
    }
    if (current == '"') {
      advance();
      return template(Template.QUOTED, position.at - 1);
    }
    return bad("illegal $ character");
  }

  private void skipWord() {
    while (isLetter(current) || isDigit(current)) {
      advance();
    }
  }

  private void number() {
    skipDecimals();
    if (current == '.') {
      advance();
      if (!skipDecimals()) {
        faults.add("expected fraction");
      }
    }
    if (current == 'e' || current == 'E') {
      advance();
      if (current == '+' || current == '-') {
        advance();
      }
      if (!skipDecimals()) {
        faults.add("expected exponent");
      }
    }
    if (isLetter(current)) {
      faults.add("illegal number format");
      skipWord();
    }
    literal = literal(start);
  }

  private boolean skipDecimals() {
    boolean found = false;
    while (isDecimal(current)) {
      advance();
      found = true;
    }
    return found;
  }

  private Token comment() {
    while (current != '\n' && current != END) {
      advance();
    }
    literal = text.substring(start, position.at);
    return Token.COMMENT;
  }

  private Token string() {
    while (true) {
      int c = current;
      if (c == '\n' || c == END) {
        faults.add("non-terminated string");
        break;
      }
      advance();
      if (c == '"') {
        break;
      }
      if (c == '\\') {
        escape();
      }
    }
    literal = literal(start);
    return Token.STRING;
  }

  private void escape() {
    switch (current) {
      case '\\', '"', '/', 'b', 'f', 'n', 'r', 't' -> advance();
      case 'u' -> {
        // The digits are looked at when the string is made; any four characters pass here.
        for (int i = 0; i < 4; i++) {
          advance();
        }
      }
      default -> faults.add("illegal escape sequence");
    }
  }

  private Token rawString() {
    while (true) {
      int c = current;
      advance();
      if (c == '`') {
        break;
      }
      if (c == END) {
        faults.add("non-terminated string");
        break;
      }
    }
    literal = literal(start);
    return Token.STRING;
  }

  /// Reads up to the next embedded expression or the end. The literal begins at `from`, with the
  /// sign that opens this part.
  private Token template(Template template, int from) {
    boolean raw = template == Template.RAW;
    StringBuilder part = new StringBuilder();
    int copied = from;
    Token found = raw ? Token.RAW_TEMPLATE_PART : Token.TEMPLATE_PART;
    while (true) {
      int c = current;
      if (c == END || !raw && c == '\n') {
        faults.add("non-terminated string");
        break;
      }
      advance();
      if (c == '{') {
        break;
      }
      if (c == (raw ? '`' : '"')) {
        found = raw ? Token.RAW_TEMPLATE_END : Token.TEMPLATE_END;
        break;
      }
      if (c == '\\' && current == '{') {
        part.append(text, copied, position.at - 1);
        copied = position.at;
        advance();
      } else if (c == '\\' && !raw) {
        escape();
      }
    }
    literal = part.append(literal(copied)).toString();
    return found;
  }

  private void advance() {
    if (current == END) {
      return;
    }
    position.at += Character.charCount(current);
    read();
  }

  private void read() {
    if (position.at >= text.length()) {
      current = END;
      return;
    }
    char c = text.charAt(position.at);
    current = c;
    if (c == '\n') {
      position.row++;
      position.column = 0;
      return;
    }
    position.column++;
    if (c == 0) {
      faults.add("illegal null character");
    } else if (Character.isSurrogate(c)) {
      current = text.codePointAt(position.at);
      if (current == c) {
        faults.add("illegal utf-8 character");
      }
    } else if (c == BYTE_ORDER_MARK && position.at > 0) {
      faults.add("illegal byte-order mark");
    }
  }

  private static boolean isWhitespace(int c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  private static boolean isDecimal(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isDigit(int c) {
    return isDecimal(c) || c >= 0x80 && Character.isDigit(c);
  }
}
