package ms.continuu.attest.rego.format;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.rego.syntax.Module.Import;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;

/// Imports that say how the module is read: `rego.v1`, `rego.v2` and `future.keywords`. Which of
/// them a module must have depends on what it is written for.
final class Directives {
  private static final String KEYWORDS = "future.keywords";
  private static final SourceFile ADDED = new SourceFile("", "");

  private Directives() {}

  static boolean isRegoV1(Import statement) {
    return path(statement).equals("rego.v1");
  }

  static boolean isRegoV2(Import statement) {
    return path(statement).equals("rego.v2");
  }

  static boolean isAllKeywords(Import statement) {
    return path(statement).equals(KEYWORDS);
  }

  /// Whether it brings one keyword.
  static boolean isKeyword(Import statement) {
    List<Term> path = statement.path().terms();
    return path.size() == 3
        && statement.alias() == null
        && TermText.ofRef(path.subList(0, 2)).equals(KEYWORDS);
  }

  /// The keyword that it brings.
  static String keyword(Import statement) {
    return statement.path().terms().getLast() instanceof Term.Scalar scalar
            && scalar.value() instanceof StringValue name
        ? name.text()
        : "";
  }

  /// Whether it is not in the source.
  static boolean isAdded(Import statement) {
    return statement.location().source() == ADDED;
  }

  private static String path(Import statement) {
    return TermText.of(statement.path());
  }

  private static boolean isFuture(Import statement) {
    return statement.path().head() instanceof Term.Var v && v.name().equals("future");
  }

  /// The imports of a module as it is to be written.
  static List<Import> forTarget(List<Import> written, ModuleSurvey survey, FormatOptions options) {
    List<Import> imports = new ArrayList<>(written);
    if (options.oldest() == RegoVersion.V2) {
      if (options.dropDirectiveImports()) {
        imports.removeIf(i -> isRegoV1(i) || isRegoV2(i) || isFuture(i));
      }
    } else if (options.newest() == RegoVersion.V2) {
      require(imports, "rego", "v2");
      imports.removeIf(i -> isRegoV1(i) || isFuture(i));
    } else {
      beforeV2(imports, survey, options);
    }
    return imports;
  }

  private static void beforeV2(List<Import> imports, ModuleSurvey survey, FormatOptions options) {
    boolean drop = options.dropDirectiveImports();
    boolean v2 = imports.stream().anyMatch(Directives::isRegoV2);
    if (v2 || options.oldest() == RegoVersion.V1 && drop) {
      imports.removeIf(Directives::isRegoV1);
    } else if (options.oldest() != options.newest()) {
      require(imports, "rego", "v1");
    }
    boolean versioned = v2 || imports.stream().anyMatch(Directives::isRegoV1);
    if (options.newest() != RegoVersion.V1 && !versioned) {
      survey.usedKeywords().forEach(keyword -> requireKeyword(imports, keyword));
      return;
    }
    if (drop || versioned) {
      imports.removeIf(Directives::isFuture);
    }
    if (!v2) {
      survey.usedKeywords().stream()
          .filter(keyword -> List.of("and", "not", "or").contains(keyword))
          .forEach(keyword -> requireKeyword(imports, keyword));
    }
  }

  private static void require(List<Import> imports, String... path) {
    Import added = added(imports, path);
    if (imports.stream().noneMatch(i -> path(i).equals(path(added)))) {
      imports.add(added);
    }
  }

  /// `every` brings `in` along.
  private static void requireKeyword(List<Import> imports, String keyword) {
    boolean present =
        imports.stream()
            .anyMatch(i ->
                isAllKeywords(i)
                    || isKeyword(i)
                        && (keyword(i).equals(keyword)
                            || keyword(i).equals("every") && keyword.equals("in")));
    if (!present) {
      imports.add(added(imports, "future", "keywords", keyword));
    }
  }

  /// An import that stands on the row behind the last directive.
  private static Import added(List<Import> imports, String... path) {
    int last =
        imports.stream()
            .filter(i -> isFuture(i) || isRegoV1(i))
            .mapToInt(i -> i.location().row())
            .max()
            .orElse(0);
    Location place = new Location(ADDED, 0, 0, last + 1, 1);
    List<Term> terms = new ArrayList<>();
    for (String part : path) {
      terms.add(
          terms.isEmpty()
              ? new Term.Var(part, place)
              : new Term.Scalar(StringValue.of(part), place));
    }
    return new Import(new Term.Ref(terms, place), null, place);
  }
}
