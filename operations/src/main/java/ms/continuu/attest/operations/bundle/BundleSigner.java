package ms.continuu.attest.operations.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.bundle.BundleVerifier.SignedFile;
import ms.continuu.attest.rego.crypto.CryptoException;
import ms.continuu.attest.rego.crypto.GoBase64;
import ms.continuu.attest.rego.crypto.Jwk;
import ms.continuu.attest.rego.crypto.Jws;
import ms.continuu.attest.rego.crypto.Key;
import ms.continuu.attest.rego.crypto.KeyFiles;
import ms.continuu.attest.rego.crypto.Pem;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonWriter;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Utf8;

/// Signs bundles as OPA does: a token over the hashes of all files, in `.signatures.json`.
///
/// @param key a secret, a private key in PEM, or the path of a file with either
/// @param algorithm of the token: `RS256`
/// @param claimsPath a JSON file with further claims; empty for none
/// @param plugin empty for the one that is built in
public record BundleSigner(String key, String algorithm, String claimsPath, String plugin) {
  private static final String HASH = "SHA-256";
  private static final StringValue FILES = StringValue.of("files");
  private static final String DEFAULT_PLUGIN = "_default";

  /// A file as the token lists it.
  public static SignedFile describe(String path, byte[] content) throws Failure {
    String hash = HexFormat.of().formatHex(FileHash.of(path, content, HASH));
    return new SignedFile(path.startsWith("/") ? path.substring(1) : path, hash, HASH);
  }

  /// The bundle with a signature.
  public Bundle sign(Bundle bundle, String keyId, Consumer<byte[]> random) throws Failure {
    List<SignedFile> files = new ArrayList<>();
    for (Bundle.ModuleFile module : bundle.modules()) {
      files.add(describe(module.url(), module.bytes()));
    }
    files.add(describe("data.json", Utf8.encode(Json.text(bundle.data()))));
    for (Bundle.OtherFile wasm : bundle.wasmModules()) {
      files.add(describe(wasm.path(), wasm.bytes()));
    }
    for (Bundle.OtherFile plan : bundle.plans()) {
      files.add(describe(plan.path(), plan.bytes()));
    }
    if (!bundle.manifest().isEmpty()) {
      StringBuilder text = new StringBuilder();
      bundle.manifest().write(new JsonWriter(text, "", true));
      files.add(describe(".manifest", Utf8.encode(text.toString())));
    }
    return bundle.withSignatures(
        new Bundle.Signatures(
            List.of(token(files, keyId, random)), plugin.isEmpty() ? DEFAULT_PLUGIN : plugin));
  }

  /// The token over the files.
  ///
  /// @param keyId that verifiers find the key by; empty for none
  /// @param random fills arrays with randomness
  public String token(List<SignedFile> files, String keyId, Consumer<byte[]> random)
      throws Failure {
    if (!plugin.isEmpty() && !plugin.equals(DEFAULT_PLUGIN)) {
      throw Failure.of("no signer exists under id " + plugin);
    }
    String claims = claims(files, keyId);
    checkAlgorithm(algorithm);
    ObjectValue.Builder header = ObjectValue.builder();
    header.put("alg", StringValue.of(algorithm));
    if (!keyId.isEmpty()) {
      header.put("kid", StringValue.of(keyId));
    }
    header.put("typ", StringValue.of("JWT"));
    String unsigned = encoded(Json.text(header.build())) + "." + encoded(claims);
    try {
      byte[] signature = sign(Utf8.encode(unsigned), random);
      return unsigned + "." + GoBase64.URL_RAW.encode(signature);
    } catch (CryptoException e) {
      throw Failure.of(e.text());
    }
  }

  private static String encoded(String json) {
    return GoBase64.URL_RAW.encode(Utf8.encode(json));
  }

  static void checkAlgorithm(String algorithm) throws Failure {
    boolean known =
        switch (algorithm) {
          case "ES256",
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
              "RS512" ->
              true;
          default -> false;
        };
    if (!known) {
      throw Failure.of("unknown signature algorithm: " + algorithm);
    }
  }

  /// The claims as JSON: members sorted, but for those of a file, which have the order of OPA's
  /// structure.
  private String claims(List<SignedFile> files, String keyId) throws Failure {
    ObjectValue.Builder given = ObjectValue.builder();
    if (!claimsPath.isEmpty()) {
      BundleClaims.readInto(given, claimsPath);
    } else if (!keyId.isEmpty()) {
      given.put("keyid", StringValue.of(keyId));
    }
    boolean listed = given.get(FILES) == null;
    if (listed) {
      given.put(FILES, ArrayValue.EMPTY);
    }
    ObjectValue claims = given.build();
    StringBuilder text = new StringBuilder();
    JsonWriter json = new JsonWriter(text, "", true).beginObject();
    for (int i = 0; i < claims.size(); i++) {
      json.name(((StringValue) claims.keyAt(i)).text());
      if (listed && claims.keyAt(i).equals(FILES)) {
        write(json, files);
      } else {
        json.value(claims.valueAt(i));
      }
    }
    json.endObject();
    return text.toString();
  }

  private static void write(JsonWriter json, List<SignedFile> files) {
    json.beginArray();
    for (SignedFile file : files) {
      json.beginObject()
          .member("name", file.name())
          .member("hash", file.hash())
          .member("algorithm", file.algorithm())
          .endObject();
    }
    json.endArray();
  }

  private byte[] sign(byte[] payload, Consumer<byte[]> random) throws CryptoException, Failure {
    Key parsed = privateKey();
    Jwk jwk;
    try {
      jwk = Jwk.of(parsed);
    } catch (CryptoException e) {
      throw e.within("failed to import private key: ");
    }
    try {
      return Jws.sign(jwk, algorithm, payload, random);
    } catch (CryptoException e) {
      throw e.within("jwt.signFast: failed to sign payload with " + algorithm + ": ");
    }
  }

  private Key privateKey() throws CryptoException, Failure {
    byte[] text = keyText();
    if (algorithm.startsWith("HS")) {
      return Key.Secret.of(text);
    }
    Pem block = Pem.first(text);
    if (block == null) {
      throw Failure.of("failed to parse PEM block containing the key");
    }
    return switch (block.type()) {
      case "RSA PRIVATE KEY" -> KeyFiles.pkcs1PrivateKey(block.bytes());
      case "PRIVATE KEY" -> KeyFiles.pkcs8PrivateKey(block.bytes());
      case "EC PRIVATE KEY" -> KeyFiles.ecPrivateKey(block.bytes());
      default -> throw Failure.of("unsupported key type: " + block.type());
    };
  }

  private byte[] keyText() throws Failure {
    return key.startsWith("-----BEGIN") ? Utf8.encode(key) : fileOrText(key);
  }

  /// What is a path of a file stands for its content.
  static byte[] fileOrText(String text) throws Failure {
    try {
      Path path = Path.of(text);
      if (!text.isEmpty() && Files.exists(path)) {
        if (Files.isDirectory(path)) {
          throw Failure.of("read " + text + ": is a directory");
        }
        return Files.readAllBytes(path);
      }
    } catch (InvalidPathException e) {
      return Utf8.encode(text);
    } catch (IOException e) {
      throw Failure.ofFile("open", text, e);
    }
    return Utf8.encode(text);
  }

  /// The content of `.signatures.json`.
  public static byte[] signaturesFile(String token) {
    StringBuilder text = new StringBuilder();
    JsonWriter json = new JsonWriter(text, " ", true);
    json.beginObject().name("signatures").beginArray().string(token).endArray().endObject();
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
