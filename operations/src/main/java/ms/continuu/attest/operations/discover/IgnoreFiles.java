package ms.continuu.attest.operations.discover;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.value.Utf8;
import org.jspecify.annotations.Nullable;

/// The ignore files that count in a folder: its own `.gitignore` and `.attestignore`, and those of
/// the folders above. The last pattern that matches in the nearest folder decides; of one folder,
/// `.attestignore` comes last.
final class IgnoreFiles {
  private static final List<String> NAMES = List.of(".gitignore", ".attestignore");

  private final @Nullable IgnoreFiles above;
  private final Path folder;
  private final List<IgnorePattern> patterns;

  private IgnoreFiles(@Nullable IgnoreFiles above, Path folder, List<IgnorePattern> patterns) {
    this.above = above;
    this.folder = folder;
    this.patterns = List.copyOf(patterns);
  }

  /// What counts in a folder that a walk begins with: from the top of its repository down, or, when
  /// it is in none, its own.
  static IgnoreFiles from(Path folder) throws IOException {
    Path start = folder.toAbsolutePath().normalize();
    Path top = start;
    for (Path at = start; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        top = at;
        break;
      }
    }
    List<IgnorePattern> excluded = new ArrayList<>();
    read(top.resolve(".git").resolve("info").resolve("exclude"), excluded);
    IgnoreFiles found = new IgnoreFiles(null, top, excluded).below(top);
    for (Path part : top.relativize(start)) {
      if (!part.toString().isEmpty()) {
        found = found.below(found.folder.resolve(part));
      }
    }
    return found;
  }

  /// What counts in a folder below.
  IgnoreFiles below(Path child) throws IOException {
    List<IgnorePattern> own = new ArrayList<>();
    for (String name : NAMES) {
      read(child.resolve(name), own);
    }
    return new IgnoreFiles(this, child.toAbsolutePath().normalize(), own);
  }

  private static void read(Path file, List<IgnorePattern> patterns) throws IOException {
    if (!Files.isRegularFile(file)) {
      return;
    }
    String text = Utf8.decode(Files.readAllBytes(file));
    text = text.startsWith("\ufeff") ? text.substring(1) : text;
    for (String line : text.split("\n", -1)) {
      String plain = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
      IgnorePattern pattern = IgnorePattern.of(plain);
      if (pattern != null) {
        patterns.add(pattern);
      }
    }
  }

  /// Whether a file or folder is ignored whose own folder is not.
  boolean ignores(Path path, boolean isFolder) {
    Path whole = path.toAbsolutePath().normalize();
    for (IgnoreFiles at = this; at != null; at = at.above) {
      String below = at.folder.relativize(whole).toString().replace('\\', '/');
      for (int i = at.patterns.size() - 1; i >= 0; i--) {
        if (at.patterns.get(i).matches(below, isFolder)) {
          return !at.patterns.get(i).negated();
        }
      }
    }
    return false;
  }
}
