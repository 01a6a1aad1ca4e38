package ms.continuu.attest.rego.crypto;

import java.util.HashMap;
import java.util.Map;
import ms.continuu.attest.rego.crypto.Jwk.Kind;
import ms.continuu.attest.rego.crypto.Jwk.Parts;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.RegoText;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// Reads the members of a JWK one by one, as jwx does: the first wrong one is what is told.
final class JwkMembers {
  private static final int ALGORITHM_PREVIEW = 64;

  private final Kind kind;
  private final Map<String, byte[]> bytes = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();

  private JwkMembers(Kind kind) {
    this.kind = kind;
  }

  static Jwk read(Kind kind, ObjectValue object) throws CryptoException {
    JwkMembers members = new JwkMembers(kind);
    for (int i = 0; i < object.size(); i++) {
      members.read(((StringValue) object.keyAtSlot(i)).text(), object.valueAtSlot(i));
    }
    Jwk key = new Jwk(kind, members.texts.get("alg"), members.texts.get("kid"), members.parts());
    if (!members.texts.getOrDefault("kty", key.keyType()).equals(key.keyType())) {
      throw new CryptoException(
          "invalid kty value for RSAPublicKey (" + members.texts.get("kty") + ")");
    }
    key.requireMembers();
    return key;
  }

  private Parts parts() {
    return new Parts(
        texts.get("crv"),
        bytes.get("d"),
        bytes.get("dp"),
        bytes.get("dq"),
        bytes.get("e"),
        bytes.get("k"),
        bytes.get("n"),
        bytes.get("p"),
        bytes.get("q"),
        bytes.get("qi"),
        bytes.get("x"),
        bytes.get("y"));
  }

  private void read(String name, Value value) throws CryptoException {
    if (name.equals("kty")) {
      texts.put(name, text(value, "error reading next value: "));
      return;
    }
    try {
      readMember(name, value);
    } catch (CryptoException e) {
      throw e.within("failed to decode value for key " + name + ": ");
    }
  }

  private void readMember(String name, Value value) throws CryptoException {
    switch (name) {
      case "alg" -> texts.put(name, algorithm(text(value, "")));
      case "kid", "use", "x5t", "x5t#S256", "x5u" ->
          texts.put(name, text(value, "error reading next value: "));
      case "key_ops" -> checkOperations(value);
      case "x5c" -> checkChain(value);
      case "crv" -> {
        if (isEc() || isOkp()) {
          texts.put(name, curve(value));
        }
      }
      default -> {
        if (isKeyMaterial(name)) {
          bytes.put(name, decode(text(value, "error reading next value: ")));
        }
      }
    }
  }

  private boolean isEc() {
    return kind == Kind.EC_PUBLIC || kind == Kind.EC_PRIVATE;
  }

  private boolean isOkp() {
    return kind == Kind.OKP_PUBLIC || kind == Kind.OKP_PRIVATE;
  }

  private boolean isKeyMaterial(String name) {
    return switch (name) {
      case "e", "n" -> kind == Kind.RSA_PUBLIC || kind == Kind.RSA_PRIVATE;
      case "dp", "dq", "p", "q", "qi" -> kind == Kind.RSA_PRIVATE;
      case "d" -> kind == Kind.RSA_PRIVATE || kind == Kind.EC_PRIVATE || kind == Kind.OKP_PRIVATE;
      case "x" -> isEc() || isOkp();
      case "y" -> isEc();
      case "k" -> kind == Kind.SECRET;
      default -> false;
    };
  }

  private static String algorithm(String name) throws CryptoException {
    if (!Jwk.isAlgorithm(name)) {
      String shown =
          name.codePointCount(0, name.length()) <= ALGORITHM_PREVIEW
              ? name
              : name.substring(0, name.offsetByCodePoints(0, ALGORITHM_PREVIEW)) + "...";
      throw new CryptoException(
          "invalid key value: " + RegoText.quote(shown) + ": invalid key algorithm");
    }
    return name;
  }

  private static String curve(Value value) throws CryptoException {
    String name = text(value, "failed to unmarshal EllipticCurveAlgorithm: ");
    if (!Jwk.isCurve(name)) {
      throw new CryptoException("unknown EllipticCurveAlgorithm: " + RegoText.quote(name));
    }
    return name;
  }

  private static byte[] decode(String text) throws CryptoException {
    try {
      return GoBase64.decodeGuessing(text);
    } catch (CryptoException e) {
      throw new CryptoException("expected base64 encoded []byte (string)");
    }
  }

  private static void checkOperations(Value value) throws CryptoException {
    if (value instanceof NullValue) {
      return;
    }
    if (!(value instanceof ArrayValue operations)) {
      throw mismatch(value, "jwk.KeyOperationList");
    }
    for (Value operation : operations) {
      if (!(operation instanceof StringValue) && !(operation instanceof NullValue)) {
        throw mismatch(operation, "jwk.KeyOperation");
      }
    }
  }

  private static void checkChain(Value value) throws CryptoException {
    if (!(value instanceof ArrayValue chain)) {
      throw new CryptoException("failed to unmarshal certificate chain: expected JSON array");
    }
    for (int i = 0; i < chain.size(); i++) {
      try {
        checkCertificate(text(chain.get(i), ""));
      } catch (CryptoException e) {
        throw e.within("failed to decode certificate at index " + i + ": ");
      }
    }
  }

  private static void checkCertificate(String text) throws CryptoException {
    byte[] der;
    try {
      der = GoBase64.STANDARD.decode(text.replaceAll("[ \t\r\n\f]", ""));
    } catch (CryptoException e) {
      throw e.within("failed to base64 decode the certificate: ");
    }
    try {
      X509Certificate.parse(der);
    } catch (CryptoException e) {
      throw e.within("failed to parse x509 certificate: ");
    }
  }

  /// A string, or nothing for null.
  private static String text(Value value, String prefix) throws CryptoException {
    return switch (value) {
      case StringValue string -> string.text();
      case NullValue none -> "";
      default -> throw mismatch(value, "string").within(prefix);
    };
  }

  private static CryptoException mismatch(Value value, String goType) {
    return new CryptoException(
        "json: cannot unmarshal " + jsonType(value) + " into Go value of type " + goType);
  }

  /// What Go calls the type of a JSON value.
  static String jsonType(Value value) {
    return switch (value) {
      case NullValue n -> "null";
      case BooleanValue b -> "bool";
      case NumberValue n -> "number";
      case StringValue s -> "string";
      case ArrayValue a -> "array";
      case ObjectValue o -> "object";
      case SetValue s -> "array";
    };
  }
}
