package ms.continuu.attest.rego.builtin;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import ms.continuu.attest.rego.net.IpAddress;
import org.jspecify.annotations.Nullable;

/// Merges networks that overlap or touch: ranges of addresses, sorted and joined from the highest
/// down, then cut into as few networks as there can be. IPv4 lies within IPv6.
final class NetworkMerge {
  /// @param network what the range was made of, unless it was joined
  private record Range(byte[] first, byte[] last, @Nullable Network network) {}

  private static final byte[] LOWEST_V4 = IpAddress.widened(new byte[4]);

  private NetworkMerge() {}

  /// The networks in CIDR notation.
  static List<String> merge(List<Network> networks) {
    List<Range> ranges = new ArrayList<>();
    for (Network network : networks) {
      ranges.add(
          new Range(
              IpAddress.widened(network.first()), IpAddress.widened(network.last()), network));
    }
    ranges.sort(
        Comparator.comparing(Range::last, Arrays::compareUnsigned)
            .thenComparing(Range::first, Arrays::compareUnsigned));
    List<String> result = new ArrayList<>();
    for (Range range : joined(ranges)) {
      if (range.network == null) {
        cut(range, result);
      } else {
        result.add(range.network.text());
      }
    }
    return result;
  }

  private static List<Range> joined(List<Range> sorted) {
    List<Range> result = new ArrayList<>();
    Range open = null;
    for (Range range : sorted.reversed()) {
      if (open != null && Arrays.compareUnsigned(before(open.first), range.last) <= 0) {
        byte[] first =
            Arrays.compareUnsigned(range.first, open.first) < 0 ? range.first : open.first;
        open = new Range(first, open.last, null);
        continue;
      }
      if (open != null) {
        result.add(open);
      }
      open = range;
    }
    if (open != null) {
      result.add(open);
    }
    return result;
  }

  /// The address before; the lowest of IPv4 and of IPv6 have none and stand for themselves.
  private static byte[] before(byte[] address) {
    if (Arrays.equals(address, LOWEST_V4) || Arrays.equals(address, new byte[16])) {
      return address;
    }
    return bytes(new BigInteger(1, address).subtract(BigInteger.ONE));
  }

  private static void cut(Range range, List<String> result) {
    boolean v4 = IpAddress.narrowed(range.first) != null;
    int bits = v4 ? 32 : 128;
    BigInteger next = new BigInteger(1, range.first);
    BigInteger last = new BigInteger(1, range.last);
    while (next.compareTo(last) <= 0) {
      int aligned = next.signum() == 0 ? bits : Math.min(next.getLowestSetBit(), bits);
      int room = last.subtract(next).add(BigInteger.ONE).bitLength() - 1;
      int host = Math.min(aligned, room);
      result.add(IpAddress.text(bytes(next)) + "/" + (bits - host));
      next = next.add(BigInteger.ONE.shiftLeft(host));
    }
  }

  private static byte[] bytes(BigInteger address) {
    byte[] bytes = new byte[16];
    byte[] digits = address.toByteArray();
    int length = Math.min(digits.length, 16);
    System.arraycopy(digits, digits.length - length, bytes, 16 - length, length);
    return bytes;
  }
}
