package ms.continuu.attest.rego.builtin;

import java.security.MessageDigest;
import java.util.HexFormat;
import ms.continuu.attest.rego.crypto.Digests;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// `crypto.md5`, `crypto.sha1`, `crypto.sha256` and `crypto.hmac.*`.
final class Hashes implements BuiltinFamily {
  @Override
  public void addTo(BuiltinRegistry registry) {
    addDigest(registry, "md5", "MD5");
    addDigest(registry, "sha1", "SHA-1");
    addDigest(registry, "sha256", "SHA-256");
    addHmac(registry, "md5", "HmacMD5");
    addHmac(registry, "sha1", "HmacSHA1");
    addHmac(registry, "sha256", "HmacSHA256");
    addHmac(registry, "sha512", "HmacSHA512");
    registry.add("crypto.hmac.equal", Hashes::equal);
  }

  private static void addDigest(BuiltinRegistry registry, String name, String algorithm) {
    registry.add(
        "crypto." + name,
        (context, operands) -> hex(Digests.digest(algorithm, Operands.bytes(operands, 1))));
  }

  private static void addHmac(BuiltinRegistry registry, String name, String algorithm) {
    registry.add(
        "crypto.hmac." + name,
        (context, operands) -> {
          byte[] message = Operands.bytes(operands, 1);
          return hex(Digests.hmac(algorithm, Operands.bytes(operands, 2), message));
        });
  }

  private static Value equal(BuiltinContext context, Value[] operands) throws BuiltinFault {
    byte[] left = Operands.bytes(operands, 1);
    return BooleanValue.of(MessageDigest.isEqual(left, Operands.bytes(operands, 2)));
  }

  private static Value hex(byte[] bytes) {
    return StringValue.of(HexFormat.of().formatHex(bytes));
  }
}
