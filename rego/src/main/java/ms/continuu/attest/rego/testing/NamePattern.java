package ms.continuu.attest.rego.testing;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/// A regular expression that chooses tests by a match within their full name.
public final class NamePattern {
  /// Chooses all.
  public static final NamePattern ALL = new NamePattern(Pattern.compile(""));

  private final Pattern pattern;

  private NamePattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /// Reads a pattern.
  ///
  /// @throws IllegalArgumentException in Go's words when it is none
  public static NamePattern of(String expression) {
    try {
      return new NamePattern(Pattern.compile(expression));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /// Whether a full name holds a match.
  public boolean chooses(String name) {
    return pattern.matcher(name).find();
  }
}
