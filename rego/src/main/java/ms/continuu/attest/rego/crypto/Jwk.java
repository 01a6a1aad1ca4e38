package ms.continuu.attest.rego.crypto;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.RegoText;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// A key in JSON (RFC 7517), checked as lestrrat-go/jwx checks it.
///
/// @param algorithm its `alg`, or null
/// @param keyId its `kid`, or null
public record Jwk(Kind kind, @Nullable String algorithm, @Nullable String keyId, Parts parts) {
  private static final Set<String> ALGORITHMS =
      Set.of(
          "ES256",
          "ES256K",
          "ES384",
          "ES512",
          "EdDSA",
          "Ed25519",
          "HS256",
          "HS384",
          "HS512",
          "none",
          "PS256",
          "PS384",
          "PS512",
          "RS256",
          "RS384",
          "RS512",
          "A128GCMKW",
          "A128KW",
          "A192GCMKW",
          "A192KW",
          "A256GCMKW",
          "A256KW",
          "dir",
          "ECDH-ES",
          "ECDH-ES+A128KW",
          "ECDH-ES+A192KW",
          "ECDH-ES+A256KW",
          "PBES2-HS256+A128KW",
          "PBES2-HS384+A192KW",
          "PBES2-HS512+A256KW",
          "RSA1_5",
          "RSA-OAEP",
          "RSA-OAEP-256",
          "RSA-OAEP-384",
          "RSA-OAEP-512",
          "A128CBC-HS256",
          "A128GCM",
          "A192CBC-HS384",
          "A192GCM",
          "A256CBC-HS512",
          "A256GCM");

  private static final Set<String> CURVES =
      Set.of("Ed25519", "Ed448", "P-256", "P-384", "P-521", "X25519", "X448");

  /// What kind of key it claims to be, with jwx's names.
  public enum Kind {
    RSA_PUBLIC("RSA", "rsaPublicKey", "RSAPublicKey", "e", "n"),
    RSA_PRIVATE("RSA", "rsaPrivateKey", "RSAPrivateKey", "d", "e", "n"),
    EC_PUBLIC("EC", "ecdsaPublicKey", "ECDSAPublicKey", "crv", "x", "y"),
    EC_PRIVATE("EC", "ecdsaPrivateKey", "ECDSAPrivateKey", "crv", "d", "x", "y"),
    OKP_PUBLIC("OKP", "okpPublicKey", "OKPPublicKey", "crv", "x"),
    OKP_PRIVATE("OKP", "okpPrivateKey", "OKPPrivateKey", "crv", "d", "x"),
    SECRET("oct", "symmetricKey", "SymmetricKey", "k");

    private final String type;
    private final String goType;
    private final String name;
    private final String[] required;

    Kind(String type, String goType, String name, String... required) {
      this.type = type;
      this.goType = goType;
      this.name = name;
      this.required = required;
    }

    /// `*jwk.rsaPublicKey`.
    String goType() {
      return "*jwk." + goType;
    }

    static @Nullable Kind of(String type, boolean isPrivate) {
      return switch (type) {
        case "RSA" -> isPrivate ? RSA_PRIVATE : RSA_PUBLIC;
        case "EC" -> isPrivate ? EC_PRIVATE : EC_PUBLIC;
        case "OKP" -> isPrivate ? OKP_PRIVATE : OKP_PUBLIC;
        case "oct" -> SECRET;
        default -> null;
      };
    }
  }

  /// The members that make the key; `d` is read from private keys only.
  public record Parts(
      @Nullable String curve,
      byte @Nullable [] d,
      byte @Nullable [] dp,
      byte @Nullable [] dq,
      byte @Nullable [] e,
      byte @Nullable [] k,
      byte @Nullable [] n,
      byte @Nullable [] p,
      byte @Nullable [] q,
      byte @Nullable [] qi,
      byte @Nullable [] x,
      byte @Nullable [] y) {

    byte @Nullable [] get(String member) {
      return switch (member) {
        case "d" -> d;
        case "e" -> e;
        case "k" -> k;
        case "n" -> n;
        case "x" -> x;
        case "y" -> y;
        default -> throw new IllegalArgumentException(member);
      };
    }
  }

