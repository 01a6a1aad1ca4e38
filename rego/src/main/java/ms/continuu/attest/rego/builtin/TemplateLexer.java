package ms.continuu.attest.rego.builtin;

import java.util.List;
import java.util.Map;
import ms.continuu.attest.value.GoUnicode;

/// The tokens of a Go text template.
final class TemplateLexer {
  private static final String LEFT = "{{";
  private static final String RIGHT = "}}";
  private static final int END = -1;
  private static final Map<String, Kind> KEYWORDS =
      Map.ofEntries(
          Map.entry("block", Kind.BLOCK),
          Map.entry("break", Kind.BREAK),
          Map.entry("continue", Kind.CONTINUE),
          Map.entry("define", Kind.DEFINE),
          Map.entry("else", Kind.ELSE),
          Map.entry("end", Kind.END_KEYWORD),
          Map.entry("if", Kind.IF),
          Map.entry("nil", Kind.NIL),
          Map.entry("range", Kind.RANGE),
          Map.entry("template", Kind.TEMPLATE),
          Map.entry("with", Kind.WITH));

  private String input;
  private int at;
  private int start;
  private boolean reachedEnd;
  private int parentheses;
  private int line = 1;
  private int startLine = 1;
  private boolean inAction;

  enum Kind {
    ERROR,
    BOOL,
    CHAR,
    CHAR_CONSTANT,
    COMPLEX,
    ASSIGN,
    DECLARE,
    END_OF_TEXT,
    FIELD,
    IDENTIFIER,
    LEFT_DELIMITER,
    LEFT_PARENTHESIS,
    NUMBER,
    PIPE,
    RAW_STRING,
    RIGHT_DELIMITER,
    RIGHT_PARENTHESIS,
    SPACE,
    STRING,
    TEXT,
    VARIABLE,
    // Keywords from here on.
    BLOCK,
    BREAK,
    CONTINUE,
    DOT,
    DEFINE,
    ELSE,
    END_KEYWORD,
    IF,
    NIL,
    RANGE,
    TEMPLATE,
    WITH
  }

  /// @param at the offset in the template
  record Token(Kind kind, int at, String text, int line) {
    static final Token NONE = new Token(Kind.ERROR, 0, "", 0);

    /// As faults show it.
    String shown() {
      if (kind == Kind.END_OF_TEXT) {
        return "EOF";
      }
      if (kind == Kind.ERROR) {
        return text;
      }
      if (kind.compareTo(Kind.BLOCK) >= 0) {
        return "<" + text + ">";
      }
      int length = GoStrings.bytewise(text).length();
      return GoFormat.sprintf(length > 10 ? "%.10q..." : "%q", List.of(text), "int");
    }
  }

  TemplateLexer(String input) {
    this.input = input;
  }

  Token next() {
    return inAction ? insideAction() : text();
  }

  private int read() {
    if (at >= input.length()) {
      reachedEnd = true;
      return END;
    }
    int c = input.codePointAt(at);
    at += Character.charCount(c);
    if (c == '\n') {
      line++;
    }
    return GoStrings.rune(c);
  }

  private void unread() {
    if (!reachedEnd && at > 0) {
      int c = input.codePointBefore(at);
      at -= Character.charCount(c);
      if (c == '\n') {
        line--;
      }
    }
  }

  private int peek() {
    int c = read();
    unread();
    return c;
  }

  private Token token(Kind kind) {
    Token token = new Token(kind, start, input.substring(start, at), startLine);
    start = at;
    startLine = line;
    return token;
  }

  private void ignore() {
    countLines();
    start = at;
    startLine = line;
  }

  private void countLines() {
    line += (int) input.substring(start, at).chars().filter(c -> c == '\n').count();
  }

  private Token error(String message) {
    Token token = new Token(Kind.ERROR, start, message, startLine);
    start = 0;
    at = 0;
    input = "";
    inAction = false;
    return token;
  }

