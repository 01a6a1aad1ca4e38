package ms.continuu.attest.rego.net;

import java.util.Locale;

/// Names and values of HTTP headers, as Go spells them.
public final class HeaderName {
  private static final String MARKS = "!#$%&'*+-.^_`|~";

  private HeaderName() {}

  /// Whether the text is a token of HTTP.
  public static boolean isToken(String text) {
    return !text.isEmpty()
        && text.chars()
            .allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || MARKS.indexOf(c) >= 0));
  }

  /// Whether the text can be a header's value: no control characters but tabs.
  public static boolean isValue(String text) {
    return text.chars().noneMatch(c -> c < ' ' && c != '\t' || c == 0x7f);
  }

  /// `content-type` as `Content-Type`; what is no token stays.
  public static String canonical(String name) {
    if (!isToken(name)) {
      return name;
    }
    StringBuilder canonical = new StringBuilder(name.toLowerCase(Locale.ROOT));
    boolean upper = true;
    for (int i = 0; i < canonical.length(); i++) {
      char c = canonical.charAt(i);
      if (upper) {
        canonical.setCharAt(i, Character.toUpperCase(c));
      }
      upper = c == '-';
    }
    return canonical.toString();
  }

  /// `GET` as `Get`, as Go's messages have it.
  public static String operation(String method) {
    return method.isEmpty()
        ? "Get"
        : method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT);
  }
}