  /// The key of a JSON value.
  static Jwk of(Value json) throws CryptoException {
    if (!(json instanceof ObjectValue) && !(json instanceof NullValue)) {
      throw new CryptoException(
          "jwk.Parse: failed to probe data: probe: failed to unmarshal data: json: cannot unmarshal"
              + " "
              + JwkMembers.jsonType(json)
              + " into Go value of type struct { Kty string \"json:\\\"kty\\\"\"; D"
              + " json.RawMessage \"json:\\\"d,omitempty\\\"\" }");
    }
    ObjectValue object = json instanceof ObjectValue o ? o : ObjectValue.EMPTY;
    String type = "";
    boolean isPrivate = false;
    for (int i = 0; i < object.size(); i++) {
      String name = ((StringValue) object.keyAtSlot(i)).text().toLowerCase(Locale.ROOT);
      Value value = object.valueAtSlot(i);
      isPrivate |= name.equals("d");
      if (name.equals("kty") && !(value instanceof NullValue)) {
        if (!(value instanceof StringValue text)) {
          throw new CryptoException(
              "jwk.Parse: failed to probe data: probe: failed to unmarshal data: json: cannot"
                  + " unmarshal "
                  + JwkMembers.jsonType(value)
                  + " into Go struct field .kty of type string");
        }
        type = text.text();
      }
    }
    Kind kind = Kind.of(type, isPrivate);
    if (kind == null) {
      throw new CryptoException("invalid key type from JSON (" + type + ")");
    }
    Jwk key;
    try {
      key = JwkMembers.read(kind, object);
    } catch (CryptoException e) {
      String prefix = "failed to unmarshal JSON into key (" + kind.goType() + "): ";
      throw e.within(prefix + prefix);
    }
    try {
      key.validate();
    } catch (CryptoException e) {
      throw e.within(
          "jwk.Parse: key validation failed: key validation failed: jwk." + kind.name + ": ");
    }
    return key;
  }

  /// The key of a private key or a secret.
  public static Jwk of(Key key) throws CryptoException {
    return of(
        key instanceof Key.Secret secret
            ? ObjectValue.builder(2)
                .put("kty", StringValue.of("oct"))
                .put("k", base64(secret.octets().bytes()))
                .build()
            : toJson(key));
  }

  /// Whether the curve is one that jwx knows by name.
  static boolean isCurve(String name) {
    return CURVES.contains(name);
  }

  static boolean isAlgorithm(String name) {
    return ALGORITHMS.contains(name);
  }

  String keyType() {
    return kind.type;
  }

  void requireMembers() throws CryptoException {
    for (String member : kind.required) {
      boolean present = member.equals("crv") ? parts.curve != null : parts.get(member) != null;
      if (!present) {
        throw new CryptoException("required field " + member + " is missing");
      }
    }
  }

  private void validate() throws CryptoException {
    switch (kind) {
      case RSA_PUBLIC, RSA_PRIVATE -> {
        rsaPublic();
        if (kind == Kind.RSA_PRIVATE && length(parts.d) == 0) {
          throw new CryptoException("missing \"d\" value");
        }
      }
      case EC_PUBLIC, EC_PRIVATE -> validateEc();
      case OKP_PUBLIC, OKP_PRIVATE -> validateOkp();
      case SECRET -> {
        if (length(parts.k) == 0) {
          throw new CryptoException("missing \"k\" field");
        }
      }
    }
  }

  private static int length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  private static BigInteger number(byte @Nullable [] bytes) {
    return bytes == null ? BigInteger.ZERO : new BigInteger(1, bytes);
  }

  private Key.RsaPublic rsaPublic() throws CryptoException {
    BigInteger n = number(parts.n);
    BigInteger e = number(parts.e);
    if (n.signum() == 0) {
      throw new CryptoException("missing \"n\" value");
    }
    if (e.signum() == 0) {
      throw new CryptoException("missing \"e\" value");
    }
    if (!e.testBit(0)) {
      throw new CryptoException("invalid rsa public exponent: must be a positive odd integer");
    }
    if (e.bitLength() >= 64) {
      throw new CryptoException(
          "rsa public exponent too large for this platform: " + e.bitLength() + " bits (max 63)");
    }
    return new Key.RsaPublic(n, e.longValue());
  }

  private void validateEc() throws CryptoException {
    EllipticCurve curve = curve();
    if (curve == null) {
      throw new CryptoException(
          "invalid curve algorithm \""
              + parts.curve
              + "\": unknown elliptic curve algorithm: \""
              + parts.curve
              + "\"");
    }
    checkLength("x", curve);
    checkLength("y", curve);
    checkPoint(curve, number(parts.x), number(parts.y));
    if (kind == Kind.EC_PRIVATE) {
      checkLength("d", curve);
    }
  }

