package ms.continuu.attest.rego.syntax;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.rego.syntax.Statement.BodyStatement;
import ms.continuu.attest.rego.syntax.Statement.ImportStatement;
import ms.continuu.attest.rego.syntax.Statement.PackageStatement;
import ms.continuu.attest.rego.syntax.Statement.RuleStatement;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.SourceFile;

/// Text to tree. What is wrong is said, never thrown; a diagnostic without a code is one of OPA's
/// plain errors, which have none.
public final class Parser {
  private Parser() {}

  /// Reads a module. A text without a statement is an error, `empty module`.
  public static Parsed<Module> module(SourceFile source, ParseOptions options) {
    StatementParser.Statements parsed =
        StatementParser.parse(source, options, StatementParser.Kind.MODULE);
    return parsed.diagnostics().isEmpty()
        ? ModuleMaker.make(source, options.version(), parsed)
        : new Parsed<>(null, parsed.diagnostics());
  }

  /// Reads a query. A text without an expression is an empty body.
  public static Parsed<Body> body(SourceFile source, ParseOptions options) {
    StatementParser.Statements parsed =
        StatementParser.parse(source, options, StatementParser.Kind.QUERY);
    if (!parsed.diagnostics().isEmpty()) {
      return new Parsed<>(null, parsed.diagnostics());
    }
    List<Expr> exprs = new ArrayList<>();
    for (Statement statement : parsed.statements()) {
      if (!(statement instanceof BodyStatement(Body body))) {
        return fault("expected body but got " + goType(statement));
      }
      body.exprs().forEach(expr -> exprs.add(expr.withIndex(exprs.size())));
    }
    return new Parsed<>(new Body(exprs), List.of());
  }

  /// Reads one term and nothing behind it.
  public static Parsed<Term> term(SourceFile source, ParseOptions options) {
    Parsed<Body> parsed = body(source, options);
    Body body = parsed.tree();
    if (body == null) {
      return new Parsed<>(null, parsed.diagnostics());
    }
    if (body.exprs().size() != 1) {
      return fault("expected exactly one term but got: " + TermText.of(body));
    }
    Expr expr = body.exprs().getFirst();
    if (!(expr.form() instanceof Expr.Single single)) {
      return fault("expected term but got " + TermText.of(expr));
    }
    return new Parsed<>(single.term(), List.of());
  }

  /// Reads one ref and nothing behind it.
  public static Parsed<Term.Ref> ref(SourceFile source, ParseOptions options) {
    Parsed<Term> parsed = term(source, options);
    return switch (parsed.tree()) {
      case null -> new Parsed<>(null, parsed.diagnostics());
      case Term.Ref ref -> new Parsed<>(ref, List.of());
      case Term term -> fault("expected ref but got " + TermText.of(term));
    };
  }

  /// Reads one `import` statement.
  public static Parsed<Module.Import> importStatement(SourceFile source, ParseOptions options) {
    StatementParser.Statements parsed =
        StatementParser.parse(source, options, StatementParser.Kind.MODULE);
    if (!parsed.diagnostics().isEmpty()) {
      return new Parsed<>(null, parsed.diagnostics());
    }
    for (Statement statement : parsed.statements()) {
      return statement instanceof ImportStatement(Module.Import declaration)
          ? new Parsed<>(declaration, List.of())
          : fault("expected import but got " + goType(statement));
    }
    return new Parsed<>(null, List.of());
  }

  private static <T> Parsed<T> fault(String message) {
    return new Parsed<>(null, List.of(Diagnostic.error("", message, null)));
  }

  /// OPA's messages show types of its own.
  private static String goType(Statement statement) {
    return switch (statement) {
      case PackageStatement p -> "*ast.Package";
      case ImportStatement i -> "*ast.Import";
      case RuleStatement r -> "*ast.Rule";
      case BodyStatement b -> "ast.Body";
    };
  }
}
