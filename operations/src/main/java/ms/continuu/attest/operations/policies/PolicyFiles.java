package ms.continuu.attest.operations.policies;

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
public record PolicyFiles(PolicySources sources, List<Diagnostic> faults) {
  /// The folders of the library that other policies may draw on: modules, and parameters.
  private static final List<String> SHARED = List.of("lib", "attest");

  /// Reads policies and data.
  ///
  /// @param policies files and folders; data files in folders come along, as in a bundle
  /// @param data files of documents that policies read as `data`
  /// @param library ATTEST's own policies, whose shared modules and parameters others may draw on
  public static PolicyFiles read(List<String> policies, List<String> data, Path library) {
    Reader reader = new Reader();
    for (String name : policies) {
      reader.read(Path.of(name), Path.of(name));
    }
    for (String name : data) {
      reader.add(DataFile.read(name, reader.faults), name);
    }
    Reader shared = new Reader();
    if (policies.stream().noneMatch(name -> Path.of(name).equals(library))) {
      SHARED.stream()
          .map(library::resolve)
          .filter(Files::exists)
          .forEach(folder -> shared.read(library, folder));
    }
    List<Diagnostic> faults = new ArrayList<>(reader.faults);
    faults.addAll(shared.faults);
    return new PolicyFiles(
        new PolicySources(reader.files, over(shared.data, reader.data), shared.files), faults);
  }

  /// Both objects in one; of what both set, what the upper one says.
  private static ObjectValue over(ObjectValue lower, ObjectValue upper) {
    ObjectValue.Builder both = lower.toBuilder();
    for (int i = 0; i < upper.size(); i++) {
      Value key = upper.keyAt(i);
      Value told = upper.valueAt(i);
      if (lower.get(key) instanceof ObjectValue below && told instanceof ObjectValue above) {
        told = over(below, above);
      }
      both.put(key, told);
    }
    return both.build();
  }

  /// What was read so far.
  private static final class Reader {
    private final List<SourceFile> files = new ArrayList<>();
    private final List<Diagnostic> faults = new ArrayList<>();
    private ObjectValue data = ObjectValue.EMPTY;

    /// Reads the policies and data below a path.
    ///
    /// @param root the folder from which the paths of data count
    void read(Path root, Path path) {
      try {
        for (Path file : PolicyFiles.files(path)) {
          if (isData(file)) {
            add(DataFile.below(root, file, faults), file.toString());
          } else {
            files.add(new SourceFile(file.toString(), Utf8.decode(Files.readAllBytes(file))));
          }
        }
      } catch (IOException | InvalidPathException e) {
        faults.add(
            Faults.fault("unreadable_policy", path + ": cannot be read: " + e.getMessage(), ""));
      }
    }

    void add(@Nullable ObjectValue more, String name) {
      ObjectValue both = more == null ? data : merge(data, more);
      if (both == null) {
        faults.add(Faults.fault("data_conflict", name + ": sets what another data file sets", ""));
      } else {
        data = both;
      }
    }
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new IOException("no such file or folder");
    }
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> below = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
      return below
          .filter(file -> isWanted(file) && !isTestdata(path.relativize(file)))
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean isWanted(Path file) {
    String name = String.valueOf(file.getFileName());
    boolean policy = name.endsWith(".rego") && !name.endsWith("_test.rego");
    return (policy || isData(file)) && !Files.isDirectory(file);
  }

  /// Documents that tests judge.
  private static boolean isTestdata(Path file) {
    for (Path part : file) {
      if (part.toString().equals("testdata")) {
        return true;
      }
    }
    return false;
  }

  /// Data that comes with policies, as in a bundle: the folder is its path.
  private static boolean isData(Path file) {
    return switch (String.valueOf(file.getFileName())) {
      case "data.json", "data.yaml", "data.yml" -> true;
      default -> false;
    };
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
