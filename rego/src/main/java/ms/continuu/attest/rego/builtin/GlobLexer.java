package ms.continuu.attest.rego.builtin;

import java.util.ArrayDeque;
import java.util.Deque;
import ms.continuu.attest.value.Utf8;

/// The tokens of a glob pattern. Offsets in faults count bytes.
final class GlobLexer {
  private static final String TEXT_BREAKERS = "?*[{";
  private static final String TERMS_BREAKERS = "?*[{},";

  private final String text;
  private final Deque<Token> tokens = new ArrayDeque<>();
  private int at;
  private int openTerms;
  private String fault = "";

  enum Kind {
    END,
    TEXT,
    ANY,
    SUPER,
    SINGLE,
    NOT,
    SEPARATOR,
    RANGE_OPEN,
    RANGE_CLOSE,
    RANGE_LOW,
    RANGE_HIGH,
    TERMS_OPEN,
    TERMS_CLOSE
  }

  record Token(Kind kind, String text) {}

  GlobLexer(String text) {
    this.text = text;
  }

  Token next() throws BuiltinFault {
    while (tokens.isEmpty() && fault.isEmpty()) {
      fetch();
    }
    if (!fault.isEmpty()) {
      throw fault(fault);
    }
    return tokens.pop();
  }

  /// The fault `reason` where the lexer stands.
  BuiltinFault fault(String reason) {
    int offset = Utf8.encode(text.substring(0, at)).length;
    return BuiltinFault.of("glob: syntax error at " + offset + ": " + reason);
  }

  /// The code point ahead, or -1 at the end and at a stray byte.
  private int peek() {
    if (at == text.length()) {
      return -1;
    }
    int c = text.codePointAt(at);
    if (Utf8.isStray(c)) {
      fault = "invalid UTF-8 sequence";
      return -1;
    }
    return c;
  }

  private int read() {
    int c = peek();
    at += c < 0 ? 0 : Character.charCount(c);
    return c;
  }

  private void push(Kind kind) {
    tokens.add(new Token(kind, ""));
  }

  private void push(Kind kind, int character) {
    tokens.add(new Token(kind, Character.toString(character)));
  }

  private void fetch() {
    int start = at;
    int c = read();
    boolean inTerms = openTerms > 0;
    if (c < 0) {
      push(Kind.END);
    } else if (c == '{') {
      openTerms++;
      push(Kind.TERMS_OPEN);
    } else if (c == ',' && inTerms) {
      push(Kind.SEPARATOR);
    } else if (c == '}' && inTerms) {
      openTerms--;
      push(Kind.TERMS_CLOSE);
    } else if (c == '[') {
      push(Kind.RANGE_OPEN);
      fetchRange();
    } else if (c == '?') {
      push(Kind.SINGLE);
    } else if (c == '*') {
      fetchStar();
    } else {
      at = start;
      fetchText(inTerms ? TERMS_BREAKERS : TEXT_BREAKERS);
    }
  }

  private void fetchStar() {
    if (peek() == '*') {
      at++;
      push(Kind.SUPER);
    } else {
      push(Kind.ANY);
    }
  }

  private void fetchRange() {
    boolean seenNot = false;
    while (true) {
      int start = at;
      int c = read();
      if (c < 0) {
        fault = "unexpected end of input";
        return;
      }
      if (!seenNot && c == '!') {
        push(Kind.NOT);
        seenNot = true;
      } else if (peek() == '-') {
        at++;
        push(Kind.RANGE_LOW, c);
        int high = read();
        if (high < 0) {
          fault = "unexpected end of input";
          return;
        }
        push(Kind.RANGE_HIGH, high);
        closeRange();
        return;
      } else {
        at = start;
        fetchText("]");
        closeRange();
        return;
      }
    }
  }

  private void closeRange() {
    int c = read();
    if (c < 0) {
      fault = "unexpected end of input";
    } else if (c != ']') {
      fault = "expected close range character";
    } else {
      push(Kind.RANGE_CLOSE);
    }
  }

  private void fetchText(String breakers) {
    StringBuilder data = new StringBuilder();
    boolean escaped = false;
    while (true) {
      int start = at;
      int c = read();
      if (c < 0) {
        fault = escaped ? "trailing backslash" : fault;
        break;
      }
      if (!escaped && c == '\\') {
        escaped = true;
        continue;
      }
      if (!escaped && breakers.indexOf(c) >= 0) {
        at = start;
        break;
      }
      escaped = false;
      data.appendCodePoint(c);
    }
    if (!data.isEmpty()) {
      tokens.add(new Token(Kind.TEXT, data.toString()));
    }
  }
}