  private Token text() {
    int found = input.indexOf(LEFT, at);
    if (found < 0) {
      at = input.length();
      if (at > start) {
        countLines();
        return token(Kind.TEXT);
      }
      return token(Kind.END_OF_TEXT);
    }
    if (found > at) {
      int end = isLeftTrim(found + LEFT.length()) ? trimmedEnd(start, found) : found;
      at = end;
      countLines();
      Token token = token(Kind.TEXT);
      at = found;
      ignore();
      if (!token.text.isEmpty()) {
        return token;
      }
    }
    return leftDelimiter();
  }

  private int trimmedEnd(int from, int to) {
    int end = to;
    while (end > from && isSpace(input.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private boolean isLeftTrim(int offset) {
    return offset + 1 < input.length()
        && input.charAt(offset) == '-'
        && isSpace(input.charAt(offset + 1));
  }

  private boolean isRightTrim(int offset) {
    return offset + 1 < input.length()
        && isSpace(input.charAt(offset))
        && input.charAt(offset + 1) == '-'
        && input.startsWith(RIGHT, offset + 2);
  }

  private Token leftDelimiter() {
    at += LEFT.length();
    int afterMarker = isLeftTrim(at) ? 2 : 0;
    if (input.startsWith("/*", at + afterMarker)) {
      at += afterMarker;
      ignore();
      return comment();
    }
    Token token = token(Kind.LEFT_DELIMITER);
    inAction = true;
    at += afterMarker;
    ignore();
    parentheses = 0;
    return token;
  }

  private Token comment() {
    int end = input.indexOf("*/", at + 2);
    if (end < 0) {
      at += 2;
      return error("unclosed comment");
    }
    at = end + 2;
    boolean trim = isRightTrim(at);
    if (!trim && !input.startsWith(RIGHT, at)) {
      return error("comment ends before closing delimiter");
    }
    countLines();
    start = at;
    startLine = line;
    at += (trim ? 2 : 0) + RIGHT.length();
    if (trim) {
      skipSpace();
    }
    ignore();
    return text();
  }

  private void skipSpace() {
    while (at < input.length() && isSpace(input.charAt(at))) {
      at++;
    }
  }

  private Token rightDelimiter() {
    boolean trim = isRightTrim(at);
    if (trim) {
      at += 2;
      ignore();
    }
    at += RIGHT.length();
    Token token = token(Kind.RIGHT_DELIMITER);
    if (trim) {
      skipSpace();
      ignore();
    }
    inAction = false;
    return token;
  }

  private Token insideAction() {
    if (input.startsWith(RIGHT, at) || isRightTrim(at)) {
      return parentheses == 0 ? rightDelimiter() : error("unclosed left paren");
    }
    int c = read();
    switch (c) {
      case END -> {
        return error("unclosed action");
      }
      case ' ', '\t', '\r', '\n' -> {
        unread();
        return space();
      }
      case '=' -> {
        return token(Kind.ASSIGN);
      }
      case ':' -> {
        return read() == '=' ? token(Kind.DECLARE) : error("expected :=");
      }
      case '|' -> {
        return token(Kind.PIPE);
      }
      case '"' -> {
        return quoted('"', "unterminated quoted string", Kind.STRING);
      }
      case '`' -> {
        return rawString();
      }
      case '\'' -> {
        return quoted('\'', "unterminated character constant", Kind.CHAR_CONSTANT);
      }
      case '$' -> {
        return atTerminator() ? token(Kind.VARIABLE) : name(Kind.VARIABLE);
      }
      case '(' -> {
        parentheses++;
        return token(Kind.LEFT_PARENTHESIS);
      }
      case ')' -> {
        parentheses--;
        return parentheses < 0 ? error("unexpected right paren") : token(Kind.RIGHT_PARENTHESIS);
      }
      default -> {
        return other(c);
      }
    }
  }

  private Token other(int c) {
    boolean startsField = c == '.' && at < input.length() && !isDigit(input.charAt(at));
    if (startsField) {
      return atTerminator() ? token(Kind.DOT) : name(Kind.FIELD);
    }
    if (c == '.' || c == '+' || c == '-' || isDigit(c)) {
      unread();
      return number();
    }
    if (isAlphanumeric(c)) {
      unread();
      return identifier();
    }
    return c < 0x7F && c >= ' '
        ? token(Kind.CHAR)
        : error(badCharacter("unrecognized character in action: %#U", c));
  }

  private static String badCharacter(String format, int c) {
    return c < 0
        ? format.replace("%#U", "U+FFFFFFFFFFFFFFFF")
        : GoFormat.sprintf(format, List.of((long) c), "int");
  }

  private Token space() {
    int spaces = 0;
    while (isSpace(peek())) {
      read();
      spaces++;
    }
    if (isRightTrim(at - 1)) {
      unread();
      if (spaces == 1) {
        return rightDelimiter();
      }
    }
    return token(Kind.SPACE);
  }

  private Token identifier() {
    int c = read();
    while (isAlphanumeric(c)) {
      c = read();
    }
    unread();
    String word = input.substring(start, at);
    if (!atTerminator()) {
      return error(badCharacter("bad character %#U", c));
    }
    Kind keyword = KEYWORDS.get(word);
    if (keyword != null) {
      return token(keyword);
    }
    return token(word.equals("true") || word.equals("false") ? Kind.BOOL : Kind.IDENTIFIER);
  }

  private Token name(Kind kind) {
    int c = read();
    while (isAlphanumeric(c)) {
      c = read();
    }
    unread();
    return atTerminator() ? token(kind) : error(badCharacter("bad character %#U", c));
  }

  private boolean atTerminator() {
    int c = peek();
    return isSpace(c) || c == END || ".,|:)(".indexOf(c) >= 0 || input.startsWith(RIGHT, at);
  }

  private Token quoted(int quote, String unterminated, Kind kind) {
    while (true) {
      int c = read();
      if (c == '\\') {
        c = read();
        if (c != END && c != '\n') {
          continue;
        }
      }
      if (c == END || c == '\n') {
        return error(unterminated);
      }
      if (c == quote) {
        return token(kind);
      }
    }
  }

  private Token rawString() {
    int c = read();
    while (c != '`') {
      if (c == END) {
        return error("unterminated raw quoted string");
      }
      c = read();
    }
    return token(Kind.RAW_STRING);
  }

  private Token number() {
    if (!scanNumber()) {
      return badNumber();
    }
    int sign = peek();
    if (sign == '+' || sign == '-') {
      return scanNumber() && input.charAt(at - 1) == 'i' ? token(Kind.COMPLEX) : badNumber();
    }
    return token(Kind.NUMBER);
  }

  private Token badNumber() {
    String text = input.substring(start, at);
    return error("bad number syntax: " + GoQuote.string(text));
  }

  private boolean scanNumber() {
    accept("+-");
    String digits = "0123456789_";
    if (accept("0")) {
      if (accept("xX")) {
        digits = "0123456789abcdefABCDEF_";
      } else if (accept("oO")) {
        digits = "01234567_";
      } else if (accept("bB")) {
        digits = "01_";
      }
    }
    acceptAll(digits);
    if (accept(".")) {
      acceptAll(digits);
    }
    if (digits.length() == 11 && accept("eE") || digits.length() == 23 && accept("pP")) {
      accept("+-");
      acceptAll("0123456789_");
    }
    accept("i");
    if (isAlphanumeric(peek())) {
      read();
      return false;
    }
    return true;
  }

  private boolean accept(String valid) {
    int c = read();
    if (c != END && valid.indexOf(c) >= 0) {
      return true;
    }
    unread();
    return false;
  }

  private void acceptAll(String valid) {
    int c = read();
    while (c != END && valid.indexOf(c) >= 0) {
      c = read();
    }
    unread();
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isAlphanumeric(int c) {
    return c == '_' || c != END && Character.isLetterOrDigit(c) && !GoUnicode.isLater(c);
  }
}
