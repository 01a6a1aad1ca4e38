package ms.continuu.attest.rego.graphql;

import java.nio.charset.StandardCharsets;
import java.util.List;
import ms.continuu.attest.rego.graphql.Token.Kind;
import ms.continuu.attest.value.Utf8;
import org.jspecify.annotations.Nullable;

/// Cuts a text into tokens. Comments are tokens too.
final class Lexer {
  private static final String PUNCTUATION = "!$&():=@[]{}|";
  private static final Kind[] KINDS = {
    Kind.BANG,
    Kind.DOLLAR,
    Kind.AMPERSAND,
    Kind.LEFT_PARENTHESIS,
    Kind.RIGHT_PARENTHESIS,
    Kind.COLON,
    Kind.EQUALS,
    Kind.AT,
    Kind.LEFT_BRACKET,
    Kind.RIGHT_BRACKET,
    Kind.LEFT_BRACE,
    Kind.RIGHT_BRACE,
    Kind.PIPE
  };
  private static final int BYTE_ORDER_MARK = 0xFEFF;
  private static final int NONE = -1;

  private final int[] text;
  private int start;
  private int end;
  private int line = 1;
  private int lineStart;

  Lexer(String text) {
    this.text = text.codePoints().toArray();
  }

  /// A fault of the token read last; the parser meets it only when it takes the token.
  record Read(Token token, String fault) {}

  Read next() {
    skipSpace();
    start = end;
    if (end == text.length) {
      return token(Kind.END, "");
    }
    int c = text[end];
    int punctuation = PUNCTUATION.indexOf(c);
    if (punctuation >= 0) {
      end++;
      return token(KINDS[punctuation], "");
    }
    if (c == '.' && at(end + 1) == '.' && at(end + 2) == '.') {
      end += 3;
      return token(Kind.SPREAD, "");
    }
    if (c == '#') {
      return comment();
    }
    if (isNameStart(c)) {
      return name();
    }
    if (c == '-' || isDigit(c)) {
      return number();
    }
    if (c == '"') {
      return at(end + 1) == '"' && at(end + 2) == '"'
          ? new Strings().block()
          : new Strings().plain();
    }
    return unexpected(c);
  }

  private Read unexpected(int c) {
    if (c < 0x20) {
      return fault(String.format("Cannot contain the invalid character \"\\u%04x\"", c));
    }
    if (c == '\'') {
      return fault(
          "Unexpected single quote character ('), did you mean to use a double quote (\")?");
    }
    return fault("Cannot parse the unexpected character \"" + firstByte(c) + "\".");
  }

  /// The first byte of a character, taken for a character itself.
  private static String firstByte(int c) {
    byte[] bytes = Utf8.encode(Character.toString(c));
    return new String(bytes, 0, 1, StandardCharsets.ISO_8859_1);
  }

  private int at(int index) {
    return index < text.length ? text[index] : NONE;
  }

  private String between(int from, int to) {
    return new String(text, from, to - from);
  }

  private Read token(Kind kind, String value) {
    return new Read(
        new Token(kind, value, new Position(line, start - lineStart + 1), List.of()), "");
  }

  private Read token(Kind kind) {
    return token(kind, between(start, end));
  }

  private Read fault(String message) {
    Position position = new Position(line, end - lineStart + 1);
    return new Read(new Token(Kind.INVALID, "", position, List.of()), message);
  }

  private void skipSpace() {
    while (end < text.length) {
      int c = text[end];
      if (c == '\n' || c == '\r') {
        endLine();
      } else if (c == ' ' || c == '\t' || c == ',' || c == BYTE_ORDER_MARK) {
        end++;
      } else {
        return;
      }
    }
  }

  private void endLine() {
    boolean carriageReturn = text[end] == '\r';
    end++;
    line++;
    lineStart = end;
    if (carriageReturn && at(end) == '\n') {
      end++;
    }
  }

  private Read comment() {
    end++;
    while (end < text.length && (text[end] > 0x1F || text[end] == '\t')) {
      end++;
    }
    return token(Kind.COMMENT);
  }

