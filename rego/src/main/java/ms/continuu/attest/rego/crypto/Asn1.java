package ms.continuu.attest.rego.crypto;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import ms.continuu.attest.rego.crypto.Asn1Shape.Field;
import ms.continuu.attest.rego.crypto.Asn1Shape.Kind;
import ms.continuu.attest.value.Utf8;
import org.jspecify.annotations.Nullable;

/// DER read against a shape with the strictness and the messages of Go's `encoding/asn1`.
///
/// The values are: [Long], [BigInteger], `byte[]`, [ObjectIdentifier], [Der.BitString], [Raw],
/// [Node] for a structure, [List] for `SEQUENCE OF`; for anything also [String] and [Boolean]. What
/// is optional and absent is null.
final class Asn1 {
  private final byte[] bytes;

  private Asn1(byte[] bytes) {
    this.bytes = bytes;
  }

  /// A structure's values in the order of its fields, and its DER.
  record Node(List<@Nullable Object> values, byte[] whole) {
    <T> T get(int field, Class<T> type) {
      return type.cast(Objects.requireNonNull(values.get(field)));
    }

    <T> @Nullable T optional(int field, Class<T> type) {
      return type.cast(values.get(field));
    }
  }

  /// The items of a list that was read.
  static <T> List<T> listOf(@Nullable Object list, Class<T> type) {
    List<T> items = new ArrayList<>();
    if (list instanceof List<?> read) {
      read.forEach(item -> items.add(type.cast(item)));
    }
    return items;
  }

  /// An element that is not looked into.
  record Raw(int tagClass, int tag, boolean compound, byte[] content, byte[] whole) {
    static final Raw ABSENT = new Raw(0, 0, false, new byte[0], new byte[0]);
  }

  /// What was read, and how many bytes follow it.
  record Unmarshalled(Object value, int trailing) {
    Node node() {
      return (Node) value;
    }
  }

  static Unmarshalled unmarshal(byte[] der, Asn1Shape shape) throws CryptoException {
    Parsed parsed = new Asn1(der).field(0, Field.of(shape));
    return new Unmarshalled(Objects.requireNonNull(parsed.value), der.length - parsed.next);
  }

  static boolean fits(byte[] der, Asn1Shape shape) {
    try {
      unmarshal(der, shape);
      return true;
    } catch (CryptoException e) {
      return false;
    }
  }

  private record Parsed(@Nullable Object value, int next) {}

  private record Header(int tagClass, int tag, int length, boolean compound, int next) {
    @Override
    public String toString() {
      return "{class:"
          + tagClass
          + " tag:"
          + tag
          + " length:"
          + length
          + " isCompound:"
          + compound
          + "}";
    }
  }

  private Parsed field(int start, Field field) throws CryptoException {
    if (start == bytes.length) {
      if (field.optional()) {
        return absent(field, start);
      }
      throw syntax("sequence truncated");
    }
    Asn1Shape shape = field.shape();
    if (shape.kind() == Kind.ANY) {
      return any(start);
    }
    Header header = header(start);
    if (field.explicit()) {
      if (header.next == bytes.length) {
        throw structure("explicit tag has no child");
      }
      if (header.tagClass != 2
          || header.tag != field.tag()
          || header.length != 0 && !header.compound) {
        if (field.optional()) {
          return absent(field, start);
        }
        throw structure("explicitly tagged member didn't match");
      }
      if (header.length == 0) {
        throw structure("zero length explicit tag was not an asn1.Flag");
      }
      header = header(header.next);
    }
    boolean implicit = !field.explicit() && field.tag() >= 0;
    int expectedClass = implicit ? 2 : 0;
    int expectedTag = implicit ? field.tag() : field.set() ? 17 : shape.kind().tag(shape);
    boolean matchesAny = shape.kind() == Kind.RAW;
    if ((implicit || !matchesAny) && (header.tagClass != expectedClass || header.tag != expectedTag)
        || !matchesAny && header.compound != shape.kind().compound()) {
      if (field.optional()) {
        return absent(field, start);
      }
      throw structure(
          "tags don't match ("
              + expectedTag
              + " vs "
              + header
              + ") "
              + field.parameters()
              + " "
              + shape.goName()
              + " @"
              + header.next);
    }
    if (header.length > bytes.length - header.next) {
      throw syntax("data truncated");
    }
    int end = header.next + header.length;
    return new Parsed(content(shape, header, start, end), end);
  }

