package ms.continuu.attest.rego.crypto;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import ms.continuu.attest.value.Utf8;

/// Base64 as Go's `encoding/base64` reads it: line ends are skipped, and a fault names its byte.
public enum GoBase64 {
  STANDARD("+/", true),
  STANDARD_RAW("+/", false),
  URL("-_", true),
  URL_RAW("-_", false);

  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final byte[] values = new byte[256];
  private final boolean padded;

  GoBase64(String lastTwo, boolean padded) {
    this.padded = padded;
    Arrays.fill(values, (byte) -1);
    String alphabet = LETTERS + lastTwo;
    for (int i = 0; i < alphabet.length(); i++) {
      values[alphabet.charAt(i)] = (byte) i;
    }
  }

  /// The bytes of a text.
  public byte[] decode(String text) throws CryptoException {
    return decode(Utf8.encode(text));
  }

  /// The bytes of encoded bytes.
  public byte[] decode(byte[] source) throws CryptoException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(source.length / 4 * 3 + 3);
    int at = 0;
    int[] quantum = new int[4];
    while (at < source.length) {
      int filled = 0;
      boolean ended = false;
      while (filled < 4 && !ended) {
        if (at == source.length) {
          if (filled == 0) {
            return out.toByteArray();
          }
          if (filled == 1 || padded) {
            throw corrupt(at - filled);
          }
          break;
        }
        int next = source[at++] & 0xff;
        if (values[next] >= 0) {
          quantum[filled++] = values[next];
        } else if (next == '=' && padded) {
          at = skipPadding(source, at, filled);
          ended = true;
        } else if (next != '\n' && next != '\r') {
          throw corrupt(at - 1);
        }
      }
      write(out, quantum, filled);
    }
    return out.toByteArray();
  }

  /// Reads what must follow the first `=`, and refuses anything behind it.
  private static int skipPadding(byte[] source, int from, int filled) throws CryptoException {
    int at = from;
    if (filled < 2) {
      throw corrupt(at - 1);
    }
    if (filled == 2) {
      at = skipLineEnds(source, at);
      if (at == source.length) {
        throw corrupt(at);
      }
      if (source[at] != '=') {
        throw corrupt(at - 1);
      }
      at++;
    }
    at = skipLineEnds(source, at);
    if (at < source.length) {
      throw corrupt(at);
    }
    return at;
  }

  private static int skipLineEnds(byte[] source, int from) {
    int at = from;
    while (at < source.length && (source[at] == '\n' || source[at] == '\r')) {
      at++;
    }
    return at;
  }

  private static void write(ByteArrayOutputStream out, int[] quantum, int filled) {
    int bits = 0;
    for (int i = 0; i < 4; i++) {
      bits = bits << 6 | (i < filled ? quantum[i] : 0);
    }
    for (int i = 0; i < filled - 1; i++) {
      out.write(bits >> (16 - 8 * i));
    }
  }

  /// The text of bytes, without line ends.
  public String encode(byte[] bytes) {
    Base64.Encoder encoder =
        this == STANDARD || this == STANDARD_RAW ? Base64.getEncoder() : Base64.getUrlEncoder();
    byte[] encoded = (padded ? encoder : encoder.withoutPadding()).encode(bytes);
    return new String(encoded, StandardCharsets.ISO_8859_1);
  }

  /// Base64url with or without its padding, as OPA reads the parts of a token.
  public static byte[] decodeUrlLoosely(String text) throws CryptoException {
    byte[] source = Utf8.encode(text);
    if (source.length > 0 && source[source.length - 1] == '=') {
      return URL.decode(source);
    }
    int missing = (4 - source.length % 4) % 4;
    if (missing == 3) {
      throw new CryptoException("illegal base64url string: " + text);
    }
    byte[] padded = Arrays.copyOf(source, source.length + missing);
    Arrays.fill(padded, source.length, padded.length, (byte) '=');
    return URL.decode(padded);
  }

  /// Whatever alphabet and padding the text seems to have, as lestrrat-go/jwx reads JWK members.
  static byte[] decodeGuessing(String text) throws CryptoException {
    boolean raw = !text.endsWith("=");
    boolean url = text.indexOf('+') < 0 && text.indexOf('/') < 0;
    if (url) {
      return (raw ? URL_RAW : URL).decode(text);
    }
    return (raw ? STANDARD_RAW : STANDARD).decode(text);
  }

  private static CryptoException corrupt(int offset) {
    return new CryptoException("illegal base64 data at input byte " + offset);
  }
}
