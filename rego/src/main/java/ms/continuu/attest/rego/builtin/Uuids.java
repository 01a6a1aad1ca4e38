package ms.continuu.attest.rego.builtin;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.regex.Pattern;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// `uuid.*`: making and taking apart the identifiers of RFC 4122.
final class Uuids implements BuiltinFamily {
  private static final Pattern DASHED =
      Pattern.compile(
          "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
  private static final Pattern PLAIN = Pattern.compile("[0-9a-fA-F]{32}");

  /// Steps of 100 nanoseconds from the start of the Gregorian calendar to 1970.
  private static final long GREGORIAN_TO_UNIX = 122_192_928_000_000_000L;

  private record Key(Value operand) {}

  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add(
        "uuid.rfc4122",
        (context, operands) -> context.perQuery(new Key(operands[0]), () -> random(context)));
    registry.add("uuid.parse", Uuids::parse);
  }

  private static Value random(BuiltinContext context) {
    byte[] bytes = new byte[16];
    context.host().randomBytes(bytes);
    bytes[6] = (byte) (bytes[6] & 0x0F | 0x40);
    bytes[8] = (byte) (bytes[8] & 0x3F | 0x80);
    String hex = HexFormat.of().formatHex(bytes);
    return StringValue.of(
        String.join(
            "-",
            hex.substring(0, 8),
            hex.substring(8, 12),
            hex.substring(12, 16),
            hex.substring(16, 20),
            hex.substring(20)));
  }

  private static @Nullable Value parse(BuiltinContext context, Value[] operands)
      throws BuiltinFault {
    String digits = digits(ByteText.operand(operands, 1));
    return digits == null ? null : describe(HexFormat.of().parseHex(digits));
  }

  /// The 32 digits of a UUID in one of its four forms, or null. Any two characters may stand for
  /// the braces.
  private static @Nullable String digits(String text) {
    String dashed =
        switch (text.length()) {
          case 32 -> PLAIN.matcher(text).matches() ? text : "";
          case 36 -> text;
          case 38 -> text.substring(1, 37);
          case 45 -> text.regionMatches(true, 0, "urn:uuid:", 0, 9) ? text.substring(9) : "";
          default -> "";
        };
    if (dashed.length() == 32) {
      return dashed;
    }
    return DASHED.matcher(dashed).matches() ? dashed.replace("-", "") : null;
  }

  private static Value describe(byte[] uuid) {
    int version = (uuid[6] & 0xFF) >> 4;
    ObjectValue.Builder parts = ObjectValue.builder();
    parts.put("version", NumberValue.of(version));
    parts.put("variant", StringValue.of(variant(uuid[8] & 0xFF)));
    if (version == 1 || version == 2) {
      ByteBuffer fields = ByteBuffer.wrap(uuid);
      parts.put("time", NumberValue.of(unixNanos(fields)));
      parts.put("nodeid", StringValue.of(HexFormat.ofDelimiter("-").formatHex(uuid, 10, 16)));
      parts.put("macvariables", StringValue.of(addressKind(uuid[10])));
      parts.put("clocksequence", NumberValue.of(fields.getShort(8) & 0x3FFF));
      if (version == 2) {
        parts.put("id", NumberValue.of(fields.getInt(0) & 0xFFFF_FFFFL));
        parts.put("domain", StringValue.of(domain(uuid[9] & 0xFF)));
      }
    }
    return parts.build();
  }

  private static long unixNanos(ByteBuffer fields) {
    long low = fields.getInt(0) & 0xFFFF_FFFFL;
    long middle = fields.getShort(4) & 0xFFFFL;
    long high = fields.getShort(6) & 0x0FFFL;
    return ((high << 48 | middle << 32 | low) - GREGORIAN_TO_UNIX) * 100;
  }

  private static String variant(int octet) {
    if ((octet & 0xC0) == 0x80) {
      return "RFC4122";
    }
    return switch (octet & 0xE0) {
      case 0xC0 -> "Microsoft";
      case 0xE0 -> "Future";
      default -> "Reserved";
    };
  }

  private static String addressKind(byte octet) {
    return ((octet & 2) != 0 ? "local:" : "global:") + ((octet & 1) != 0 ? "multicast" : "unicast");
  }

  private static String domain(int octet) {
    return switch (octet) {
      case 0 -> "Person";
      case 1 -> "Group";
      case 2 -> "Org";
      default -> "Domain" + octet;
    };
  }
}
