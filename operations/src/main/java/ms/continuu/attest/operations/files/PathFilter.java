package ms.continuu.attest.operations.files;

import java.util.List;

/// Which files and directories loading leaves out.
///
/// @param ignored shell patterns of names; what is named on the command line itself is never
///   ignored
/// @param kind which files come into question at all
public record PathFilter(List<String> ignored, Kind kind) {

  /// Leaves nothing out.
  public static final PathFilter NONE = new PathFilter(List.of(), Kind.ALL);

  /// Files that come into question.
  public enum Kind {
    ALL,
    REGO,
    NO_ARCHIVES
  }

  public PathFilter {
    ignored = List.copyOf(ignored);
  }

  public static PathFilter ignoring(List<String> patterns) {
    return new PathFilter(patterns, Kind.ALL);
  }

  /// Whether a file or directory is left out.
  ///
  /// @param depth how far below a path of the command line it is
  public boolean excludes(String path, boolean isDirectory, int depth) {
    boolean wrongKind =
        switch (kind) {
          case ALL -> false;
          case REGO -> !isDirectory && !GoPaths.extension(GoPaths.base(path)).equals(".rego");
          case NO_ARCHIVES -> !isDirectory && path.endsWith(".tar.gz");
        };
    if (wrongKind) {
      return true;
    }
    for (String pattern : ignored) {
      if (depth >= 1 && new GlobPattern(pattern).matches(GoPaths.base(path))) {
        return true;
      }
    }
    return false;
  }
}
