package ms.continuu.attest.rego.net;

import ms.continuu.attest.value.GoUnicode;
import ms.continuu.attest.value.Utf8;

/// Text in quotes as Go's `%q` writes it.
public final class GoQuoted {
  private GoQuoted() {}

  /// `"…"` with what is not printable escaped.
  public static String of(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    text.codePoints().forEach(c -> append(out, c));
    return out.append('"').toString();
  }

  private static void append(StringBuilder out, int c) {
    if (Utf8.isStray(c)) {
      out.append(String.format("\\x%02x", c - 0xdc00));
      return;
    }
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case 7 -> out.append("\\a");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case 11 -> out.append("\\v");
      default -> {
        if (GoUnicode.isPrintable(c)) {
          out.appendCodePoint(c);
        } else if (c < ' ' || c == 0x7f) {
          out.append(String.format("\\x%02x", c));
        } else if (c < 0x10000) {
          out.append(String.format("\\u%04x", c));
        } else {
          out.append(String.format("\\U%08x", c));
        }
      }
    }
  }
}
