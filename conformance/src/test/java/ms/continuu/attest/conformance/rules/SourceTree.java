package ms.continuu.attest.conformance.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The project's own files, found from the folder that the build names or that the tests run in.
final class SourceTree {
  static final List<String> MODULES =
      List.of(
          "value", "documents", "rego", "policy", "operations", "cli", "conformance", "benchmarks");

  private static final Set<String> NOT_OURS =
      Set.of(".git", ".peers", "target", "target-fast", ".idea", ".vscode", "node_modules");

  private SourceTree() {}

  /// The folder with the root POM.
  static Path root() {
    String named = System.getProperty("attest.root");
    Path at = Path.of(named == null ? "" : named).toAbsolutePath();
    while (!Files.exists(at.resolve("ARCHITECTURE.md"))) {
      at = at.getParent();
      if (at == null) {
        throw new IllegalStateException("not run inside the project");
      }
    }
    return at;
  }

  /// Every file of the project, without what the build makes.
  static List<Path> files() {
    return walk(root()).filter(Files::isRegularFile).toList();
  }

  /// Every file of the project whose name ends so.
  static List<Path> files(String suffix) {
    return files().stream().filter(file -> file.toString().endsWith(suffix)).toList();
  }

  /// The folders that hold the compiled main classes: one a module in the full build, a common one
  /// in a quick one.
  static List<Path> classFolders() {
    if (System.getProperty("attest.root") == null) {
      return List.of(root().resolve("target-fast"));
    }
    return MODULES.stream()
        .map(module -> root().resolve(module).resolve("target/classes"))
        .filter(Files::isDirectory)
        .toList();
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static Stream<Path> walk(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList().stream()
          .filter(entry -> !NOT_OURS.contains(entry.getFileName().toString()))
          .flatMap(entry -> Files.isDirectory(entry) ? walk(entry) : Stream.of(entry));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }
}
