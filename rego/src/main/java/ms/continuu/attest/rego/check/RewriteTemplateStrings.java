package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.Terms;
import ms.continuu.attest.rego.types.BuiltinDeclaration;
import ms.continuu.attest.rego.types.Capabilities;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.StringValue;
import org.jspecify.annotations.Nullable;

/// Template strings become calls; an embedded expression becomes a set of one or no value, so that
/// what is undefined does not make the string undefined.
///
/// `$"a {input.x}"` → `internal.template_string(["a ", {__local0__ | __local0__ = input.x}])`
final class RewriteTemplateStrings {
  private static final String FUNCTION = "internal.template_string";

  private final LocalNames names;
  private final Map<String, BuiltinDeclaration> builtins;
  private final OutputVariables outputs;
  private final Predicate<Term.Ref> defined;
  private final Map<String, String> rewritten;
  private final boolean supported;
  private final List<Diagnostic> errors = new ArrayList<>();

  private RewriteTemplateStrings(
      ProgramDraft program, LocalNames names, Map<String, String> rewritten, RegoVersion version) {
    ToIntFunction<Term.Ref> arity = program::arity;
    Capabilities capabilities = program.options.capabilities();
    this.names = names;
    this.builtins = program.builtins;
    this.outputs = new OutputVariables(arity);
    this.defined = ref -> isDefined(program.rules, ref);
    this.rewritten = rewritten;
    this.supported =
        capabilities.hasFeature(Capabilities.TEMPLATE_STRINGS, version)
            && builtins.containsKey(FUNCTION);
  }

  static void in(ProgramDraft program) {
    for (ModuleDraft module : program.modules) {
      module.visitRules(rule -> {
        if (contains(rule)) {
          RewriteTemplateStrings phase =
              new RewriteTemplateStrings(
                  program, program.names, program.rewritten, module.version());
          phase.rewrite(rule);
          program.rewrittenBuiltins.add(FUNCTION);
          program.errors.add(phase.errors);
        }
        return false;
      });
    }
  }

  static Body inQuery(
      ProgramDraft program,
      Body query,
      LocalNames names,
      Map<String, String> rewritten,
      List<Diagnostic> errors) {
    RewriteTemplateStrings phase =
        new RewriteTemplateStrings(program, names, rewritten, RegoVersion.V1);
    Body result = phase.body(query, Exprs.ROOTS);
    errors.addAll(phase.errors);
    return result;
  }

  private static boolean contains(RuleDraft rule) {
    boolean[] found = {false};
    Walk walk =
        Walk.ofTerms(term -> {
          found[0] = found[0] || term instanceof Term.TemplateString;
          return !found[0];
        });
    walk.visit(rule.head());
    walk.visit(rule.body());
    return found[0];
  }

  private void rewrite(RuleDraft rule) {
    Set<String> globals = Variables.of(rule.head().args(), Set.of());
    globals.addAll(Exprs.ROOTS);
    Set<String> safe = safeIn(rule.body(), globals);
    rule.body(new Strings(safe).parts(rule.body()));
    Rule.Head head = rule.head();
    Strings strings = new Strings(safe);
    rule.head(
        Heads.of(
            head,
            head.ref(),
            Rewriter.all(head.args(), strings::term),
            rewritten(head.key(), strings),
            rewritten(head.value(), strings)));
  }

  private static @Nullable Term rewritten(@Nullable Term term, Strings strings) {
    return term == null ? null : strings.term(term);
  }

  private Set<String> safeIn(Body body, Set<String> globals) {
    Set<String> safe = outputs.of(body, globals);
    safe.addAll(globals);
    return safe;
  }

  private Body body(Body body, Set<String> globals) {
    return new Strings(safeIn(body, globals)).parts(body);
  }

  /// Whether a ref is to a document that always has a value.
  private static boolean isDefined(RuleTree rules, Term.Ref ref) {
    List<RuleDraft> found = ref.terms().size() < 2 ? List.of() : rules.exactly(ref.terms());
    if (found.isEmpty() || found.getFirst().isFunction()) {
      return false;
    }
    RuleDraft first = found.getFirst();
    if (first.isDefault() || Heads.isMultiValue(first.head())) {
      return true;
    }
    return found.size() == 1
        ? isConstant(first)
        : found.stream().skip(1).anyMatch(RuleDraft::isDefault);
  }

  private static boolean isConstant(RuleDraft rule) {
    Term value = rule.head().value();
    if (value == null || !Exprs.isTrue(rule.body())) {
      return false;
    }
    return switch (value) {
      case Term.Scalar s -> true;
      case Term.Var v -> true;
      case Term.ArrayTerm array -> Terms.isGround(array);
      case Term.ObjectTerm object -> Terms.isGround(object);
      case Term.SetTerm set -> Terms.isGround(set);
      default -> false;
    };
  }

  /// A rewritten comprehension.
  private record Closure(List<Term> heads, Body body) {
    Term head(int index) {
      return heads.get(index);
    }
  }

  /// Rewrites the strings in a body, in which some variables are bound.
  private final class Strings extends Rewriter {
    private final Set<String> safe;

    Strings(Set<String> safe) {
      this.safe = safe;
    }

