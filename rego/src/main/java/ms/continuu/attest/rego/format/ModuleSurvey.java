package ms.continuu.attest.rego.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;

/// What has to be known of the whole module before its first line is written.
///
/// @param importedKeywords what `future.keywords.…` imports bring, in order
/// @param usedKeywords keywords that its expressions are written with, sorted
/// @param repeatedWildcards wildcards that stand at several places and so need a name
/// @param contains partial sets are written with `contains`, because an import brings it
/// @param ifs bodies are written with `if`, because an import brings it
/// @param longHeads some head is a ref that only the notation with refs can write
record ModuleSurvey(
    List<String> importedKeywords,
    Set<String> usedKeywords,
    Set<String> repeatedWildcards,
    boolean contains,
    boolean ifs,
    boolean importsV2,
    boolean longHeads) {

  static ModuleSurvey of(Module module) {
    Set<String> seen = new HashSet<>();
    Set<String> repeated = new HashSet<>();
    Set<String> used = new TreeSet<>();
    Nodes nodes =
        new Nodes(
            term -> {
              if (term instanceof Term.Var v && isWildcard(v) && !seen.add(v.name())) {
                repeated.add(v.name());
              }
            },
            expr -> collectKeywords(expr, used));
    module.rules().forEach(nodes::rule);
    List<Module.Import> imports = module.imports();
    boolean versioned =
        imports.stream().anyMatch(i -> Directives.isRegoV1(i) || Directives.isRegoV2(i));
    boolean all = versioned || imports.stream().anyMatch(Directives::isAllKeywords);
    List<String> keywords = new ArrayList<>();
    imports.stream().filter(Directives::isKeyword).map(Directives::keyword).forEach(keywords::add);
    return new ModuleSurvey(
        List.copyOf(keywords),
        used,
        repeated,
        all || keywords.contains("contains"),
        all || keywords.contains("if"),
        imports.stream().anyMatch(Directives::isRegoV2),
        module.rules().stream().anyMatch(ModuleSurvey::hasLongHead));
  }

  static boolean isWildcard(Term.Var variable) {
    return variable.name().startsWith("$");
  }

  private static boolean hasLongHead(Rule rule) {
    int length = rule.head().ref().terms().size();
    return length > 2
        || length == 2 && rule.head().key() != null && rule.head().value() == null
        || rule.otherwise() != null && hasLongHead(rule.otherwise());
  }

  private static void collectKeywords(Expr expr, Set<String> used) {
    switch (expr.form()) {
      case Expr.Call call -> {
        if (TermText.of(call.operator()).startsWith("internal.member_")) {
          used.add("in");
        }
      }
      case Expr.Every e -> used.add("every");
      case Expr.Not n -> used.add("not");
      case Expr.And a -> used.add("and");
      case Expr.Or o -> used.add("or");
      case Expr.Single s -> {}
      case Expr.Some s -> {}
    }
    if (expr.negated() && LogicalChain.isLogical(expr)) {
      used.add("not");
    }
  }
}