  private static Parsed absent(Field field, int at) {
    return new Parsed(field.shape().kind() == Kind.RAW ? Raw.ABSENT : null, at);
  }

  private Object content(Asn1Shape shape, Header header, int start, int end)
      throws CryptoException {
    byte[] inner = Arrays.copyOfRange(bytes, header.next, end);
    return switch (shape.kind()) {
      case RAW ->
          new Raw(
              header.tagClass,
              header.tag,
              header.compound,
              inner,
              Arrays.copyOfRange(bytes, start, end));
      case OID -> oid(inner);
      case BITS -> bits(inner);
      case BIG -> {
        checkInteger(inner);
        yield new BigInteger(inner);
      }
      case INT -> integer(inner);
      case BOOL -> bool(inner);
      case OCTETS -> inner;
      case STRUCT -> {
        List<@Nullable Object> values = new ArrayList<>();
        Asn1 within = new Asn1(inner);
        int at = 0;
        for (Field field : shape.fields()) {
          Parsed parsed = within.field(at, field);
          values.add(parsed.value);
          at = parsed.next;
        }
        yield new Node(values, Arrays.copyOfRange(bytes, start, end));
      }
      case LIST -> new Asn1(inner).list(shape.element());
      case ANY -> throw new IllegalStateException("anything is read elsewhere");
    };
  }

  private List<Object> list(Asn1Shape element) throws CryptoException {
    int count = 0;
    for (int at = 0; at < bytes.length; count++) {
      Header header = header(at);
      boolean any = element.kind() == Kind.RAW || element.kind() == Kind.ANY;
      if (!any
          && (header.tagClass != 0
              || header.compound != element.kind().compound()
              || header.tag != element.kind().tag(element))) {
        throw structure("sequence tag mismatch");
      }
      if (header.length > bytes.length - header.next) {
        throw syntax("truncated sequence");
      }
      at = header.next + header.length;
    }
    List<Object> items = new ArrayList<>(count);
    int at = 0;
    for (int i = 0; i < count; i++) {
      Parsed parsed = field(at, Field.of(element));
      items.add(Objects.requireNonNull(parsed.value));
      at = parsed.next;
    }
    return items;
  }

  private Parsed any(int start) throws CryptoException {
    Header header = header(start);
    if (header.length > bytes.length - header.next) {
      throw syntax("data truncated");
    }
    int end = header.next + header.length;
    if (header.compound || header.tagClass != 0) {
      return new Parsed(null, end);
    }
    byte[] inner = Arrays.copyOfRange(bytes, header.next, end);
    Object value =
        switch (header.tag) {
          case 1 -> bool(inner);
          case 2 -> integer(inner);
          case 3 -> bits(inner);
          case 4 -> inner;
          case 6 -> oid(inner);
          case 12, 18, 19, 20, 22, 30 -> string(header.tag, inner);
          default -> null;
        };
    return new Parsed(value, end);
  }

  private static String string(int tag, byte[] inner) throws CryptoException {
    try {
      return Asn1Strings.decode(tag, inner);
    } catch (CryptoException e) {
      throw switch (tag) {
        case 12 -> new CryptoException("asn1: invalid UTF-8 string");
        case 18 -> syntax("NumericString contains invalid character");
        case 19 -> syntax("PrintableString contains invalid character");
        case 22 -> syntax("IA5String contains invalid character");
        default -> e;
      };
    }
  }

