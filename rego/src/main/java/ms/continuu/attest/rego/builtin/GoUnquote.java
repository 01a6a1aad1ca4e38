package ms.continuu.attest.rego.builtin;

/// Reads literals of strings and characters as Go's `strconv.Unquote` does.
final class GoUnquote {
  private final String text;
  private int at;

  private GoUnquote(String text, int at) {
    this.text = text;
    this.at = at;
  }

  /// The text of a literal in double quotes or backquotes.
  static String string(String literal) throws BuiltinFault {
    if (literal.startsWith("`")) {
      return literal.substring(1, literal.length() - 1).replace("\r", "");
    }
    GoUnquote unquote = new GoUnquote(literal, 1);
    StringBuilder out = new StringBuilder();
    while (unquote.at < literal.length() - 1) {
      out.appendCodePoint(unquote.character('"'));
    }
    return GoStrings.value(out).text();
  }

  /// The character of a literal in single quotes.
  static int character(String literal) throws BuiltinFault {
    GoUnquote unquote = new GoUnquote(literal, 1);
    int c = unquote.character('\'');
    if (unquote.at != literal.length() - 1) {
      throw BuiltinFault.of("malformed character constant: " + literal);
    }
    return c >= 0xDC80 && c <= 0xDCFF && literal.startsWith("'\\") ? c - 0xDC00 : c;
  }

  /// The next character; a byte above ASCII written as an escape is a stray one.
  private int character(char quote) throws BuiltinFault {
    int c = text.codePointAt(at);
    if (c == quote) {
      throw invalid();
    }
    at += Character.charCount(c);
    if (c != '\\') {
      return c;
    }
    if (at >= text.length()) {
      throw invalid();
    }
    char escape = text.charAt(at++);
    return switch (escape) {
      case 'a' -> 7;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> 0x0B;
      case '\\' -> '\\';
      case 'x' -> stray(digits(2, 16));
      case 'u' -> valid(digits(4, 16));
      case 'U' -> valid(digits(8, 16));
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        at--;
        long value = digits(3, 8);
        if (value > 255) {
          throw invalid();
        }
        yield stray(value);
      }
      case '\'', '"' -> {
        if (escape != quote) {
          throw invalid();
        }
        yield escape;
      }
      default -> throw invalid();
    };
  }

  private long digits(int count, int radix) throws BuiltinFault {
    long value = 0;
    for (int i = 0; i < count; i++) {
      int digit =
          at < text.length() && text.charAt(at) < 0x80
              ? Character.digit(text.charAt(at), radix)
              : -1;
      if (digit < 0) {
        throw invalid();
      }
      value = value * radix + digit;
      at++;
    }
    return value;
  }

  private static int stray(long value) {
    return (int) (value < 0x80 ? value : 0xDC00 + value);
  }

  private static int valid(long value) throws BuiltinFault {
    if (value > Character.MAX_CODE_POINT || value >= 0xD800 && value <= 0xDFFF) {
      throw invalid();
    }
    return (int) value;
  }

  private static BuiltinFault invalid() {
    return BuiltinFault.of("invalid syntax");
  }
}
