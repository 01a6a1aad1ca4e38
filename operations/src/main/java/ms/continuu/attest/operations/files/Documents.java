package ms.continuu.attest.operations.files;

import java.util.Arrays;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.documents.yaml.Yaml;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Utf8;
import ms.continuu.attest.value.Value;

/// JSON and YAML, read as OPA reads input and data, with its words for what is wrong.
public final class Documents {
  private Documents() {}

  public static Value json(byte[] bytes) throws Failure {
    try {
      return Json.parse(bytes);
    } catch (JsonSyntaxException e) {
      throw Failure.of(String.valueOf(e.getMessage()));
    }
  }

  /// The first document of a YAML text; null for a text without one.
  public static Value yaml(byte[] bytes) throws Failure {
    Reading reading = Yaml.OPA.read(new SourceFile("", Utf8.decode(bytes)), DocumentLimits.DEFAULT);
    if (!reading.diagnostics().isEmpty()) {
      throw Failure.of(reading.diagnostics().getFirst().message());
    }
    return reading.documents().isEmpty() ? NullValue.NULL : reading.documents().getFirst().value();
  }

  /// JSON when the bytes are JSON, else YAML.
  public static Value jsonOrYaml(byte[] bytes) throws Failure {
    boolean marked =
        bytes.length > 2
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    byte[] text = marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    return Json.isValid(text) ? json(text) : yaml(text);
  }
}
