package ms.continuu.attest.rego.crypto;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// An object identifier with arcs of any size, by the bytes of its DER.
///
/// @param content one char a byte
record PolicyId(String content) {
  static final PolicyId ANY = of(ObjectIdentifier.of(2, 5, 29, 32, 0).content());

  static PolicyId of(byte[] content) {
    return new PolicyId(Asn1.latin(content));
  }

  boolean isValid() {
    if (content.isEmpty() || content.charAt(content.length() - 1) >= 0x80) {
      return false;
    }
    boolean atStart = true;
    for (int i = 0; i < content.length(); i++) {
      if (atStart && content.charAt(i) == 0x80) {
        return false;
      }
      atStart = content.charAt(i) < 0x80;
    }
    return true;
  }

  List<BigInteger> arcs() {
    List<BigInteger> arcs = new ArrayList<>();
    BigInteger arc = BigInteger.ZERO;
    for (int i = 0; i < content.length(); i++) {
      arc = arc.shiftLeft(7).or(BigInteger.valueOf(content.charAt(i) & 0x7f));
      if (content.charAt(i) < 0x80) {
        if (arcs.isEmpty()) {
          BigInteger forty = BigInteger.valueOf(40);
          BigInteger first = arc.divide(forty).min(BigInteger.TWO);
          arcs.add(first);
          arc = arc.subtract(first.multiply(forty));
        }
        arcs.add(arc);
        arc = BigInteger.ZERO;
      }
    }
    return arcs;
  }

  @Override
  public String toString() {
    return String.join(".", arcs().stream().map(BigInteger::toString).toList());
  }
}
