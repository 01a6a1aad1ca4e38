package ms.continuu.attest.rego.crypto;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Go values as `encoding/json` shows them: what is empty was never made, and is null.
final class GoJson {
  static final Value NULL = NullValue.NULL;

  private GoJson() {}

  static Value string(String text) {
    return StringValue.of(wellFormed(text));
  }

  /// The text with U+FFFD for each byte that is not UTF-8.
  private static String wellFormed(String text) {
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints().forEach(c -> result.appendCodePoint(c >= 0xd800 && c < 0xe000 ? 0xfffd : c));
    return result.toString();
  }

  /// Base64, or null for nothing.
  static Value bytes(byte @Nullable [] bytes) {
    return bytes == null ? NULL : StringValue.of(GoBase64.STANDARD.encode(bytes));
  }

  static Value number(BigInteger number) {
    return NumberValue.of(number);
  }

  static Value bool(boolean value) {
    return BooleanValue.of(value);
  }

  static Value strings(List<String> texts) {
    return list(texts, GoJson::string);
  }

  static <T> Value list(List<T> items, Function<T, Value> toJson) {
    if (items.isEmpty()) {
      return NULL;
    }
    List<Value> values = new ArrayList<>(items.size());
    for (T item : items) {
      values.add(toJson.apply(item));
    }
    return ArrayValue.of(values);
  }

  static Value oid(ObjectIdentifier oid) {
    return list(oid.arcs(), arc -> NumberValue.of(arc));
  }

  /// What Go finds in ASN.1 of any type.
  static Value any(@Nullable Object value) {
    return switch (value) {
      case null -> NULL;
      case String text -> string(text);
      case Long number -> NumberValue.of(number);
      case Boolean bool -> bool(bool);
      case byte[] bytes -> bytes(bytes);
      case ObjectIdentifier oid -> oid(oid);
      case Der.BitString bits ->
          ObjectValue.builder(2)
              .put("Bytes", bytes(bits.bytes()))
              .put("BitLength", NumberValue.of(bits.bitLength()))
              .build();
      default -> throw new IllegalStateException("no ASN.1 value: " + value.getClass());
    };
  }

  /// A key's fields.
  static Value key(@Nullable Key key) {
    return switch (key) {
      case null -> NULL;
      case Key.RsaPublic rsa -> rsaFields(rsa).build();
      case Key.RsaPrivate rsa -> rsaPrivate(rsa);
      case Key.EcPublic ec -> ecFields(ec).build();
      case Key.EcPrivate ec -> ecFields(ec.publicKey()).put("D", number(ec.scalar())).build();
      case Key.EdPublic ed -> bytes(ed.point().bytes());
      case Key.EdPrivate ed -> {
        byte[] both = java.util.Arrays.copyOf(ed.seed().bytes(), 64);
        System.arraycopy(ed.publicKey().point().bytes(), 0, both, 32, 32);
        yield bytes(both);
      }
      case Key.XPublic x -> ObjectValue.EMPTY;
      case Key.XPrivate x -> ObjectValue.EMPTY;
      case Key.DsaPublic dsa ->
          ObjectValue.builder(4)
              .put("P", number(dsa.p()))
              .put("Q", number(dsa.q()))
              .put("G", number(dsa.g()))
              .put("Y", number(dsa.y()))
              .build();
      case Key.Secret secret -> bytes(secret.octets().bytes());
    };
  }

  private static ObjectValue.Builder rsaFields(Key.RsaPublic key) {
    return ObjectValue.builder()
        .put("N", number(key.modulus()))
        .put("E", NumberValue.of(key.exponent()));
  }

  private static ObjectValue.Builder ecFields(Key.EcPublic key) {
    return ObjectValue.builder()
        .put("Curve", ObjectValue.EMPTY)
        .put("X", number(key.x()))
        .put("Y", number(key.y()));
  }

  private static Value rsaPrivate(Key.RsaPrivate key) {
    Key.Crt crt = java.util.Objects.requireNonNull(key.crt());
    List<Value> others = new ArrayList<>();
    for (Key.CrtPrime prime : crt.others()) {
      others.add(
          ObjectValue.builder(3)
              .put("Exp", number(prime.exponent()))
              .put("Coeff", number(prime.coefficient()))
              .put("R", number(prime.product()))
              .build());
    }
    Value precomputed =
        ObjectValue.builder(4)
            .put("Dp", number(crt.dp()))
            .put("Dq", number(crt.dq()))
            .put("Qinv", number(crt.qInverse()))
            .put("CRTValues", ArrayValue.of(others))
            .build();
    return rsaFields(key.publicKey())
        .put("D", number(key.exponent()))
        .put("Primes", list(key.primes(), GoJson::number))
        .put("Precomputed", precomputed)
        .build();
  }
}
