package ms.continuu.attest.rego.crypto;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;

/// DER being written.
final class DerWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  DerWriter element(int tag, byte[] content) {
    out.write(tag);
    int length = content.length;
    if (length < 0x80) {
      out.write(length);
    } else {
      int count = (39 - Integer.numberOfLeadingZeros(length)) / 8;
      out.write(0x80 | count);
      for (int shift = (count - 1) * 8; shift >= 0; shift -= 8) {
        out.write(length >> shift);
      }
    }
    out.writeBytes(content);
    return this;
  }

  DerWriter integer(BigInteger value) {
    return element(Der.INTEGER, value.toByteArray());
  }

  DerWriter oid(ObjectIdentifier oid) {
    return element(Der.OID, oid.content());
  }

  DerWriter raw(byte[] element) {
    out.writeBytes(element);
    return this;
  }

  /// What was written, as the content of a sequence.
  byte[] sequence() {
    return new DerWriter().element(Der.SEQUENCE, bytes()).bytes();
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
