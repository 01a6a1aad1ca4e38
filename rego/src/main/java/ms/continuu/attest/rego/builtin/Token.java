package ms.continuu.attest.rego.builtin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ms.continuu.attest.rego.crypto.CryptoException;
import ms.continuu.attest.rego.crypto.GoBase64;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Utf8;
import ms.continuu.attest.value.Value;

/// The three parts of a JSON web token in compact form, still encoded.
record Token(String header, String payload, String signature) {

  static Token split(String text) throws BuiltinFault {
    if (text.indexOf('.') < 0) {
      throw BuiltinFault.of("encoded JWT had no period separators");
    }
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3) {
      throw BuiltinFault.of("encoded JWT must have 3 sections, found " + parts.length);
    }
    return new Token(parts[0], parts[1], parts[2]);
  }

  /// What the signature covers.
  byte[] signed() {
    return Utf8.encode(header + "." + payload);
  }

  ObjectValue decodedHeader() throws BuiltinFault {
    byte[] json = decode("JWT header had invalid encoding: ", header);
    ObjectValue decoded;
    try {
      decoded = object(json);
    } catch (BuiltinFault e) {
      throw BuiltinFault.of("bad JWT header: " + e.getMessage());
    }
    if (decoded.get("enc") != null) {
      throw BuiltinFault.of("JWT is a JWE object, which is not supported");
    }
    return decoded;
  }

  byte[] decodedPayload() throws BuiltinFault {
    return decode("JWT payload had invalid encoding: ", payload);
  }

  /// @param context words that stand before a refusal
  byte[] decodedSignature(String context) throws BuiltinFault {
    return decode(context, signature);
  }

  private static byte[] decode(String context, String part) throws BuiltinFault {
    try {
      return GoBase64.decodeUrlLoosely(part);
    } catch (CryptoException e) {
      throw BuiltinFault.of(context + e.text());
    }
  }

  static ObjectValue object(byte[] json) throws BuiltinFault {
    Value value;
    try {
      // Stray bytes have become U+FFFD in the string that OPA parses.
      value = Json.parse(json);
    } catch (JsonSyntaxException e) {
      throw BuiltinFault.of("invalid JSON: " + e.getMessage());
    }
    if (!(value instanceof ObjectValue object)) {
      throw BuiltinFault.of("decoded JSON type was not an Object");
    }
    return object;
  }

  /// The members of a header that have a meaning; absent ones are empty.
  record Header(
      String algorithm,
      String keyId,
      String contentType,
      List<String> unknown,
      Set<String> critical) {

    static Header of(ObjectValue header) throws BuiltinFault {
      String algorithm = "";
      String keyId = "";
      String contentType = "";
      List<String> unknown = new ArrayList<>();
      Set<String> critical = Set.of();
      for (int i = 0; i < header.size(); i++) {
        String name = ((StringValue) header.keyAt(i)).text();
        Value value = header.valueAt(i);
        switch (name) {
          case "alg" -> algorithm = text(name, value);
          case "kid" -> keyId = text(name, value);
          case "typ" -> text(name, value);
          case "cty" -> contentType = text(name, value);
          case "crit" -> critical = critical(value);
          default -> unknown.add(name);
        }
      }
      return new Header(algorithm, keyId, contentType, unknown, critical);
    }

    private static String text(String name, Value value) throws BuiltinFault {
      if (value instanceof StringValue string) {
        return string.text();
      }
      throw BuiltinFault.of(name + ": must be a string");
    }

    private static Set<String> critical(Value value) throws BuiltinFault {
      if (!(value instanceof ArrayValue names)) {
        throw BuiltinFault.of("crit: must be a list");
      }
      Set<String> critical = new HashSet<>();
      for (Value name : names) {
        if (!(name instanceof StringValue string)) {
          break;
        }
        critical.add(string.text());
      }
      if (critical.isEmpty()) {
        throw BuiltinFault.of("crit: must be a nonempty list");
      }
      return critical;
    }

    /// Whether there is an algorithm and nothing critical is unknown (RFC 7515, 4.1.11).
    boolean isAcceptable() {
      return !algorithm.isEmpty() && unknown.stream().noneMatch(critical::contains);
    }
  }

  /// The quotes around a token within a token are dropped, as on jwt.io.
  static String unquoted(byte[] payload) {
    String text = new String(payload, StandardCharsets.ISO_8859_1);
    int start = 0;
    int end = text.length();
    while (start < end && (text.charAt(start) == '"' || text.charAt(start) == '\'')) {
      start++;
    }
    while (end > start && (text.charAt(end - 1) == '"' || text.charAt(end - 1) == '\'')) {
      end--;
    }
    return Utf8.decode(text.substring(start, end).getBytes(StandardCharsets.ISO_8859_1));
  }
}
