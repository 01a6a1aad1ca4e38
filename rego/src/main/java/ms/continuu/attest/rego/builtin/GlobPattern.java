package ms.continuu.attest.rego.builtin;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// A compiled glob: a nondeterministic automaton over characters, walked with all its states at
/// once, so that no pattern takes more than its size for each character of a text.
final class GlobPattern {
  private final List<State> states;
  private final BitSet start;

  /// @param accepts the characters that lead on, or null where none is read
  /// @param next the states behind; the number of states is the end of the pattern
  private record State(@Nullable IntPredicate accepts, int[] next) {}

  private GlobPattern(List<State> states) {
    this.states = states;
    this.start = new BitSet(states.size() + 1);
    enter(start, 0);
  }

  /// @param separators what `*` and `?` do not match
  static GlobPattern compile(String pattern, int[] separators) throws BuiltinFault {
    return new GlobPattern(new Parser(pattern, separators).parse());
  }

  boolean matches(String text) {
    BitSet current = (BitSet) start.clone();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      BitSet next = new BitSet(states.size() + 1);
      for (int s = current.nextSetBit(0); s >= 0; s = current.nextSetBit(s + 1)) {
        if (s < states.size()) {
          step(states.get(s), c, next);
        }
      }
      if (next.isEmpty()) {
        return false;
      }
      current = next;
    }
    return current.get(states.size());
  }

  private void step(State state, int c, BitSet next) {
    if (state.accepts != null && state.accepts.test(c)) {
      for (int target : state.next) {
        enter(next, target);
      }
    }
  }

  private void enter(BitSet set, int target) {
    if (set.get(target)) {
      return;
    }
    set.set(target);
    if (target < states.size() && states.get(target).accepts == null) {
      for (int next : states.get(target).next) {
        enter(set, next);
      }
    }
  }

  /// Builds states in the order of the pattern. Alternatives are branches of an empty state that
  /// meet behind the closing brace.
  private static final class Parser {
    private final GlobLexer lexer;
    private final IntPredicate notSeparator;
    private final List<State> states = new ArrayList<>();

    Parser(String pattern, int[] separators) {
      lexer = new GlobLexer(pattern);
      notSeparator =
          c -> {
            int rune = GoStrings.rune(c);
            for (int separator : separators) {
              if (separator == rune) {
                return false;
              }
            }
            return true;
          };
    }

    List<State> parse() throws BuiltinFault {
      for (GlobLexer.Token token = lexer.next();
          token.kind() != GlobLexer.Kind.END;
          token = lexer.next()) {
        term(token);
      }
      return states;
    }

    private void term(GlobLexer.Token token) throws BuiltinFault {
      switch (token.kind()) {
        case SINGLE -> read(notSeparator);
        case TEXT -> token.text().codePoints().forEach(wanted -> read(c -> c == wanted));
        case RANGE_OPEN -> read(range());
        case ANY -> star(notSeparator);
        case SUPER -> star(c -> true);
        case TERMS_OPEN -> terms();
        default -> throw lexer.fault("unexpected token");
      }
    }

    private void read(IntPredicate accepts) {
      states.add(new State(accepts, new int[] {states.size() + 1}));
    }

    /// A state to choose between reading on and leaving, and one that reads and comes back.
    private void star(IntPredicate accepts) {
      int choice = states.size();
      states.add(new State(null, new int[] {choice + 1, choice + 2}));
      states.add(new State(accepts, new int[] {choice}));
    }

    private void terms() throws BuiltinFault {
      int fork = states.size();
      states.add(new State(null, new int[0]));
      List<Integer> branches = new ArrayList<>(List.of(fork + 1));
      List<Integer> ends = new ArrayList<>();
      while (true) {
        GlobLexer.Token token = lexer.next();
        switch (token.kind()) {
          case END -> throw lexer.fault("unclosed `{`");
          case SEPARATOR -> {
            ends.add(states.size());
            states.add(new State(null, new int[0]));
            branches.add(states.size());
          }
          case TERMS_CLOSE -> {
            for (int end : ends) {
              states.set(end, new State(null, new int[] {states.size()}));
            }
            states.set(
                fork, new State(null, branches.stream().mapToInt(Integer::intValue).toArray()));
            return;
          }
          default -> term(token);
        }
      }
    }

    private IntPredicate range() throws BuiltinFault {
      boolean negated = false;
      int low = -1;
      int high = -1;
      String characters = "";
      while (true) {
        GlobLexer.Token token = lexer.next();
        switch (token.kind()) {
          case NOT -> negated = true;
          case RANGE_LOW -> low = token.text().codePointAt(0);
          case RANGE_HIGH -> {
            high = token.text().codePointAt(0);
            if (high < low) {
              throw lexer.fault("range hi character is less than lo");
            }
          }
          case TEXT -> characters = token.text();
          case RANGE_CLOSE -> {
            if (high < 0 && characters.isEmpty()) {
              throw lexer.fault("could not parse range");
            }
            return accepting(negated, low, high, characters);
          }
          default -> throw lexer.fault("unclosed `[`");
        }
      }
    }

    private static IntPredicate accepting(boolean negated, int low, int high, String characters) {
      return c -> {
        int rune = GoStrings.rune(c);
        boolean within = high >= 0 ? low <= rune && rune <= high : characters.indexOf(rune) >= 0;
        return within != negated;
      };
    }
  }
}
