package ms.continuu.attest.rego.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.Module.Comment;
import ms.continuu.attest.rego.syntax.Module.Import;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.rego.syntax.Terms;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.StringValue;

/// Writes modules: package, imports and rules in the order of the source.
final class ModuleWriter {
  private final Page page;
  private final Style style;
  private final RuleWriter rules;

  ModuleWriter(Page page, Style style) {
    this.page = page;
    this.style = style;
    this.rules = new RuleWriter(page, style);
  }

  /// @param imports instead of the module's
  void module(Module module, List<Import> imports) throws UnexpectedComment {
    page.comments(
        module.comments().stream()
            .sorted(Comparator.comparing(Comment::location, Places.ORDER))
            .map(ModuleWriter::withoutTrailingSpace)
            .toList());
    packageDeclaration(module.packageDeclaration());
    List<Import> further = new ArrayList<>(imports);
    if (someFollowsRule(imports, module.rules())) {
      writeImports(imports.stream().filter(Directives::isAdded).toList());
      further.removeIf(Directives::isAdded);
    }
    statements(further, module.rules());
    remainingComments();
  }

  private static Comment withoutTrailingSpace(Comment comment) {
    String text = comment.text();
    int end = text.length();
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return new Comment(text.substring(0, end), comment.location());
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r' || c == '\u0085' || Character.isSpaceChar(c);
  }

  private void packageDeclaration(Module.Package declaration) throws UnexpectedComment {
    page.writeCommentsUpTo(declaration.location());
    page.startLine();
    page.write("package ");
    List<Term> path = new ArrayList<>(declaration.path().terms());
    path.removeFirst();
    if (path.getFirst() instanceof Term.Scalar first && first.value() instanceof StringValue name) {
      path.set(0, new Term.Var(name.text(), declaration.location()));
    }
    refWithoutComments(style, path);
    page.blankLine();
  }

  private void refWithoutComments(Style style, List<Term> ref) throws UnexpectedComment {
    List<Comment> comments = page.comments();
    page.comments(List.of());
    new ExprWriter(page, style).terms().ref(ref);
    page.comments(comments);
  }

  /// An import behind a rule has no effect, so an added one must not get there.
  private static boolean someFollowsRule(List<Import> imports, List<Rule> rules) {
    int firstRule =
        rules.stream().mapToInt(r -> r.location().row()).min().orElse(Integer.MAX_VALUE);
    return imports.stream().anyMatch(i -> Directives.isAdded(i) && i.location().row() >= firstRule);
  }

  private void statements(List<Import> imports, List<Rule> all) throws UnexpectedComment {
    List<Import> sortedImports = byPlace(imports, Import::location);
    List<Rule> sortedRules = byPlace(all, Rule::location);
    int nextImport = 0;
    int nextRule = 0;
    while (nextImport < sortedImports.size() || nextRule < sortedRules.size()) {
      int firstImport = nextImport;
      while (nextImport < sortedImports.size()
          && (nextRule == sortedRules.size()
              || Places.ORDER.compare(
                      sortedImports.get(nextImport).location(),
                      sortedRules.get(nextRule).location())
                  <= 0)) {
        nextImport++;
      }
      writeImports(sortedImports.subList(firstImport, nextImport));
      int firstRule = nextRule;
      while (nextRule < sortedRules.size()
          && (nextImport == sortedImports.size()
              || Places.ORDER.compare(
                      sortedRules.get(nextRule).location(),
                      sortedImports.get(nextImport).location())
                  < 0)) {
        nextRule++;
      }
      rules.rules(sortedRules.subList(firstRule, nextRule));
    }
  }

  private static <T> List<T> byPlace(
      List<T> statements, java.util.function.Function<T, Location> place) {
    return statements.stream().sorted(Comparator.comparing(place, Places.ORDER)).toList();
  }

  // Imports

  /// Imports are sorted within groups that empty lines set apart. A comment stays behind its
  /// import.
  private void writeImports(List<Import> imports) throws UnexpectedComment {
    Map<Import, Comment> behind = takeCommentsBehind(imports);
    for (List<Import> group : groups(imports)) {
      page.writeCommentsUpTo(group.getFirst().location());
      for (Import statement : sorted(group)) {
        page.startLine();
        importStatement(statement);
        Comment comment = behind.get(statement);
        page.write(comment == null ? "" : " #" + comment.text());
        page.endLine();
      }
      page.blankLine();
    }
  }

  private Map<Import, Comment> takeCommentsBehind(List<Import> imports) {
    Map<Import, Comment> behind = new HashMap<>();
    List<Comment> others = new ArrayList<>();
    for (Comment comment : page.comments()) {
      imports.stream()
          .filter(i -> i.location().row() == comment.location().row())
          .findFirst()
          .ifPresentOrElse(i -> behind.put(i, comment), () -> others.add(comment));
    }
    page.comments(others);
    return behind;
  }

  private static List<List<Import>> groups(List<Import> imports) {
    List<List<Import>> groups = new ArrayList<>();
    int row = 0;
    for (Import statement : imports) {
      int own = statement.location().row();
      if (groups.isEmpty() || own - row > 1) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(statement);
      row = own;
    }
    return groups;
  }

  private static List<Import> sorted(List<Import> group) {
    return group.stream()
        .sorted(
            Comparator.<Import, Term>comparing(Import::path, Terms.ORDER)
                .thenComparing(ModuleWriter::alias))
        .toList();
  }

  private static String alias(Import statement) {
    return statement.alias() == null ? "" : statement.alias().name();
  }

  private void importStatement(Import statement) throws UnexpectedComment {
    page.write("import ");
    refWithoutComments(
        Directives.isKeyword(statement) ? Style.ofDirectives() : style, statement.path().terms());
    if (statement.alias() != null) {
      page.write(" as " + TermText.of(statement.alias()));
    }
  }

  private void remainingComments() {
    for (Comment comment : page.comments()) {
      page.ensureLine();
      page.write("#" + comment.text());
      page.endLine();
    }
    page.write("\n");
  }
}
