package ms.continuu.attest.value;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// UTF-8 both ways for strings that may hold stray bytes (see [StringValue]).
public final class Utf8 {
  private static final int STRAY = 0xDC00;

  private Utf8() {}

  /// Decodes bytes; a byte that is not part of valid UTF-8 becomes a lone surrogate `U+DC00 +
  /// byte`.
  public static String decode(byte[] bytes) {
    if (isAscii(bytes)) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
    StringBuilder text = new StringBuilder(bytes.length);
    int i = 0;
    while (i < bytes.length) {
      int length = sequenceLength(bytes, i);
      if (length == 0) {
        text.append((char) (STRAY + (bytes[i] & 0xFF)));
        i++;
      } else {
        text.appendCodePoint(codePoint(bytes, i, length));
        i += length;
      }
    }
    return text.toString();
  }

  /// Decodes a stretch of bytes; each byte that is not part of valid UTF-8 becomes U+FFFD.
  static String decodeReplacing(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to) {
      int length = sequenceLength(bytes, i);
      if (length == 0 || i + length > to) {
        return replaced(bytes, from, to);
      }
      i += length;
    }
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private static String replaced(byte[] bytes, int from, int to) {
    StringBuilder text = new StringBuilder(to - from);
    for (int i = from; i < to; ) {
      int length = sequenceLength(bytes, i);
      if (length == 0 || i + length > to) {
        text.append('\uFFFD');
        i++;
      } else {
        text.appendCodePoint(codePoint(bytes, i, length));
        i += length;
      }
    }
    return text.toString();
  }

  /// The bytes of a text, stray bytes restored.
  public static byte[] encode(String text) {
    if (!hasStrayBytes(text)) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 16);
    text.codePoints()
        .forEach(c -> {
          if (isStray(c)) {
            bytes.write(c - STRAY);
          } else {
            bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
          }
        });
    return bytes.toByteArray();
  }

  /// Whether a code point stands for a byte that is not valid UTF-8.
  public static boolean isStray(int codePoint) {
    return codePoint >= STRAY + 0x80 && codePoint <= STRAY + 0xFF;
  }

  /// Whether the text holds a byte that is not valid UTF-8.
  public static boolean hasStrayBytes(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)) {
        i++;
      } else if (isStray(c)) {
        return true;
      }
    }
    return false;
  }

  /// Compares by UTF-8 bytes, which is not the order of UTF-16 units.
  public static int compare(String left, String right) {
    int shared = Math.min(left.length(), right.length());
    for (int i = 0; i < shared; i++) {
      char l = left.charAt(i);
      char r = right.charAt(i);
      if (l != r) {
        return l < 0xD800 && r < 0xD800 ? l - r : compareSlowly(left, right, i);
      }
    }
    return left.length() - right.length();
  }

  private static int compareSlowly(String left, String right, int from) {
    int at =
        from > 0
                    && Character.isLowSurrogate(left.charAt(from))
                    && Character.isHighSurrogate(left.charAt(from - 1))
                || from > 0
                    && Character.isLowSurrogate(right.charAt(from))
                    && Character.isHighSurrogate(right.charAt(from - 1))
            ? from - 1
            : from;
    byte[] l = encode(left.substring(at));
    byte[] r = encode(right.substring(at));
    return java.util.Arrays.compareUnsigned(l, r);
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  /// The length of the valid sequence at `i`, or 0.
  private static int sequenceLength(byte[] bytes, int i) {
    int first = bytes[i] & 0xFF;
    if (first < 0x80) {
      return 1;
    }
    int length =
        first >= 0xC2 && first <= 0xDF
            ? 2
            : first >= 0xE0 && first <= 0xEF ? 3 : first >= 0xF0 && first <= 0xF4 ? 4 : 0;
    if (length == 0 || i + length > bytes.length) {
      return 0;
    }
    for (int k = 1; k < length; k++) {
      if ((bytes[i + k] & 0xC0) != 0x80) {
        return 0;
      }
    }
    int second = bytes[i + 1] & 0xFF;
    boolean valid =
        switch (first) {
          case 0xE0 -> second >= 0xA0;
          case 0xED -> second <= 0x9F;
          case 0xF0 -> second >= 0x90;
          case 0xF4 -> second <= 0x8F;
          default -> true;
        };
    return valid ? length : 0;
  }

  private static int codePoint(byte[] bytes, int i, int length) {
    int first = bytes[i] & 0xFF;
    if (length == 1) {
      return first;
    }
    int result = first & (0xFF >> (length + 1));
    for (int k = 1; k < length; k++) {
      result = result << 6 | bytes[i + k] & 0x3F;
    }
    return result;
  }
}
