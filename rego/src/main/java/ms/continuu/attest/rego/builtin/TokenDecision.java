package ms.continuu.attest.rego.builtin;

import java.math.BigDecimal;
import java.util.List;
import ms.continuu.attest.rego.crypto.CryptoException;
import ms.continuu.attest.rego.crypto.Jws;
import ms.continuu.attest.rego.crypto.Key;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Utf8;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// `io.jwt.decode_verify`: a token whose signature and claims meet constraints (RFC 7519, 7.2).
final class TokenDecision {
  private static final Value REFUSED =
      ArrayValue.of(BooleanValue.FALSE, ObjectValue.EMPTY, ObjectValue.EMPTY);

  private TokenDecision() {}

  /// What the caller demands; texts that are not given are empty.
  ///
  /// @param keys null when a secret is given instead
  /// @param timeNanos as a float, as OPA computes with it
  private record Constraints(
      @Nullable List<VerificationKey> keys,
      String secret,
      String algorithm,
      String issuer,
      String audience,
      double timeNanos) {

    static Constraints of(BuiltinContext context, ObjectValue object) throws BuiltinFault {
      List<VerificationKey> keys = null;
      String secret = "";
      String algorithm = "";
      String issuer = "";
      String audience = "";
      double time = -1;
      for (int i = 0; i < object.size(); i++) {
        Value value = object.valueAt(i);
        String name =
            object.keyAt(i) instanceof StringValue key ? key.text() : object.keyAt(i).toString();
        switch (name) {
          case "cert" -> keys = VerificationKey.of(context, text(name, value));
          case "secret" -> secret = text(name, value);
          case "alg" -> algorithm = text(name, value);
          case "iss" -> issuer = text(name, value);
          case "aud" -> audience = text(name, value);
          case "time" -> time = time(value);
          default -> throw BuiltinFault.of("unknown token validation constraint: " + name);
        }
      }
      if (time == -1) {
        time = time(NumberValue.of(context.nowNanos()));
      }
      if (keys != null && !secret.isEmpty()) {
        throw BuiltinFault.of("duplicate key constraints");
      }
      if (keys == null && secret.isEmpty()) {
        throw BuiltinFault.of("no key constraint");
      }
      return new Constraints(keys, secret, algorithm, issuer, audience, time);
    }

    private static String text(String name, Value value) throws BuiltinFault {
      if (value instanceof StringValue string) {
        return string.text();
      }
      throw BuiltinFault.of(name + " constraint: must be a string");
    }

    private static double time(Value value) throws BuiltinFault {
      if (!(value instanceof NumberValue number)) {
        throw BuiltinFault.of("token time constraint: must be a number");
      }
      double time = number.doubleValue();
      if (Double.isInfinite(time)) {
        throw BuiltinFault.of("token time constraint: unvalid float64");
      }
      if (time < 0) {
        throw BuiltinFault.of("token time constraint: must not be negative");
      }
      return time;
    }

    boolean verify(Token token, Token.Header header, byte[] signature) {
      byte[] payload = token.signed();
      if (keys == null) {
        return verifies(Key.Secret.of(Utf8.encode(secret)), header.algorithm(), payload, signature);
      }
      return VerificationKey.anyVerifies(
          keys,
          header.keyId(),
          header.algorithm(),
          key -> verifies(key, header.algorithm(), payload, signature));
    }

    private static boolean verifies(Key key, String algorithm, byte[] payload, byte[] signature) {
      try {
        Jws.verify(key, algorithm, payload, signature);
        return true;
      } catch (CryptoException e) {
        return false;
      }
    }

    /// Whether the claims that tell issuer, audience and time are met.
    boolean accept(ObjectValue claims) throws BuiltinFault {
      return acceptIssuer(claims.get("iss"))
          && acceptAudience(claims.get("aud"))
          && acceptTime(claims);
    }

    private boolean acceptIssuer(@Nullable Value claim) throws BuiltinFault {
      if (issuer.isEmpty()) {
        return true;
      }
      if (claim != null && !(claim instanceof StringValue)) {
        throw BuiltinFault.of("iss value must be a string");
      }
      return claim instanceof StringValue text && text.text().equals(issuer);
    }

    private boolean acceptAudience(@Nullable Value claim) {
      return switch (claim) {
        case null -> audience.isEmpty();
        case ArrayValue audiences -> audiences.contains(StringValue.of(audience));
        default -> claim.equals(StringValue.of(audience));
      };
    }

    private boolean acceptTime(ObjectValue claims) throws BuiltinFault {
      NumberValue now =
          NumberValue.parse(new BigDecimal(Double.toString(timeNanos / 1e9)).toPlainString());
      Value expiry = claims.get("exp");
      if (expiry != null && now.compareTo(number("exp", expiry)) >= 0) {
        return false;
      }
      Value start = claims.get("nbf");
      return start == null || now.compareTo(number("nbf", start)) >= 0;
    }

    private static NumberValue number(String name, Value claim) throws BuiltinFault {
      if (claim instanceof NumberValue number) {
        return number;
      }
      throw BuiltinFault.of(name + " value must be a number");
    }
  }

  static Value decodeVerify(BuiltinContext context, Value[] operands) throws BuiltinFault {
    ObjectValue object = Operands.object(operands, 2);
    Constraints constraints = Constraints.of(context, object);
    String text = Operands.text(operands, 1);
    while (true) {
      Token token = Token.split(text);
      ObjectValue decodedHeader = token.decodedHeader();
      Token.Header header = Token.Header.of(decodedHeader);
      boolean fits =
          constraints.algorithm.isEmpty() || constraints.algorithm.equals(header.algorithm());
      if (!header.isAcceptable() || !fits) {
        return REFUSED;
      }
      byte[] signature = token.decodedSignature("");
      if (!constraints.verify(token, header, signature)) {
        return REFUSED;
      }
      byte[] payload = token.decodedPayload();
      if (header.contentType().equalsIgnoreCase("JWT")) {
        text = Utf8.decode(payload);
        continue;
      }
      ObjectValue claims = Token.object(payload);
      return constraints.accept(claims)
          ? ArrayValue.of(BooleanValue.TRUE, decodedHeader, claims)
          : REFUSED;
    }
  }
}
