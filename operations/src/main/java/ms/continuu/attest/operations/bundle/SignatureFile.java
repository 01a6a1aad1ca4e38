package ms.continuu.attest.operations.bundle;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// Reads `.signatures.json`.
final class SignatureFile {
  private static final String DEFAULT_PLUGIN = "_default";

  private SignatureFile() {}

  static Bundle.Signatures read(byte[] bytes) throws Failure {
    Value value;
    try {
      value = Json.parse(bytes);
    } catch (JsonSyntaxException e) {
      throw Failure.of("bundle load failed on signatures decode: " + e.getMessage());
    }
    List<String> tokens = new ArrayList<>();
    if (!(value instanceof ObjectValue object)) {
      return Bundle.Signatures.NONE;
    }
    if (object.get("signatures") instanceof ArrayValue items) {
      for (Value item : items) {
        tokens.add(item instanceof StringValue token ? token.text() : "");
      }
    }
    String plugin = object.get("plugin") instanceof StringValue text ? text.text() : "";
    if (plugin.isEmpty() && tokens.isEmpty() && object.get("signatures") instanceof ArrayValue) {
      // An empty list is not the absence of signatures: it is to be verified, and refused.
      plugin = DEFAULT_PLUGIN;
    }
    return new Bundle.Signatures(tokens, plugin);
  }
}
