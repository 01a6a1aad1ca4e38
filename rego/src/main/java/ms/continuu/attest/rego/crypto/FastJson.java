package ms.continuu.attest.rego.crypto;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.value.RegoText;
import ms.continuu.attest.value.Utf8;
import org.jspecify.annotations.Nullable;

/// JSON read leniently, as valyala/fastjson does for the headers of tokens that are to be signed:
/// it does not look into numbers and strings.
final class FastJson {
  private static final int MAX_DEPTH = 300;

  /// One char a byte.
  private final String text;

  private int at;

  private FastJson(String text) {
    this.text = text;
  }

  /// A value; `text` is that of a string, raw.
  record Node(String type, String text, List<Member> members) {
    /// The member of an object, or null.
    @Nullable Node get(String key) {
      for (Member member : members) {
        if (member.key.equals(key)) {
          return member.value;
        }
      }
      for (Member member : members) {
        if (unescape(member.key).equals(key)) {
          return member.value;
        }
      }
      return null;
    }

    /// The text of a string.
    String string() throws CryptoException {
      if (!type.equals("string")) {
        throw new CryptoException("value doesn't contain string; it contains " + type);
      }
      return Utf8.decode(unescape(text).getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  record Member(String key, Node value) {}

  static Node parse(byte[] json) throws CryptoException {
    FastJson parser = new FastJson(Asn1.latin(json));
    parser.skipSpace();
    Node node;
    try {
      node = parser.value(0);
    } catch (CryptoException e) {
      throw new CryptoException(
          "cannot parse JSON: " + e.text() + "; unparsed tail: " + quote(parser.tail()));
    }
    parser.skipSpace();
    if (parser.at < parser.text.length()) {
      throw new CryptoException("unexpected tail: " + quote(parser.tail()));
    }
    return node;
  }

  private static String quote(String bytes) {
    return RegoText.quote(Utf8.decode(bytes.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /// What is left, shortened in the middle.
  private String tail() {
    String rest = text.substring(at);
    int length = rest.length();
    return length <= 80 ? rest : rest.substring(0, 40) + "..." + rest.substring(length - 40);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  }

  private void skipSpace() {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
  }

  private boolean looksAt(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private Node value(int outer) throws CryptoException {
    if (at == text.length()) {
      throw new CryptoException("cannot parse empty string");
    }
    int depth = outer + 1;
    if (depth > MAX_DEPTH) {
      throw new CryptoException("too big depth for the nested JSON; it exceeds " + MAX_DEPTH);
    }
    return switch (text.charAt(at)) {
      case '{' -> within("object", () -> object(depth));
      case '[' -> within("array", () -> array(depth));
      case '"' ->
          within(
              "string",
              () -> {
                at++;
                return new Node("string", rawString(), List.of());
              });
      case 't' -> literal("true");
      case 'f' -> literal("false");
      case 'n' -> text.regionMatches(true, at, "nan", 0, 3) ? nan() : literal("null");
      default -> within("number", this::number);
    };
  }

  private interface Reading {
    Node read() throws CryptoException;
  }

  private static Node within(String what, Reading reading) throws CryptoException {
    try {
      return reading.read();
    } catch (CryptoException e) {
      throw e.within("cannot parse " + what + ": ");
    }
  }

  private Node nan() {
    at += 3;
    return new Node("number", "", List.of());
  }

  private Node literal(String word) throws CryptoException {
    if (!text.startsWith(word, at)) {
      throw new CryptoException("unexpected value found: " + quote(text.substring(at)));
    }
    at += word.length();
    return new Node(word, "", List.of());
  }

  private Node number() throws CryptoException {
    int start = at;
    for (int i = start; i < text.length(); i++) {
      if ("0123456789.-eE+".indexOf(text.charAt(i)) >= 0) {
        continue;
      }
      boolean signed = i == start + 1 && (text.charAt(start) == '-' || text.charAt(start) == '+');
      if (i == start || signed) {
        if (text.regionMatches(true, i, "inf", 0, 3) || text.regionMatches(true, i, "nan", 0, 3)) {
          at = i + 3;
          return new Node("number", "", List.of());
        }
        throw new CryptoException("unexpected char: " + quote(text.substring(start, start + 1)));
      }
      at = i;
      return new Node("number", "", List.of());
    }
    at = text.length();
    return new Node("number", "", List.of());
  }

  private Node array(int depth) throws CryptoException {
    at++;
    skipSpace();
    if (at == text.length()) {
      throw new CryptoException("missing ']'");
    }
    if (looksAt(']')) {
      at++;
      return new Node("array", "", List.of());
    }
    while (true) {
      skipSpace();
      within("array value", () -> value(depth));
      skipSpace();
      if (at == text.length()) {
        throw new CryptoException("unexpected end of array");
      }
      if (looksAt(']')) {
        at++;
        return new Node("array", "", List.of());
      }
      if (!looksAt(',')) {
        throw new CryptoException("missing ',' after array value");
      }
      at++;
    }
  }

  private Node object(int depth) throws CryptoException {
    at++;
    skipSpace();
    if (at == text.length()) {
      throw new CryptoException("missing '}'");
    }
    List<Member> members = new ArrayList<>();
    if (looksAt('}')) {
      at++;
      return new Node("object", "", members);
    }
    while (true) {
      skipSpace();
      if (!looksAt('"')) {
        throw new CryptoException("cannot find opening '\"\" for object key");
      }
      at++;
      String key;
      try {
        key = rawString();
      } catch (CryptoException e) {
        throw e.within("cannot parse object key: ");
      }
      skipSpace();
      if (!looksAt(':')) {
        throw new CryptoException("missing ':' after object key");
      }
      at++;
      skipSpace();
      members.add(new Member(key, within("object value", () -> value(depth))));
      skipSpace();
      if (at == text.length()) {
        throw new CryptoException("unexpected end of object");
      }
      if (looksAt('}')) {
        at++;
        return new Node("object", "", members);
      }
      if (!looksAt(',')) {
        throw new CryptoException("missing ',' after object value");
      }
      at++;
    }
  }

  /// What stands before the closing quote.
  private String rawString() throws CryptoException {
    int start = at;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        at = i + 1;
        return text.substring(start, i);
      }
      if (c == '\\') {
        i++;
      }
    }
    at = text.length();
    throw new CryptoException("missing closing '\"'");
  }

  private static String unescape(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\\' || i + 1 == raw.length()) {
        out.append(c == '\\' ? "" : c);
        continue;
      }
      char escape = raw.charAt(++i);
      switch (escape) {
        case '"', '\\', '/' -> out.append(escape);
        case 'b' -> out.append('\b');
        case 'f' -> out.append('\f');
        case 'n' -> out.append('\n');
        case 'r' -> out.append('\r');
        case 't' -> out.append('\t');
        case 'u' -> i = unicode(raw, i, out);
        default -> out.append('\\').append(escape);
      }
    }
    return out.toString();
  }

  /// Appends the character escaped after the `u` at `at`; gives the offset of its last digit.
  private static int unicode(String raw, int at, StringBuilder out) {
    int unit = hex(raw, at + 1);
    if (unit < 0) {
      out.append("\\u");
      return at;
    }
    if (!Character.isSurrogate((char) unit)) {
      appendUtf8(out, unit);
      return at + 4;
    }
    int low = raw.startsWith("\\u", at + 5) ? hex(raw, at + 7) : -1;
    if (low < 0) {
      out.append("\\u").append(raw, at + 1, at + 5);
      return at + 4;
    }
    boolean pair = Character.isHighSurrogate((char) unit) && Character.isLowSurrogate((char) low);
    appendUtf8(out, pair ? Character.toCodePoint((char) unit, (char) low) : 0xfffd);
    return at + 10;
  }

  private static void appendUtf8(StringBuilder out, int codePoint) {
    out.append(Asn1.latin(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)));
  }

  private static int hex(String raw, int at) {
    if (at + 4 > raw.length()) {
      return -1;
    }
    int value = 0;
    for (int i = at; i < at + 4; i++) {
      int digit = raw.charAt(i) < 0x80 ? Character.digit(raw.charAt(i), 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }
}
