package ms.continuu.attest.value;

import java.util.ArrayList;
import java.util.List;

/// JSON both ways, with the meaning and the messages of Go's `encoding/json` as OPA uses it.
///
/// Numbers keep their text; of equal keys the last counts; what is not UTF-8 becomes U+FFFD.
public final class Json {
  private Json() {}

  /// Reads one value and nothing behind it, as OPA's `json.unmarshal` does.
  ///
  /// @throws JsonSyntaxException in the words of Go's streaming decoder
  public static Value parse(byte[] json) throws JsonSyntaxException {
    JsonReader reader = new JsonReader(json);
    Value value = reader.value();
    reader.refuseMore();
    reader.refuseNumbers();
    return value;
  }

  /// Reads one value and does not look behind it, as Go's streaming decoder does.
  public static Value parseFirst(byte[] json) throws JsonSyntaxException {
    JsonReader reader = new JsonReader(json);
    Value value = reader.value();
    reader.refuseNumbers();
    return value;
  }

  public static Value parse(String json) throws JsonSyntaxException {
    return parse(Utf8.encode(json));
  }

  /// Reads values one after another, as in NDJSON, whatever the white space between them.
  public static List<Value> parseAll(byte[] json) throws JsonSyntaxException {
    JsonReader reader = new JsonReader(json);
    List<Value> values = new ArrayList<>();
    while (!reader.atEnd()) {
      values.add(reader.value());
    }
    reader.refuseNumbers();
    return values;
  }

  /// One of several values of a text.
  ///
  /// @param offset the bytes before it
  public record Placed(Value value, int offset) {}

  /// Reads values one after another and refuses an object that has a key twice.
  public static List<Placed> parseAllDistinct(byte[] json) throws JsonSyntaxException {
    JsonReader reader = new JsonReader(json);
    List<Placed> values = new ArrayList<>();
    while (!reader.atEnd()) {
      int offset = reader.offset();
      values.add(new Placed(reader.value(), offset));
      reader.refuseRepeatedKeys();
    }
    reader.refuseNumbers();
    return values;
  }

  /// Whether the bytes are one JSON value. Numbers of any size are valid.
  public static boolean isValid(byte[] json) {
    JsonReader reader = new JsonReader(json);
    try {
      reader.value();
      return reader.atEnd();
    } catch (JsonSyntaxException e) {
      return false;
    }
  }

  /// JSON on one line, with `<`, `>` and `&` escaped, as Go's `json.Marshal` writes it.
  public static String text(Value value) {
    return text(value, "", true);
  }

  /// JSON with an indent for each level (none: on one line).
  public static String text(Value value, String indent, boolean escapeHtml) {
    StringBuilder text = new StringBuilder();
    new JsonWriter(text, indent, escapeHtml).value(value);
    return text.toString();
  }
}
