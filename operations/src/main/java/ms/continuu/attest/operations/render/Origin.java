package ms.continuu.attest.operations.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import ms.continuu.attest.documents.Document;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.file.FileDocuments;
import ms.continuu.attest.documents.yaml.Yaml;
import ms.continuu.attest.operations.render.KustomizationFile.Reference;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// A resource or patch that a kustomization draws on.
///
/// @param target which resources a patch is for; null when it says so itself
record Origin(Document document, boolean patch, @Nullable ObjectValue target) {

  /// What kustomizations draw on, outermost first.
  ///
  /// @param shown the name of a file as the user would write it
  static List<Origin> of(List<KustomizationFile> files, Function<Path, String> shown) {
    List<Origin> origins = new ArrayList<>();
    for (KustomizationFile file : files) {
      for (Reference reference : file.references()) {
        if (reference.inline() != null) {
          FixedPlace place = new FixedPlace(file.document().positions().locate(reference.at()));
          SourceFile text = new SourceFile(file.source().name(), reference.inline());
          for (Document document : Yaml.KUBERNETES.read(text, DocumentLimits.DEFAULT).documents()) {
            Document placed = new Document(file.source(), 0, document.value(), place);
            origins.add(new Origin(placed, true, reference.target()));
          }
          continue;
        }
        Path path = file.local(reference);
        if (path != null && Files.isRegularFile(path)) {
          for (Document one : read(path, shown.apply(path))) {
            origins.add(new Origin(one, reference.patch(), reference.target()));
          }
        }
      }
    }
    return origins;
  }

  private static List<Document> read(Path file, String name) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return FileDocuments.read(name, bytes, Yaml.KUBERNETES, DocumentLimits.DEFAULT).documents();
    } catch (IOException e) {
      return List.of();
    }
  }

  /// How well it fits a rendered resource: 2 by kind and name, 1 by kind and a part of the name,
  /// which a kustomization may lengthen, 0 not.
  int fits(Value resource) {
    if (target != null) {
      String kind = text(target, "kind");
      boolean meant = kind.isEmpty() || kind.equals(text(resource, "kind"));
      return meant && name(resource).contains(text(target, "name")) ? 1 : 0;
    }
    Value value = document.value();
    if (!text(value, "kind").equals(text(resource, "kind"))) {
      return 0;
    }
    String own = name(value);
    String rendered = name(resource);
    return own.equals(rendered) ? 2 : !own.isEmpty() && rendered.contains(own) ? 1 : 0;
  }

  /// Whether it is a list of operations on resources.
  boolean isOperations() {
    return document.value() instanceof ArrayValue;
  }

  private static String name(Value resource) {
    return resource instanceof ObjectValue object
            && object.get("metadata") instanceof ObjectValue metadata
        ? text(metadata, "name")
        : "";
  }

  private static String text(Value value, String key) {
    return value instanceof ObjectValue object && object.get(key) instanceof StringValue text
        ? text.text()
        : "";
  }
}
