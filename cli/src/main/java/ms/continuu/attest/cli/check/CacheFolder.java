package ms.continuu.attest.cli.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import ms.continuu.attest.operations.check.Check;
import org.jspecify.annotations.Nullable;

/// Where checks remember what they found: `$XDG_CACHE_HOME/attest`, or `~/.cache/attest`.
final class CacheFolder {
  private CacheFolder() {}

  /// The cache of this program; null where there is no home folder, or no telling one build from
  /// another.
  ///
  /// @param home the folder that ATTEST is installed in
  static Check.@Nullable Cache of(Map<String, String> environment, Path home) {
    String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
    String user = environment.getOrDefault("HOME", "");
    if (caches.isEmpty() && user.isEmpty()) {
      return null;
    }
    Path folder = caches.isEmpty() ? Path.of(user, ".cache") : Path.of(caches);
    try {
      String built = Files.getLastModifiedTime(home.resolve("built")).toString();
      return new Check.Cache(folder.resolve("attest").resolve("check"), built);
    } catch (IOException e) {
      return null;
    }
  }
}
