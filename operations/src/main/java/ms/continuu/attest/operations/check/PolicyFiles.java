package ms.continuu.attest.operations.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ms.continuu.attest.documents.Document;
import ms.continuu.attest.documents.DocumentFormat;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.documents.file.FileDocuments;
import ms.continuu.attest.policy.PolicySources;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Utf8;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// The policies and data of a check, read from disk. Tests of policies are left out.
record PolicyFiles(PolicySources sources, List<Diagnostic> faults) {

  static PolicyFiles read(List<String> policies, List<String> data) {
    List<Diagnostic> faults = new ArrayList<>();
    List<SourceFile> files = new ArrayList<>();
    for (String name : policies) {
      try {
        for (Path file : regoFiles(Path.of(name))) {
          files.add(new SourceFile(file.toString(), Utf8.decode(Files.readAllBytes(file))));
        }
      } catch (IOException | InvalidPathException e) {
        faults.add(
            Check.fault("unreadable_policy", name + ": cannot be read: " + e.getMessage(), ""));
      }
    }
    ObjectValue merged = ObjectValue.EMPTY;
    for (String name : data) {
      ObjectValue next = data(name, faults);
      ObjectValue both = next == null ? merged : merge(merged, next);
      if (both == null) {
        faults.add(Check.fault("data_conflict", name + ": sets what another data file sets", ""));
      } else {
        merged = both;
      }
    }
    return new PolicyFiles(new PolicySources(files, merged), faults);
  }

  private static List<Path> regoFiles(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new IOException("no such file or folder");
    }
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> below = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
      return below.filter(PolicyFiles::isPolicy).sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean isPolicy(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".rego") && !name.endsWith("_test.rego") && !Files.isDirectory(file);
  }

  private static @Nullable ObjectValue data(String name, List<Diagnostic> faults) {
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
        faults.add(Check.fault("bad_data", name + ": data is one document, an object", ""));
      }
    } catch (IOException | InvalidPathException e) {
      faults.add(Check.fault("unreadable_data", name + ": cannot be read: " + e.getMessage(), ""));
    }
    return null;
  }

  /// Both objects in one, or null when they set the same thing.
  private static @Nullable ObjectValue merge(ObjectValue left, ObjectValue right) {
    ObjectValue.Builder merged = left.toBuilder();
    for (int i = 0; i < right.size(); i++) {
      Value key = right.keyAt(i);
      Value before = merged.get(key);
      Value next = right.valueAt(i);
      if (before == null) {
        merged.put(key, next);
      } else if (before instanceof ObjectValue a && next instanceof ObjectValue b) {
        ObjectValue both = merge(a, b);
        if (both == null) {
          return null;
        }
        merged.put(key, both);
      } else {
        return null;
      }
    }
    return merged.build();
  }
}
