package ms.continuu.attest.rego.types;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.JsonWriter;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Capabilities as the JSON of capabilities files.
public final class CapabilitiesJson {
  private CapabilitiesJson() {}

  /// Writes capabilities in the order of members that OPA has.
  public static void write(Capabilities capabilities, JsonWriter json) {
    json.beginObject();
    if (!capabilities.builtins().isEmpty()) {
      json.name("builtins").beginArray();
      capabilities.builtins().forEach(builtin -> write(builtin, json));
      json.endArray();
    }
    writeStrings("future_keywords", capabilities.futureKeywords(), json);
    if (!capabilities.wasmAbiVersions().isEmpty()) {
      json.name("wasm_abi_versions").beginArray();
      for (Capabilities.WasmAbi abi : capabilities.wasmAbiVersions()) {
        json.beginObject().name("version").number(abi.version());
        json.name("minor_version").number(abi.minorVersion()).endObject();
      }
      json.endArray();
    }
    writeStrings("features", capabilities.features(), json);
    List<String> allowNet = capabilities.allowNet();
    if (allowNet != null) {
      writeStrings("allow_net", allowNet, json);
    }
    json.endObject();
  }

  private static void write(BuiltinDeclaration builtin, JsonWriter json) {
    json.beginObject().name("name").string(builtin.name());
    if (!builtin.description().isEmpty()) {
      json.name("description").string(builtin.description());
    }
    writeStrings("categories", builtin.categories(), json);
    json.name("decl").value(TypeJson.write(builtin.type()));
    if (!builtin.infix().isEmpty()) {
      json.name("infix").string(builtin.infix());
    }
    writeFlag("relation", builtin.relation(), json);
    writeFlag("deprecated", builtin.deprecated(), json);
    writeFlag("nondeterministic", builtin.nondeterministic(), json);
    json.endObject();
  }

  private static void writeFlag(String name, boolean flag, JsonWriter json) {
    if (flag) {
      json.name(name).bool(true);
    }
  }

  private static void writeStrings(String name, List<String> strings, JsonWriter json) {
    if (!strings.isEmpty()) {
      json.name(name).beginArray();
      strings.forEach(json::string);
      json.endArray();
    }
  }

  /// Capabilities of a file's content.
  ///
  /// @throws IllegalArgumentException when it has another shape
  public static Capabilities read(Value value) {
    if (!(value instanceof ObjectValue object)) {
      throw new IllegalArgumentException("capabilities must be an object");
    }
    List<BuiltinDeclaration> builtins = new ArrayList<>();
    items(object, "builtins").forEach(builtin -> builtins.add(readBuiltin(builtin)));
    List<Capabilities.WasmAbi> abis = new ArrayList<>();
    for (Value item : items(object, "wasm_abi_versions")) {
      if (item instanceof ObjectValue abi) {
        abis.add(new Capabilities.WasmAbi(number(abi, "version"), number(abi, "minor_version")));
      }
    }
    return new Capabilities(
        builtins,
        readStrings(object, "future_keywords"),
        abis,
        readStrings(object, "features"),
        object.get("allow_net") instanceof ArrayValue ? readStrings(object, "allow_net") : null);
  }

  private static BuiltinDeclaration readBuiltin(Value value) {
    if (!(value instanceof ObjectValue object)) {
      throw new IllegalArgumentException("a built-in must be an object");
    }
    Value declaration = object.get("decl");
    Type type =
        declaration == null || declaration == NullValue.NULL
            ? new Type.Function(List.of(), null, null)
            : TypeJson.read(declaration);
    if (!(type instanceof Type.Function function)) {
      throw new IllegalArgumentException("invalid type");
    }
    return new BuiltinDeclaration(
        text(object.get("name")),
        text(object.get("description")),
        readStrings(object, "categories"),
        function,
        text(object.get("infix")),
        object.get("relation") == BooleanValue.TRUE,
        object.get("deprecated") == BooleanValue.TRUE,
        object.get("nondeterministic") == BooleanValue.TRUE);
  }

  private static String text(@Nullable Value value) {
    return value instanceof StringValue string ? string.text() : "";
  }

  private static int number(ObjectValue object, String name) {
    return object.get(name) instanceof NumberValue number ? number.exact().intValue() : 0;
  }

  private static ArrayValue items(ObjectValue object, String name) {
    return switch (object.get(name)) {
      case ArrayValue array -> array;
      case NullValue n -> ArrayValue.EMPTY;
      case null -> ArrayValue.EMPTY;
      default -> throw new IllegalArgumentException(name + " must be an array");
    };
  }

  private static List<String> readStrings(ObjectValue object, String name) {
    List<String> strings = new ArrayList<>();
    for (Value item : items(object, name)) {
      if (!(item instanceof StringValue string)) {
        throw new IllegalArgumentException(name + " must be strings");
      }
      strings.add(string.text());
    }
    return strings;
  }
}