  private static Boolean bool(byte[] inner) throws CryptoException {
    if (inner.length != 1 || inner[0] != 0 && inner[0] != -1) {
      throw syntax("invalid boolean");
    }
    return inner[0] != 0;
  }

  private static Long integer(byte[] inner) throws CryptoException {
    checkInteger(inner);
    if (inner.length > 8) {
      throw structure("integer too large");
    }
    return new BigInteger(inner).longValue();
  }

  private static void checkInteger(byte[] inner) throws CryptoException {
    if (inner.length == 0) {
      throw structure("empty integer");
    }
    if (!Der.isMinimalInteger(inner)) {
      throw structure("integer not minimally-encoded");
    }
  }

  private static Der.BitString bits(byte[] inner) throws CryptoException {
    if (inner.length == 0) {
      throw syntax("zero length BIT STRING");
    }
    Der.BitString bits = Der.BitString.ofContent(inner);
    if (bits == null) {
      throw syntax("invalid padding bits in BIT STRING");
    }
    return bits;
  }

  private static ObjectIdentifier oid(byte[] inner) throws CryptoException {
    if (inner.length == 0) {
      throw syntax("zero length OBJECT IDENTIFIER");
    }
    Asn1 within = new Asn1(inner);
    int at = 0;
    while (at < inner.length) {
      at = (int) (within.base128(at) >>> 32);
    }
    return Objects.requireNonNull(ObjectIdentifier.ofContent(inner));
  }

  /// The integer at `at`, with the offset behind it in the upper half.
  private long base128(int start) throws CryptoException {
    long value = 0;
    for (int at = start; at < bytes.length; at++) {
      if (at - start == 5) {
        throw structure("base 128 integer too large");
      }
      if (at == start && bytes[at] == (byte) 0x80) {
        throw syntax("integer is not minimally encoded");
      }
      value = value << 7 | bytes[at] & 0x7f;
      if (bytes[at] >= 0) {
        if (value > Integer.MAX_VALUE) {
          throw structure("base 128 integer too large");
        }
        return (long) (at + 1) << 32 | value;
      }
    }
    throw syntax("truncated base 128 integer");
  }

  private Header header(int start) throws CryptoException {
    if (start >= bytes.length) {
      throw new CryptoException("asn1: internal error in parseTagAndLength");
    }
    int first = bytes[start] & 0xff;
    int at = start + 1;
    int tag = first & 0x1f;
    if (tag == 0x1f) {
      long read = base128(at);
      tag = (int) read;
      at = (int) (read >>> 32);
      if (tag < 0x1f) {
        throw syntax("non-minimal tag");
      }
    }
    if (at >= bytes.length) {
      throw syntax("truncated tag or length");
    }
    int length = bytes[at++] & 0xff;
    if (length >= 0x80) {
      int count = length & 0x7f;
      if (count == 0) {
        throw syntax("indefinite length found (not DER)");
      }
      length = 0;
      for (int i = 0; i < count; i++) {
        if (at >= bytes.length) {
          throw syntax("truncated tag or length");
        }
        if (length >= 1 << 23) {
          throw structure("length too large");
        }
        length = length << 8 | bytes[at++] & 0xff;
        if (length == 0) {
          throw structure("superfluous leading zeros in length");
        }
      }
      if (length < 0x80) {
        throw structure("non-minimal length");
      }
    }
    return new Header(first >> 6, tag, length, (first & 0x20) != 0, at);
  }

  static CryptoException syntax(String message) {
    return new CryptoException("asn1: syntax error: " + message);
  }

  static CryptoException structure(String message) {
    return new CryptoException("asn1: structure error: " + message);
  }

  /// The bytes of a text that has one char a byte.
  static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /// A Go string of these bytes.
  static String goString(byte[] bytes) {
    return Utf8.decode(bytes);
  }
}