    @Override
    Term term(Term term) {
      return switch (term) {
        case Term.TemplateString template -> {
          Term call = call(template, safe);
          yield parts(call == null ? template : call);
        }
        case Term.ArrayComprehension c -> {
          Closure closure = closure(c.body(), List.of(c.term()));
          yield new Term.ArrayComprehension(closure.head(0), closure.body(), c.location());
        }
        case Term.SetComprehension c -> {
          Closure closure = closure(c.body(), List.of(c.term()));
          yield new Term.SetComprehension(closure.head(0), closure.body(), c.location());
        }
        case Term.ObjectComprehension c -> {
          Closure closure = closure(c.body(), List.of(c.key(), c.value()));
          yield new Term.ObjectComprehension(
              closure.head(0), closure.head(1), closure.body(), c.location());
        }
        default -> parts(term);
      };
    }

    /// A comprehension: a head that is a string sees the variables of the body. What was wrong is
    /// told twice, as OPA walks the whole comprehension again.
    private Closure closure(Body body, List<Term> heads) {
      int before = errors.size();
      Set<String> inner = safeIn(body, safe);
      Body rewritten = new Strings(inner).parts(body);
      List<Term> called = all(heads, head -> called(head, inner));
      boolean failed = errors.size() > before;
      List<Term> walked = all(called, this::term);
      return new Closure(walked, failed ? parts(rewritten) : rewritten);
    }

    private Term called(Term head, Set<String> inner) {
      Term call = head instanceof Term.TemplateString string ? call(string, inner) : null;
      return call == null ? head : call;
    }

    @Override
    Expr expr(Expr expr) {
      if (!(expr.form() instanceof Expr.Every every)) {
        return parts(expr);
      }
      int before = errors.size();
      Term called = called(every.domain(), safe);
      Set<String> inner = new HashSet<>(safe);
      if (every.key() != null) {
        inner.addAll(Variables.of(every.key()));
      }
      inner.addAll(Variables.of(every.value()));
      Body rewritten = RewriteTemplateStrings.this.body(every.body(), inner);
      boolean failed = errors.size() > before;
      Term domain = term(called);
      Body body = failed ? parts(rewritten) : rewritten;
      return expr.withForm(
              new Expr.Every(every.key(), every.value(), domain, body, every.location()))
          .withWiths(all(expr.withs(), this::with));
    }
  }

  /// The call for a string; null, and errors, when it is none.
  private @Nullable Term call(Term.TemplateString template, Set<String> safe) {
    if (!supported) {
      errors.add(
          ErrorLog.error(
              ErrorLog.COMPILE, "template-strings are not supported", template.location()));
      return null;
    }
    int before = errors.size();
    List<Term> parts = new ArrayList<>();
    for (Term.TemplateString.Part part : template.parts()) {
      switch (part) {
        case Term.TemplateString.Text text -> parts.add(text.string());
        case Term.TemplateString.Embedded embedded -> {
          Term captured = captured(embedded.expr(), safe);
          if (captured != null) {
            parts.add(captured);
          }
        }
      }
    }
    if (errors.size() > before) {
      return null;
    }
    if (template.parts().isEmpty()) {
      parts.add(new Term.Scalar(StringValue.of(""), template.location()));
    }
    return new Term.Call(
        List.of(Exprs.operatorOf(FUNCTION), new Term.ArrayTerm(parts, Location.NONE)),
        template.location());
  }

  private @Nullable Term captured(Expr expr, Set<String> safe) {
    Term term;
    switch (expr.form()) {
      case Expr.Call call -> {
        BuiltinDeclaration builtin = builtins.get(nameOf(call.operator()));
        if (builtin != null && builtin.relation()) {
          errors.add(
              ErrorLog.error(
                  ErrorLog.COMPILE,
                  "illegal call to relation built-in '"
                      + builtin.name()
                      + "' that may cause multiple outputs",
                  Location.NONE));
          return null;
        }
        term = new Term.Call(call.terms(), Location.NONE);
      }
      case Expr.Single single -> term = single.term();
      default -> {
        errors.add(
            ErrorLog.error(
                ErrorLog.COMPILE,
                "unexpected template-string expression type: " + typeOf(expr.form()),
                expr.location()));
        return null;
      }
    }
    if (term instanceof Term.Var || (term instanceof Term.Ref ref && defined.test(ref))) {
      return new Term.SetTerm(List.of(term), Location.NONE);
    }
    Set<String> undeclared = Variables.of(term, Variables.SAFETY);
    undeclared.removeAll(safe);
    for (String name : Variables.sorted(undeclared)) {
      errors.add(
          ErrorLog.error(
              ErrorLog.COMPILE,
              "var " + Exprs.shown(rewritten.getOrDefault(name, name)) + " is undeclared",
              term.location()));
    }
    Term variable = names.variable(term.location());
    Expr capture = Exprs.equality(variable, term, term.location()).withWiths(expr.withs());
    return new Term.SetComprehension(variable, Body.of(capture), term.location());
  }

  private static String nameOf(Term operator) {
    return operator instanceof Term.Ref ref ? Exprs.name(ref.terms()) : "";
  }

  private static String typeOf(Expr.Form form) {
    return switch (form) {
      case Expr.Some s -> "*ast.SomeDecl";
      case Expr.Every e -> "*ast.Every";
      case Expr.Not n -> "*ast.Not";
      case Expr.And a -> "*ast.LogicalAnd";
      case Expr.Or o -> "*ast.LogicalOr";
      case Expr.Single s -> "*ast.Term";
      case Expr.Call c -> "[]*ast.Term";
    };
  }
}
