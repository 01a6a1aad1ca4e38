package ms.continuu.attest.rego.net;

import java.util.Arrays;
import ms.continuu.attest.value.RegoText;
import org.jspecify.annotations.Nullable;

/// An IP address as Go's `netip.ParseAddr` reads it: IPv4 of 4 bytes, IPv6 of 16 with an optional
/// zone.
public record IpAddress(byte[] bytes, String zone) {
  private static final byte[] V4_IN_V6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

  private static NameFault fault(String text, String reason, String at) {
    String place = at.isEmpty() ? "" : " (at " + RegoText.quote(at) + ")";
    return new NameFault("ParseAddr(" + RegoText.quote(text) + "): " + reason + place);
  }

  /// The address of a text.
  public static IpAddress parse(String text) throws NameFault {
    int mark = 0;
    while (mark < text.length() && ".:%".indexOf(text.charAt(mark)) < 0) {
      mark++;
    }
    if (mark == text.length()) {
      throw fault(text, "unable to parse IP", "");
    }
    return switch (text.charAt(mark)) {
      case '.' -> parseV4(text);
      case ':' -> parseV6(text);
      default -> throw fault(text, "missing IPv6 address", "");
    };
  }

  /// The address, or null; an address with a zone counts as none.
  public static @Nullable IpAddress plain(String text) {
    try {
      IpAddress address = parse(text);
      return address.zone.isEmpty() ? address : null;
    } catch (NameFault e) {
      return null;
    }
  }

  /// Whether the address has 4 bytes.
  public boolean isV4() {
    return bytes.length == 4;
  }

  /// The 16 bytes, IPv4 within IPv6.
  public byte[] wide() {
    return widened(bytes);
  }

  /// The 16 bytes of an address of either kind.
  public static byte[] widened(byte[] bytes) {
    if (bytes.length != 4) {
      return bytes;
    }
    byte[] wide = Arrays.copyOf(V4_IN_V6, 16);
    System.arraycopy(bytes, 0, wide, 12, 4);
    return wide;
  }

  /// The 4 bytes of an IPv4 address, also of one within IPv6; null for others.
  public static byte @Nullable [] narrowed(byte[] bytes) {
    if (bytes.length == 4) {
      return bytes;
    }
    return bytes.length == 16 && Arrays.equals(bytes, 0, 12, V4_IN_V6, 0, 12)
        ? Arrays.copyOfRange(bytes, 12, 16)
        : null;
  }

  private static IpAddress parseV4(String text) throws NameFault {
    byte[] bytes = new byte[4];
    readV4(text, text, bytes, 0);
    return new IpAddress(bytes, "");
  }

