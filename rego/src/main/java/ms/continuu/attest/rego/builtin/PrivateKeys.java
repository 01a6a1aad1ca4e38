package ms.continuu.attest.rego.builtin;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.rego.crypto.CryptoException;
import ms.continuu.attest.rego.crypto.GoBase64;
import ms.continuu.attest.rego.crypto.Jwk;
import ms.continuu.attest.rego.crypto.Key;
import ms.continuu.attest.rego.crypto.KeyFiles;
import ms.continuu.attest.rego.crypto.KeyPair;
import ms.continuu.attest.rego.crypto.Pem;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.Utf8;
import ms.continuu.attest.value.Value;

/// `crypto.parse_private_keys` and `crypto.x509.parse_rsa_private_key`.
final class PrivateKeys implements BuiltinFamily {
  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("crypto.parse_private_keys", PrivateKeys::parseAll);
    registry.add("crypto.x509.parse_rsa_private_key", PrivateKeys::parseToJwk);
  }

  private static Value parseAll(BuiltinContext context, Value[] operands) throws BuiltinFault {
    byte[] text = Operands.bytes(operands, 1);
    if (text.length == 0) {
      return NullValue.NULL;
    }
    try {
      List<Value> values = new ArrayList<>();
      for (Key key : keys(text)) {
        values.add(KeyPair.keyJson(key));
      }
      return ArrayValue.of(values);
    } catch (CryptoException e) {
      throw BuiltinFault.of(e.text());
    }
  }

  private static Value parseToJwk(BuiltinContext context, Value[] operands) throws BuiltinFault {
    String text = Operands.text(operands, 1);
    if (text.isEmpty()) {
      throw BuiltinFault.of("input PEM data was empty");
    }
    try {
      byte[] pem =
          text.startsWith("-----BEGIN") ? Utf8.encode(text) : GoBase64.STANDARD.decode(text);
      List<Key> keys = keys(pem);
      return keys.isEmpty() ? NullValue.NULL : Jwk.toJson(keys.getFirst());
    } catch (CryptoException e) {
      throw BuiltinFault.of(e.text());
    }
  }

  /// The keys of PEM, or of base64 of it; blocks that hold none are skipped.
  private static List<Key> keys(byte[] text) throws CryptoException {
    byte[] pem;
    try {
      pem = GoBase64.STANDARD.decode(text);
    } catch (CryptoException e) {
      pem = text;
    }
    List<Key> keys = new ArrayList<>();
    for (Pem block : Pem.all(pem)) {
      switch (block.type()) {
        case "RSA PRIVATE KEY" -> keys.add(KeyFiles.pkcs1PrivateKey(block.bytes()));
        case "PRIVATE KEY" -> keys.add(KeyFiles.pkcs8PrivateKey(block.bytes()));
        case "EC PRIVATE KEY" -> keys.add(KeyFiles.ecPrivateKey(block.bytes()));
        default -> {
          // Certificates and the like may stand in between.
        }
      }
    }
    return keys;
  }
}
