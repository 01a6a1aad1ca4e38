package ms.continuu.attest.conformance.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import ms.continuu.attest.documents.Document;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.yaml.Yaml;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Prints the table of Kubernetes' kinds, types and fields, made from the Go modules of one release
/// of Kubernetes (`v0.37.1` of each is Kubernetes 1.37):
///
/// ```
/// KubernetesTable 1.37 GOMODCACHE/k8s.io v0.37.1 > kubernetes.txt
/// ```
///
/// The fields stand as YAML in `client-go` and `apiextensions-apiserver`; the kinds of each group,
/// what is removed and when, and which fields may be left out, in the Go types of `api`.
public final class KubernetesTable {
  private static final String SCHEMAS = "applyconfiguration%s/internal/internal.go";

  private final StringBuilder out = new StringBuilder();
  private final TreeMap<String, Value> types = new TreeMap<>();
  private final GoTypes go;

  private KubernetesTable(GoTypes go) {
    this.go = go;
  }

  /// @param args the release, the folder of the modules, their version
  public static void main(String[] args) throws IOException {
    Path modules = Path.of(args[1]);
    Path api = modules.resolve("api@" + args[2]);
    Path extensions = modules.resolve("apiextensions-apiserver@" + args[2] + "/pkg");
    GoTypes go = new GoTypes();
    try (Stream<Path> folders = Files.walk(api)) {
      for (Path types : folders.filter(file -> file.endsWith("register.go")).sorted().toList()) {
        Path folder = Objects.requireNonNull(types.getParent());
        go.read(folder, "io.k8s." + modules.relativize(folder).toString().replace('/', '.'));
      }
    }
    go.read(extensions.resolve("apis/apiextensions/v1"), GoTypes.EXTENSIONS);
    go.read(
        modules.resolve("apimachinery@" + args[2] + "/pkg/apis/meta/v1"),
        "io.k8s.apimachinery.pkg.apis.meta.v1");
    KubernetesTable table = new KubernetesTable(go);
    table.readSchemas(modules.resolve("client-go@" + args[2] + "/" + SCHEMAS.formatted("s")));
    table.readSchemas(extensions.resolve("client/" + SCHEMAS.formatted("")));
    System.out.print(table.write(args[0]));
  }

  /// Takes the YAML between the back quotes.
  private void readSchemas(Path file) throws IOException {
    String text = Files.readString(file);
    int start = text.indexOf("YAMLObject(`") + "YAMLObject(`".length();
    SourceFile yaml = new SourceFile("schemas", text.substring(start, text.indexOf('`', start)));
    Document document = Yaml.OPA.read(yaml, DocumentLimits.DEFAULT).documents().getFirst();
    for (Value type : items(document.value(), "types")) {
      types.putIfAbsent(text(type, "name"), type);
    }
  }

  private String write(String release) {
    out.append("# The kinds and fields of Kubernetes ").append(release).append(".\n");
    out.append(
        "# Made from the public Go modules of Kubernetes; Copyright The Kubernetes Authors,\n");
    out.append(
        "# Apache License 2.0. `@version kind type`, `:type`, then `field type`; `!` is"
            + " required.\n");
    out.append("=").append(release).append('\n');
    go.kinds()
        .forEach((kind, type) ->
            out.append('@')
                .append(kind)
                .append(' ')
                .append(types.containsKey(type.name()) ? brief(type.name()) : "-")
                .append(type.end())
                .append('\n'));
    types.forEach(this::write);
    return out.toString();
  }

  private void write(String name, Value type) {
    List<Value> fields = items(get(type, "map"), "fields");
    if (fields.isEmpty()) {
      return;
    }
    out.append(':').append(brief(name)).append('\n');
    for (Value field : fields) {
      String word = text(field, "name");
      out.append(word)
          .append(go.isRequired(name, word) ? "!" : "")
          .append(' ')
          .append(reference(get(field, "type")))
          .append('\n');
    }
  }

  /// How a field's type is written: `string`, `number`, `boolean`, `scalar`, `any`, `[]T`, `{}T`,
  /// or a type's name.
  private String reference(@Nullable Value type) {
    String named = text(type, "namedType");
    if (!named.isEmpty()) {
      Value target = types.get(named);
      boolean hasFields = !items(get(target, "map"), "fields").isEmpty();
      return hasFields ? brief(named) : target == null ? "any" : reference(target);
    }
    String scalar = text(type, "scalar");
    Value list = get(type, "list");
    Value map = get(type, "map");
    if (!scalar.isEmpty() && (list != null || map != null)) {
      return "any";
    }
    if (list != null) {
      return "[]" + reference(get(list, "elementType"));
    }
    if (map != null) {
      Value element = get(map, "elementType");
      boolean open =
          element == null || get(element, "scalar") != null && get(element, "map") != null;
      return open ? "any" : "{}" + reference(element);
    }
    return switch (scalar) {
      case "numeric" -> "number";
      case "untyped" -> "scalar";
      case "" -> "any";
      default -> scalar;
    };
  }

  private static String brief(String name) {
    return name.replace("io.k8s.api.", "")
        .replace("io.k8s.apimachinery.pkg.apis.", "")
        .replace("io.k8s.apiextensions-apiserver.pkg.apis.", "");
  }

  private static @Nullable Value get(@Nullable Value object, String key) {
    return object instanceof ObjectValue o ? o.get(key) : null;
  }

  private static String text(@Nullable Value object, String key) {
    return get(object, key) instanceof StringValue text ? text.text() : "";
  }

  private static List<Value> items(@Nullable Value object, String key) {
    return get(object, key) instanceof ArrayValue array ? array.asList() : List.of();
  }
}