  private static void readV4(String whole, String text, byte[] bytes, int at) throws NameFault {
    int value = 0;
    int digits = 0;
    int octet = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        if (digits == 1 && value == 0) {
          throw fault(whole, "IPv4 field has octet with leading zero", "");
        }
        value = value * 10 + c - '0';
        digits++;
        if (value > 255) {
          throw fault(whole, "IPv4 field has value >255", "");
        }
      } else if (c == '.') {
        if (i == 0 || i == text.length() - 1 || text.charAt(i - 1) == '.') {
          throw fault(whole, "IPv4 field must have at least one digit", text.substring(i));
        }
        if (octet == 3) {
          throw fault(whole, "IPv4 address too long", "");
        }
        bytes[at + octet++] = (byte) value;
        value = 0;
        digits = 0;
      } else {
        throw fault(whole, "unexpected character", text.substring(i));
      }
    }
    if (octet < 3) {
      throw fault(whole, "IPv4 address too short", "");
    }
    bytes[at + 3] = (byte) value;
  }

  private static IpAddress parseV6(String whole) throws NameFault {
    int percent = whole.indexOf('%');
    String zone = percent < 0 ? "" : whole.substring(percent + 1);
    if (percent >= 0 && zone.isEmpty()) {
      throw fault(whole, "zone must be a non-empty string", "");
    }
    byte[] bytes = new Groups(whole, percent < 0 ? whole : whole.substring(0, percent)).read();
    return new IpAddress(bytes, zone);
  }

  /// Reads the colon-separated groups of an IPv6 address.
  private static final class Groups {
    private final String whole;
    private final byte[] bytes = new byte[16];
    private String rest;
    private int filled;
    private int ellipsis = -1;

    Groups(String whole, String text) {
      this.whole = whole;
      this.rest = text;
    }

    byte[] read() throws NameFault {
      if (rest.startsWith("::")) {
        ellipsis = 0;
        rest = rest.substring(2);
        if (rest.isEmpty()) {
          return bytes;
        }
      }
      boolean more = true;
      while (filled < 16 && more) {
        more = readGroup();
      }
      if (!rest.isEmpty()) {
        throw fault("trailing garbage after address");
      }
      expand();
      return bytes;
    }

    /// False after the last group.
    private boolean readGroup() throws NameFault {
      int length = 0;
      int value = 0;
      while (length < rest.length() && Character.digit(rest.charAt(length), 16) >= 0) {
        value = value << 4 | Character.digit(rest.charAt(length), 16);
        if (length > 3) {
          throw fault("each group must have 4 or less digits");
        }
        length++;
      }
      if (length == 0) {
        throw fault("each colon-separated field must have at least one digit");
      }
      if (length < rest.length() && rest.charAt(length) == '.') {
        readTrailingV4();
        return false;
      }
      bytes[filled] = (byte) (value >> 8);
      bytes[filled + 1] = (byte) value;
      filled += 2;
      rest = rest.substring(length);
      return !rest.isEmpty() && readColon();
    }

    private void readTrailingV4() throws NameFault {
      if (ellipsis < 0 && filled != 12) {
        throw fault("embedded IPv4 address must replace the final 2 fields of the address");
      }
      if (filled + 4 > 16) {
        throw fault("too many hex fields to fit an embedded IPv4 at the end of the address");
      }
      readV4(whole, rest, bytes, filled);
      filled += 4;
      rest = "";
    }

    private boolean readColon() throws NameFault {
      if (rest.charAt(0) != ':') {
        throw fault("unexpected character, want colon");
      }
      if (rest.length() == 1) {
        throw fault("colon must be followed by more characters");
      }
      rest = rest.substring(1);
      if (rest.charAt(0) != ':') {
        return true;
      }
      if (ellipsis >= 0) {
        throw fault("multiple :: in address");
      }
      ellipsis = filled;
      rest = rest.substring(1);
      return !rest.isEmpty();
    }

    private void expand() throws NameFault {
      if (filled == 16) {
        if (ellipsis >= 0) {
          throw IpAddress.fault(whole, "the :: must expand to at least one field of zeros", "");
        }
        return;
      }
      if (ellipsis < 0) {
        throw IpAddress.fault(whole, "address string too short", "");
      }
      int tail = filled - ellipsis;
      System.arraycopy(bytes, ellipsis, bytes, 16 - tail, tail);
      Arrays.fill(bytes, ellipsis, 16 - tail, (byte) 0);
    }

    private NameFault fault(String reason) {
      return IpAddress.fault(whole, reason, rest);
    }
  }

  /// The text of 4 or 16 bytes; 16 that hold an IPv4 address are written as that.
  public static String text(byte[] address) {
    byte[] v4 = narrowed(address);
    if (v4 != null) {
      return (v4[0] & 0xFF) + "." + (v4[1] & 0xFF) + "." + (v4[2] & 0xFF) + "." + (v4[3] & 0xFF);
    }
    int zeros = -1;
    int zerosEnd = -1;
    for (int i = 0; i < 8; i++) {
      int j = i;
      while (j < 8 && group(address, j) == 0) {
        j++;
      }
      if (j - i >= 2 && j - i > zerosEnd - zeros) {
        zeros = i;
        zerosEnd = j;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == zeros) {
        text.append("::");
        i = zerosEnd;
        if (i >= 8) {
          break;
        }
      } else if (i > 0) {
        text.append(':');
      }
      text.append(Integer.toHexString(group(address, i)));
    }
    return text.toString();
  }

  private static int group(byte[] address, int index) {
    return (address[2 * index] & 0xFF) << 8 | address[2 * index + 1] & 0xFF;
  }
}
