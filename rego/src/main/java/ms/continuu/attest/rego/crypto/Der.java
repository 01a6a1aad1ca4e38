package ms.continuu.attest.rego.crypto;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// DER being read, as strictly as Go's `cryptobyte`: every `read…` gives null, or -1, where the
/// next element is not what was asked for.
final class Der {
  static final int BOOLEAN = 1;
  static final int INTEGER = 2;
  static final int BIT_STRING = 3;
  static final int OCTET_STRING = 4;
  static final int OID = 6;
  static final int UTC_TIME = 23;
  static final int GENERALIZED_TIME = 24;
  static final int SEQUENCE = 0x30;
  static final int SET = 0x31;

  private final byte[] bytes;
  private int at;
  private final int end;

  Der(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private Der(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  /// `[number]`, primitive.
  static int context(int number) {
    return 0x80 | number;
  }

  /// `[number]`, constructed.
  static int constructed(int number) {
    return 0xa0 | number;
  }

  /// An element: its tag, its content, and all of it.
  record Element(int tag, byte[] content, byte[] whole) {
    Der reader() {
      return new Der(content);
    }
  }

  boolean isEmpty() {
    return at >= end;
  }

  byte[] rest() {
    return Arrays.copyOfRange(bytes, at, end);
  }

  /// Whether the next element has this tag.
  boolean peek(int tag) {
    return at < end && (bytes[at] & 0xff) == tag;
  }

  /// The next element, whatever its tag.
  @Nullable Element readAny() {
    if (end - at < 2) {
      return null;
    }
    int tag = bytes[at] & 0xff;
    if ((tag & 0x1f) == 0x1f) {
      return null;
    }
    int first = bytes[at + 1] & 0xff;
    long length;
    int header = 2;
    if (first < 0x80) {
      length = first;
    } else {
      int count = first & 0x7f;
      if (count == 0 || count > 4 || end - at < 2 + count) {
        return null;
      }
      length = 0;
      for (int i = 0; i < count; i++) {
        length = length << 8 | bytes[at + 2 + i] & 0xff;
      }
      if (length < 128 || length >> ((count - 1) * 8) == 0) {
        return null;
      }
      header = 2 + count;
    }
    if (length > end - at - header) {
      return null;
    }
    int stop = at + header + (int) length;
    byte[] whole = Arrays.copyOfRange(bytes, at, stop);
    Element element = new Element(tag, Arrays.copyOfRange(bytes, at + header, stop), whole);
    at = stop;
    return element;
  }

  /// The next element, which must have this tag.
  @Nullable Element read(int tag) {
    int before = at;
    Element element = readAny();
    if (element == null || element.tag != tag) {
      at = before;
      return null;
    }
    return element;
  }

  /// The content of the next element as a reader of its own.
  @Nullable Der enter(int tag) {
    Element element = read(tag);
    return element == null ? null : element.reader();
  }

  @Nullable Boolean readBoolean() {
    Element element = read(BOOLEAN);
    if (element == null || element.content.length != 1) {
      return null;
    }
    return switch (element.content[0]) {
      case 0 -> Boolean.FALSE;
      case -1 -> Boolean.TRUE;
      default -> null;
    };
  }

  @Nullable BigInteger readInteger() {
    return readInteger(INTEGER);
  }

  @Nullable BigInteger readInteger(int tag) {
    Element element = read(tag);
    return element == null || !isMinimalInteger(element.content)
        ? null
        : new BigInteger(element.content);
  }

  /// An integer that fits 64 bits.
  @Nullable Long readLong(int tag) {
    BigInteger value = readInteger(tag);
    return value == null || value.bitLength() > 63 ? null : Long.valueOf(value.longValue());
  }

  static boolean isMinimalInteger(byte[] content) {
    if (content.length == 0) {
      return false;
    }
    return content.length == 1
        || !(content[0] == 0 && content[1] >= 0) && !(content[0] == -1 && content[1] < 0);
  }

  @Nullable ObjectIdentifier readOid() {
    Element element = read(OID);
    return element == null ? null : ObjectIdentifier.ofContent(element.content);
  }

  @Nullable BitString readBitString() {
    Element element = read(BIT_STRING);
    return element == null ? null : BitString.ofContent(element.content);
  }

  /// Skips an element of this tag if it is there; false when it is broken.
  boolean skipOptional(int tag) {
    return !peek(tag) || read(tag) != null;
  }

  /// A bit string.
  record BitString(byte[] bytes, int bitLength) {
    static @Nullable BitString ofContent(byte[] content) {
      if (content.length == 0) {
        return null;
      }
      int padding = content[0] & 0xff;
      if (padding > 7
          || content.length == 1 && padding > 0
          || (content[content.length - 1] & ((1 << padding) - 1)) != 0 && content.length > 1) {
        return null;
      }
      return new BitString(
          Arrays.copyOfRange(content, 1, content.length), (content.length - 1) * 8 - padding);
    }

    boolean at(int index) {
      return index < bitLength && (bytes[index / 8] >> (7 - index % 8) & 1) == 1;
    }

    /// The bits as a number's bytes: the padding stands in front.
    byte[] rightAligned() {
      int shift = 8 - bitLength % 8;
      if (shift == 8 || bytes.length == 0) {
        return bytes;
      }
      byte[] aligned = new byte[bytes.length];
      aligned[0] = (byte) ((bytes[0] & 0xff) >> shift);
      for (int i = 1; i < bytes.length; i++) {
        aligned[i] = (byte) ((bytes[i - 1] << (8 - shift)) | ((bytes[i] & 0xff) >> shift));
      }
      return aligned;
    }
  }
}