  private void checkLength(String member, EllipticCurve curve) throws CryptoException {
    int length = length(parts.get(member));
    if (length != curve.size()) {
      throw new CryptoException(
          "invalid \""
              + member
              + "\" length ("
              + length
              + ") for curve \""
              + curve.goName()
              + "\"");
    }
  }

  private static void checkPoint(EllipticCurve curve, BigInteger x, BigInteger y)
      throws CryptoException {
    if (x.signum() == 0 && y.signum() == 0) {
      throw new CryptoException(
          "invalid ECDSA public key: identity point is not a valid public key");
    }
    if (x.bitLength() > curve.bits()) {
      throw tooWide("x", x, curve);
    }
    if (y.bitLength() > curve.bits()) {
      throw tooWide("y", y, curve);
    }
    if (!curve.isCoordinate(x) || !curve.isCoordinate(y)) {
      throw new CryptoException(
          "invalid ECDSA public key: invalid " + curve.name() + " element encoding");
    }
    if (!curve.contains(x, y)) {
      throw new CryptoException(
          "invalid ECDSA public key: " + curve.name() + " point not on curve");
    }
  }

  private static CryptoException tooWide(String name, BigInteger value, EllipticCurve curve) {
    return new CryptoException(
        "invalid ECDSA public key: "
            + name
            + " coordinate is "
            + value.bitLength()
            + " bits, exceeds curve \""
            + curve.goName()
            + "\" field size of "
            + curve.bits()
            + " bits");
  }

  private @Nullable EllipticCurve curve() {
    return switch (String.valueOf(parts.curve)) {
      case "P-256" -> EllipticCurve.P256;
      case "P-384" -> EllipticCurve.P384;
      case "P-521" -> EllipticCurve.P521;
      default -> null;
    };
  }

  private void validateOkp() throws CryptoException {
    if (length(parts.x) == 0) {
      throw new CryptoException("missing \"x\" field");
    }
    checkOkpSize(parts.x, "public");
    if (kind == Kind.OKP_PRIVATE) {
      if (length(parts.d) == 0) {
        throw new CryptoException("missing \"d\" field");
      }
      checkOkpSize(parts.d, "private");
    }
  }

  private void checkOkpSize(byte @Nullable [] bytes, String side) throws CryptoException {
    String curve = String.valueOf(parts.curve);
    boolean sized = curve.equals("Ed25519") || curve.equals("X25519");
    if (sized && length(bytes) != 32) {
      throw new CryptoException(curve.toLowerCase(Locale.ROOT) + ": wrong " + side + " key size");
    }
  }

  /// The key itself, or jwx's reason why there is none.
  public Key export() throws CryptoException {
    try {
      return exported();
    } catch (CryptoException e) {
      throw e.within("jwk.Export: failed to export jwk.Key to raw format: ");
    }
  }

  private Key exported() throws CryptoException {
    return switch (kind) {
      case RSA_PUBLIC -> rsaPublic();
      case RSA_PRIVATE -> rsaPrivate();
      case EC_PUBLIC -> ecPublic();
      case EC_PRIVATE -> new Key.EcPrivate(ecPublic(), number(parts.d));
      case OKP_PUBLIC -> okpPublic();
      case OKP_PRIVATE -> okpPrivate();
      case SECRET -> Key.Secret.of(Objects.requireNonNull(parts.k));
    };
  }

  private Key.EcPublic ecPublic() {
    EllipticCurve curve = Objects.requireNonNull(curve());
    return new Key.EcPublic(curve, number(parts.x), number(parts.y));
  }

  private Key rsaPrivate() throws CryptoException {
    if (parts.q == null) {
      throw new CryptoException("missing \"q\" value");
    }
    if (parts.p == null) {
      throw new CryptoException("missing \"p\" value");
    }
    boolean precomputed = parts.dp != null && parts.dq != null && parts.qi != null;
    Key.Crt crt =
        precomputed
            ? new Key.Crt(number(parts.dp), number(parts.dq), number(parts.qi), List.of())
            : null;
    return new Key.RsaPrivate(
        rsaPublic(), number(parts.d), List.of(number(parts.p), number(parts.q)), crt);
  }

