package ms.continuu.attest.rego.crypto;

import java.nio.charset.StandardCharsets;
import ms.continuu.attest.value.Utf8;

/// The string types of ASN.1 with the liberties that Go's `crypto/x509` takes.
final class Asn1Strings {
  private Asn1Strings() {}

  /// The text of a string element.
  ///
  /// @param tag its universal tag
  static String decode(int tag, byte[] content) throws CryptoException {
    switch (tag) {
      case 20 -> {
        return Asn1.latin(content);
      }
      case 19 -> {
        for (byte b : content) {
          if (!isPrintable(b)) {
            throw new CryptoException("invalid PrintableString");
          }
        }
        return Asn1.latin(content);
      }
      case 12 -> {
        String text = Utf8.decode(content);
        if (Utf8.hasStrayBytes(text)) {
          throw new CryptoException("invalid UTF-8 string");
        }
        return text;
      }
      case 30 -> {
        return decodeBmp(content);
      }
      case 22 -> {
        if (!isAscii(content)) {
          throw new CryptoException("invalid IA5String");
        }
        return Asn1.latin(content);
      }
      case 18 -> {
        for (byte b : content) {
          if ((b < '0' || b > '9') && b != ' ') {
            throw new CryptoException("invalid NumericString");
          }
        }
        return Asn1.latin(content);
      }
      default -> throw new CryptoException("unsupported string type: " + tag);
    }
  }

  static boolean isAscii(byte[] content) {
    for (byte b : content) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPrintable(byte b) {
    return b >= 'a' && b <= 'z'
        || b >= 'A' && b <= 'Z'
        || b >= '0' && b <= '9'
        || b >= '\'' && b <= ')'
        || b >= '+' && b <= '/'
        || b == ' '
        || b == ':'
        || b == '='
        || b == '?'
        || b == '*'
        || b == '&';
  }

  /// UCS-2 without surrogates and non-characters.
  private static String decodeBmp(byte[] content) throws CryptoException {
    if (content.length % 2 != 0) {
      throw new CryptoException("invalid BMPString");
    }
    int end = content.length;
    if (end >= 2 && content[end - 1] == 0 && content[end - 2] == 0) {
      end -= 2;
    }
    String text = new String(content, 0, end, StandardCharsets.UTF_16BE);
    for (int i = 0; i < end; i += 2) {
      int point = (content[i] & 0xff) << 8 | content[i + 1] & 0xff;
      if (point >= 0xfffe
          || point >= 0xfdd0 && point <= 0xfdef
          || Character.isSurrogate((char) point)) {
        throw new CryptoException("invalid BMPString");
      }
    }
    return text;
  }
}
