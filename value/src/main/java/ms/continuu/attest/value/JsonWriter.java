package ms.continuu.attest.value;

import java.util.Map;
import java.util.TreeMap;

/// Writes JSON in the order it is told, in the forms of Go's `encoding/json`: for reports and trees
/// whose members have an order of their own. A [Value] is written whole, its members sorted, sets
/// as arrays.
public final class JsonWriter {
  private final StringBuilder out;
  private final String indent;
  private final boolean escapeHtml;
  private int depth;
  private boolean first = true;
  private boolean afterName;

  /// @param indent what each level adds; empty for JSON on one line without spaces
  /// @param escapeHtml writes `<`, `>` and `&` as escapes, as Go does unless told otherwise
  public JsonWriter(StringBuilder out, String indent, boolean escapeHtml) {
    this.out = out;
    this.indent = indent;
    this.escapeHtml = escapeHtml;
  }

  public JsonWriter beginObject() {
    return begin('{');
  }

  public JsonWriter endObject() {
    return end('}');
  }

  public JsonWriter beginArray() {
    return begin('[');
  }

  public JsonWriter endArray() {
    return end(']');
  }

  /// The name of the member that follows.
  public JsonWriter name(String name) {
    separate();
    appendString(out, name, escapeHtml);
    out.append(indent.isEmpty() ? ":" : ": ");
    afterName = true;
    return this;
  }

  public JsonWriter string(String text) {
    separate();
    appendString(out, text, escapeHtml);
    return this;
  }

  public JsonWriter number(long number) {
    return raw(Long.toString(number));
  }

  public JsonWriter bool(boolean value) {
    return raw(value ? "true" : "false");
  }

  public JsonWriter nul() {
    return raw("null");
  }

  /// Text that is JSON already.
  public JsonWriter raw(String json) {
    separate();
    out.append(json);
    return this;
  }

  /// JSON over several lines, indented as this writer does it from its margin on.
  public JsonWriter lines(String json) {
    return raw(json.replace("\n", "\n" + indent.repeat(depth)));
  }

  public JsonWriter member(String name, String text) {
    return name(name).string(text);
  }

  public JsonWriter member(String name, long number) {
    return name(name).number(number);
  }

  public JsonWriter value(Value value) {
    return switch (value) {
      case NullValue n -> nul();
      case BooleanValue b -> bool(b.value());
      case NumberValue n -> raw(n.text());
      case StringValue s -> string(s.text());
      case ArrayValue array -> items(array);
      case SetValue set -> items(set);
      case ObjectValue object -> members(object);
    };
  }

  private JsonWriter items(Iterable<Value> items) {
    beginArray();
    items.forEach(this::value);
    return endArray();
  }

  private JsonWriter members(ObjectValue object) {
    for (int i = 0; i < object.size(); i++) {
      if (!(object.keyAt(i) instanceof StringValue)) {
        return membersByText(object);
      }
    }
    beginObject();
    for (int i = 0; i < object.size(); i++) {
      name(keyText(object.keyAt(i)));
      value(object.valueAt(i));
    }
    return endObject();
  }

  /// Where keys become texts, their order is that of the texts, and of equal ones the last counts.
  private JsonWriter membersByText(ObjectValue object) {
    Map<Value, Value> byText = new TreeMap<>();
    for (int i = 0; i < object.size(); i++) {
      byText.put(StringValue.of(keyText(object.keyAt(i))), object.valueAt(i));
    }
    beginObject();
    byText.forEach((key, value) -> name(keyText(key)).value(value));
    return endObject();
  }

  /// A key that is no string becomes its JSON text.
  private static String keyText(Value key) {
    if (key instanceof StringValue s) {
      return s.text();
    }
    StringBuilder text = new StringBuilder();
    new JsonWriter(text, "", false).value(key);
    return text.toString();
  }

  private JsonWriter begin(char bracket) {
    separate();
    out.append(bracket);
    depth++;
    first = true;
    return this;
  }

  private JsonWriter end(char bracket) {
    depth--;
    if (!first) {
      newLine();
    }
    out.append(bracket);
    first = false;
    return this;
  }

  private void separate() {
    if (afterName) {
      afterName = false;
      first = false;
      return;
    }
    if (!first) {
      out.append(',');
    }
    if (depth > 0) {
      newLine();
    }
    first = false;
  }

  private void newLine() {
    if (!indent.isEmpty()) {
      out.append('\n');
      for (int i = 0; i < depth; i++) {
        out.append(indent);
      }
    }
  }

  /// Appends a JSON string. Bytes that are not UTF-8 become U+FFFD, as in Go.
  static void appendString(StringBuilder out, String text, boolean escapeHtml) {
    out.append('"');
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain =
          c >= 0x20
              && c < 0x7F
              && c != '"'
              && c != '\\'
              && !(escapeHtml && (c == '<' || c == '>' || c == '&'));
      if (plain || c >= 0x7F && c != 0x2028 && c != 0x2029 && !Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c)) {
        i++;
        continue;
      }
      out.append(text, start, i);
      start = i + 1;
      appendEscape(out, c);
    }
    out.append(text, start, text.length()).append('"');
  }

  private static void appendEscape(StringBuilder out, char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (Character.isSurrogate(c)) {
          out.append("\\ufffd");
        } else {
          out.append("\\u").append(String.format("%04x", (int) c));
        }
      }
    }
  }
}
