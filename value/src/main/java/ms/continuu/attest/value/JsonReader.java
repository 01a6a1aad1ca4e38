package ms.continuu.attest.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads values from bytes. Written for plans of a hundred megabytes: it keeps its own stack, and
/// lets objects of the same keys share them (benchmark: `JsonReading`).
final class JsonReader {
  /// Nesting that Go's decoder allows.
  private static final int MAX_DEPTH = 10_000;

  private final byte[] in;
  private int at;
  private final JsonStrings strings;
  private final JsonShapes shapes = new JsonShapes();

  /// Values, and keys before their values, of all containers that are open.
  private Value[] stack = new Value[64];

  private int top;

  /// For each open container where its part of the stack begins; negative (`~start`) for objects.
  private int[] open = new int[16];

  private int depth;
  private String numberFault = "";

  /// Where an object with a repeated key begins, of the first such object to end; negative for
  /// none.
  private int repeatingObject = -1;

  /// For each open container where it begins.
  private int[] openedAt = new int[16];

  JsonReader(byte[] in) {
    this.in = in;
    this.strings = new JsonStrings(in);
  }

  /// Reads the next value.
  Value value() throws JsonSyntaxException {
    depth = 0;
    top = 0;
    if (atEnd()) {
      throw new JsonSyntaxException("EOF", at);
    }
    while (true) {
      Value value = scalarOrOpening();
      while (value != null) {
        if (depth == 0) {
          return value;
        }
        push(value);
        value = open[depth - 1] < 0 ? afterMember() : afterItem();
      }
    }
  }

  /// Whether nothing but white space is left.
  boolean atEnd() {
    skipSpace();
    return at == in.length;
  }

  /// The number of bytes read.
  int offset() {
    return at;
  }

  /// A number out of range is told only after the whole text was found to be JSON.
  void refuseNumbers() throws JsonSyntaxException {
    if (!numberFault.isEmpty()) {
      throw new JsonSyntaxException("invalid number: " + numberFault, at);
    }
  }

  /// Refuses a further token in the words of OPA, which shows the token: it lets `null` pass.
  void refuseMore() throws JsonSyntaxException {
    if (atEnd()) {
      return;
    }
    int start = at;
    byte first = in[at];
    if (first == '{' || first == '[') {
      throw after(String.valueOf((char) first), start);
    }
    JsonReader token = new JsonReader(in);
    token.at = at;
    switch (token.value()) {
      case NullValue n -> {}
      case StringValue s -> throw after(s.text(), start);
      case BooleanValue b -> throw after("%!s(bool=" + b + ")", start);
      case Value v -> throw after(v.toString(), start);
    }
  }

  /// Refuses an object that has a key twice, at the place of the second.
  void refuseRepeatedKeys() throws JsonSyntaxException {
    if (repeatingObject < 0) {
      return;
    }
    JsonReader again = new JsonReader(in);
    again.at = repeatingObject + 1;
    Set<Value> keys = new HashSet<>();
    while (true) {
      again.skipSpace();
      int place = again.at;
      Value key = again.string();
      if (!keys.add(key)) {
        throw new JsonSyntaxException("repeated key " + key, place);
      }
      again.skipSpace();
      again.at++;
      again.value();
      again.skipSpace();
      again.at++;
    }
  }

  private static JsonSyntaxException after(String token, int offset) {
    return new JsonSyntaxException(
        "error: invalid character '" + token + "' after top-level value", offset);
  }

  /// A scalar or an empty container, or null when a container was opened and its first value is
  /// next.
  private @Nullable Value scalarOrOpening() throws JsonSyntaxException {
    skipSpace();
    if (at == in.length) {
      throw end();
    }
    byte c = in[at];
    return switch (c) {
      case '"' -> string();
      case '{' -> openObject();
      case '[' -> openArray();
      case 't' -> word("true", BooleanValue.TRUE);
      case 'f' -> word("false", BooleanValue.FALSE);
      case 'n' -> word("null", NullValue.NULL);
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> throw fault(at, "looking for beginning of value");
    };
  }

  private @Nullable Value openArray() throws JsonSyntaxException {
    enter(top);
    skipSpace();
    if (at < in.length && in[at] == ']') {
      at++;
      depth--;
      return ArrayValue.EMPTY;
    }
    return null;
  }

  private @Nullable Value openObject() throws JsonSyntaxException {
    enter(~top);
    skipSpace();
    if (at < in.length && in[at] == '}') {
      at++;
      depth--;
      return ObjectValue.EMPTY;
    }
    key();
    return null;
  }

  private void enter(int start) throws JsonSyntaxException {
    if (depth == MAX_DEPTH) {
      throw fault(at, "exceeded max depth");
    }
    at++;
    if (depth == open.length) {
      open = Arrays.copyOf(open, depth * 2);
      openedAt = Arrays.copyOf(openedAt, depth * 2);
    }
    openedAt[depth] = at - 1;
    open[depth++] = start;
  }

