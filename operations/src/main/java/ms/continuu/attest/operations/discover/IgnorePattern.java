package ms.continuu.attest.operations.discover;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A line of an ignore file.
///
/// @param prefix what the path begins with. Git takes it off first, so that two stars after it
///   count as if they stood at the beginning
/// @param whole whether it is about the path below the file's folder, not about the last name alone
record IgnorePattern(
    String prefix, WildMatch pattern, boolean negated, boolean foldersOnly, boolean whole) {

  /// The pattern of a line, or null when it holds none.
  static @Nullable IgnorePattern of(String line) {
    String text = byBytes(withoutTrailingBlanks(line));
    if (text.isEmpty() || text.startsWith("#")) {
      return null;
    }
    boolean negated = text.startsWith("!");
    text = negated ? text.substring(1) : text;
    boolean foldersOnly = text.endsWith("/");
    text = foldersOnly ? text.substring(0, text.length() - 1) : text;
    boolean whole = text.indexOf('/') >= 0;
    text = text.startsWith("/") ? text.substring(1) : text;
    int plain = 0;
    while (whole && plain < text.length() && "*?[\\".indexOf(text.charAt(plain)) < 0) {
      plain++;
    }
    WildMatch pattern = text.isEmpty() ? null : WildMatch.of(text.substring(plain));
    return pattern == null
        ? null
        : new IgnorePattern(text.substring(0, plain), pattern, negated, foldersOnly, whole);
  }

  /// A text with one character for each byte of its UTF-8: to Git, `?` is a byte.
  private static String byBytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
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

  /// @param unicodePath below the folder of the ignore file, with slashes
  boolean matches(String unicodePath, boolean folder) {
    if (foldersOnly && !folder) {
      return false;
    }
    String path = byBytes(unicodePath);
    return whole
        ? path.startsWith(prefix) && pattern.matches(path.substring(prefix.length()))
        : pattern.matches(path.substring(path.lastIndexOf('/') + 1));
  }
}
