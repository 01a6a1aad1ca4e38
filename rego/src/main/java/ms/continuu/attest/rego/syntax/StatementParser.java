package ms.continuu.attest.rego.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ms.continuu.attest.rego.syntax.Statement.BodyStatement;
import ms.continuu.attest.rego.syntax.Statement.ImportStatement;
import ms.continuu.attest.rego.syntax.Statement.PackageStatement;
import ms.continuu.attest.rego.syntax.Statement.RuleStatement;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.SourceFile;
import org.jspecify.annotations.Nullable;

/// A text's statements, up to the first that is wrong.
final class StatementParser {
  private final Grammar grammar;
  private final Cursor cursor;
  private final ImportParser imports;
  private final RuleParser rules;
  private final Kind kind;

  /// What may stand in a text.
  enum Kind {
    MODULE,
    QUERY
  }

  /// Statements, comments and what is wrong.
  record Statements(
      List<Statement> statements,
      List<Annotations> annotations,
      List<Module.Comment> comments,
      List<Diagnostic> diagnostics) {
    Statements {
      statements = List.copyOf(statements);
      annotations = List.copyOf(annotations);
      comments = List.copyOf(comments);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  private StatementParser(Grammar grammar, Map<String, Token> importable, Kind kind) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
    this.imports = new ImportParser(grammar, importable);
    this.rules = new RuleParser(grammar);
    this.kind = kind;
  }

  static Statements parse(SourceFile source, ParseOptions options, Kind kind) {
    Language language = Language.of(options);
    if (!language.fault().isEmpty()) {
      Diagnostic fault = Diagnostic.error("rego_parse_error", language.fault(), null);
      return new Statements(List.of(), List.of(), List.of(), List.of(fault));
    }
    return DeepCalls.run(watch -> {
      Keywords keywords = Keywords.basic();
      keywords.addAll(language.active());
      Grammar grammar = new Grammar(new Cursor(source, options, keywords, watch), options);
      if (language.active().containsKey("not")) {
        grammar.allowNotBodies();
      }
      return new StatementParser(grammar, language.importable(), kind).all();
    });
  }

  private Statements all() {
    cursor.scan();
    List<Statement> statements = new ArrayList<>();
    while (!cursor.at(Token.EOF)) {
      List<Statement> next = next();
      if (next == null) {
        break;
      }
      statements.addAll(next);
      grammar.cache.forgetBefore(cursor.start());
    }
    if (kind == Kind.QUERY || !grammar.options.annotations()) {
      return new Statements(statements, List.of(), cursor.comments(), cursor.errors());
    }
    AnnotationBlocks blocks = AnnotationBlocks.read(cursor.comments());
    blocks.faults().forEach(fault -> cursor.error(fault.location(), fault.message()));
    return new Statements(statements, blocks.annotations(), blocks.comments(), cursor.errors());
  }

  /// The next statement, read as what it can be; null to stop.
  private @Nullable List<Statement> next() {
    if (kind == Kind.MODULE && RuleNames.errorKeyword(cursor, false)) {
      return null;
    }
    if (cursor.at(Token.PACKAGE)) {
      Cursor.State mark = cursor.save();
      Module.Package declaration = imports.packageStatement();
      if (declaration != null) {
        return endsBeforeMinus() ? List.of(new PackageStatement(declaration)) : null;
      }
      if (cursor.hasErrors()) {
        return null;
      }
      cursor.restore(mark);
    } else if (cursor.at(Token.IMPORT)) {
      Cursor.State mark = cursor.save();
      Module.Import declaration = imports.importStatement();
      if (declaration != null) {
        if (!endsBeforeMinus()) {
          return null;
        }
        imports.apply(declaration);
        return List.of(new ImportStatement(declaration));
      }
      if (cursor.hasErrors()) {
        return null;
      }
      cursor.restore(mark);
    }
    if (kind == Kind.MODULE) {
      Cursor.State mark = cursor.save();
      List<Rule> read = rules.rules();
      if (read != null) {
        return read.stream().<Statement>map(RuleStatement::new).toList();
      }
      if (cursor.hasErrors()) {
        return null;
      }
      cursor.restore(mark);
    }
    Body body = grammar.literals.query();
    return body == null ? null : List.of(new BodyStatement(body));
  }

  /// A minus behind a path would begin the next statement.
  private boolean endsBeforeMinus() {
    if (cursor.at(Token.MINUS)) {
      cursor.illegal();
      return false;
    }
    return true;
  }

  /// The keywords of a version, as capabilities allow.
  ///
  /// @param active keywords from the start
  /// @param importable keywords that `import future.keywords` knows
  /// @param fault why there is no such language; empty when there is
  private record Language(Map<String, Token> active, Map<String, Token> importable, String fault) {

    static Language of(ParseOptions options) {
      Map<String, Token> allowed = new TreeMap<>();
      Map<String, Token> active = new TreeMap<>();
      switch (options.version()) {
        case V0, V0_COMPAT_V1 -> {
          for (String word : Keywords.sorted(options.importable())) {
            Token token = Keywords.FUTURE.get(word);
            if (token == null) {
              return unknown("illegal capabilities: unknown keyword: " + word);
            }
            allowed.put(word, token);
          }
          if (options.has("rego_v1")) {
            allowed.putAll(Keywords.NEW_IN_V1);
          }
        }
        case V1, V2 -> {
          boolean v1 = options.version() == RegoVersion.V1;
          String feature = v1 ? "rego_v1" : "rego_v2";
          if (!options.has(feature)) {
            return unknown(
                "illegal capabilities: "
                    + feature
                    + " feature required for parsing "
                    + (v1 ? "v1" : "v2")
                    + " Rego");
          }
          active.putAll(v1 ? Keywords.NEW_IN_V1 : Keywords.FUTURE);
          allowed.putAll(active);
          for (String word : Keywords.sorted(options.importable())) {
            Token token = Keywords.FUTURE.get(word);
            if (token == null) {
              return unknown("illegal capabilities: unknown keyword: " + word);
            }
            allowed.put(word, token);
          }
        }
      }
      for (String word : Keywords.sorted(options.futureKeywords())) {
        Token token = allowed.get(word);
        if (token == null) {
          return unknown("unknown future keyword: " + word);
        }
        active.put(word, token);
      }
      return new Language(active, allowed, "");
    }

    private static Language unknown(String fault) {
      return new Language(Map.of(), Map.of(), fault);
    }
  }
}