  private static boolean isNameStart(int c) {
    return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private Read name() {
    while (end < text.length && (isNameStart(text[end]) || isDigit(text[end]))) {
      end++;
    }
    return token(Kind.NAME);
  }

  private Read number() {
    take("-");
    if (take("0")) {
      if (isDigit(at(end))) {
        return fault("Invalid number, unexpected digit after 0: " + describeNext() + ".");
      }
    } else if (!digits()) {
      return noDigit();
    }
    boolean fraction = take(".");
    if (fraction && !digits()) {
      return noDigit();
    }
    boolean exponent = take("eE");
    if (exponent) {
      take("-+");
      if (!digits()) {
        return noDigit();
      }
    }
    return token(fraction || exponent ? Kind.FLOAT : Kind.INT);
  }

  private boolean take(String anyOf) {
    boolean found = end < text.length && anyOf.indexOf(text[end]) >= 0;
    end += found ? 1 : 0;
    return found;
  }

  private boolean digits() {
    int from = end;
    while (isDigit(at(end))) {
      end++;
    }
    return end > from;
  }

  private Read noDigit() {
    return fault("Invalid number, expected digit but got: " + describeNext() + ".");
  }

  private String describeNext() {
    return end < text.length ? "\"" + firstByte(text[end]) + "\"" : "<EOF>";
  }

  /// Reads strings.
  private final class Strings {
    private final StringBuilder value = new StringBuilder();
    private boolean escaped;

    Read plain() {
      start++;
      end++;
      while (end < text.length && text[end] != '\n' && text[end] != '\r') {
        int c = text[end];
        if (c < 0x20 && c != '\t') {
          return fault(String.format("Invalid character within String: \"\\u%04x\".", c));
        }
        if (c == '"') {
          Read token = token(Kind.STRING, value.toString());
          end++;
          return token;
        }
        if (c == '\\') {
          String fault = escape();
          if (fault != null) {
            end++;
            return fault("Invalid character escape sequence" + fault + ".");
          }
        } else {
          append(c);
          end++;
        }
      }
      return fault("Unterminated string.");
    }

    /// Stray bytes stay only in a string without escapes.
    private void append(int c) {
      value.appendCodePoint(escaped && Utf8.isStray(c) ? 0xFFFD : c);
    }

    /// What is wrong with the escape, or null when it was read.
    private @Nullable String escape() {
      int kind = at(end + 1);
      if (kind == NONE) {
        return "";
      }
      escaped = true;
      if (kind == 'u') {
        return unicode();
      }
      int index = "\"/\\bfnrt".indexOf(kind);
      if (index < 0) {
        return ": \\" + firstByte(kind);
      }
      value.append("\"/\\\b\f\n\r\t".charAt(index));
      end += 2;
      return null;
    }

    private @Nullable String unicode() {
      if (end + 6 >= text.length) {
        return ": \\" + between(end + 1, text.length);
      }
      String digits = between(end + 2, end + 6);
      if (!digits.matches("[0-9a-fA-F]{4}")) {
        return ": \\u" + digits;
      }
      int c = Integer.parseInt(digits, 16);
      value.append(Character.isSurrogate((char) c) ? '\uFFFD' : (char) c);
      end += 6;
      return null;
    }

    Read block() {
      start += 3;
      end += 3;
      while (end < text.length) {
        int c = text[end];
        int quotes = quotes();
        if (quotes >= 3) {
          value.append("\"".repeat(quotes - 3));
          Read token = token(Kind.BLOCK_STRING, BlockString.valueOf(value.toString()));
          end += quotes;
          return token;
        }
        if (c < 0x20 && c != '\t' && c != '\n' && c != '\r') {
          return fault(String.format("Invalid character within String: \"\\u%04x\".", c));
        }
        readInBlock(c);
      }
      return fault("Unterminated string.");
    }

    private int quotes() {
      int count = 0;
      while (at(end + count) == '"') {
        count++;
      }
      return count;
    }

    private void readInBlock(int c) {
      boolean escapedQuotes =
          c == '\\' && at(end + 1) == '"' && at(end + 2) == '"' && at(end + 3) == '"';
      if (escapedQuotes) {
        value.append("\"\"\"");
        end += 4;
      } else if (c == '\n' || c == '\r') {
        value.append('\n');
        end += c == '\r' && at(end + 1) == '\n' ? 2 : 1;
        line++;
        lineStart = end;
      } else {
        value.appendCodePoint(Utf8.isStray(c) ? 0xFFFD : c);
        end++;
      }
    }
  }
}
