package ms.continuu.attest.rego.builtin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.value.GoUnicode;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Utf8;

/// What Go does to strings of bytes, on texts in which stray bytes stand as [StringValue] tells.
///
/// A valid text can only be found at the borders of characters, so that plain search of Java
/// strings finds it. A text with stray bytes may lie within a character: it is sought bytewise.
final class GoStrings {
  private static final int REPLACEMENT = 0xFFFD;

  private GoStrings() {}

  /// The string of a text put together from parts: stray bytes that came to form a character become
  /// one.
  static StringValue value(CharSequence text) {
    String joined = text.toString();
    return Utf8.hasStrayBytes(joined)
        ? StringValue.ofBytes(Utf8.encode(joined))
        : StringValue.of(joined);
  }

  /// The bytes of a text as characters up to U+00FF.
  static String bytewise(String text) {
    return new String(Utf8.encode(text), StandardCharsets.ISO_8859_1);
  }

  /// The text whose bytes are these characters up to U+00FF.
  static String ofBytewise(String bytes) {
    return Utf8.decode(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  static boolean contains(String text, String part) {
    return Utf8.hasStrayBytes(part) ? bytewise(text).contains(bytewise(part)) : text.contains(part);
  }

  static boolean startsWith(String text, String prefix) {
    return Utf8.hasStrayBytes(prefix)
        ? bytewise(text).startsWith(bytewise(prefix))
        : text.startsWith(prefix);
  }

  static boolean endsWith(String text, String suffix) {
    return Utf8.hasStrayBytes(suffix)
        ? bytewise(text).endsWith(bytewise(suffix))
        : text.endsWith(suffix);
  }

  /// How often a part stands in a text without overlap; the empty one before each character and at
  /// the end.
  static int count(String text, String part) {
    if (part.isEmpty()) {
      return text.codePointCount(0, text.length()) + 1;
    }
    if (Utf8.hasStrayBytes(part)) {
      return countPlain(bytewise(text), bytewise(part));
    }
    return countPlain(text, part);
  }

  private static int countPlain(String text, String part) {
    int count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }

  /// The parts of a text between delimiters, at most `limit` of them (0: none, negative: all). The
  /// empty delimiter parts each character.
  static List<String> split(String text, String delimiter, long limit) {
    if (limit == 0) {
      return List.of();
    }
    if (delimiter.isEmpty()) {
      return explode(text, limit);
    }
    if (!Utf8.hasStrayBytes(delimiter)) {
      return splitPlain(text, delimiter, limit);
    }
    return splitPlain(bytewise(text), bytewise(delimiter), limit).stream()
        .map(GoStrings::ofBytewise)
        .toList();
  }

  private static List<String> splitPlain(String text, String delimiter, long limit) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    int at = text.indexOf(delimiter);
    while (at >= 0 && (limit < 0 || parts.size() < limit - 1)) {
      parts.add(text.substring(from, at));
      from = at + delimiter.length();
      at = text.indexOf(delimiter, from);
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static List<String> explode(String text, long limit) {
    List<String> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length() && (limit < 0 || parts.size() < limit - 1)) {
      int next = text.offsetByCodePoints(at, 1);
      parts.add(text.substring(at, next));
      at = next;
    }
    if (at < text.length()) {
      parts.add(text.substring(at));
    }
    return parts;
  }

  /// The characters of a text; a stray byte becomes U+FFFD, as Go's conversion to runes makes it.
  static int[] runes(String text) {
    return text.codePoints().map(GoStrings::rune).toArray();
  }

  /// A code point as Go's decoding of UTF-8 yields it.
  static int rune(int codePoint) {
    return Utf8.isStray(codePoint) ? REPLACEMENT : codePoint;
  }

  /// The text with each stray byte made U+FFFD. Its length stays.
  static String valid(String text) {
    if (!Utf8.hasStrayBytes(text)) {
      return text;
    }
    StringBuilder valid = new StringBuilder(text.length());
    text.codePoints().map(GoStrings::rune).forEach(valid::appendCodePoint);
    return valid.toString();
  }

  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  static String toLowerCase(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    text.codePoints().map(c -> GoUnicode.toLowerCase(rune(c))).forEach(lower::appendCodePoint);
    return lower.toString();
  }

  static String toUpperCase(String text) {
    StringBuilder upper = new StringBuilder(text.length());
    text.codePoints().map(c -> GoUnicode.toUpperCase(rune(c))).forEach(upper::appendCodePoint);
    return upper.toString();
  }
}