  private void key() throws JsonSyntaxException {
    skipSpace();
    if (at == in.length) {
      throw end();
    }
    if (in[at] != '"') {
      throw fault(at, "looking for beginning of object key string");
    }
    push(string());
    skipSpace();
    if (at == in.length) {
      throw end();
    }
    if (in[at] != ':') {
      throw fault(at, "after object key");
    }
    at++;
  }

  /// The object when it ends here, or null when another value is next.
  private @Nullable Value afterMember() throws JsonSyntaxException {
    skipSpace();
    if (at == in.length) {
      throw end();
    }
    if (in[at] == ',') {
      at++;
      key();
      return null;
    }
    if (in[at] != '}') {
      throw fault(at, "after object key:value pair");
    }
    at++;
    int start = ~open[--depth];
    ObjectValue object = shapes.object(stack, start, top);
    if (object.size() << 1 != top - start && repeatingObject < 0) {
      repeatingObject = openedAt[depth];
    }
    top = start;
    return object;
  }

  /// The array when it ends here, or null when another value is next.
  private @Nullable Value afterItem() throws JsonSyntaxException {
    skipSpace();
    if (at == in.length) {
      throw end();
    }
    if (in[at] == ',') {
      at++;
      return null;
    }
    if (in[at] != ']') {
      throw fault(at, "after array element");
    }
    at++;
    int start = open[--depth];
    ArrayValue array = ArrayValue.owning(Arrays.copyOfRange(stack, start, top));
    top = start;
    return array;
  }

  private void push(Value value) {
    if (top == stack.length) {
      stack = Arrays.copyOf(stack, top * 2);
    }
    stack[top++] = value;
  }

  private StringValue string() throws JsonSyntaxException {
    StringValue string = strings.read(at);
    at = strings.end();
    return string;
  }

  private Value word(String word, Value value) throws JsonSyntaxException {
    for (int i = 1; i < word.length(); i++) {
      if (at + i == in.length) {
        throw end();
      }
      if (in[at + i] != word.charAt(i)) {
        throw fault(at + i, "in literal " + word + " (expecting '" + word.charAt(i) + "')");
      }
    }
    at += word.length();
    return value;
  }

  private NumberValue number() throws JsonSyntaxException {
    int start = at;
    boolean negative = in[at] == '-';
    if (negative) {
      at++;
    }
    int first = at;
    long whole = 0;
    if (at < in.length && in[at] == '0') {
      at++;
    } else {
      digit("in numeric literal");
      at--;
      while (at < in.length && isDigit(in[at])) {
        whole = whole * 10 + (in[at++] - '0');
      }
    }
    byte next = at < in.length ? in[at] : 0;
    if (next != '.'
        && next != 'e'
        && next != 'E'
        && at - first <= 18
        && !(negative && whole == 0)) {
      return NumberValue.of(negative ? -whole : whole);
    }
    return literal(start);
  }

  private NumberValue literal(int start) throws JsonSyntaxException {
    if (at < in.length && in[at] == '.') {
      at++;
      digit("after decimal point in numeric literal");
      skipDigits();
    }
    boolean exponent = at < in.length && (in[at] == 'e' || in[at] == 'E');
    if (exponent) {
      at++;
      if (at < in.length && (in[at] == '+' || in[at] == '-')) {
        at++;
      }
      digit("in exponent of numeric literal");
      skipDigits();
    }
    String text = new String(in, start, at - start, StandardCharsets.ISO_8859_1);
    if (exponent) {
      String fault = NumberRange.fault(text);
      if (!fault.isEmpty()) {
        numberFault = fault;
        return NumberValue.of(0);
      }
    }
    return NumberValue.parse(text);
  }

  private void digit(String context) throws JsonSyntaxException {
    if (at == in.length) {
      throw end();
    }
    if (!isDigit(in[at])) {
      throw fault(at, context);
    }
    at++;
  }

  private void skipDigits() {
    while (at < in.length && isDigit(in[at])) {
      at++;
    }
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }

  private void skipSpace() {
    byte[] bytes = in;
    int i = at;
    while (i < bytes.length) {
      byte c = bytes[i];
      if (c > ' ' || c != ' ' && c != '\n' && c != '\t' && c != '\r') {
        break;
      }
      i++;
    }
    at = i;
  }

  private JsonSyntaxException end() {
    return new JsonSyntaxException("unexpected EOF", at);
  }

  private JsonSyntaxException fault(int offset, String context) {
    return fault(in, offset, context);
  }

  static JsonSyntaxException fault(byte[] in, int offset, String context) {
    int c = in[offset] & 0xFF;
    String shown = c == '\'' ? "\\'" : c == '"' ? "\"" : RegoText.quoted(c);
    return new JsonSyntaxException("invalid character '" + shown + "' " + context, offset);
  }
}
