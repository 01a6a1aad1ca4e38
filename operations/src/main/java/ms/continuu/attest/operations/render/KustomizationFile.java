package ms.continuu.attest.operations.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.documents.Document;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.file.FileDocuments;
import ms.continuu.attest.documents.yaml.Yaml;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// A `kustomization.yaml`, and what it refers to.
///
/// @param path the file itself
/// @param references in order: patches before what they change
record KustomizationFile(Path path, Document document, List<Reference> references) {
  private static final List<String> NAMES =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");
  private static final List<String> PATCHES =
      List.of("patches", "patchesStrategicMerge", "patchesJson6902");
  private static final List<String> RESOURCES =
      List.of("resources", "bases", "components", "crds", "generators", "transformers");

  /// A file or folder that it names, or a text that it holds.
  ///
  /// @param at where it does so
  /// @param inline the text of a patch; null when it is named
  /// @param target which resources a patch is for; null when it says so itself
  record Reference(
      List<Value> at,
      String name,
      boolean patch,
      @Nullable String inline,
      @Nullable ObjectValue target) {}

  /// The file of a folder, or null when it has none that can be read.
  static @Nullable KustomizationFile in(Path folder, String shown) {
    for (String name : NAMES) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        try {
          byte[] bytes = Files.readAllBytes(file);
          List<Document> documents =
              FileDocuments.read(shown + "/" + name, bytes, Yaml.KUBERNETES, DocumentLimits.DEFAULT)
                  .documents();
          return documents.isEmpty() ? null : of(file, documents.getFirst());
        } catch (IOException e) {
          return null;
        }
      }
    }
    return null;
  }

  private static KustomizationFile of(Path file, Document document) {
    List<Reference> references = new ArrayList<>();
    PATCHES.forEach(member -> collect(document.value(), member, true, references));
    RESOURCES.forEach(member -> collect(document.value(), member, false, references));
    return new KustomizationFile(file, document, references);
  }

  private static void collect(Value file, String member, boolean patch, List<Reference> found) {
    if (!(file instanceof ObjectValue object) || !(object.get(member) instanceof ArrayValue list)) {
      return;
    }
    for (int i = 0; i < list.size(); i++) {
      List<Value> at = List.of(StringValue.of(member), NumberValue.of(i));
      switch (list.get(i)) {
        case StringValue text when text.text().contains("\n") ->
            found.add(new Reference(at, "", patch, text.text(), null));
        case StringValue name -> found.add(new Reference(at, name.text(), patch, null, null));
        case ObjectValue entry when entry.get("path") instanceof StringValue name ->
            found.add(new Reference(at, name.text(), patch, null, target(entry)));
        case ObjectValue entry when entry.get("patch") instanceof StringValue text ->
            found.add(new Reference(at, "", patch, text.text(), target(entry)));
        default -> {}
      }
    }
  }

  private static @Nullable ObjectValue target(ObjectValue entry) {
    return entry.get("target") instanceof ObjectValue target ? target : null;
  }

  /// Whether it cannot be rendered by itself.
  boolean isComponent() {
    return document.value() instanceof ObjectValue object
        && object.get("kind") instanceof StringValue kind
        && kind.text().equals("Component");
  }

  /// What a reference names on this disk, or null when it is not there.
  @Nullable Path local(Reference reference) {
    try {
      Path folder = path.getParent();
      Path named = folder == null ? null : folder.resolve(reference.name).normalize();
      return named != null && Files.exists(named) ? named : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  SourceFile source() {
    return document.source();
  }
}
