package ms.continuu.attest.rego.format;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.rego.syntax.Term;

/// The choices that hold for a whole module.
///
/// @param contains partial sets are written with `contains`
/// @param ifs bodies are written with `if`
/// @param refHeads heads are written as refs, `a.b`, not as a name with a key, `a[b]`
/// @param assigns values are given with `:=` only
/// @param notBodies braces behind `not` are a body
/// @param keywords what stands in brackets in a ref, unless the source has it behind a dot
record Style(
    boolean contains,
    boolean ifs,
    boolean refHeads,
    boolean assigns,
    boolean notBodies,
    Set<String> keywords,
    boolean keywordsInRefs,
    Set<String> repeatedWildcards) {

  /// What is a keyword in v0.
  static final Set<String> KEYWORDS_V0 =
      Set.of(
          "not", "package", "import", "as", "default", "else", "with", "null", "true", "false",
          "some");

  /// What is a keyword in v1.
  static final Set<String> KEYWORDS_V1 =
      union(KEYWORDS_V0, Set.of("if", "contains", "in", "every"));

  /// What is a keyword in v2 and not in v1.
  static final Set<String> SINCE_V2 = Set.of("and", "or");

  private static Set<String> union(Set<String> some, Collection<String> others) {
    Set<String> all = new HashSet<>(some);
    all.addAll(others);
    return Set.copyOf(all);
  }

  static Style of(ModuleSurvey survey, FormatOptions options) {
    boolean v1 = options.newest() != RegoVersion.V0;
    boolean v2 = options.newest() == RegoVersion.V2;
    boolean v2Keywords = v2 || survey.importsV2();
    Set<String> keywords =
        union(
            v1 || v2Keywords ? KEYWORDS_V1 : KEYWORDS_V0,
            v2Keywords ? SINCE_V2 : survey.importedKeywords());
    return new Style(
        v1 || survey.contains(),
        v1 || survey.ifs(),
        survey.longHeads(),
        v1,
        v2,
        keywords,
        options.keywordsInRefs(),
        survey.repeatedWildcards());
  }

  /// How the path of a `future` import is written: all but quoted keywords behind dots.
  static Style ofDirectives() {
    return new Style(false, false, false, false, false, KEYWORDS_V0, true, Set.of());
  }

  /// A variable. A wildcard has a name where the same one stands at several places.
  String variable(Term.Var variable) {
    if (!ModuleSurvey.isWildcard(variable)) {
      return variable.name();
    }
    String name = variable.name().substring(1);
    if (!repeatedWildcards.contains(variable.name())) {
      return "_";
    }
    return name.startsWith("_") ? name : "_" + name;
  }

  /// Whether a string in a ref needs brackets and quotes.
  ///
  /// @param quoted it has them in the source
  boolean needsBrackets(String name, boolean quoted) {
    return !isIdentifier(name) || keywords.contains(name) && (!keywordsInRefs || quoted);
  }

  private static boolean isIdentifier(String name) {
    return !name.isEmpty()
        && !isDigit(name.charAt(0))
        && name.chars().allMatch(c -> isDigit(c) || isLetter(c) || c == '_');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
