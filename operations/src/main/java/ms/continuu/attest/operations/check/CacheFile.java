package ms.continuu.attest.operations.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// Files of a cache: written whole, the oldest forgotten.
final class CacheFile {
  private CacheFile() {}

  /// Writes a file. A cache that cannot be written is none, and says nothing.
  ///
  /// @param most how many files of its kind, which is the end of its name, are kept
  static void write(Path file, byte[] bytes, int most) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      return;
    }
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, "new", ".part");
      try {
        Files.write(part, bytes);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
      String name = file.toString();
      forgetOldest(folder, name.substring(name.lastIndexOf('.')), most);
    } catch (IOException | UnsupportedOperationException e) {
      // The next check is as slow as this one.
    }
  }

  private static void forgetOldest(Path folder, String kind, int most) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> newestFirst =
          files
              .filter(path -> path.toString().endsWith(kind))
              .sorted((a, b) -> Long.compare(b.toFile().lastModified(), a.toFile().lastModified()))
              .toList();
      for (int i = most; i < newestFirst.size(); i++) {
        Files.deleteIfExists(newestFirst.get(i));
      }
    }
  }
}
