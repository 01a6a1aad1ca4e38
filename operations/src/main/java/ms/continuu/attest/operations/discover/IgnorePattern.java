package ms.continuu.attest.operations.discover;

import org.jspecify.annotations.Nullable;

/// A line of an ignore file.
///
/// @param whole whether it is about the path below the file's folder, not about the last name alone
record IgnorePattern(WildMatch pattern, boolean negated, boolean foldersOnly, boolean whole) {

  /// The pattern of a line, or null when it holds none.
  static @Nullable IgnorePattern of(String line) {
    String text = withoutTrailingBlanks(line);
    if (text.isEmpty() || text.startsWith("#")) {
      return null;
    }
    boolean negated = text.startsWith("!");
    text = negated ? text.substring(1) : text;
    boolean foldersOnly = text.endsWith("/");
    text = foldersOnly ? text.substring(0, text.length() - 1) : text;
    boolean whole = text.indexOf('/') >= 0;
    text = text.startsWith("/") ? text.substring(1) : text;
    WildMatch pattern = text.isEmpty() ? null : WildMatch.of(text);
    return pattern == null ? null : new IgnorePattern(pattern, negated, foldersOnly, whole);
  }

  private static String withoutTrailingBlanks(String line) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == ' ' && !isEscaped(line, end - 1)) {
      end--;
    }
    return line.substring(0, end);
  }

  /// Whether an odd number of backslashes stands before it.
  private static boolean isEscaped(String line, int at) {
    int before = at;
    while (before > 0 && line.charAt(before - 1) == '\\') {
      before--;
    }
    return (at - before) % 2 == 1;
  }

  /// @param path below the folder of the ignore file, with slashes
  boolean matches(String path, boolean folder) {
    return (folder || !foldersOnly)
        && pattern.matches(whole ? path : path.substring(path.lastIndexOf('/') + 1));
  }
}
