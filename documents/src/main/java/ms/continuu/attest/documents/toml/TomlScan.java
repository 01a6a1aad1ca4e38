package ms.continuu.attest.documents.toml;

/// A cursor over a TOML text: white space, keys and strings.
final class TomlScan {
  private final String text;
  private int at;

  TomlScan(String text) {
    this.text = text;
  }

  int at() {
    return at;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  /// The character at the cursor; NUL, which no file has, at the end.
  char peek() {
    return peek(0);
  }

  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
  }

  boolean take(char wanted) {
    if (!atEnd() && peek() == wanted) {
      at++;
      return true;
    }
    return false;
  }

  boolean take(String wanted) {
    if (text.startsWith(wanted, at)) {
      at += wanted.length();
      return true;
    }
    return false;
  }

  TomlFault fault(String message) {
    return new TomlFault(message, at);
  }

  /// What stands at the cursor, for a message.
  String found() {
    if (atEnd()) {
      return "the end of the file";
    }
    char c = peek();
    if (c == '\n' || c == '\r') {
      return "the end of the line";
    }
    int point = text.codePointAt(at);
    return Character.isISOControl(point)
        ? String.format("the control character U+%04X", point)
        : "`" + Character.toString(point) + "`";
  }

  void skipBlanks() {
    while (peek() == ' ' || peek() == '\t') {
      at++;
    }
  }

  /// Past blanks, comments and line ends.
  void skipLines() {
    do {
      skipBlanks();
      skipComment();
    } while (takeLineEnd());
  }

  private void skipComment() {
    if (!take('#')) {
      return;
    }
    while (!atEnd() && !atLineEnd()) {
      refuseControl();
      at++;
    }
  }

  /// The rest of a line that has nothing more to say.
  void endLine() {
    skipBlanks();
    skipComment();
    if (!atEnd() && !takeLineEnd()) {
      throw fault("expected the end of the line, found " + found());
    }
  }

  private boolean atLineEnd() {
    return peek() == '\n' || peek() == '\r' && peek(1) == '\n';
  }

  private boolean takeLineEnd() {
    return take("\n") || take("\r\n");
  }

  private void refuseControl() {
    char c = peek();
    if (c != '\t' && (c < ' ' || c == 0x7F)) {
      throw fault(found() + " is not allowed here; write it as an escape in a basic string");
    }
  }

  /// One part of a key.
  String keyPart() {
    if (peek() == '"') {
      if (text.startsWith("\"\"\"", at)) {
        throw fault("a key cannot be a string of several lines");
      }
      return string();
    }
    if (peek() == '\'') {
      if (text.startsWith("'''", at)) {
        throw fault("a key cannot be a string of several lines");
      }
      return string();
    }
    int start = at;
    while (isBare(peek())) {
      at++;
    }
    if (at == start) {
      throw fault(
          "expected a key, found "
              + found()
              + "; a key of other than letters, digits, `_` and `-` is quoted");
    }
    return text.substring(start, at);
  }

  private static boolean isBare(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '-';
  }

  /// A string of any of the four kinds.
  String string() {
    int start = at;
    if (take("\"\"\"")) {
      return lines('"', start);
    }
    if (take("'''")) {
      return lines('\'', start);
    }
    char quote = peek();
    at++;
    StringBuilder out = new StringBuilder();
    while (!take(quote)) {
      if (atEnd() || peek() == '\n' || peek() == '\r') {
        throw new TomlFault("string is not closed on its line; close it with " + quote, start);
      }
      character(quote, out);
    }
    return out.toString();
  }

  private String lines(char quote, int start) {
    takeLineEnd();
    String closing = String.valueOf(quote).repeat(3);
    StringBuilder out = new StringBuilder();
    while (true) {
      if (atEnd()) {
        throw new TomlFault("string is not closed; close it with " + closing, start);
      }
      if (take(closing)) {
        // Up to two quotes may stand right before the closing ones.
        for (int i = 0; i < 2 && take(quote); i++) {
          out.append(quote);
        }
        return out.toString();
      }
      if (takeLineEnd()) {
        out.append('\n');
      } else if (quote != '"' || !takeFoldedLines()) {
        character(quote, out);
      }
    }
  }

  /// A backslash at the end of a line, with all blanks and line ends after it.
  private boolean takeFoldedLines() {
    if (peek() != '\\') {
      return false;
    }
    int before = at++;
    skipBlanks();
    if (!takeLineEnd()) {
      at = before;
      return false;
    }
    do {
      skipBlanks();
    } while (takeLineEnd());
    return true;
  }

  private void character(char quote, StringBuilder out) {
    if (quote == '"' && take('\\')) {
      escape(out);
      return;
    }
    refuseControl();
    out.append(peek());
    at++;
  }

  private void escape(StringBuilder out) {
    char c = peek();
    switch (c) {
      case 'b' -> out.append('\b');
      case 't' -> out.append('\t');
      case 'n' -> out.append('\n');
      case 'f' -> out.append('\f');
      case 'r' -> out.append('\r');
      case '"', '\\' -> out.append(c);
      case 'u', 'U' -> {
        codePoint(c == 'u' ? 4 : 8, out);
        return;
      }
      default -> {
        at--;
        throw fault("unknown escape; a backslash itself is written `\\\\`");
      }
    }
    at++;
  }

  private void codePoint(int digits, StringBuilder out) {
    int start = at - 1;
    at++;
    long point = 0;
    for (int i = 0; i < digits; i++) {
      int digit = atEnd() || peek() > 'f' ? -1 : Character.digit(peek(), 16);
      if (digit < 0) {
        throw new TomlFault("escape needs " + digits + " hexadecimal digits", start);
      }
      point = point * 16 + digit;
      at++;
    }
    if (point > Character.MAX_CODE_POINT || point >= 0xD800 && point <= 0xDFFF) {
      throw new TomlFault("escape names no Unicode character", start);
    }
    out.appendCodePoint((int) point);
  }

  /// The characters of a number, date or word.
  String bareValue() {
    int start = at;
    while (isBare(peek()) || peek() == '+' || peek() == '.' || peek() == ':') {
      at++;
    }
    // A date and a time may have one space between them.
    if (at - start == 10
        && peek() == ' '
        && peek(1) >= '0'
        && peek(1) <= '9'
        && text.charAt(start + 4) == '-') {
      at++;
      while (isBare(peek()) || peek() == '+' || peek() == '.' || peek() == ':') {
        at++;
      }
    }
    return text.substring(start, at);
  }
}
