package ms.continuu.attest.rego.builtin;

import java.util.function.IntPredicate;
import ms.continuu.attest.rego.net.IpAddress;

/// Mail addresses as Go's `mail.ParseAddress` takes them: `a@b`, `Name <a@b>`, or a group of one.
final class MailAddress {
  private static final String SPECIALS = "()<>[]:;@\\,\"";

  private final int[] text;
  private int at;

  private MailAddress(String text) {
    this.text = text.codePoints().toArray();
  }

  static boolean isValid(String text) {
    MailAddress address = new MailAddress(text);
    return address.addresses(true) == 1 && address.skipComments() && address.atEnd();
  }

  /// The number of addresses, or -1 when there is something else.
  private int addresses(boolean groups) {
    skipSpace();
    if (atEnd()) {
      return -1;
    }
    int start = at;
    if (address()) {
      skipSpace();
      return peek() != '(' || comment() ? 1 : -1;
    }
    at = start;
    if (peek() != '<' && !phrase()) {
      return -1;
    }
    skipSpace();
    if (groups && take(':')) {
      return group();
    }
    return take('<') && address() && take('>') ? 1 : -1;
  }

  private int group() {
    skipSpace();
    if (take(';')) {
      return skipComments() ? 0 : -1;
    }
    int count = 0;
    while (true) {
      skipSpace();
      int more = addresses(false);
      if (more < 0 || !skipComments()) {
        return -1;
      }
      count += more;
      if (take(';')) {
        return skipComments() ? count : -1;
      }
      if (!take(',')) {
        return -1;
      }
    }
  }

  private boolean address() {
    skipSpace();
    int start = at;
    boolean local = peek() == '"' ? quoted() && at > start + 2 : dotAtom();
    if (!local || !take('@')) {
      return false;
    }
    skipSpace();
    return peek() == '[' ? domainLiteral() : dotAtom();
  }

  /// Words, of which there must be one.
  private boolean phrase() {
    boolean found = false;
    while (true) {
      if (found && !skipComments()) {
        return false;
      }
      skipSpace();
      if (atEnd()) {
        return true;
      }
      int start = at;
      boolean word = peek() == '"' ? quoted() : takeAll(c -> isAtomText(c));
      if (!word) {
        at = start;
        return found;
      }
      found = true;
    }
  }

  private boolean quoted() {
    at++;
    while (!atEnd()) {
      int c = text[at++];
      if (c == '"') {
        return true;
      }
      if (c == '\\') {
        if (atEnd()) {
          return false;
        }
        c = text[at++];
      }
      if (!isVisible(c) && c != ' ' && c != '\t') {
        return false;
      }
    }
    return false;
  }

  /// An atom with dots between other characters.
  private boolean dotAtom() {
    int start = at;
    if (!takeAll(c -> isAtomText(c)) || text[start] == '.' || text[at - 1] == '.') {
      return false;
    }
    for (int i = start + 1; i < at; i++) {
      if (text[i] == '.' && text[i - 1] == '.') {
        return false;
      }
    }
    return true;
  }

  private boolean domainLiteral() {
    at++;
    int start = at;
    while (!atEnd() && peek() != ']') {
      int c = text[at++];
      if (!isVisible(c) || c == '[' || c == '\\') {
        return false;
      }
    }
    String address = new String(text, start, at - start);
    return take(']') && IpAddress.plain(ByteText.of(address)) != null;
  }

  private boolean skipComments() {
    skipSpace();
    while (peek() == '(') {
      if (!comment()) {
        return false;
      }
      skipSpace();
    }
    return true;
  }

  private boolean comment() {
    at++;
    int depth = 1;
    while (!atEnd() && depth > 0) {
      if (peek() == '\\' && at + 1 < text.length) {
        at++;
      } else if (peek() == '(') {
        depth++;
      } else if (peek() == ')') {
        depth--;
      }
      at++;
    }
    return depth == 0;
  }

  private void skipSpace() {
    takeAll(c -> c == ' ' || c == '\t');
  }

  /// False when there is none.
  private boolean takeAll(IntPredicate wanted) {
    int start = at;
    while (!atEnd() && wanted.test(text[at])) {
      at++;
    }
    return at > start;
  }

  private static boolean isAtomText(int c) {
    return SPECIALS.indexOf(c) < 0 && isVisible(c);
  }

  private static boolean isVisible(int c) {
    return c >= '!' && c <= '~' || c >= 0x80;
  }

  private boolean atEnd() {
    return at == text.length;
  }

  /// The next character, or NUL at the end.
  private int peek() {
    return atEnd() ? 0 : text[at];
  }

  private boolean take(char c) {
    if (peek() != c) {
      return false;
    }
    at++;
    return true;
  }
}
