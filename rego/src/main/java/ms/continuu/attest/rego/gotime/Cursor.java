package ms.continuu.attest.rego.gotime;

import java.util.List;

/// The rest of a text that is being read. What does not fit leaves [#NONE] as the answer.
final class Cursor {
  static final int NONE = -1;

  private final String text;
  private int at;

  Cursor(String text) {
    this.text = text;
  }

  String rest() {
    return text.substring(at);
  }

  boolean atEnd() {
    return at == text.length();
  }

  int left() {
    return text.length() - at;
  }

  /// The character so far ahead, or NUL.
  char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
  }

  boolean isDigit(int ahead) {
    return peek(ahead) >= '0' && peek(ahead) <= '9';
  }

  String take(int length) {
    at += length;
    return text.substring(at - length, at);
  }

  boolean takeIf(String wanted) {
    if (!text.startsWith(wanted, at)) {
      return false;
    }
    at += wanted.length();
    return true;
  }

  /// One digit or two.
  int number(boolean two) {
    if (!isDigit(0) || two && !isDigit(1)) {
      return NONE;
    }
    return Integer.parseInt(take(isDigit(1) ? 2 : 1));
  }

  /// One digit to three.
  int dayOfYear(boolean three) {
    int digits = 0;
    while (digits < 3 && isDigit(digits)) {
      digits++;
    }
    return digits == 0 || three && digits < 3 ? NONE : Integer.parseInt(take(digits));
  }

  /// The index of the name that is next, in whatever case.
  int oneOf(List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (text.regionMatches(true, at, name, 0, name.length())) {
        at += name.length();
        return i;
      }
    }
    return NONE;
  }

  /// Goes past literal text. Spaces in it stand for any number of them, and none at the end; false
  /// where something else is.
  boolean skip(String literal) {
    int i = 0;
    while (i < literal.length()) {
      char c = literal.charAt(i);
      if (c == ' ') {
        if (!atEnd() && peek(0) != ' ') {
          return false;
        }
        while (i < literal.length() && literal.charAt(i) == ' ') {
          i++;
        }
        while (peek(0) == ' ') {
          at++;
        }
      } else if (atEnd() || peek(0) != c) {
        return false;
      } else {
        i++;
        at++;
      }
    }
    return true;
  }
}
