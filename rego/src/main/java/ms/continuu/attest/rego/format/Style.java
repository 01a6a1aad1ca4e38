package ms.continuu.attest.rego.format;

import java.util.HashSet;
import java.util.List;
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

  private static final List<String> KEYWORDS_V0 =
      List.of(
          "not", "package", "import", "as", "default", "else", "with", "null", "true", "false",
          "some");
  private static final List<String> SINCE_V1 = List.of("if", "contains", "in", "every");
  private static final List<String> SINCE_V2 = List.of("and", "or");

  static Style of(ModuleSurvey survey, FormatOptions options) {
    boolean v1 = options.newest() != RegoVersion.V0;
    boolean v2 = options.newest() == RegoVersion.V2;
    Set<String> keywords = new HashSet<>(KEYWORDS_V0);
    if (v1 || survey.importsV2()) {
      keywords.addAll(SINCE_V1);
    }
    keywords.addAll(v2 || survey.importsV2() ? SINCE_V2 : survey.importedKeywords());
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
    return new Style(false, false, false, false, false, Set.copyOf(KEYWORDS_V0), true, Set.of());
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
