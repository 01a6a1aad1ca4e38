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
    ObjectValue merged = ObjectValue.EMPTY;
    for (String name : policies) {
      try {
        Path root = Path.of(name);
        for (Path file : files(root)) {
          if (isData(file)) {
            merged = with(merged, DataFile.below(root, file, faults), file.toString(), faults);
          } else {
            files.add(new SourceFile(file.toString(), Utf8.decode(Files.readAllBytes(file))));
          }
        }
      } catch (IOException | InvalidPathException e) {
        faults.add(
            Check.fault("unreadable_policy", name + ": cannot be read: " + e.getMessage(), ""));
      }
    }
    for (String name : data) {
      merged = with(merged, DataFile.read(name, faults), name, faults);
    }
    return new PolicyFiles(new PolicySources(files, merged), faults);
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new IOException("no such file or folder");
    }
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> below = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
      return below.filter(PolicyFiles::isWanted).sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean isWanted(Path file) {
    String name = String.valueOf(file.getFileName());
    boolean policy = name.endsWith(".rego") && !name.endsWith("_test.rego");
    return (policy || isData(file)) && !Files.isDirectory(file);
  }

  /// Data that comes with policies, as in a bundle: the folder is its path.
  private static boolean isData(Path file) {
    return switch (String.valueOf(file.getFileName())) {
      case "data.json", "data.yaml", "data.yml" -> true;
      default -> false;
    };
  }

  private static ObjectValue with(
      ObjectValue data, @Nullable ObjectValue more, String name, List<Diagnostic> faults) {
    ObjectValue both = more == null ? data : merge(data, more);
    if (both == null) {
      faults.add(Check.fault("data_conflict", name + ": sets what another data file sets", ""));
      return data;
    }
    return both;
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
