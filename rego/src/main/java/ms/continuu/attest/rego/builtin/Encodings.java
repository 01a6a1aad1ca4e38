package ms.continuu.attest.rego.builtin;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// Bytes as text: base64, its form for URLs, and hexadecimal digits.
final class Encodings implements BuiltinFamily {
  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("base64.encode", encoder(Base64.getEncoder()::encodeToString));
    registry.add("base64.decode", Encodings::decodeBase64);
    registry.add("base64.is_valid", Encodings::isBase64);
    registry.add("base64url.encode", encoder(Base64.getUrlEncoder()::encodeToString));
    registry.add(
        "base64url.encode_no_pad",
        encoder(Base64.getUrlEncoder().withoutPadding()::encodeToString));
    registry.add("base64url.decode", Encodings::decodeBase64Url);
    registry.add("hex.encode", encoder(HexFormat.of()::formatHex));
    registry.add("hex.decode", Encodings::decodeHex);
  }

  private static Builtin encoder(Function<byte[], String> encode) {
    return (context, operands) -> StringValue.of(encode.apply(Operands.bytes(operands, 1)));
  }

  private static Value decodeBase64(BuiltinContext context, Value[] operands) throws BuiltinFault {
    return StringValue.ofBytes(new Base64Reader(Operands.bytes(operands, 1), '+', '/').read());
  }

  private static Value isBase64(BuiltinContext context, Value[] operands) {
    if (!(operands[0] instanceof StringValue string)) {
      return BooleanValue.FALSE;
    }
    try {
      new Base64Reader(string.bytes(), '+', '/').read();
      return BooleanValue.TRUE;
    } catch (BuiltinFault notBase64) {
      return BooleanValue.FALSE;
    }
  }

  /// Padding may be left out.
  private static Value decodeBase64Url(BuiltinContext context, Value[] operands)
      throws BuiltinFault {
    byte[] text = Operands.bytes(operands, 1);
    int missing = text.length > 0 && text[text.length - 1] == '=' ? 0 : -text.length & 3;
    if (missing == 3) {
      throw BuiltinFault.of("illegal base64url string: " + Operands.text(operands, 1));
    }
    byte[] padded = java.util.Arrays.copyOf(text, text.length + missing);
    java.util.Arrays.fill(padded, text.length, padded.length, (byte) '=');
    return StringValue.ofBytes(new Base64Reader(padded, '-', '_').read());
  }

  private static Value decodeHex(BuiltinContext context, Value[] operands) throws BuiltinFault {
    byte[] text = Operands.bytes(operands, 1);
    for (byte digit : text) {
      if (!HexFormat.isHexDigit(digit & 0xFF)) {
        throw BuiltinFault.of(
            GoFormat.sprintf(
                "encoding/hex: invalid byte: %#U", List.of((long) (digit & 0xFF)), "int"));
      }
    }
    if (text.length % 2 != 0) {
      throw BuiltinFault.of("encoding/hex: odd length hex string");
    }
    return StringValue.ofBytes(
        HexFormat.of().parseHex(new String(text, java.nio.charset.StandardCharsets.US_ASCII)));
  }

  /// Reads padded base64 as Go does: line ends may stand anywhere, the bits left over are not
  /// looked at, and a fault tells the offset that Go tells.
  private static final class Base64Reader {
    private final byte[] text;
    private final char plus;
    private final char slash;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int at;

    Base64Reader(byte[] text, char plus, char slash) {
      this.text = text;
      this.plus = plus;
      this.slash = slash;
    }

    byte[] read() throws BuiltinFault {
      while (at < text.length) {
        readFour();
      }
      return out.toByteArray();
    }

    private void readFour() throws BuiltinFault {
      int bits = 0;
      int count = 0;
      while (count < 4) {
        if (at == text.length) {
          if (count == 0) {
            return;
          }
          throw fault(at - count);
        }
        byte c = text[at++];
        int six = sixBits(c);
        if (six >= 0) {
          bits = bits << 6 | six;
          count++;
        } else if (c == '=') {
          padding(count);
          break;
        } else if (c != '\n' && c != '\r') {
          throw fault(at - 1);
        }
      }
      int whole = bits << 6 * (4 - count);
      for (int i = 0; i < count - 1; i++) {
        out.write(whole >> 16 - 8 * i);
      }
    }

    /// Behind the first `=`: the second where one is due, and nothing more.
    private void padding(int count) throws BuiltinFault {
      if (count < 2) {
        throw fault(at - 1);
      }
      if (count == 2) {
        skipLineEnds();
        if (at == text.length) {
          throw fault(text.length);
        }
        if (text[at] != '=') {
          throw fault(at - 1);
        }
        at++;
      }
      skipLineEnds();
      if (at < text.length) {
        throw fault(at);
      }
    }

    private void skipLineEnds() {
      while (at < text.length && (text[at] == '\n' || text[at] == '\r')) {
        at++;
      }
    }

    private int sixBits(byte c) {
      if (c >= 'A' && c <= 'Z') {
        return c - 'A';
      }
      if (c >= 'a' && c <= 'z') {
        return c - 'a' + 26;
      }
      if (c >= '0' && c <= '9') {
        return c - '0' + 52;
      }
      return c == plus ? 62 : c == slash ? 63 : -1;
    }

    private static BuiltinFault fault(int offset) {
      return BuiltinFault.of("illegal base64 data at input byte " + offset);
    }
  }
}
