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

  /// The cache of this program; null where nothing tells one build from another.
  ///
  /// @param home the folder that ATTEST is installed in
  /// @param remembers whether results are remembered, besides what came with ATTEST
  static Check.@Nullable Cache of(Map<String, String> environment, Path home, boolean remembers) {
    try {
      String built = Files.getLastModifiedTime(home.resolve("built")).toString();
      Path folder = remembers ? folder(environment) : null;
      return new Check.Cache(folder, home.resolve("ready"), built);
    } catch (IOException e) {
      return null;
    }
  }

  private static @Nullable Path folder(Map<String, String> environment) {
    String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
    String user = environment.getOrDefault("HOME", "");
    if (caches.isEmpty() && user.isEmpty()) {
      return null;
    }
    Path folder = caches.isEmpty() ? Path.of(user, ".cache") : Path.of(caches);
    return folder.resolve("attest").resolve("check");
  }
}
