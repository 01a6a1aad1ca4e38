package ms.continuu.attest.rego.crypto;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An ASN.1 object identifier whose arcs fit 31 bits, as Go holds them.
record ObjectIdentifier(List<Integer> arcs) {
  ObjectIdentifier {
    arcs = List.copyOf(arcs);
  }

  static ObjectIdentifier of(Integer... arcs) {
    return new ObjectIdentifier(List.of(arcs));
  }

  /// From the content of a DER element; null when it is malformed or too large.
  static @Nullable ObjectIdentifier ofContent(byte[] content) {
    if (content.length == 0) {
      return null;
    }
    List<Integer> arcs = new ArrayList<>();
    int at = 0;
    while (at < content.length) {
      long arc = 0;
      int start = at;
      boolean complete = false;
      while (at < content.length && !complete) {
        if (at - start == 5 || at == start && content[at] == (byte) 0x80) {
          return null;
        }
        arc = arc << 7 | content[at] & 0x7f;
        complete = content[at] >= 0;
        at++;
      }
      if (!complete || arc > Integer.MAX_VALUE) {
        return null;
      }
      if (start == 0) {
        int first = (int) Math.min(arc / 40, 2);
        arcs.add(first);
        arcs.add((int) (arc - first * 40L));
      } else {
        arcs.add((int) arc);
      }
    }
    return new ObjectIdentifier(arcs);
  }

  /// The content of its DER element.
  byte[] content() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writeArc(out, arcs.get(0) * 40L + arcs.get(1));
    for (int arc : arcs.subList(2, arcs.size())) {
      writeArc(out, arc);
    }
    return out.toByteArray();
  }

  private static void writeArc(ByteArrayOutputStream out, long arc) {
    int shift = 0;
    while (arc >> (shift + 7) != 0) {
      shift += 7;
    }
    for (; shift > 0; shift -= 7) {
      out.write((int) (arc >> shift & 0x7f) | 0x80);
    }
    out.write((int) (arc & 0x7f));
  }

  boolean is(Integer... wanted) {
    return arcs.equals(List.of(wanted));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int arc : arcs) {
      text.append(text.isEmpty() ? "" : ".").append(arc);
    }
    return text.toString();
  }
}
