package ms.continuu.attest.cli.present;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import ms.continuu.attest.operations.bundle.Bundle;
import ms.continuu.attest.operations.bundle.Manifest;
import ms.continuu.attest.operations.opa.Inspect;
import ms.continuu.attest.rego.syntax.Annotations;
import ms.continuu.attest.rego.syntax.AstJson;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.rego.types.CapabilitiesJson;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.JsonWriter;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Utf8;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// What was found in a bundle, as tables and as JSON.
public final class InspectOutput {
  private static final String INDENT = "  ";

  private static final int CELL = 50;
  private static final int PAGE = 80;

  private InspectOutput() {}

  public static String text(Inspect found) {
    StringBuilder text = new StringBuilder();
    Manifest manifest = found.manifest();
    if (manifest != null) {
      Table table = manifestTable(manifest);
      if (!table.isEmpty()) {
        text.append("MANIFEST:\n").append(table.text());
      }
    }
    if (!found.namespaces().isEmpty()) {
      Table table = Table.merging(1, List.of("Namespace", "File"));
      found
          .namespaces()
          .forEach((name, files) -> files.forEach(file -> table.row(List.of(name, path(file)))));
      text.append("NAMESPACES:\n").append(table.text());
    }
    if (!found.annotations().isEmpty()) {
      text.append("ANNOTATIONS:\n");
      found.annotations().forEach(note -> append(note, text));
    }
    return text.toString();
  }

  private static Table manifestTable(Manifest manifest) {
    Table table = Table.withCapitals(List.of("Field", "Value"));
    Integer version = manifest.regoVersion();
    if (version != null) {
      table.row(List.of("Rego Version", version.toString()));
    }
    if (!manifest.revision().isEmpty()) {
      table.row(List.of("Revision", cut(manifest.revision(), CELL)));
    }
    if (manifest.roots().size() == 1) {
      if (!manifest.roots().getFirst().isEmpty()) {
        table.row(List.of("Roots", path(manifest.roots().getFirst())));
      }
    } else {
      TreeSet<String> roots = new TreeSet<>(Utf8::compare);
      roots.addAll(manifest.roots());
      roots.forEach(root -> table.row(List.of("Roots", path(root))));
    }
    ObjectValue metadata = manifest.metadata();
    if (metadata != null && metadata.size() > 0) {
      table.row(List.of("Metadata", cut(Json.text(metadata), CELL)));
    }
    return table;
  }

  private static String cut(String text, int length) {
    return text.length() < length ? text : text.substring(0, length - 3) + "...";
  }

  /// A path whose middle gives way to dots when it is long.
  private static String path(String path) {
    if (path.length() < CELL) {
      return path;
    }
    int slash = path.lastIndexOf('/');
    String folders = slash < 0 ? "." : path.substring(0, slash);
    folders = folders.startsWith("/") ? folders.substring(1) : folders;
    int first = folders.indexOf('/');
    String middle = first > 0 ? folders.substring(first + 1) : folders;
    int spare = CELL - (path.length() - middle.length() + 3);
    if (spare > 0) {
      middle = spare > middle.length() ? "" : middle.substring(0, middle.length() - spare);
    }
    if (middle.length() <= 3) {
      return path;
    }
    int at = path.indexOf(middle);
    return path.substring(0, at) + "..." + path.substring(at + middle.length());
  }

  private static void append(Inspect.Note note, StringBuilder text) {
    Annotations annotations = note.annotations();
    String title = annotations.title().strip();
    if (title.isEmpty()) {
      title = withoutData(note.path());
    }
    text.append(title).append('\n');
    text.append("=".repeat(Math.min(title.length(), PAGE))).append("\n\n");
    if (!annotations.description().isEmpty()) {
      text.append(annotations.description()).append("\n\n");
    }
    text.append("Package:  ").append(withoutData(note.packagePath())).append('\n');
    Term.Ref rule = note.rule();
    if (rule != null) {
      text.append("Rule:     ").append(TermText.of(rule)).append('\n');
    }
    Location location = note.location();
    text.append("Location: ").append(location.file()).append(':').append(location.row());
    text.append("\nScope: ").append(annotations.scope()).append('\n');
    if (annotations.entrypoint()) {
      text.append("Entrypoint: true\n");
    }
    text.append('\n');
    appendLists(annotations, text);
  }

  private record Entry(String key, String value) {}

