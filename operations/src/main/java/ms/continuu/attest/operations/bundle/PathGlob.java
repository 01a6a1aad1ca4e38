package ms.continuu.attest.operations.bundle;

/// A pattern of paths as manifests have them: `*` and `**` for any text, `?` for one character,
/// `{a,b}` for either, `[a-z]` for a set of characters, `[!a]` for all others.
final class PathGlob {
  private PathGlob() {}

  static boolean matches(String pattern, String path) {
    return matches(pattern, 0, path, 0);
  }

  private static boolean matches(String pattern, int p, String path, int n) {
    if (p == pattern.length()) {
      return n == path.length();
    }
    char c = pattern.charAt(p);
    switch (c) {
      case '*' -> {
        int after = p;
        while (after < pattern.length() && pattern.charAt(after) == '*') {
          after++;
        }
        for (int i = n; i <= path.length(); i++) {
          if (matches(pattern, after, path, i)) {
            return true;
          }
        }
        return false;
      }
      case '?' -> {
        return n < path.length() && matches(pattern, p + 1, path, n + 1);
      }
      case '{' -> {
        return matchesAlternatives(pattern, p, path, n);
      }
      case '[' -> {
        return n < path.length() && matchesClass(pattern, p + 1, path, n);
      }
      default -> {
        int literal = c == '\\' && p + 1 < pattern.length() ? p + 1 : p;
        return n < path.length()
            && pattern.charAt(literal) == path.charAt(n)
            && matches(pattern, literal + 1, path, n + 1);
      }
    }
  }

  private static boolean matchesAlternatives(String pattern, int p, String path, int n) {
    int depth = 0;
    int start = p + 1;
    int end = p;
    for (int i = p; i < pattern.length(); i++) {
      depth += pattern.charAt(i) == '{' ? 1 : pattern.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        end = i;
        break;
      }
    }
    String rest = pattern.substring(end + 1);
    depth = 0;
    for (int i = start; i <= end; i++) {
      char c = pattern.charAt(i);
      if (depth == 0 && (c == ',' || i == end)) {
        if (matches(pattern.substring(start, i) + rest, 0, path, n)) {
          return true;
        }
        start = i + 1;
      }
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    }
    return false;
  }

  private static boolean matchesClass(String pattern, int start, String path, int n) {
    int end = pattern.indexOf(']', start);
    if (end < 0) {
      return false;
    }
    boolean negated = pattern.charAt(start) == '!' || pattern.charAt(start) == '^';
    boolean found = false;
    char c = path.charAt(n);
    for (int i = negated ? start + 1 : start; i < end; i++) {
      if (i + 2 < end && pattern.charAt(i + 1) == '-') {
        found |= pattern.charAt(i) <= c && c <= pattern.charAt(i + 2);
        i += 2;
      } else {
        found |= pattern.charAt(i) == c;
      }
    }
    return found != negated && matches(pattern, end + 1, path, n + 1);
  }
}
