package ms.continuu.attest.operations.bundle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.rego.crypto.CryptoException;
import ms.continuu.attest.rego.crypto.GoBase64;
import ms.continuu.attest.rego.crypto.Jws;
import ms.continuu.attest.rego.crypto.Key;
import ms.continuu.attest.rego.crypto.KeyFiles;
import ms.continuu.attest.rego.crypto.Pem;
import ms.continuu.attest.rego.crypto.TokenHeader;
import ms.continuu.attest.rego.crypto.X509Certificate;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Utf8;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Verifies bundles by the token in `.signatures.json`, as OPA does.
///
/// @param keys by their ids
/// @param keyId of the key to use; empty to go by the token
/// @param scope that the token must have; empty for the key's
/// @param excluded patterns of files that need no signature
/// @param optional whether a bundle without signatures is let pass
public record SignatureVerifier(
    Map<String, VerificationKey> keys,
    String keyId,
    String scope,
    List<String> excluded,
    boolean optional)
    implements BundleVerifier {

  /// A key with what it is for.
  ///
  /// @param key a secret, or PEM
  public record VerificationKey(String key, String algorithm, String scope) {

    /// The key of a text, or of the file that the text is the path of.
    public static VerificationKey of(String keyOrPath, String algorithm, String scope)
        throws Failure {
      return new VerificationKey(Utf8.decode(BundleSigner.fileOrText(keyOrPath)), algorithm, scope);
    }
  }

  public SignatureVerifier {
    keys = Map.copyOf(keys);
    excluded = List.copyOf(excluded);
  }

  /// What refuses signed bundles, for which there is no key, and lets others pass.
  public static SignatureVerifier withoutKeys() {
    return new SignatureVerifier(Map.of(), "", "", List.of(), true);
  }

  @Override
  public boolean isRequired() {
    return !optional;
  }

  @Override
  public Map<String, SignedFile> verify(Bundle.Signatures signatures) throws Failure {
    if (keys.isEmpty()) {
      throw Failure.of("verification key not provided");
    }
    if (!signatures.plugin().isEmpty() && !signatures.plugin().equals("_default")) {
      throw Failure.of("no verifier exists under id " + signatures.plugin());
    }
    if (signatures.tokens().isEmpty()) {
      throw Failure.of(".signatures.json: missing JWT (expected exactly one)");
    }
    if (signatures.tokens().size() > 1) {
      throw Failure.of(".signatures.json: multiple JWTs not supported (expected exactly one)");
    }
    Map<String, SignedFile> files = new LinkedHashMap<>();
    for (SignedFile file : verifyToken(signatures.tokens().getFirst())) {
      files.put(file.name(), file);
    }
    return files;
  }

  private List<SignedFile> verifyToken(String token) throws Failure {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      throw Failure.of("failed to split compact JWT: jwsbb: invalid number of segments");
    }
    String id = keyId.isEmpty() ? keyIdOfHeader(parts[0]) : keyId;
    Claims claims = Claims.read(decoded(parts[1], "payload"));
    if (id.isEmpty()) {
      id = claims.keyId;
    }
    if (id.isEmpty()) {
      throw Failure.of("verification key ID is empty");
    }
    VerificationKey key = keys.get(id);
    if (key == null) {
      throw Failure.of("verification key corresponding to ID " + id + " not found");
    }
    BundleSigner.checkAlgorithm(key.algorithm);
    Key parsed = parsed(key);
    byte[] signature = decoded(parts[2], "signature");
    try {
      Jws.verify(parsed, key.algorithm, Utf8.encode(parts[0] + "." + parts[1]), signature);
    } catch (CryptoException e) {
      throw Failure.of("failed to verify JWT signature: " + e.text());
    }
    if (!claims.scope.equals(scope.isEmpty() ? key.scope : scope)) {
      throw Failure.of("scope mismatch");
    }
    return claims.files;
  }

  private static String keyIdOfHeader(String header) throws Failure {
    TokenHeader parsed = TokenHeader.parseCompact(header);
    if (parsed.lacks("kid")) {
      return "";
    }
    try {
      return parsed.string("kid");
    } catch (CryptoException e) {
      throw Failure.of("failed to extract key ID from headers: " + e.text());
    }
  }

  private static byte[] decoded(String part, String name) throws Failure {
    try {
      return GoBase64.URL_RAW.decode(part);
    } catch (CryptoException e) {
      throw Failure.of("failed to base64 decode JWT " + name + ": " + e.text());
    }
  }

  private static Key parsed(VerificationKey key) throws Failure {
    byte[] text = Utf8.encode(key.key);
    if (key.algorithm.startsWith("HS")) {
      return Key.Secret.of(text);
    }
    Pem block = Pem.first(text);
    Key parsed;
    try {
      parsed = block == null ? null : ofPem(block);
    } catch (CryptoException e) {
      throw Failure.of(e.text());
    }
    if (parsed == null) {
      throw Failure.of("failed to parse PEM block containing the key");
    }
    return parsed;
  }

  private static @Nullable Key ofPem(Pem block) throws CryptoException {
    return switch (block.type()) {
      case "RSA PUBLIC KEY" -> KeyFiles.pkcs1PublicKey(block.bytes());
      case "PUBLIC KEY" -> KeyFiles.publicKey(block.bytes());
      case "RSA PRIVATE KEY" -> KeyFiles.pkcs1PrivateKey(block.bytes());
      case "PRIVATE KEY" -> KeyFiles.pkcs8PrivateKey(block.bytes());
      case "EC PRIVATE KEY" -> KeyFiles.ecPrivateKey(block.bytes());
      case "CERTIFICATE" -> X509Certificate.parse(block.bytes()).publicKey();
      default -> null;
    };
  }

  /// The claims of a token that count.
  private record Claims(List<SignedFile> files, String keyId, String scope) {
    static Claims read(byte[] json) throws Failure {
      Value value;
      try {
        value = Json.parse(json);
      } catch (JsonSyntaxException e) {
        throw Failure.of(String.valueOf(e.getMessage()));
      }
      if (!(value instanceof ObjectValue claims)) {
        throw Failure.of(
            "json: cannot unmarshal "
                + value.typeName()
                + " into Go value of type bundle.DecodedSignature");
      }
      List<SignedFile> files = new ArrayList<>();
      if (claims.get("files") instanceof ArrayValue listed) {
        for (Value file : listed) {
          if (!(file instanceof ObjectValue object)) {
            throw Failure.of(
                "json: cannot unmarshal "
                    + file.typeName()
                    + " into Go struct field DecodedSignature.files of type bundle.FileInfo");
          }
          files.add(
              new SignedFile(
                  text(object, "name", "FileInfo.files."),
                  text(object, "hash", "FileInfo.files."),
                  text(object, "algorithm", "FileInfo.files.")));
        }
      }
      return new Claims(
          files,
          text(claims, "keyid", "DecodedSignature."),
          text(claims, "scope", "DecodedSignature."));
    }

    private static String text(ObjectValue object, String name, String owner) throws Failure {
      Value value = object.get(name);
      if (value == null || value instanceof NullValue) {
        return "";
      }
      if (value instanceof StringValue string) {
        return string.text();
      }
      throw Failure.of(
          "json: cannot unmarshal "
              + value.typeName()
              + " into Go struct field "
              + owner
              + name
              + " of type string");
    }
  }

  @Override
  public boolean isExcluded(String name) {
    return excluded.stream().anyMatch(pattern -> matches(pattern, name));
  }

  /// A pattern of a shell: `*` and `?` do not match `/`.
  private static boolean matches(String pattern, String name) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      switch (c) {
        case '*' -> regex.append("[^/]*");
        case '?' -> regex.append("[^/]");
        case '[' -> {
          // A set of characters is copied as it stands.
          int close = pattern.indexOf(']', i + 2);
          if (close < 0) {
            return false;
          }
          regex.append(pattern, i, close + 1);
          i = close;
        }
        case '\\' -> {
          i++;
          if (i == pattern.length()) {
            return false;
          }
          regex.append(Pattern.quote(pattern.substring(i, i + 1)));
        }
        default -> regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    try {
      return Pattern.matches(regex.toString(), name);
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  @Override
  public void verify(String name, byte[] content, Map<String, SignedFile> signed) throws Failure {
    SignedFile file = signed.get(name);
    if (file == null) {
      throw Failure.of("file " + name + " not included in bundle signature");
    }
    if (file.algorithm().isEmpty()) {
      throw Failure.of("no hashing algorithm provided for file " + name);
    }
    byte[] hash = FileHash.of(name, content, file.algorithm());
    byte[] wanted = FileHash.unhex(file.hash());
    if (!Arrays.equals(hash, wanted)) {
      throw Failure.of(
          name
              + ": digest mismatch (want: "
              + HexFormat.of().formatHex(wanted)
              + ", got: "
              + HexFormat.of().formatHex(hash)
              + ")");
    }
    signed.remove(name);
  }
}
