package ms.continuu.attest.operations.discover;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// A pattern over paths with the meaning that Git gives it: `*`, `?` and `[…]` stay within a
/// folder, `**` between slashes stands for any folders.
final class WildMatch {
  /// One step of a pattern.
  private sealed interface Token {
    record One(IntPredicate accepts) implements Token {}

    /// Any run of characters but slashes.
    record Star() implements Token {}

    /// Any run of characters.
    record Deep(boolean beforeSlash) implements Token {}
  }

  private final List<Token> tokens;

  private WildMatch(List<Token> tokens) {
    this.tokens = List.copyOf(tokens);
  }

  /// The pattern of a text, or null when it is none and so matches nothing.
  static @Nullable WildMatch of(String pattern) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      switch (c) {
        case '*' -> {
          int end = at;
          while (end < pattern.length() && pattern.charAt(end) == '*') {
            end++;
          }
          boolean begins = at == 0 || pattern.charAt(at - 1) == '/';
          boolean slash = pattern.startsWith("/", end);
          boolean deep = end - at > 1 && begins && (slash || end == pattern.length());
          tokens.add(deep ? new Token.Deep(slash) : new Token.Star());
          at = end;
        }
        case '?' -> {
          tokens.add(new Token.One(other -> other != '/'));
          at++;
        }
        case '[' -> {
          CharacterClass found = CharacterClass.at(pattern, at);
          if (found == null) {
            return null;
          }
          tokens.add(new Token.One(found.accepts()));
          at = found.end();
        }
        case '\\' -> {
          if (at + 1 == pattern.length()) {
            return null;
          }
          tokens.add(literal(pattern.charAt(at + 1)));
          at += 2;
        }
        default -> {
          tokens.add(literal(c));
          at++;
        }
      }
    }
    return new WildMatch(tokens);
  }

  /// Whether a path argument is a pattern.
  static boolean isPattern(String text) {
    return text.chars().anyMatch(c -> "*?[".indexOf(c) >= 0);
  }

  private static Token literal(char c) {
    return new Token.One(other -> other == c);
  }

  boolean matches(String path) {
    return matches(path, 0, 0, new BitSet());
  }

  /// @param failed pairs of a token and an offset that were tried in vain: no pattern takes long
  private boolean matches(String path, int token, int at, BitSet failed) {
    if (token == tokens.size()) {
      return at == path.length();
    }
    int pair = token * (path.length() + 1) + at;
    if (failed.get(pair)) {
      return false;
    }
    boolean more = at < path.length();
    boolean matched =
        switch (tokens.get(token)) {
          case Token.One one ->
              more && one.accepts.test(path.charAt(at)) && matches(path, token + 1, at + 1, failed);
          case Token.Star star ->
              matches(path, token + 1, at, failed)
                  || more && path.charAt(at) != '/' && matches(path, token, at + 1, failed);
          case Token.Deep deep ->
              deep.beforeSlash
                      && (at == 0 || path.charAt(at - 1) == '/')
                      && matches(path, token + 2, at, failed)
                  || matches(path, token + 1, at, failed)
                  || more && matches(path, token, at + 1, failed);
        };
    if (!matched) {
      failed.set(pair);
    }
    return matched;
  }

  /// A class such as `[a-z]`.
  private record CharacterClass(IntPredicate accepts, int end) {
    static @Nullable CharacterClass at(String pattern, int start) {
      int at = start + 1;
      boolean negated = pattern.startsWith("!", at) || pattern.startsWith("^", at);
      at += negated ? 1 : 0;
      IntPredicate any = c -> false;
      int first = at;
      while (at < pattern.length() && (pattern.charAt(at) != ']' || at == first)) {
        if (pattern.startsWith("[:", at) && pattern.indexOf(":]", at) > 0) {
          int close = pattern.indexOf(":]", at);
          IntPredicate named = named(pattern.substring(at + 2, close));
          if (named == null) {
            return null;
          }
          any = any.or(named);
          at = close + 2;
          continue;
        }
        at += pattern.charAt(at) == '\\' ? 1 : 0;
        if (at >= pattern.length()) {
          return null;
        }
        char from = pattern.charAt(at++);
        char to = from;
        if (at + 1 < pattern.length()
            && pattern.charAt(at) == '-'
            && pattern.charAt(at + 1) != ']') {
          at += pattern.charAt(at + 1) == '\\' ? 2 : 1;
          if (at >= pattern.length()) {
            return null;
          }
          to = pattern.charAt(at++);
        }
        char last = to;
        any = any.or(c -> c >= from && c <= last);
      }
      if (at >= pattern.length()) {
        return null;
      }
      IntPredicate wanted = negated ? any.negate() : any;
      return new CharacterClass(c -> c != '/' && wanted.test(c), at + 1);
    }

    private static @Nullable IntPredicate named(String name) {
      return switch (name.toLowerCase(Locale.ROOT)) {
        case "alnum" -> c -> isLetter(c) || isDigit(c);
        case "alpha" -> CharacterClass::isLetter;
        case "blank" -> c -> c == ' ' || c == '\t';
        case "cntrl" -> c -> c < ' ' || c == 0x7F;
        case "digit" -> CharacterClass::isDigit;
        case "graph" -> c -> c > ' ' && c < 0x7F;
        case "lower" -> c -> c >= 'a' && c <= 'z';
        case "print" -> c -> c >= ' ' && c < 0x7F;
        case "punct" -> c -> c > ' ' && c < 0x7F && !isLetter(c) && !isDigit(c);
        case "space" -> c -> c == ' ' || c >= '\t' && c <= '\r';
        case "upper" -> c -> c >= 'A' && c <= 'Z';
        case "xdigit" -> c -> isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
        default -> null;
      };
    }

    private static boolean isLetter(int c) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(int c) {
      return c >= '0' && c <= '9';
    }
  }
}
