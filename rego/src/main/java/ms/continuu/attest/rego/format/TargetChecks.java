package ms.continuu.attest.rego.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.Module.Import;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.rego.types.BuiltinDeclaration;
import ms.continuu.attest.rego.types.Capabilities;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.StringValue;

/// What the versions since v1 refuse and no style can mend: imports that hide each other, names
/// that are taken, and built-ins that are no more.
final class TargetChecks {
  private static final String COMPILE = "rego_compile_error";
  private static final String PARSE = "rego_parse_error";
  private static final Set<String> ROOTS = Set.of("data", "input");

  private final Module module;
  private final List<Diagnostic> errors = new ArrayList<>();

  private TargetChecks(Module module) {
    this.module = module;
  }

  static List<Diagnostic> of(Module module, FormatOptions options) {
    TargetChecks checks = new TargetChecks(module);
    if (options.newest() != RegoVersion.V0) {
      checks.v1();
    }
    if (options.newest() == RegoVersion.V2) {
      checks.v2();
    }
    return checks.errors;
  }

  private void report(String code, String message, Location place) {
    errors.add(Diagnostic.error(code, message, place));
  }

  private void v1() {
    imports();
    module.rules().forEach(this::rootsInHead);
    Nodes assignments = new Nodes(term -> {}, this::rootAssigned);
    module.rules().forEach(assignments::rule);
    deprecatedBuiltins();
    module.rules().forEach(rule -> keywordAsRule(rule, Style.KEYWORDS_V1));
  }

  private void v2() {
    for (Rule rule : module.rules()) {
      keywordAsRule(rule, Style.SINCE_V2);
      keywordsAsVariables(rule);
    }
  }

  private void imports() {
    Map<String, Import> seen = new HashMap<>();
    for (Import statement : module.imports()) {
      Import hidden = seen.putIfAbsent(name(statement), statement);
      if (hidden != null) {
        report(COMPILE, "import must not shadow " + text(hidden), statement.location());
      }
    }
  }

  private static String name(Import statement) {
    if (statement.alias() != null) {
      return statement.alias().name();
    }
    Term last = statement.path().terms().getLast();
    return last instanceof Term.Scalar scalar && scalar.value() instanceof StringValue string
        ? string.text()
        : TermText.of(last);
  }

  private static String text(Import statement) {
    String alias = statement.alias() == null ? "" : " as " + statement.alias().name();
    return "import " + TermText.of(statement.path()) + alias;
  }

  private void rootsInHead(Rule rule) {
    if (rule.head().ref().head() instanceof Term.Var name && ROOTS.contains(name.name())) {
      report(
          COMPILE,
          "rules must not shadow " + name.name() + " (use a different rule name)",
          rule.location());
    }
    for (Term arg : rule.head().args()) {
      if (arg instanceof Term.Ref && ROOTS.contains(TermText.of(arg))) {
        report(
            COMPILE,
            "args must not shadow " + TermText.of(arg) + " (use a different variable name)",
            arg.location());
      }
    }
  }

  private void rootAssigned(Expr expr) {
    if (expr.form() instanceof Expr.Call call
        && !call.operands().isEmpty()
        && TermText.of(call.operator()).equals("assign")) {
      String name = TermText.of(call.operands().getFirst());
      if (ROOTS.contains(name)) {
        report(
            COMPILE,
            "variables must not shadow " + name + " (use a different variable name)",
            expr.location());
      }
    }
  }

  private void deprecatedBuiltins() {
    Nodes calls =
        new Nodes(
            term -> {
              if (term instanceof Term.Call call) {
                deprecated(call.operator(), call.operator().location());
              }
            },
            expr -> {
              if (expr.form() instanceof Expr.Call call) {
                deprecated(call.operator(), expr.location());
              }
            });
    for (Rule rule : module.rules()) {
      rule.head().ref().terms().forEach(calls::term);
      calls.rule(rule);
    }
  }

  private void deprecated(Term operator, Location place) {
    String name = TermText.of(operator);
    BuiltinDeclaration builtin = Capabilities.builtin(name);
    if (builtin != null && builtin.deprecated()) {
      report("rego_type_error", "deprecated built-in function calls in expression: " + name, place);
    }
  }

  private void keywordAsRule(Rule rule, Set<String> keywords) {
    String name = rule.head().name();
    if (rule.head().ref().terms().size() < 2 && keywords.contains(name)) {
      report(PARSE, name + " keyword cannot be used for rule name", rule.location());
    }
  }

  private void keywordsAsVariables(Rule rule) {
    Set<Location> seen = new HashSet<>();
    Nodes variables =
        Nodes.withoutOperators(term -> {
          if (term instanceof Term.Var variable
              && Style.SINCE_V2.contains(variable.name())
              && seen.add(variable.location())) {
            report(
                PARSE,
                variable.name() + " keyword cannot be used for variable name",
                variable.location());
          }
        });
    rule.head().ref().terms().stream().skip(1).forEach(variables::term);
    variables.rule(rule);
  }
}
