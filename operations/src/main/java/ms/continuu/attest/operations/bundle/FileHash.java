package ms.continuu.attest.operations.bundle;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.rego.crypto.Digests;
import ms.continuu.attest.rego.host.YamlCodec;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.Utf8;
import ms.continuu.attest.value.Value;

/// Hashes of bundle files. Data files and manifests are hashed in a canonical form (members sorted,
/// no blanks, numbers as written), so that layout does not matter.
final class FileHash {
  private static final Set<String> STRUCTURED =
      Set.of("data.json", "data.yaml", "data.yml", ".manifest");

  private FileHash() {}

  /// @param algorithm by OPA's name: `SHA-256`
  static byte[] of(String path, byte[] content, String algorithm) throws Failure {
    String digest = digest(algorithm);
    boolean structured = STRUCTURED.contains(path.substring(path.lastIndexOf('/') + 1));
    return Digests.digest(digest, structured ? canonical(content) : content);
  }

  private static String digest(String algorithm) throws Failure {
    return switch (algorithm) {
      case "MD5", "SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512" -> algorithm;
      case "SHA-512-224" -> "SHA-512/224";
      case "SHA-512-256" -> "SHA-512/256";
      default -> throw Failure.of("unsupported hashing algorithm: " + algorithm);
    };
  }

  private static byte[] canonical(byte[] content) throws Failure {
    return Json.text(read(content), "", false).getBytes(StandardCharsets.UTF_8);
  }

  /// What is no JSON may be YAML, whatever the file is called.
  private static Value read(byte[] content) throws Failure {
    try {
      return Json.parse(content);
    } catch (JsonSyntaxException e) {
      YamlCodec codec =
          YamlCodec.installed().orElseThrow(() -> Failure.of(String.valueOf(e.getMessage())));
      try {
        return codec.parse(Utf8.decode(content));
      } catch (YamlCodec.YamlSyntaxException y) {
        throw Failure.of(String.valueOf(y.getMessage()));
      }
    }
  }

  /// The bytes of hexadecimal digits, or Go's refusal.
  static byte[] unhex(String text) throws Failure {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (c >= 0x80 || Character.digit(c, 16) < 0) {
        throw Failure.of(
            String.format("encoding/hex: invalid byte: U+%04X '%s'", c, Character.toString(c)));
      }
    }
    if (text.length() % 2 != 0) {
      throw Failure.of("encoding/hex: odd length hex string");
    }
    return HexFormat.of().parseHex(text);
  }
}
