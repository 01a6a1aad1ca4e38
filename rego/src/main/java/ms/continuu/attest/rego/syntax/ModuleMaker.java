package ms.continuu.attest.rego.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.rego.syntax.Statement.BodyStatement;
import ms.continuu.attest.rego.syntax.Statement.ImportStatement;
import ms.continuu.attest.rego.syntax.Statement.PackageStatement;
import ms.continuu.attest.rego.syntax.Statement.RuleStatement;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.SourceFile;
import org.jspecify.annotations.Nullable;

/// Statements to a module: a package first, then imports and rules.
final class ModuleMaker {
  private static final String CODE = "rego_parse_error";

  /// Keywords of rule heads, with the form that each brings.
  private static final Map<String, String> HEAD_KEYWORDS =
      Map.of("if", "p if { ... }", "contains", "p contains x");

  private final List<Statement> statements;
  private final List<Module.Import> imports = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private final List<Diagnostic> errors = new ArrayList<>();
  private RegoVersion latest;

  private ModuleMaker(List<Statement> statements, RegoVersion version) {
    this.statements = statements;
    this.latest = version == RegoVersion.V0_COMPAT_V1 ? RegoVersion.V1 : version;
  }

  static Parsed<Module> make(
      SourceFile source, RegoVersion version, StatementParser.Statements parsed) {
    if (parsed.statements().isEmpty() && parsed.annotations().isEmpty()) {
      Location nowhere = new Location(source, 0, 0, 0, 0);
      return new Parsed<>(null, List.of(Diagnostic.error(CODE, "empty module", nowhere)));
    }
    if (parsed.statements().isEmpty()) {
      Location place = parsed.annotations().getFirst().location();
      return new Parsed<>(null, List.of(Diagnostic.error(CODE, "package expected", place)));
    }
    ModuleMaker maker = new ModuleMaker(parsed.statements(), version);
    Module.Package declaration = maker.takeAll();
    if (declaration == null || !maker.errors.isEmpty()) {
      return new Parsed<>(null, maker.errors);
    }
    RegoVersion own =
        version == RegoVersion.V0 && maker.latest != RegoVersion.V0
            ? RegoVersion.V0_COMPAT_V1
            : version;
    Module module =
        new Module(
            source,
            own,
            declaration,
            maker.imports,
            maker.rules,
            parsed.annotations(),
            parsed.comments());
    return parsed.annotations().isEmpty()
        ? new Parsed<>(module, List.of())
        : AnnotationTargets.attach(module);
  }

  private Module.@Nullable Package takeAll() {
    Statement first = statements.getFirst();
    Module.Package declaration = null;
    if (first instanceof PackageStatement statement) {
      declaration = statement.declaration();
    } else {
      error(first.location(), "package expected");
    }
    for (int i = 1; i < statements.size(); i++) {
      switch (statements.get(i)) {
        case PackageStatement statement -> error(statement.location(), "unexpected package");
        case ImportStatement(Module.Import statement) -> {
          imports.add(statement);
          RegoVersion raised = statement.raisesTo();
          if (raised != null && raised.compareTo(latest) > 0) {
            latest = raised;
          }
        }
        case RuleStatement(Rule rule) -> rules.add(rule);
        case BodyStatement(Body body) -> takeBody(body, i);
      }
    }
    if (latest.compareTo(RegoVersion.V1) >= 0) {
      rules.forEach(this::checkKeywords);
    }
    return declaration;
  }

  private void error(Location location, String message) {
    errors.add(Diagnostic.error(CODE, message, location));
  }

  private void takeBody(Body body, int index) {
    RuleOfBody made = RuleOfBody.of(body);
    if (made.rule() != null) {
      rules.add(made.rule());
      return;
    }
    String keyword = missingKeyword(body, index);
    String hint =
        keyword == null
            ? ""
            : " (hint: `import future.keywords."
                + keyword
                + "` for `"
                + HEAD_KEYWORDS.get(keyword)
                + "` rules)";
    error(body.location(), made.fault() + hint);
  }

  /// The keyword that, not being imported, split a rule in two: `p if { … }` is then `p` and a rule
  /// named `if`.
  private @Nullable String missingKeyword(Body body, int index) {
    if (latest != RegoVersion.V0) {
      return null;
    }
    String own = headKeyword(statements.get(index));
    if (own != null || index + 1 >= statements.size()) {
      return own;
    }
    Statement next = statements.get(index + 1);
    return next.location().row() == body.location().row() ? headKeyword(next) : null;
  }

  private static @Nullable String headKeyword(Statement statement) {
    String name =
        switch (statement) {
          case RuleStatement(Rule rule) -> rule.head().name();
          case BodyStatement(Body body)
              when body.exprs().size() == 1
                  && body.exprs().getFirst().form() instanceof Expr.Single(Term.Var variable) ->
              variable.name();
          case BodyStatement b -> "";
          case PackageStatement p -> "";
          case ImportStatement i -> "";
        };
    return HEAD_KEYWORDS.containsKey(name) ? name : null;
  }

  /// From v1 on, keywords say what a rule is.
  private void checkKeywords(Rule first) {
    for (Rule rule = first; rule != null; rule = rule.otherwise()) {
      Rule.Head head = rule.head();
      String kind = head.args().isEmpty() ? "rule" : "function";
      if (head.ref().terms().size() < 2 && Keywords.isOf(RegoVersion.V1, head.name())) {
        error(rule.location(), head.name() + " keyword cannot be used for rule name");
      }
      if (rule.generatedBody() && head.generatedValue()) {
        error(rule.location(), kind + " must have value assignment and/or body declaration");
      }
      if (!rule.generatedBody() && !head.hasIf() && !rule.isDefault()) {
        error(rule.location(), "`if` keyword is required before " + kind + " body");
      }
      if (head.value() == null && head.key() != null && !head.contains()) {
        error(rule.location(), "`contains` keyword is required for partial set rules");
      }
    }
  }
}
