package ms.continuu.attest.operations.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import ms.continuu.attest.policy.PolicyFrontend;
import ms.continuu.attest.policy.PolicyGroup;
import ms.continuu.attest.policy.PolicySet;
import ms.continuu.attest.policy.PolicySources;
import ms.continuu.attest.policy.rego.RegoFrontend;
import org.jspecify.annotations.Nullable;

/// Policies that an earlier check made ready to judge: the same sources need not be read again.
final class PolicyImages {
  private static final int MOST_IMAGES = 16;
  private static final PolicyFrontend FRONTEND = new RegoFrontend();

  private PolicyImages() {}

  /// The policies that were kept for these sources; null when there are none.
  ///
  /// @param whole makes the same policies from their sources
  static @Nullable PolicySet open(
      Check.Cache cache, String digest, PolicySources sources, Supplier<PolicySet> whole) {
    String name = name(cache, digest);
    Path own = cache.folder();
    for (Path folder : own == null ? List.of(cache.shipped()) : List.of(own, cache.shipped())) {
      try {
        byte[] image = Files.readAllBytes(folder.resolve(name));
        PolicyGroup group = FRONTEND.open(image, sources, () -> whole.get().groups().getFirst());
        return new PolicySet(digest, List.of(group));
      } catch (IOException | RuntimeException e) {
        // Not there, or damaged: the sources tell.
      }
    }
    return null;
  }

  /// Keeps policies for the next check. More than one dialect is not kept.
  static void save(Check.Cache cache, PolicySet policies) {
    Path folder = cache.folder();
    if (folder != null && policies.groups().size() == 1) {
      Path file = folder.resolve(name(cache, policies.digest()));
      CacheFile.write(file, policies.groups().getFirst().image(), MOST_IMAGES);
    }
  }

  private static String name(Check.Cache cache, String digest) {
    return ResultCache.fileName(cache.program() + "\n" + digest) + ".policies";
  }
}
