package ms.continuu.attest.operations.bundle;

import java.util.Map;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.rego.syntax.RegoVersion;
import org.jspecify.annotations.Nullable;

/// Versions of the language as manifests number them.
public final class Versions {
  private Versions() {}

  /// The version of a number, or null for a number without one.
  static @Nullable RegoVersion ofNumber(int number) {
    return switch (number) {
      case 0 -> RegoVersion.V0;
      case 1 -> RegoVersion.V1;
      case 2 -> RegoVersion.V2;
      default -> null;
    };
  }

  public static int number(RegoVersion version) {
    return switch (version) {
      case V0, V0_COMPAT_V1 -> 0;
      case V1 -> 1;
      case V2 -> 2;
    };
  }

  /// The version of the bundle as a whole.
  public static RegoVersion of(Manifest manifest, RegoVersion otherwise) {
    Integer number = manifest.regoVersion();
    RegoVersion version = number == null ? null : ofNumber(number);
    return version == null ? otherwise : version;
  }

  /// The version of a file of a bundle.
  ///
  /// @param path the file's path within the bundle
  public static RegoVersion of(Manifest manifest, String path, RegoVersion otherwise)
      throws Failure {
    for (Map.Entry<String, Integer> entry : manifest.fileRegoVersions().entrySet()) {
      if (PathGlob.matches(entry.getKey(), path)) {
        RegoVersion version = ofNumber(entry.getValue());
        if (version == null) {
          throw Failure.of(
              "unknown bundle rego-version " + entry.getValue() + " for file '" + path + "'");
        }
        return version;
      }
    }
    return of(manifest, otherwise);
  }
}
