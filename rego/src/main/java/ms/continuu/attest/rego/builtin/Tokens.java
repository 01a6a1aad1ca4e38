package ms.continuu.attest.rego.builtin;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import ms.continuu.attest.rego.crypto.CryptoException;
import ms.continuu.attest.rego.crypto.Digests;
import ms.continuu.attest.rego.crypto.GoBase64;
import ms.continuu.attest.rego.crypto.Jwk;
import ms.continuu.attest.rego.crypto.JwkSet;
import ms.continuu.attest.rego.crypto.Jws;
import ms.continuu.attest.rego.crypto.Key;
import ms.continuu.attest.rego.crypto.TokenHeader;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Utf8;
import ms.continuu.attest.value.Value;

/// `io.jwt.*` but for `io.jwt.decode_verify`: tokens decoded, verified, signed.
final class Tokens implements BuiltinFamily {
  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("io.jwt.decode", Tokens::decode);
    for (String bits : List.of("256", "384", "512")) {
      String digest = "SHA-" + bits;
      registry.add("io.jwt.verify_hs" + bits, (c, o) -> verifySecret(o, "HmacSHA" + bits));
      registry.add(
          "io.jwt.verify_rs" + bits,
          (c, o) ->
              verify(
                  c,
                  o,
                  (key, payload, signature) ->
                      key instanceof Key.RsaPublic rsa
                          && Jws.verifyPkcs1(rsa, digest, payload, signature)));
      registry.add(
          "io.jwt.verify_ps" + bits,
          (c, o) ->
              verify(
                  c,
                  o,
                  (key, payload, signature) ->
                      key instanceof Key.RsaPublic rsa
                          && Jws.verifyPssOfAnySalt(rsa, digest, payload, signature)));
      registry.add(
          "io.jwt.verify_es" + bits,
          (c, o) ->
              verify(
                  c,
                  o,
                  (key, payload, signature) ->
                      key instanceof Key.EcPublic ec
                          && Jws.verifyHalves(ec, Digests.digest(digest, payload), signature)));
    }
    registry.add(
        "io.jwt.verify_eddsa",
        (c, o) ->
            verify(
                c,
                o,
                (key, payload, signature) ->
                    key instanceof Key.EdPublic ed && Jws.verifyEd25519(ed, payload, signature)));
    registry.add("io.jwt.decode_verify", TokenDecision::decodeVerify);
    registry.add("io.jwt.encode_sign", Tokens::encodeSign);
    registry.add("io.jwt.encode_sign_raw", Tokens::encodeSignRaw);
  }

  private static Value decode(BuiltinContext context, Value[] operands) throws BuiltinFault {
    return decode(Operands.text(operands, 1));
  }

  private static Value decode(String text) throws BuiltinFault {
    Token token = Token.split(text);
    ObjectValue header = token.decodedHeader();
    byte[] payload = token.decodedPayload();
    Value contentType = header.get("cty");
    if (contentType != null && !(contentType instanceof StringValue)) {
      throw BuiltinFault.of("cty: must be a string");
    }
    if (contentType instanceof StringValue type && type.text().equals("JWT")) {
      return decode(Token.unquoted(payload));
    }
    ObjectValue claims = Token.object(payload);
    byte[] signature = token.decodedSignature("JWT signature had invalid encoding: ");
    return ArrayValue.of(header, claims, StringValue.of(HexFormat.of().formatHex(signature)));
  }

  private static Value verifySecret(Value[] operands, String algorithm) throws BuiltinFault {
    String text = Operands.text(operands, 1);
    byte[] secret = Operands.bytes(operands, 2);
    Token token = Token.split(text);
    byte[] signature = token.decodedSignature("");
    byte[] expected = Digests.hmac(algorithm, secret, token.signed());
    return BooleanValue.of(MessageDigest.isEqual(expected, signature));
  }

  private interface Verification {
    boolean verifies(Key key, byte[] payload, byte[] signature);
  }

  private static Value verify(BuiltinContext context, Value[] operands, Verification verification)
      throws BuiltinFault {
    Token token = Token.split(Operands.text(operands, 1));
    List<VerificationKey> keys = VerificationKey.of(context, Operands.text(operands, 2));
    byte[] signature = token.decodedSignature("");
    Token.Header header = Token.Header.of(token.decodedHeader());
    byte[] payload = token.signed();
    return BooleanValue.of(
        VerificationKey.anyVerifies(
            keys,
            header.keyId(),
            header.algorithm(),
            key -> verification.verifies(key, payload, signature)));
  }

  private static Value encodeSign(BuiltinContext context, Value[] operands) throws BuiltinFault {
    return sign(
        context,
        Utf8.encode(Json.text(operands[0])),
        Utf8.encode(Json.text(operands[1])),
        Utf8.encode(Json.text(operands[2])));
  }

  private static Value encodeSignRaw(BuiltinContext context, Value[] operands) throws BuiltinFault {
    byte[] key = Operands.bytes(operands, 3);
    byte[] header = Operands.bytes(operands, 1);
    return sign(context, header, Operands.bytes(operands, 2), key);
  }

  private static Value sign(BuiltinContext context, byte[] header, byte[] payload, byte[] key)
      throws BuiltinFault {
    try {
      List<Jwk> keys = JwkSet.parse(key);
      if (keys.isEmpty()) {
        throw new CryptoException("no keys found in JWK set");
      }
      TokenHeader parsed = TokenHeader.parse(header);
      String algorithm = algorithm(parsed);
      if (!VerificationKey.ALGORITHMS.contains(algorithm)) {
        throw new CryptoException("unknown JWS algorithm: " + algorithm);
      }
      if (claimsJwt(parsed) && !Json.isValid(payload)) {
        throw new CryptoException("type is JWT but payload is not JSON");
      }
      String unsigned = GoBase64.URL_RAW.encode(header) + "." + GoBase64.URL_RAW.encode(payload);
      byte[] signature =
          Jws.sign(keys.getFirst(), algorithm, Utf8.encode(unsigned), context.host()::randomBytes);
      return StringValue.of(unsigned + "." + GoBase64.URL_RAW.encode(signature));
    } catch (CryptoException e) {
      throw BuiltinFault.of(e.text());
    }
  }

  private static String algorithm(TokenHeader header) throws CryptoException {
    try {
      return header.string("alg");
    } catch (CryptoException e) {
      throw e.within("missing or invalid 'alg' header: ");
    }
  }

  /// Whether the type is JWT, or none that is a string.
  private static boolean claimsJwt(TokenHeader header) {
    try {
      return header.string("typ").equals("JWT");
    } catch (CryptoException e) {
      return true;
    }
  }
}
