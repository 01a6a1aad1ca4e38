package ms.continuu.attest.rego.builtin;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether two globs of the small language of `regex.globs_match` (characters, `.`, sets, `*` and
/// `+`) have a text in common. It decides as OPA does, greedily, which misses some common texts.
final class GlobIntersection {
  private GlobIntersection() {}

  private enum Flag {
    NONE,
    PLUS,
    STAR
  }

  /// What one character may be.
  ///
  /// @param characters the set, or null for any
  /// @param single whether it was written as one character
  private record Token(@Nullable BitSet characters, boolean single, Flag flag) {

    Token with(Flag other) {
      return new Token(characters, single, other);
    }

    boolean overlaps(Token other) {
      return characters == null
          || other.characters == null
          || characters.intersects(other.characters);
    }

    boolean isSame(Token other) {
      return single == other.single && java.util.Objects.equals(characters, other.characters);
    }
  }

  static boolean isNonEmpty(String left, String right) throws BuiltinFault {
    List<Token> l = simplified(new Tokenizer(left).tokens());
    List<Token> r = simplified(new Tokenizer(right).tokens());
    int shared = Math.min(l.size(), r.size());
    int head = 0;
    while (head < shared && isPlain(l.get(head)) && isPlain(r.get(head))) {
      if (!l.get(head).overlaps(r.get(head))) {
        return false;
      }
      head++;
    }
    head = Math.max(head - 1, 0);
    int tail = 0;
    while (tail < shared - head
        && isPlain(l.get(l.size() - 1 - tail))
        && isPlain(r.get(r.size() - 1 - tail))) {
      if (!l.get(l.size() - 1 - tail).overlaps(r.get(r.size() - 1 - tail))) {
        return false;
      }
      tail++;
    }
    tail = Math.max(tail - 1, 0);
    return meet(l.subList(head, l.size() - tail), r.subList(head, r.size() - tail));
  }

  private static boolean isPlain(Token token) {
    return token.flag == Flag.NONE;
  }

  /// Joins repeated tokens that follow one another.
  private static List<Token> simplified(List<Token> tokens) {
    List<Token> simple = new ArrayList<>(tokens.size());
    for (Token token : tokens) {
      Token last = simple.isEmpty() ? null : simple.getLast();
      if (last != null && !isPlain(last) && !isPlain(token) && last.isSame(token)) {
        boolean plus = last.flag == Flag.PLUS || token.flag == Flag.PLUS;
        simple.set(simple.size() - 1, last.with(plus ? Flag.PLUS : Flag.STAR));
      } else {
        simple.add(token);
      }
    }
    return simple;
  }

  private static boolean meet(List<Token> left, List<Token> right) {
    int shared = Math.min(left.size(), right.size());
    for (int i = 0; i < shared; i++) {
      Token l = left.get(i);
      Token r = right.get(i);
      if (!isPlain(l)) {
        return meetRepeated(left.subList(i, left.size()), right.subList(i, right.size()));
      }
      if (!isPlain(r)) {
        return meetRepeated(right.subList(i, right.size()), left.subList(i, left.size()));
      }
      if (!l.overlaps(r)) {
        return false;
      }
    }
    return left.size() == right.size();
  }

  private static boolean meetRepeated(List<Token> repeated, List<Token> other) {
    return repeated.getFirst().flag == Flag.STAR
        ? meetStar(repeated, other)
        : meetPlus(repeated, other);
  }

  private static boolean meetPlus(List<Token> repeated, List<Token> other) {
    if (!repeated.getFirst().overlaps(other.getFirst())) {
      return false;
    }
    return meetStar(repeated, other.subList(1, other.size()))
        || !isPlain(other.getFirst()) && meet(repeated.subList(1, repeated.size()), other);
  }

  private static boolean meetStar(List<Token> starred, List<Token> other) {
    Token star = starred.getFirst();
    Token next = starred.size() > 1 ? starred.get(1) : null;
    for (int i = 0; i < other.size(); i++) {
      Token token = other.get(i);
      boolean leaves = next != null && token.overlaps(next);
      if (leaves && meet(starred.subList(1, starred.size()), other.subList(i, other.size()))) {
        return true;
      }
      if (!token.overlaps(star)) {
        return false;
      }
    }
    return next == null;
  }

  /// Reads tokens. Positions in faults count characters.
  private static final class Tokenizer {
    private static final int END = -1;

    private final int[] input;
    private int at;

    /// The character read last, and whether a backslash stood before it.
    private int character;

    private boolean escaped;

    Tokenizer(String text) {
      input = GoStrings.runes(text);
    }

    List<Token> tokens() throws BuiltinFault {
      List<Token> tokens = new ArrayList<>();
      while (read() != END) {
        tokens.add(token().with(flag()));
      }
      return tokens;
    }

    /// Reads a character, unescaped; -1 at the end.
    private int read() throws BuiltinFault {
      escaped = false;
      if (at >= input.length) {
        character = END;
      } else if (input[at] != '\\') {
        character = input[at++];
      } else if (at == input.length - 1) {
        throw fault("input ends with a \\ (escape) character: ");
      } else {
        escaped = true;
        character = input[at + 1];
        at += 2;
      }
      return character;
    }

    private Token token() throws BuiltinFault {
      if (!escaped) {
        switch (character) {
          case '.' -> {
            return new Token(null, false, Flag.NONE);
          }
          case '[' -> {
            return new Token(set(), false, Flag.NONE);
          }
          case ']' -> throw fault("set-close ']' with no preceding '[': ");
          case '+', '*' -> throw fault("flag '%s' must be preceded by a non-flag: ", character);
          default -> {}
        }
      }
      BitSet one = new BitSet();
      one.set(character);
      return new Token(one, true, Flag.NONE);
    }

    private Flag flag() throws BuiltinFault {
      int before = at;
      read();
      if (!escaped && character == '+') {
        return Flag.PLUS;
      }
      if (!escaped && character == '*') {
        return Flag.STAR;
      }
      at = before;
      return Flag.NONE;
    }

    private BitSet set() throws BuiltinFault {
      BitSet characters = new BitSet();
      int previous = END;
      while (read() != END) {
        if (!escaped && character == ']') {
          return characters;
        }
        if (!escaped && character == '-') {
          addRange(characters, previous);
          previous = END;
        } else {
          characters.set(character);
          previous = character;
        }
      }
      throw fault("found [ without matching ]: ");
    }

    private void addRange(BitSet characters, int from) throws BuiltinFault {
      if (from == END) {
        throw fault("range character '-' must be preceded by a Unicode character: ");
      }
      if (at >= input.length - 1) {
        throw fault("range character '-' must be followed by a Unicode character: ");
      }
      read();
      if (!escaped && (character == ']' || character == '-')) {
        throw fault("range character '-' cannot be followed by a special symbol: ");
      }
      if (character < from) {
        throw fault("range is out of order: '%s' comes before '%s' in Unicode: ", character, from);
      }
      characters.set(from, character + 1);
    }

    /// The input is part of the format that OPA fills, verbs in it too.
    private BuiltinFault fault(String message, int... characters) {
      List<String> operands = new ArrayList<>();
      for (int c : characters) {
        operands.add(Character.toString(c));
      }
      operands.add("the input provided is invalid");
      String shown = new String(input, 0, input.length);
      String format = "input:" + shown + ", pos:" + at + ", " + message + "%s";
      String text = GoFormat.sprintf(format, operands, "int");
      return BuiltinFault.of(text.replace("%!s(MISSING)", "%!w(MISSING)"));
    }
  }
}
