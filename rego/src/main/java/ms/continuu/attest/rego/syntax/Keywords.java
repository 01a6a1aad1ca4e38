package ms.continuu.attest.rego.syntax;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The words that are keywords in the text being read; imports add to them.
final class Keywords {
  private static final Map<String, Token> ALWAYS =
      Map.ofEntries(
          entry(Token.NOT),
          entry(Token.PACKAGE),
          entry(Token.IMPORT),
          entry(Token.AS),
          entry(Token.DEFAULT),
          entry(Token.ELSE),
          entry(Token.WITH),
          entry(Token.NULL),
          entry(Token.TRUE),
          entry(Token.FALSE),
          entry(Token.SOME));

  /// Keywords that came with v1 and can be imported into v0.
  static final Map<String, Token> NEW_IN_V1 =
      Map.ofEntries(entry(Token.IN), entry(Token.EVERY), entry(Token.CONTAINS), entry(Token.IF));

  /// Keywords that come with v2 and can be imported before; `not` gets bodies.
  static final Map<String, Token> NEW_IN_V2 =
      Map.ofEntries(entry(Token.NOT), entry(Token.AND), entry(Token.OR));

  /// Everything that can ever be imported.
  static final Map<String, Token> FUTURE = union(NEW_IN_V1, NEW_IN_V2);

  private static final Map<String, Token> V1 = union(ALWAYS, NEW_IN_V1);
  private static final Map<String, Token> V2 = union(V1, NEW_IN_V2);

  private final Map<String, Token> active;

  private Keywords(Map<String, Token> active) {
    this.active = active;
  }

  static Keywords basic() {
    return new Keywords(new HashMap<>(ALWAYS));
  }

  private static Map.Entry<String, Token> entry(Token token) {
    return Map.entry(token.text(), token);
  }

  private static Map<String, Token> union(Map<String, Token> some, Map<String, Token> others) {
    Map<String, Token> all = new TreeMap<>(some);
    all.putAll(others);
    return Map.copyOf(all);
  }

  /// The token of a word: a keyword that is active, or an identifier.
  Token tokenOf(String word) {
    return active.getOrDefault(word, Token.IDENT);
  }

  boolean isActive(String word) {
    return active.containsKey(word);
  }

  /// `every` brings `in` along.
  void add(String word, Token token) {
    active.put(word, token);
    if (token == Token.EVERY) {
      active.put("in", Token.IN);
    }
  }

  void addAll(Map<String, Token> words) {
    words.forEach(this::add);
  }

  /// These and all that can be imported.
  Keywords withFuture() {
    Keywords more = new Keywords(new HashMap<>(active));
    more.addAll(FUTURE);
    return more;
  }

  /// These without what can be imported, so that an import can name it.
  Keywords withoutFuture() {
    Keywords fewer = new Keywords(new HashMap<>(active));
    fewer.active.keySet().removeAll(FUTURE.keySet());
    return fewer;
  }

  /// Whether a word is a keyword of a version as such, imports aside.
  static boolean isOf(RegoVersion version, String word) {
    return switch (version) {
      case V0 -> ALWAYS.containsKey(word);
      case V0_COMPAT_V1, V1 -> V1.containsKey(word);
      case V2 -> V2.containsKey(word);
    };
  }

  /// Whether a word becomes a keyword of a version by importing it.
  static boolean isImportable(RegoVersion version, String word) {
    return switch (version) {
      case V0, V0_COMPAT_V1 -> NEW_IN_V1.containsKey(word);
      case V1 -> NEW_IN_V2.containsKey(word);
      case V2 -> false;
    };
  }

  /// Words in the order in which messages list them.
  static List<String> sorted(Set<String> words) {
    return words.stream().sorted().toList();
  }
}
