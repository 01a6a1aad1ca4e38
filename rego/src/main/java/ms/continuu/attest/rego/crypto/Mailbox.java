package ms.continuu.attest.rego.crypto;

import org.jspecify.annotations.Nullable;

/// An e-mail address as RFC 2821 writes it.
record Mailbox(String local, String domain) {
  private static final String ATOM = "!#$%&'*+-/=?^_`{|}~.";

  /// The parts of an address; null when it is none.
  static @Nullable Mailbox parse(String text) {
    StringBuilder local = new StringBuilder();
    int at = text.startsWith("\"") ? quoted(text, local) : plain(text, local);
    if (at < 0 || at >= text.length() || text.charAt(at) != '@') {
      return null;
    }
    String domain = text.substring(at + 1);
    return NameConstraintParser.isDomain(domain, false) && !domain.isEmpty()
        ? new Mailbox(local.toString(), domain)
        : null;
  }

  /// The offset behind the closing quote, or -1.
  private static int quoted(String text, StringBuilder local) {
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        return i + 1;
      }
      if (c == '\\') {
        i++;
        if (i == text.length() || text.charAt(i) == 0 || text.charAt(i) > 127) {
          return -1;
        }
        local.append(text.charAt(i));
      } else if (c == 11
          || c == 12
          || c == 32
          || c == 33
          || c == 127
          || c >= 1 && c <= 8
          || c >= 14 && c <= 31
          || c >= 35 && c <= 91
          || c >= 93 && c <= 126) {
        local.append(c);
      } else {
        return -1;
      }
    }
    return -1;
  }

  /// The offset behind the atoms, or -1.
  private static int plain(String text, StringBuilder local) {
    int i = 0;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
        if (i == text.length()) {
          return -1;
        }
        local.append(text.charAt(i));
      } else if (c < 128 && (Character.isLetterOrDigit(c) || ATOM.indexOf(c) >= 0)) {
        local.append(c);
      } else {
        break;
      }
    }
    boolean dots =
        local.isEmpty()
            || local.charAt(0) == '.'
            || local.charAt(local.length() - 1) == '.'
            || local.indexOf("..") >= 0;
    return dots ? -1 : i;
  }
}
