package ms.continuu.attest.rego.crypto;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Keys in JSON: a set of them, or one alone.
public final class JwkSet {
  private static final int MAX_KEYS = 1000;

  private JwkSet() {}

  /// The keys of a JSON text, in jwx's words when they are refused.
  public static List<Jwk> parse(byte[] json) throws CryptoException {
    try {
      if (hasKeys(json)) {
        return within("failed to unmarshal JWK set: ", () -> parseSet(json));
      }
      return within("failed to parse sole key: jwk.ParseKey: ", () -> List.of(parseKey(json)));
    } catch (CryptoException e) {
      throw e.within("jwk.Parse: ");
    }
  }

  private interface Reading {
    List<Jwk> read() throws CryptoException;
  }

  private static List<Jwk> within(String prefix, Reading reading) throws CryptoException {
    try {
      return reading.read();
    } catch (CryptoException e) {
      throw e.within(prefix);
    }
  }

  private static boolean hasKeys(byte[] json) {
    try {
      return FastJson.parse(json).get("keys") != null;
    } catch (CryptoException e) {
      return false;
    }
  }

  private static Jwk parseKey(byte[] json) throws CryptoException {
    Value value;
    try {
      value = Json.parseFirst(json);
    } catch (JsonSyntaxException e) {
      throw new CryptoException(
          "jwk.Parse: failed to probe data: probe: failed to unmarshal data: " + e.getMessage());
    }
    return Jwk.of(value);
  }

  private static List<Jwk> parseSet(byte[] json) throws CryptoException {
    Value value;
    try {
      value = Json.parseFirst(json);
    } catch (JsonSyntaxException e) {
      throw new CryptoException(String.valueOf(e.getMessage()));
    }
    Value keys = value instanceof ObjectValue object ? object.get("keys") : null;
    if (!(keys instanceof ArrayValue array)) {
      throw new CryptoException("failed to decode \"keys\": expected '[' but got " + token(keys));
    }
    List<Jwk> parsed = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      if (i >= MAX_KEYS) {
        throw new CryptoException("too many keys in \"keys\" array: max " + MAX_KEYS);
      }
      try {
        parsed.add(Jwk.of(array.get(i)));
      } catch (CryptoException e) {
        throw e.within("failed to decode key #" + i + " in \"keys\": jwk.ParseKey: ");
      }
    }
    return parsed;
  }

  /// A JSON token as Go prints it.
  private static String token(@Nullable Value value) {
    return switch (value) {
      case null -> "<nil>";
      case NullValue none -> "<nil>";
      case ObjectValue object -> "{";
      case StringValue string -> string.text();
      case ms.continuu.attest.value.NumberValue number -> goFloat(number.doubleValue());
      default -> value.toString();
    };
  }

  private static String goFloat(double number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e21;
    return whole ? Long.toString((long) number) : Double.toString(number);
  }
}
