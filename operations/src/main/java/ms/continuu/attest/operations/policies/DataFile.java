package ms.continuu.attest.operations.policies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import ms.continuu.attest.documents.Document;
import ms.continuu.attest.documents.DocumentFormat;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.documents.file.FileDocuments;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import org.jspecify.annotations.Nullable;

/// Files of documents that policies read as `data`.
final class DataFile {
  private DataFile() {}

  /// The object that a file holds; null, and a fault, when it holds none.
  static @Nullable ObjectValue read(String name, List<Diagnostic> faults) {
    try {
      byte[] bytes = Files.readAllBytes(Path.of(name));
      DocumentFormat format = FileDocuments.formatOf(name);
      Reading reading =
          FileDocuments.read(
              name,
              bytes,
              format == null ? FileDocuments.formatOfText(bytes) : format,
              DocumentLimits.DEFAULT);
      faults.addAll(reading.diagnostics());
      List<Document> documents = reading.documents();
      if (documents.size() == 1 && documents.getFirst().value() instanceof ObjectValue object) {
        return object;
      }
      if (reading.diagnostics().isEmpty()) {
        faults.add(Faults.fault("bad_data", name + ": data is one document, an object", ""));
      }
    } catch (IOException | InvalidPathException e) {
      faults.add(Faults.fault("unreadable_data", name + ": cannot be read: " + e.getMessage(), ""));
    }
    return null;
  }

  /// The same at the path that the folders below the root spell, as in a bundle.
  static @Nullable ObjectValue below(Path root, Path file, List<Diagnostic> faults) {
    ObjectValue value = read(file.toString(), faults);
    Path folder = root.relativize(file).getParent();
    for (; value != null && folder != null; folder = folder.getParent()) {
      String name = String.valueOf(folder.getFileName());
      value = ObjectValue.builder().put(StringValue.of(name), value).build();
    }
    return value;
  }
}