  private Key okpPublic() throws CryptoException {
    Key.Octets x = new Key.Octets(Objects.requireNonNull(parts.x));
    return switch (String.valueOf(parts.curve)) {
      case "Ed25519" -> new Key.EdPublic(x);
      case "X25519" -> new Key.XPublic(x);
      default ->
          throw new CryptoException(
              "jwk.OKPPublicKey: failed to build public key: invalid curve algorithm "
                  + parts.curve);
    };
  }

  private Key okpPrivate() throws CryptoException {
    byte[] d = Objects.requireNonNull(parts.d);
    String prefix = "jwk.OKPPrivateKey: failed to build private key: ";
    return switch (String.valueOf(parts.curve)) {
      case "Ed25519" -> {
        Key.EdPrivate key = Curve25519.edwardsKey(d);
        if (!Arrays.equals(key.publicKey().point().bytes(), parts.x)) {
          throw new CryptoException(prefix + "ed25519: invalid x value given d value");
        }
        yield key;
      }
      case "X25519" -> Curve25519.montgomeryKey(d);
      default -> throw new CryptoException(prefix + "invalid curve algorithm " + parts.curve);
    };
  }

  /// A key as `crypto.x509.parse_rsa_private_key` shows it.
  public static Value toJson(Key key) throws CryptoException {
    ObjectValue.Builder json = ObjectValue.builder();
    switch (key) {
      case Key.RsaPrivate rsa -> {
        if (rsa.primes().size() > 2) {
          throw new CryptoException(
              "failed to initialize *jwk.rsaPrivateKey from *rsa.PrivateKey: invalid number of"
                  + " primes in rsa.PrivateKey: need 0 to 2, but got "
                  + rsa.primes().size());
        }
        Key.Crt crt = Objects.requireNonNull(rsa.crt());
        json.put("kty", StringValue.of("RSA"));
        put(json, "n", rsa.publicKey().modulus());
        put(json, "e", BigInteger.valueOf(rsa.publicKey().exponent()));
        put(json, "d", rsa.exponent());
        put(json, "p", rsa.primes().get(0));
        put(json, "q", rsa.primes().get(1));
        put(json, "dp", crt.dp());
        put(json, "dq", crt.dq());
        put(json, "qi", crt.qInverse());
      }
      case Key.EcPrivate ec -> putEc(json, ec);
      case Key.EdPrivate ed -> putOkp(json, "Ed25519", ed.seed(), ed.publicKey().point());
      case Key.XPrivate x -> putOkp(json, "X25519", x.scalar(), x.publicKey().point());
      default -> throw new IllegalArgumentException("no private key: " + key.goType());
    }
    return json.build();
  }

  private static void putEc(ObjectValue.Builder json, Key.EcPrivate key) throws CryptoException {
    EllipticCurve curve = key.publicKey().curve();
    if (curve == EllipticCurve.P224) {
      throw new CryptoException(
          "failed to initialize *jwk.ecdsaPrivateKey from *ecdsa.PrivateKey: jwk: failed to get"
              + " algorithm for converting ECDSA private key to JWK: unknown elliptic curve: "
              + RegoText.quote(curve.goName()));
    }
    json.put("kty", StringValue.of("EC"));
    json.put("crv", StringValue.of(curve.goName()));
    json.put("x", base64(unsigned(key.publicKey().x(), curve.size())));
    json.put("y", base64(unsigned(key.publicKey().y(), curve.size())));
    json.put("d", base64(unsigned(key.scalar(), curve.size())));
  }

  private static void putOkp(ObjectValue.Builder json, String curve, Key.Octets d, Key.Octets x) {
    json.put("kty", StringValue.of("OKP"));
    json.put("crv", StringValue.of(curve));
    json.put("d", base64(d.bytes()));
    json.put("x", base64(x.bytes()));
  }

  private static void put(ObjectValue.Builder json, String name, BigInteger number) {
    json.put(name, base64(unsigned(number, (number.bitLength() + 7) / 8)));
  }

  private static Value base64(byte[] bytes) {
    return StringValue.of(GoBase64.URL_RAW.encode(bytes));
  }

  /// The number in `length` bytes.
  static byte[] unsigned(BigInteger number, int length) {
    byte[] bytes = number.toByteArray();
    byte[] result = new byte[length];
    int kept = Math.min(bytes.length, length);
    System.arraycopy(bytes, bytes.length - kept, result, length - kept, kept);
    return result;
  }
}
