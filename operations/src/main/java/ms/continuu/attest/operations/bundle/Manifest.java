package ms.continuu.attest.operations.bundle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.JsonWriter;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// The content of `.manifest`.
///
/// @param roots the paths below `data` that the bundle owns, without slashes at their ends; one
///   empty root owns all
/// @param regoVersion 0, 1 or 2; null when not given
/// @param fileRegoVersions versions of files by glob pattern of their paths
/// @param metadata null when not given
public record Manifest(
    String revision,
    List<String> roots,
    List<WasmResolver> wasmResolvers,
    @Nullable Integer regoVersion,
    SortedMap<String, Integer> fileRegoVersions,
    @Nullable ObjectValue metadata) {

  /// Owns all, tells nothing.
  public static final Manifest EMPTY =
      new Manifest("", List.of(""), List.of(), null, Collections.emptySortedMap(), null);

  public Manifest {
    roots = List.copyOf(roots);
    wasmResolvers = List.copyOf(wasmResolvers);
    fileRegoVersions = Collections.unmodifiableSortedMap(new TreeMap<>(fileRegoVersions));
  }

  /// Which WebAssembly module answers an entrypoint.
  public record WasmResolver(String entrypoint, String module, @Nullable Value annotations) {}

  public Manifest withRevision(String other) {
    return new Manifest(other, roots, wasmResolvers, regoVersion, fileRegoVersions, metadata);
  }

  public Manifest withRoots(List<String> other) {
    return new Manifest(revision, other, wasmResolvers, regoVersion, fileRegoVersions, metadata);
  }

  /// This with versions of the language.
  public Manifest withVersions(@Nullable Integer version, Map<String, Integer> ofFiles) {
    return new Manifest(revision, roots, wasmResolvers, version, new TreeMap<>(ofFiles), metadata);
  }

  /// Whether it says no more than no manifest would.
  public boolean isEmpty() {
    return revision.isEmpty()
        && roots.equals(List.of(""))
        && wasmResolvers.isEmpty()
        && regoVersion == null
        && fileRegoVersions.isEmpty()
        && (metadata == null);
  }

  /// Whether a path, in parts, lies within the roots.
  public boolean owns(List<String> path) {
    return roots.stream().anyMatch(root -> contains(root, path));
  }

  static boolean contains(String root, List<String> path) {
    if (root.isEmpty()) {
      return true;
    }
    List<String> parts = parts(root);
    return parts.size() <= path.size() && parts.equals(path.subList(0, parts.size()));
  }

  static List<String> parts(String path) {
    return List.of(path.split("/", -1));
  }

  /// `[a b]`, as Go prints a list.
  String rootsText() {
    return "[" + String.join(" ", roots) + "]";
  }

  /// Reads a manifest as Go's decoder reads it into its structure.
  static Manifest read(Value value) throws Failure {
    if (value instanceof NullValue) {
      return EMPTY;
    }
    if (!(value instanceof ObjectValue object)) {
      throw mismatch(value, "", "bundle.Manifest");
    }
    List<String> roots = new ArrayList<>();
    if (object.get("roots") instanceof ArrayValue items) {
      for (Value item : items) {
        roots.add(trim(text(item, "Manifest.roots")));
      }
    } else if (present(object, "roots") instanceof Value other) {
      throw mismatch(other, "Manifest.roots", "[]string");
    } else {
      roots.add("");
    }
    TreeMap<String, Integer> versions = new TreeMap<>();
    if (present(object, "file_rego_versions") instanceof ObjectValue files) {
      for (int i = 0; i < files.size(); i++) {
        versions.put(
            ((StringValue) files.keyAt(i)).text(),
            number(files.valueAt(i), "Manifest.file_rego_versions"));
      }
    }
    Value version = present(object, "rego_version");
    Value metadata = present(object, "metadata");
    if (metadata != null && !(metadata instanceof ObjectValue)) {
      throw mismatch(metadata, "Manifest.metadata", "map[string]interface {}");
    }
    Value revision = present(object, "revision");
    return new Manifest(
        revision == null ? "" : text(revision, "Manifest.revision"),
        roots,
        resolvers(object),
        version == null ? null : number(version, "Manifest.rego_version"),
        versions,
        (ObjectValue) metadata);
  }

  private static List<WasmResolver> resolvers(ObjectValue object) throws Failure {
    List<WasmResolver> resolvers = new ArrayList<>();
    if (object.get("wasm") instanceof ArrayValue items) {
      for (Value item : items) {
        if (!(item instanceof ObjectValue resolver)) {
          throw mismatch(item, "Manifest.wasm", "bundle.WasmResolver");
        }
        Value entrypoint = present(resolver, "entrypoint");
        Value module = present(resolver, "module");
        resolvers.add(
            new WasmResolver(
                entrypoint == null ? "" : text(entrypoint, "WasmResolver.wasm.entrypoint"),
                module == null ? "" : text(module, "WasmResolver.wasm.module"),
                present(resolver, "annotations")));
      }
    }
    return resolvers;
  }

  private static @Nullable Value present(ObjectValue object, String name) {
    Value value = object.get(name);
    return value instanceof NullValue ? null : value;
  }

  private static String trim(String path) {
    int start = 0;
    int end = path.length();
    while (start < end && path.charAt(start) == '/') {
      start++;
    }
    while (end > start && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(start, end);
  }

  private static String text(Value value, String field) throws Failure {
    if (value instanceof StringValue string) {
      return string.text();
    }
    throw mismatch(value, field, "string");
  }

  private static int number(Value value, String field) throws Failure {
    if (value instanceof NumberValue number && number.isLong()) {
      return (int) number.longValue();
    }
    throw mismatch(value, field, "int");
  }

  private static Failure mismatch(Value value, String field, String type) {
    String kind =
        switch (value) {
          case StringValue s -> "string";
          case ArrayValue a -> "array";
          case ObjectValue o -> "object";
          case NumberValue n -> "number";
          default -> "bool";
        };
    String where = field.isEmpty() ? "Go value" : "Go struct field " + field;
    return Failure.of("json: cannot unmarshal " + kind + " into " + where + " of type " + type);
  }

  /// Writes it as OPA does, in the order of its structure.
  public void write(JsonWriter json) {
    json.beginObject().member("revision", revision);
    json.name("roots").beginArray();
    roots.forEach(json::string);
    json.endArray();
    if (!wasmResolvers.isEmpty()) {
      json.name("wasm").beginArray();
      wasmResolvers.forEach(resolver -> write(resolver, json));
      json.endArray();
    }
    Integer version = regoVersion;
    if (version != null) {
      json.member("rego_version", version);
    }
    if (!fileRegoVersions.isEmpty()) {
      json.name("file_rego_versions").beginObject();
      fileRegoVersions.forEach(json::member);
      json.endObject();
    }
    ObjectValue described = metadata;
    if (described != null && described.size() > 0) {
      json.name("metadata").value(described);
    }
    json.endObject();
  }

  private static void write(WasmResolver resolver, JsonWriter json) {
    json.beginObject();
    if (!resolver.entrypoint.isEmpty()) {
      json.member("entrypoint", resolver.entrypoint);
    }
    if (!resolver.module.isEmpty()) {
      json.member("module", resolver.module);
    }
    Value annotations = resolver.annotations;
    if (annotations != null) {
      json.name("annotations").value(annotations);
    }
    json.endObject();
  }
}
