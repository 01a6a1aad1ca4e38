package ms.continuu.attest.rego.syntax;

import java.util.Arrays;
import java.util.List;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Utf8;
import org.jspecify.annotations.Nullable;

/// Parse errors with the source line they are in. Places within the line count bytes, as OPA's do.
final class ErrorLines {
  private final SourceFile source;
  private byte @Nullable [] bytes;
  private @Nullable Line latest;
  private int latestOffset = -1;

  ErrorLines(SourceFile source) {
    this.source = source;
  }

  private record Line(List<String> details, List<Diagnostic.Fact> facts) {}

  /// An error at a place whose character stands at `offset` of the text.
  Diagnostic error(Location location, int offset, String message) {
    Line line = latest;
    if (line == null || latestOffset != offset) {
      line = line(offset);
      latest = line;
      latestOffset = offset;
    }
    return Diagnostic.error("rego_parse_error", message, location)
        .with(line.details(), line.facts());
  }

  private Line line(int textOffset) {
    byte[] all = bytes();
    int offset = Math.min(byteOffset(textOffset), all.length - 1);
    while (offset > 0 && isSpace(all[offset])) {
      offset--;
    }
    int begin = offset;
    while (begin > 0 && !isLineEnd(all[begin])) {
      begin--;
    }
    if (begin >= 0 && isLineEnd(all[begin])) {
      begin++;
    }
    int end = Math.max(offset, 0);
    while (end < all.length && !isLineEnd(all[end])) {
      end++;
    }
    begin = Math.clamp(begin, 0, end);
    String text = Utf8.decode(Arrays.copyOfRange(all, begin, end));
    return line(text, offset - begin);
  }

  private static Line line(String text, int index) {
    int tabs = 0;
    while (tabs < text.length() && text.charAt(tabs) == '\t') {
      tabs++;
    }
    return new Line(
        List.of(text.substring(tabs), " ".repeat(Math.max(index - tabs, 0)) + "^"),
        List.of(
            new Diagnostic.Fact("line", StringValue.of(text)),
            new Diagnostic.Fact("idx", NumberValue.of(index))));
  }

  /// The end of the text counts as one byte behind the first of its last character.
  private int byteOffset(int textOffset) {
    String text = source.text();
    int length = bytes().length;
    if (length == text.length()) {
      return textOffset;
    }
    if (textOffset == text.length() && textOffset > 0) {
      int last = text.offsetByCodePoints(textOffset, -1);
      return length + 1 - Utf8.encode(text.substring(last)).length;
    }
    return Utf8.encode(text.substring(0, textOffset)).length;
  }

  private byte[] bytes() {
    byte[] encoded = bytes;
    if (encoded == null) {
      encoded = Utf8.encode(source.text());
      bytes = encoded;
    }
    return encoded;
  }

  private static boolean isLineEnd(byte b) {
    return b == '\n' || b == '\r';
  }

  /// Bytes, not characters: a byte of a longer character may count as white space, too.
  private static boolean isSpace(byte b) {
    int c = b & 0xFF;
    return c == ' ' || c >= '\t' && c <= '\r' || c == 0x85 || c == 0xA0;
  }
}
