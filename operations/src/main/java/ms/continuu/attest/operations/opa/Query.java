package ms.continuu.attest.operations.opa;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.files.Language;
import ms.continuu.attest.operations.files.Timers;
import ms.continuu.attest.rego.check.CheckedProgram;
import ms.continuu.attest.rego.check.CheckedQuery;
import ms.continuu.attest.rego.check.Compilation;
import ms.continuu.attest.rego.check.QueryOptions;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.ParseOptions;
import ms.continuu.attest.rego.syntax.Parsed;
import ms.continuu.attest.rego.syntax.Parser;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.value.SourceFile;
import org.jspecify.annotations.Nullable;

/// A query as the user writes it.
///
/// @param packageName the package that its names are looked up in; empty for none
/// @param imports paths, perhaps with `as name`
public record Query(String text, String packageName, List<String> imports) {
  public Query {
    imports = List.copyOf(imports);
  }

  /// Parses and checks the query.
  CheckedQuery check(CheckedProgram program, Language language, Timers timers) throws Failure {
    if (text.isEmpty()) {
      throw Failure.of("cannot evaluate empty query");
    }
    List<Module.Import> parsedImports = parseImports(language);
    Body body =
        timers.time("rego_query_parse", () -> parse(text, options(parsedImports, language)));
    return timers.time("rego_query_compile", () -> check(program, body, parsedImports, language));
  }

  private CheckedQuery check(
      CheckedProgram program, Body body, List<Module.Import> parsedImports, Language language)
      throws Failure {
    QueryOptions options = QueryOptions.within(parsePackage(language), parsedImports);
    Compilation.Query compiled = Compilation.ofQuery(program, body, options);
    CheckedQuery query = compiled.query();
    if (query == null) {
      throw Failure.ofDiagnostics(compiled.diagnostics());
    }
    return query;
  }

  /// Parses a body that is a text of its own.
  static Body parse(String text, ParseOptions options) throws Failure {
    Parsed<Body> parsed = Parser.body(new SourceFile("", text), options);
    if (!parsed.diagnostics().isEmpty()) {
      throw Failure.ofDiagnostics(parsed.diagnostics());
    }
    Body body = parsed.tree();
    return body == null ? new Body(List.of()) : body;
  }

  private List<Module.Import> parseImports(Language language) throws Failure {
    List<Module.Import> parsed = new ArrayList<>();
    for (String path : imports) {
      SourceFile source = new SourceFile("", "import " + path);
      Parsed<Module.Import> one = Parser.importStatement(source, language.parseOptions(false));
      if (!one.diagnostics().isEmpty()) {
        throw Failure.ofDiagnostics(one.diagnostics());
      }
      if (one.tree() != null) {
        parsed.add(one.tree());
      }
    }
    return parsed;
  }

  private Term.@Nullable Ref parsePackage(Language language) throws Failure {
    if (packageName.isEmpty()) {
      return null;
    }
    SourceFile source = new SourceFile("", "package " + packageName);
    Parsed<Module> parsed = Parser.module(source, language.parseOptions(false));
    if (!parsed.diagnostics().isEmpty()) {
      throw Failure.ofDiagnostics(parsed.diagnostics());
    }
    return parsed.tree() == null ? null : parsed.tree().packageDeclaration().path();
  }

  /// Imports of keywords hold for the query's own text.
  private static ParseOptions options(List<Module.Import> imports, Language language) {
    Set<String> keywords = new HashSet<>();
    RegoVersion version = language.version();
    for (Module.Import statement : imports) {
      String path = TermText.of(statement.path());
      if (path.equals("future.keywords")) {
        keywords.addAll(language.capabilities().futureKeywords());
      } else if (path.startsWith("future.keywords.")) {
        keywords.add(path.substring("future.keywords.".length()));
      } else if (path.equals("rego.v1") && version == RegoVersion.V0) {
        version = RegoVersion.V0_COMPAT_V1;
      }
    }
    ParseOptions plain = language.parseOptions(false);
    return new ParseOptions(
        version,
        keywords,
        plain.importable(),
        plain.features(),
        plain.annotations(),
        plain.maxDepth());
  }
}
