package ms.continuu.attest.operations.files;

/// A shell pattern of Go's `filepath.Match`: `*`, `?`, `[a-z]`, `[^a]`, `\c`. A broken pattern
/// matches nothing.
final class GlobPattern {
  private final String pattern;

  GlobPattern(String pattern) {
    this.pattern = pattern;
  }

  boolean matches(String name) {
    return matches(0, name, 0);
  }

  private boolean matches(int p, String name, int n) {
    if (p == pattern.length()) {
      return n == name.length();
    }
    return switch (pattern.charAt(p)) {
      case '*' -> {
        for (int i = n; i <= name.length(); i++) {
          if (matches(p + 1, name, i)) {
            yield true;
          }
          if (i < name.length() && name.charAt(i) == '/') {
            break;
          }
        }
        yield false;
      }
      case '?' ->
          n < name.length()
              && name.charAt(n) != '/'
              && matches(p + 1, name, name.offsetByCodePoints(n, 1));
      case '[' -> n < name.length() && matchesClass(p + 1, name, n);
      case '\\' ->
          p + 1 < pattern.length()
              && n < name.length()
              && pattern.charAt(p + 1) == name.charAt(n)
              && matches(p + 2, name, n + 1);
      default ->
          n < name.length() && pattern.charAt(p) == name.charAt(n) && matches(p + 1, name, n + 1);
    };
  }

  private boolean matchesClass(int start, String name, int n) {
    int p = start;
    boolean negated = p < pattern.length() && pattern.charAt(p) == '^';
    p += negated ? 1 : 0;
    int c = name.codePointAt(n);
    boolean found = false;
    boolean first = true;
    while (p < pattern.length() && (first || pattern.charAt(p) != ']')) {
      first = false;
      p += pattern.charAt(p) == '\\' ? 1 : 0;
      if (p >= pattern.length()) {
        return false;
      }
      int low = pattern.codePointAt(p);
      p += Character.charCount(low);
      int high = low;
      if (p + 1 < pattern.length() && pattern.charAt(p) == '-') {
        p += pattern.charAt(p + 1) == '\\' ? 2 : 1;
        if (p >= pattern.length()) {
          return false;
        }
        high = pattern.codePointAt(p);
        p += Character.charCount(high);
      }
      found |= low <= c && c <= high;
    }
    return p < pattern.length()
        && found != negated
        && matches(p + 1, name, n + Character.charCount(c));
  }
}
