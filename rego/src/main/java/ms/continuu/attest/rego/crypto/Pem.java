package ms.continuu.attest.rego.crypto;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A PEM block, found as Go's `encoding/pem` finds it.
///
/// @param type what stands after `BEGIN `
/// @param rest what follows the block
public record Pem(String type, byte[] bytes, byte[] rest) {
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "\n-----END ";
  private static final String DASHES = "-----";

  /// The first block of the data, or null.
  public static @Nullable Pem first(byte[] data) {
    // One char a byte, so that offsets are those of the bytes.
    String text = new String(data, StandardCharsets.ISO_8859_1);
    int from = 0;
    while (true) {
      int end = text.indexOf(END, from);
      if (end < 0) {
        return null;
      }
      int afterEnd = end + END.length();
      int begin = text.lastIndexOf(BEGIN, end - BEGIN.length());
      if (begin >= from && (begin == from || text.charAt(begin - 1) == '\n')) {
        Attempt attempt = attempt(text, begin + BEGIN.length(), end);
        if (attempt.exhausted) {
          return null;
        }
        if (attempt.found != null) {
          return attempt.found;
        }
      }
      from = afterEnd;
    }
  }

  /// All blocks of the data.
  public static List<Pem> all(byte[] data) {
    List<Pem> blocks = new ArrayList<>();
    for (Pem block = first(data); block != null; block = first(block.rest)) {
      blocks.add(block);
    }
    return blocks;
  }

  /// The block as text, in lines of 64 letters.
  public static byte[] encode(String type, byte[] bytes) {
    StringBuilder text = new StringBuilder(BEGIN).append(type).append("-----\n");
    String encoded = GoBase64.STANDARD.encode(bytes);
    for (int i = 0; i < encoded.length(); i += 64) {
      text.append(encoded, i, Math.min(i + 64, encoded.length())).append('\n');
    }
    text.append("-----END ").append(type).append("-----\n");
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private record Attempt(@Nullable Pem found, boolean exhausted) {
    static final Attempt FAILED = new Attempt(null, false);
  }

  /// Reads the block whose type begins at `at` and whose `\n-----END ` stands at `end`.
  private static Attempt attempt(String text, int at, int end) {
    Line typeLine = Line.at(text, at);
    if (!typeLine.text.endsWith(DASHES)) {
      return Attempt.FAILED;
    }
    String type = typeLine.text.substring(0, typeLine.text.length() - DASHES.length());
    int body = typeLine.next;
    boolean headers = false;
    while (true) {
      if (body >= text.length()) {
        return new Attempt(null, true);
      }
      Line line = Line.at(text, body);
      if (line.text.indexOf(':') < 0) {
        break;
      }
      headers = true;
      body = line.next;
    }
    if (headers && end < body) {
      return Attempt.FAILED;
    }
    String closing = type + DASHES;
    int trailer = end + END.length();
    if (!text.startsWith(closing, trailer)
        || !Line.at(text, trailer + closing.length()).text.isEmpty()) {
      return Attempt.FAILED;
    }
    byte[] bytes = {};
    if (end > body) {
      String base64 = text.substring(body, end).replace(" ", "").replace("\t", "");
      try {
        bytes = GoBase64.STANDARD.decode(base64.getBytes(StandardCharsets.ISO_8859_1));
      } catch (CryptoException e) {
        return Attempt.FAILED;
      }
    }
    byte[] all = text.getBytes(StandardCharsets.ISO_8859_1);
    int rest = Line.at(text, trailer - 1).next;
    return new Attempt(
        new Pem(utf8(type), bytes, Arrays.copyOfRange(all, rest, all.length)), false);
  }

  private static String utf8(String latin) {
    return ms.continuu.attest.value.Utf8.decode(latin.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// A line without its end and trailing blanks, and where the next begins.
  private record Line(String text, int next) {
    static Line at(String text, int from) {
      int newline = text.indexOf('\n', from);
      int end = newline < 0 ? text.length() : newline;
      int next = newline < 0 ? text.length() : newline + 1;
      if (newline > from && text.charAt(newline - 1) == '\r') {
        end--;
      }
      while (end > from && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
        end--;
      }
      return new Line(text.substring(from, end), next);
    }
  }
}
