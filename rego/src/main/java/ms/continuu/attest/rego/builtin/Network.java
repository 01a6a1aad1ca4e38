package ms.continuu.attest.rego.builtin;

import java.util.Arrays;
import ms.continuu.attest.rego.net.IpAddress;
import org.jspecify.annotations.Nullable;

/// A network as Go's `net.IPNet`: an address and a mask. The mask has 4 bytes for a network written
/// in IPv4, 16 for one written in IPv6, also where that holds IPv4 addresses.
record Network(byte[] address, byte[] mask) {

  /// The network around an address with a prefix length, or null.
  static @Nullable Network parse(String text) {
    int slash = text.indexOf('/');
    IpAddress address = slash < 0 ? null : IpAddress.plain(text.substring(0, slash));
    if (address == null) {
      return null;
    }
    int bits = address.bytes().length * 8;
    int length = prefixLength(text.substring(slash + 1), bits);
    if (length < 0) {
      return null;
    }
    byte[] mask = mask(length, bits);
    return new Network(masked(address.bytes(), mask), mask);
  }

  private static int prefixLength(String digits, int most) {
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = Math.min(value * 10 + c - '0', 1000);
    }
    return digits.isEmpty() || value > most ? -1 : value;
  }

  static byte[] mask(int ones, int bits) {
    byte[] mask = new byte[bits / 8];
    for (int i = 0; i < ones; i++) {
      mask[i / 8] |= (byte) (0x80 >> i % 8);
    }
    return mask;
  }

  /// The network that an IPv4 address alone stands for in `net.cidr_merge`: that of its class, with
  /// the address kept whole.
  static @Nullable Network ofClass(IpAddress address) {
    byte[] v4 = IpAddress.narrowed(address.bytes());
    if (v4 == null) {
      return null;
    }
    int first = v4[0] & 0xFF;
    return new Network(v4, mask(first < 0x80 ? 8 : first < 0xC0 ? 16 : 24, 32));
  }

  private static byte[] masked(byte[] address, byte[] mask) {
    byte[] result = address.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] &= mask[i];
    }
    return result;
  }

  boolean contains(byte[] ip) {
    byte[] own = IpAddress.narrowed(address);
    byte[] bits = mask;
    if (own == null) {
      own = address;
    } else if (mask.length == 16) {
      bits = Arrays.copyOfRange(mask, 12, 16);
    }
    byte[] other = IpAddress.narrowed(ip);
    other = other == null ? ip : other;
    return own.length == other.length && Arrays.equals(masked(own, bits), masked(other, bits));
  }

  /// Whether all addresses of another network are in this one.
  boolean contains(Network other) {
    if (isPlainV6() && other.isPlainV6()) {
      return ones() <= other.ones() && Arrays.equals(address, masked(other.address, mask));
    }
    return contains(other.address) && contains(other.last());
  }

  /// Whether the networks share addresses; of a network within IPv6 that holds all of IPv4 only the
  /// first address is looked at, as in OPA.
  boolean intersects(Network other) {
    return contains(other.address) || other.contains(address);
  }

  private boolean isPlainV6() {
    return mask.length == 16 && IpAddress.narrowed(address) == null;
  }

  int ones() {
    int ones = 0;
    for (byte b : mask) {
      ones += Integer.bitCount(b & 0xFF);
    }
    return ones;
  }

  byte[] first() {
    return masked(address, mask);
  }

  byte[] last() {
    byte[] last = address.clone();
    for (int i = 0; i < last.length; i++) {
      last[i] |= (byte) ~mask[i];
    }
    return last;
  }

  /// In CIDR notation; a network of IPv4 addresses within IPv6 is written as IPv4.
  String text() {
    boolean narrow = mask.length == 16 && IpAddress.narrowed(address) != null;
    return IpAddress.text(address) + "/" + (narrow ? Math.max(0, ones() - 96) : ones());
  }
}
