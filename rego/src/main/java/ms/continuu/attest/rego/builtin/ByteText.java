package ms.continuu.attest.rego.builtin;

import java.nio.charset.StandardCharsets;
import ms.continuu.attest.value.RegoText;
import ms.continuu.attest.value.Utf8;
import ms.continuu.attest.value.Value;

/// Text as the parsers of Go's standard library see it: one `char` for each byte. What is cut out
/// of the middle of a character thus keeps its bytes.
final class ByteText {
  private ByteText() {}

  /// The bytes of a string operand, each a `char` below 256.
  static String operand(Value[] operands, int position) throws BuiltinFault {
    return of(Operands.text(operands, position));
  }

  /// The bytes of a text, each a `char` below 256.
  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return new String(Utf8.encode(text), StandardCharsets.ISO_8859_1);
      }
    }
    return text;
  }

  /// The text of bytes, as a string value holds it.
  static String text(String bytes) {
    return Utf8.decode(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// The text of bytes as Go's `strconv.Quote` writes it.
  static String quote(String bytes) {
    return RegoText.quote(text(bytes));
  }
}
