package ms.continuu.attest.rego.builtin;

import ms.continuu.attest.value.GoUnicode;
import ms.continuu.attest.value.Utf8;

/// Literals of strings and characters as Go's `strconv` writes them.
final class GoQuote {
  private GoQuote() {}

  static String string(String text) {
    return quoted(text, '"', false);
  }

  /// All but ASCII escaped.
  static String stringInAscii(String text) {
    return quoted(text, '"', true);
  }

  static String character(int codePoint) {
    return quoted(Character.toString(codePoint), '\'', false);
  }

  /// All but ASCII escaped.
  static String characterInAscii(int codePoint) {
    return quoted(Character.toString(codePoint), '\'', true);
  }

  /// Whether the text can stand between backquotes as it is.
  static boolean canBackquote(String text) {
    return text.codePoints()
        .noneMatch(
            c -> Utf8.isStray(c) || c == 0xFEFF || c < ' ' && c != '\t' || c == '`' || c == 0x7F);
  }

  private static String quoted(String text, char quote, boolean ascii) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append(quote);
    text.codePoints().forEach(c -> append(quoted, c, quote, ascii));
    return quoted.append(quote).toString();
  }

  private static void append(StringBuilder out, int c, char quote, boolean ascii) {
    if (c == quote || c == '\\') {
      out.append('\\').append((char) c);
    } else if (c < 0x80 ? c >= ' ' && c != 0x7F : !ascii && isShown(c)) {
      out.appendCodePoint(c);
    } else {
      appendEscape(out, c);
    }
  }

  private static boolean isShown(int c) {
    return !Utf8.isStray(c) && GoUnicode.isPrintable(c);
  }

  private static void appendEscape(StringBuilder out, int c) {
    switch (c) {
      case 7 -> out.append("\\a");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case 0x0B -> out.append("\\v");
      default -> {
        if (Utf8.isStray(c)) {
          out.append(String.format("\\x%02x", c & 0xFF));
        } else if (c < 0x80) {
          out.append(String.format("\\x%02x", c));
        } else {
          out.append(String.format(c < 0x10000 ? "\\u%04x" : "\\U%08x", c));
        }
      }
    }
  }
}
