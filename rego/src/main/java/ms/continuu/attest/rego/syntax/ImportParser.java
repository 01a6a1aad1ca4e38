package ms.continuu.attest.rego.syntax;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.StringValue;
import org.jspecify.annotations.Nullable;

/// `package` and `import` statements, and what imports of `rego` and `future` do to the language. A
/// statement that is null is a ref of that name when nothing was said to the cursor.
final class ImportParser {
  private static final Set<String> ROOTS = Set.of("data", "input", "future", "rego");

  private final Grammar grammar;
  private final Cursor cursor;

  /// Words that `import future.keywords` brings.
  private final Map<String, Token> importable;

  ImportParser(Grammar grammar, Map<String, Token> importable) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
    this.importable = new TreeMap<>(importable);
  }

  /// Steps over the keyword onto a path; null when the keyword begins a ref, or with an error.
  private @Nullable Location keyword() {
    Location place = cursor.here();
    cursor.scanRaw();
    if (cursor.at(Token.DOT) || cursor.at(Token.LEFT_BRACKET)) {
      return null;
    }
    if (cursor.at(Token.WHITESPACE)) {
      cursor.scan();
    }
    if (!cursor.at(Token.IDENT) && !cursor.isNameInRefs(cursor.token())) {
      cursor.illegal();
      return null;
    }
    cursor.retag(Token.IDENT);
    return place;
  }

  Module.@Nullable Package packageStatement() {
    Location place = keyword();
    if (place == null) {
      return null;
    }
    Term term = grammar.terms.term();
    List<Term> names;
    switch (term) {
      case null -> {
        if (!cursor.hasErrors()) {
          cursor.errorHere("expected path");
        }
        return null;
      }
      case Term.Var variable -> names = List.of(variable);
      case Term.Ref ref -> names = ref.terms();
      default -> {
        cursor.illegal();
        return null;
      }
    }
    Term first = names.getFirst();
    if (!(first instanceof Term.Var variable)) {
      cursor.error(first.location(), "unexpected " + Nodes.kind(first) + " token: expecting var");
      return null;
    }
    if (!areStrings(names.subList(1, names.size()))) {
      return null;
    }
    List<Term> path = new java.util.ArrayList<>();
    path.add(new Term.Var("data", first.location()));
    path.add(Nodes.string(variable.name(), first.location()));
    path.addAll(names.subList(1, names.size()));
    return new Module.Package(new Term.Ref(path, term.location()), place);
  }

  private boolean areStrings(List<Term> terms) {
    for (Term term : terms) {
      if (string(term) == null) {
        cursor.error(
            term.location(), "unexpected " + Nodes.kind(term) + " token: expecting string");
        return false;
      }
    }
    return true;
  }

  private static @Nullable String string(Term term) {
    return term instanceof Term.Scalar scalar && scalar.value() instanceof StringValue string
        ? string.text()
        : null;
  }

  private static String rootOf(Term.Ref path) {
    return path.head() instanceof Term.Var variable ? variable.name() : "";
  }

  Module.@Nullable Import importStatement() {
    Location place = keyword();
    if (place == null) {
      return null;
    }
    Term.Ref path = path();
    if (path == null) {
      return null;
    }
    if (!ROOTS.contains(rootOf(path))) {
      cursor.hint("if this is unexpected, try updating OPA");
      cursor.error(
          path.location(),
          "unexpected import path, must begin with one of: {data, future, input, rego}, got: "
              + TermText.of(path.head()));
      return null;
    }
    if (cursor.at(Token.AS)) {
      Term.Var alias = alias();
      return alias == null ? null : new Module.Import(path, alias, place);
    }
    checkLastName(path);
    return new Module.Import(path, null, place);
  }

  private Term.@Nullable Ref path() {
    Term term = grammar.withoutFutureKeywords(grammar.terms::term);
    if (term instanceof Term.Ref ref && !areStrings(ref.terms().subList(1, ref.terms().size()))) {
      return null;
    }
    return switch (term) {
      case Term.Var variable -> new Term.Ref(List.of(variable), variable.location());
      case Term.Ref ref -> ref;
      case null, default -> {
        cursor.errorHere("expected path");
        yield null;
      }
    };
  }

  private Term.@Nullable Var alias() {
    cursor.scan();
    if (!cursor.at(Token.IDENT)) {
      cursor.illegal("expected var");
      return null;
    }
    Term alias = grammar.terms.term();
    if (alias instanceof Term.Var variable) {
      return variable;
    }
    if (alias instanceof Term.Ref ref
        && ref.terms().size() == 1
        && TermParser.isRoot(rootOf(ref))) {
      cursor.error(
          alias.location(),
          "unexpected import alias, must not be a reserved name, got: " + rootOf(ref));
      return null;
    }
    cursor.illegal("expected var");
    return null;
  }

  /// The last name becomes a variable, so it must be no keyword.
  private void checkLastName(Term.Ref path) {
    Term last = path.terms().getLast();
    String name = path.terms().size() == 1 ? rootOf(path) : string(last);
    boolean named = path.terms().size() == 1 || !rootOf(path).equals("future");
    if (named && name != null && Keywords.isOf(grammar.options.version(), name)) {
      cursor.hint("import a different path or use an alias");
      cursor.error(
          last.location(), "unexpected import path, must not end with a keyword, got: " + name);
    }
  }

  /// Does what an import of `rego` or `future` says.
  void apply(Module.Import statement) {
    switch (rootOf(statement.path())) {
      case "rego" -> applyRego(statement);
      case "future" -> applyFuture(statement);
      default -> {
        return;
      }
    }
    // The token behind the import was read before the import took effect.
    if (cursor.at(Token.IDENT)
        && Keywords.FUTURE.containsKey(cursor.literal())
        && cursor.keywords().isActive(cursor.literal())) {
      cursor.retag(Keywords.FUTURE.getOrDefault(cursor.literal(), Token.IDENT));
    }
  }

  private void applyRego(Module.Import statement) {
    Location place = statement.path().location();
    RegoVersion version = statement.raisesTo();
    if (version == null) {
      cursor.error(
          place,
          "invalid import `"
              + TermText.of(statement.path())
              + "`, must be one of: `rego.v1`, `rego.v2`");
      return;
    }
    ParseOptions options = grammar.options;
    boolean supported =
        version == RegoVersion.V1
            ? options.has("rego_v1_import") || options.has("rego_v1") || options.has("rego_v2")
            : options.has("rego_v2_import") || options.has("rego_v2");
    if (!supported) {
      cursor.error(
          place,
          "invalid import, `"
              + TermText.of(statement.path())
              + "` is not supported by current capabilities");
      return;
    }
    if (statement.alias() != null) {
      cursor.error(statement.alias().location(), "`rego` imports cannot be aliased");
      return;
    }
    if (options.version() == version) {
      return;
    }
    cursor.keywords().addAll(Keywords.NEW_IN_V1);
    if (version == RegoVersion.V2) {
      cursor.keywords().addAll(Keywords.NEW_IN_V2);
      grammar.allowNotBodies();
    }
  }

  private void applyFuture(Module.Import statement) {
    List<Term> path = statement.path().terms();
    Location place = statement.path().location();
    if (path.size() == 1 || !"keywords".equals(string(path.get(1)))) {
      cursor.error(place, "invalid import, must be `future.keywords`");
      return;
    }
    if (statement.alias() != null) {
      cursor.error(statement.alias().location(), "`future` imports cannot be aliased");
      return;
    }
    if (path.size() == 3) {
      String word = string(path.get(2));
      Token token = word == null ? null : importable.get(word);
      if (word == null || token == null) {
        cursor.error(
            place,
            "unexpected keyword, must be one of ["
                + String.join(" ", Keywords.sorted(importable.keySet()))
                + "]");
        return;
      }
      importKeywords(Collections.singletonMap(word, token));
    } else {
      importKeywords(importable);
    }
  }

  private void importKeywords(Map<String, Token> words) {
    if (words.containsKey("not")) {
      grammar.allowNotBodies();
    }
    cursor.keywords().addAll(words);
  }
}
