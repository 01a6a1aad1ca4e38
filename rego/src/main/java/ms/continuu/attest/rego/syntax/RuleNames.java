package ms.continuu.attest.rego.syntax;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import ms.continuu.attest.value.Location;

/// Keywords where a rule's name should be.
final class RuleNames {
  private static final Set<Token> OF_RULES =
      Set.of(Token.ASSIGN, Token.UNIFY, Token.IF, Token.CONTAINS, Token.LEFT_PAREN);

  /// `not (x)` negates, and `or(x, y)` calls.
  private static final Set<Token> OF_OPERATORS =
      Set.of(Token.ASSIGN, Token.UNIFY, Token.IF, Token.CONTAINS);

  /// A path may begin with a keyword: `package contains`.
  private static final Set<Token> OF_PATHS = Set.of(Token.ASSIGN, Token.UNIFY, Token.LEFT_PAREN);

  /// What, behind a keyword, tells that a rule is meant.
  private static final Map<Token, Set<Token>> FOLLOWERS = new EnumMap<>(Token.class);

  static {
    for (Token token : Set.of(Token.EVERY, Token.IF, Token.IN, Token.SOME, Token.AS)) {
      FOLLOWERS.put(token, OF_RULES);
    }
    for (Token token : Set.of(Token.PACKAGE, Token.IMPORT)) {
      FOLLOWERS.put(token, OF_PATHS);
    }
    for (Token token : Set.of(Token.NOT, Token.AND, Token.OR)) {
      FOLLOWERS.put(token, OF_OPERATORS);
    }
    // `contains := x` is still a legal query.
    FOLLOWERS.put(Token.CONTAINS, Set.of(Token.IF, Token.CONTAINS));
  }

  private RuleNames() {}

  /// Says so if the current token is a keyword used as a rule's name.
  ///
  /// @param isRule nothing but a rule can stand here, whatever follows
  static boolean errorKeyword(Cursor cursor, boolean isRule) {
    Set<Token> followers = FOLLOWERS.get(cursor.token());
    if (followers == null) {
      return false;
    }
    String keyword = cursor.token().text();
    Location place = cursor.here();
    if (!isRule && !followers.contains(cursor.peek())) {
      return false;
    }
    cursor.error(place, keyword + " keyword cannot be used for rule name");
    return true;
  }
}
