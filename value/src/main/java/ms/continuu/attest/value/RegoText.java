package ms.continuu.attest.value;

/// Values as Rego source text, as OPA prints them in messages and in `sprintf("%v")`.
public final class RegoText {
  private RegoText() {}

  public static String of(Value value) {
    StringBuilder text = new StringBuilder();
    append(text, value);
    return text.toString();
  }

  private static void append(StringBuilder text, Value value) {
    switch (value) {
      case ArrayValue array -> {
        text.append('[');
        for (int i = 0; i < array.size(); i++) {
          separate(text, i);
          append(text, array.get(i));
        }
        text.append(']');
      }
      case ObjectValue object -> {
        text.append('{');
        for (int i = 0; i < object.size(); i++) {
          separate(text, i);
          append(text, object.keyAt(i));
          text.append(": ");
          append(text, object.valueAt(i));
        }
        text.append('}');
      }
      case SetValue set -> appendSet(text, set);
      case StringValue string -> appendQuote(text, string.text());
      case NullValue scalar -> text.append(scalar);
      case BooleanValue scalar -> text.append(scalar);
      case NumberValue scalar -> text.append(scalar);
    }
  }

  private static void appendSet(StringBuilder text, SetValue set) {
    if (set.size() == 0) {
      text.append("set()");
      return;
    }
    text.append('{');
    for (int i = 0; i < set.size(); i++) {
      separate(text, i);
      append(text, set.at(i));
    }
    text.append('}');
  }

  private static void separate(StringBuilder text, int index) {
    if (index > 0) {
      text.append(", ");
    }
  }

  /// A string literal in Go's quoted form.
  public static String quote(String string) {
    StringBuilder text = new StringBuilder(string.length() + 2);
    appendQuote(text, string);
    return text.toString();
  }

  /// One character as it stands in a quoted literal.
  static String quoted(int codePoint) {
    StringBuilder text = new StringBuilder();
    appendQuoted(text, codePoint);
    return text.toString();
  }

  private static void appendQuote(StringBuilder text, String string) {
    text.append('"');
    int from = 0;
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c >= 0x20 && c < 0x7F && c != '"' && c != '\\') {
        continue;
      }
      text.append(string, from, i);
      int codePoint = string.codePointAt(i);
      appendQuoted(text, codePoint);
      i += Character.charCount(codePoint) - 1;
      from = i + 1;
    }
    text.append(string, from, string.length()).append('"');
  }

  private static void appendQuoted(StringBuilder text, int c) {
    switch (c) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\u0007' -> text.append("\\a");
      case '\b' -> text.append("\\b");
      case '\f' -> text.append("\\f");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      case '\u000B' -> text.append("\\v");
      default -> appendOther(text, c);
    }
  }

  private static void appendOther(StringBuilder text, int c) {
    if (Utf8.isStray(c)) {
      text.append(String.format("\\x%02x", c - 0xDC00));
    } else if (GoUnicode.isPrintable(c)) {
      text.appendCodePoint(c);
    } else if (c < 0x20 || c == 0x7F) {
      text.append(String.format("\\x%02x", c));
    } else {
      text.append(String.format(c < 0x10000 ? "\\u%04x" : "\\U%08x", c));
    }
  }
}
