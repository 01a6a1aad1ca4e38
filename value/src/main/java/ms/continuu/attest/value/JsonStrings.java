package ms.continuu.attest.value;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads the string literals of one JSON text. Short ones are looked up among those read before, so
/// that keys and repeated words are one object each.
final class JsonStrings {
  private static final int LONGEST_KEPT = 40;
  private static final int KEPT = 1 << 13;

  private final byte[] in;
  private final @Nullable StringValue[] kept = new StringValue[KEPT];
  private int end;

  JsonStrings(byte[] in) {
    this.in = in;
  }

  /// The offset behind the string that was read last.
  int end() {
    return end;
  }

  /// Reads the literal whose opening quote is at `quote`.
  StringValue read(int quote) throws JsonSyntaxException {
    byte[] bytes = in;
    int start = quote + 1;
    int hash = 0;
    int all = 0;
    int i = start;
    while (i < bytes.length) {
      byte c = bytes[i];
      if (c == '"') {
        end = i + 1;
        return all < 0 ? decoded(start, i) : plain(start, i, hash);
      }
      if (c == '\\') {
        return escaped(start, i);
      }
      if (c >= 0 && c < 0x20) {
        throw JsonReader.fault(bytes, i, "in string literal");
      }
      all |= c;
      hash = hash * 31 + c;
      i++;
    }
    throw new JsonSyntaxException("unexpected EOF", i);
  }

  private StringValue plain(int from, int to, int hash) {
    int length = to - from;
    if (length > LONGEST_KEPT) {
      return StringValue.of(new String(in, from, length, StandardCharsets.ISO_8859_1));
    }
    int slot = (hash ^ hash >>> 13 ^ hash >>> 22) & KEPT - 1;
    StringValue known = kept[slot];
    if (known != null && same(known.text(), from, length)) {
      return known;
    }
    StringValue fresh = StringValue.of(new String(in, from, length, StandardCharsets.ISO_8859_1));
    kept[slot] = fresh;
    return fresh;
  }

  private boolean same(String text, int from, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != in[from + i]) {
        return false;
      }
    }
    return true;
  }

  private StringValue decoded(int from, int to) {
    return StringValue.of(Utf8.decodeReplacing(in, from, to));
  }

  private StringValue escaped(int start, int firstEscape) throws JsonSyntaxException {
    StringBuilder text = new StringBuilder();
    int from = start;
    int i = firstEscape;
    while (i < in.length) {
      byte c = in[i];
      if (c == '"') {
        end = i + 1;
        return StringValue.of(text.append(Utf8.decodeReplacing(in, from, i)).toString());
      }
      if (c == '\\') {
        text.append(Utf8.decodeReplacing(in, from, i));
        i = escape(text, i + 1);
        from = i;
      } else if (c >= 0 && c < 0x20) {
        throw JsonReader.fault(in, i, "in string literal");
      } else {
        i++;
      }
    }
    throw new JsonSyntaxException("unexpected EOF", i);
  }

  /// Appends what the escape at `i`, behind the backslash, stands for. Returns the offset behind
  /// it.
  private int escape(StringBuilder text, int i) throws JsonSyntaxException {
    if (i == in.length) {
      throw new JsonSyntaxException("unexpected EOF", i);
    }
    switch (in[i]) {
      case '"', '\\', '/' -> text.append((char) in[i]);
      case 'b' -> text.append('\b');
      case 'f' -> text.append('\f');
      case 'n' -> text.append('\n');
      case 'r' -> text.append('\r');
      case 't' -> text.append('\t');
      case 'u' -> {
        return unicode(text, i + 1);
      }
      default -> throw JsonReader.fault(in, i, "in string escape code");
    }
    return i + 1;
  }

  private int unicode(StringBuilder text, int i) throws JsonSyntaxException {
    char unit = hexadecimal(i);
    int next = i + 4;
    if (!Character.isSurrogate(unit)) {
      text.append(unit);
    } else if (Character.isHighSurrogate(unit) && isLowEscape(next)) {
      text.append(unit).append(hexadecimal(next + 2));
      next += 6;
    } else {
      text.append('\uFFFD');
    }
    return next;
  }

  private boolean isLowEscape(int i) {
    if (i + 6 > in.length || in[i] != '\\' || in[i + 1] != 'u') {
      return false;
    }
    int unit = 0;
    for (int k = i + 2; k < i + 6; k++) {
      int digit = Character.digit((char) (in[k] & 0xFF), 16);
      if (digit < 0 || in[k] < 0) {
        return false;
      }
      unit = unit << 4 | digit;
    }
    return Character.isLowSurrogate((char) unit);
  }

  private char hexadecimal(int i) throws JsonSyntaxException {
    int unit = 0;
    for (int k = i; k < i + 4; k++) {
      if (k == in.length) {
        throw new JsonSyntaxException("unexpected EOF", k);
      }
      int digit = in[k] < 0 ? -1 : Character.digit((char) in[k], 16);
      if (digit < 0) {
        throw JsonReader.fault(in, k, "in \\u hexadecimal character escape");
      }
      unit = unit << 4 | digit;
    }
    return (char) unit;
  }
}