  private static void appendLists(Annotations annotations, StringBuilder text) {
    List<Entry> organizations = new ArrayList<>();
    annotations.organizations().forEach(o -> organizations.add(new Entry("", oneLine(o))));
    append("Organizations:", organizations, "", text);
    List<Entry> authors = new ArrayList<>();
    annotations.authors().forEach(author -> authors.add(new Entry("", oneLine(name(author)))));
    append("Authors:", authors, "", text);
    List<Entry> schemas = new ArrayList<>();
    for (Annotations.SchemaAnnotation schema : annotations.schemas()) {
      Term.Ref ref = schema.schema();
      Value definition = schema.definition();
      String value =
          ref != null ? TermText.of(ref) : definition == null ? "" : Json.text(definition);
      schemas.add(new Entry(TermText.of(schema.path()), value));
    }
    append("Schemas:", schemas, ": ", text);
    List<Entry> resources = new ArrayList<>();
    annotations
        .relatedResources()
        .forEach(r -> resources.add(new Entry(oneLine(r.ref()), r.description())));
    append("Related Resources:", resources, " ", text);
    List<Entry> custom = new ArrayList<>();
    ObjectValue members = annotations.custom();
    if (members != null) {
      for (int i = 0; i < members.size(); i++) {
        String key = JsonForm.keyText(members.keyAt(i));
        Value member = members.valueAt(i);
        boolean shown = Annotations.isJson(member);
        custom.add(new Entry(key, shown ? Json.text(JsonForm.of(member)) : ""));
      }
    }
    append("Custom:", custom, ": ", text);
  }

  private static String name(Annotations.Author author) {
    if (author.email().isEmpty()) {
      return author.name();
    }
    return author.name().isEmpty()
        ? "<" + author.email() + ">"
        : author.name() + " <" + author.email() + ">";
  }

  private static String oneLine(String text) {
    return text.replace('\n', ' ');
  }

  private static void append(
      String title, List<Entry> entries, String separator, StringBuilder text) {
    if (entries.isEmpty()) {
      return;
    }
    text.append(title).append('\n');
    int width = entries.stream().mapToInt(entry -> entry.key.length()).max().orElse(0);
    for (Entry entry : entries) {
      String line =
          entry.value.isEmpty()
              ? " " + entry.key
              : " " + entry.key + separator + " ".repeat(width - entry.key.length()) + entry.value;
      text.append(cut(line, PAGE)).append('\n');
    }
    text.append('\n');
  }

  private static String withoutData(Term.Ref path) {
    if (path.terms().size() <= 1) {
      return "";
    }
    List<Term> terms = new ArrayList<>(path.terms().subList(1, path.terms().size()));
    if (terms.getFirst() instanceof Term.Scalar name
        && name.value() instanceof StringValue string) {
      terms.set(0, new Term.Var(string.text(), Location.NONE));
    }
    return TermText.ofRef(terms);
  }

  public static String json(Inspect found) throws AstJson.UnwritableTree {
    StringBuilder text = new StringBuilder();
    JsonWriter json = new JsonWriter(text, INDENT, true).beginObject();
    Manifest manifest = found.manifest();
    if (manifest != null) {
      json.name("manifest");
      manifest.write(json);
    }
    json.name("signatures_config");
    write(found.signatures(), json);
    if (!found.wasmModules().isEmpty()) {
      json.name("wasm_modules").beginArray();
      found.wasmModules().forEach(module -> write(module, manifest, json));
      json.endArray();
    }
    if (!found.namespaces().isEmpty()) {
      json.name("namespaces").beginObject();
      found
          .namespaces()
          .forEach((name, files) -> {
            json.name(name).beginArray();
            files.forEach(json::string);
            json.endArray();
          });
      json.endObject();
    }
    if (!found.annotations().isEmpty()) {
      json.name("annotations").beginArray();
      for (Inspect.Note note : found.annotations()) {
        write(note, json);
      }
      json.endArray();
    }
    json.name("capabilities");
    CapabilitiesJson.write(found.required(), json);
    json.endObject();
    return text.append('\n').toString();
  }

  private static void write(Bundle.Signatures signatures, JsonWriter json) {
    json.beginObject();
    if (!signatures.tokens().isEmpty()) {
      json.name("signatures").beginArray();
      signatures.tokens().forEach(json::string);
      json.endArray();
    }
    if (!signatures.plugin().isEmpty()) {
      json.member("plugin", signatures.plugin());
    }
    json.endObject();
  }

  private static void write(Bundle.OtherFile module, @Nullable Manifest manifest, JsonWriter json) {
    json.beginObject().name("entrypoints").beginArray();
    if (manifest != null) {
      for (Manifest.WasmResolver resolver : manifest.wasmResolvers()) {
        if (resolver.module().equals(module.path())) {
          json.string("data." + resolver.entrypoint().replace('/', '.'));
        }
      }
    }
    json.endArray();
    json.member("path", module.path()).member("url", module.url()).endObject();
  }

  private static void write(Inspect.Note note, JsonWriter json) throws AstJson.UnwritableTree {
    json.beginObject();
    // Members stay in the order of the tree, which a parsed value would forget.
    json.name("annotations").lines(AstJson.of(note.annotations(), AstJson.Places.OMITTED, INDENT));
    json.name("location");
    FailureOutput.write(note.location(), json);
    json.name("path").value(pathOf(note.path()));
    json.endObject();
  }

  private static Value pathOf(Term.Ref path) throws AstJson.UnwritableTree {
    try {
      Value tree = Json.parse(AstJson.of(path, AstJson.Places.OMITTED, ""));
      Value terms = tree instanceof ObjectValue object ? object.get("value") : null;
      return terms == null ? tree : terms;
    } catch (JsonSyntaxException e) {
      throw new IllegalStateException("trees are sound JSON", e);
    }
  }
}
