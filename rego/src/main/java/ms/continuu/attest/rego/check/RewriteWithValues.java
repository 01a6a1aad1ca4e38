package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.rego.types.BuiltinDeclaration;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.RegoText;

/// Values of modifiers that have to be computed are computed before the expression. Modifiers
/// replace documents and functions, nothing else.
///
/// `p with input as data.a` → `__local0__ = data.a; p with input as __local0__`
final class RewriteWithValues extends Rewriter {
  private final Map<String, BuiltinDeclaration> builtins;
  private final Set<String> unsafe;
  private final RuleTree rules;
  private final LocalNames names;
  private final List<Diagnostic> errors = new ArrayList<>();
  private final SharedWiths shared = new SharedWiths();

  private RewriteWithValues(ProgramDraft program, Set<String> unsafe, LocalNames names) {
    this.builtins = program.builtins;
    this.unsafe = unsafe;
    this.rules = program.rules;
    this.names = names;
  }

  static void in(ProgramDraft program) {
    RewriteWithValues phase =
        new RewriteWithValues(program, program.options.unsafeBuiltins(), program.names);
    program.forEachRule(rule -> {
      rule.head(phase.head(rule.head()));
      rule.body(phase.body(rule.body()));
    });
    program.errors.add(phase.errors);
  }

  /// The bodies within a query are left as they are.
  static Body inQuery(
      ProgramDraft program,
      Body query,
      Set<String> unsafe,
      LocalNames names,
      List<Diagnostic> errors) {
    RewriteWithValues phase = new RewriteWithValues(program, unsafe, names);
    Body result = phase.modifiersOf(query);
    errors.addAll(phase.errors);
    return result;
  }

  @Override
  Body body(Body body) {
    return parts(modifiersOf(body));
  }

  @Override
  Expr.With with(Expr.With with) {
    return shared.once(with, this::parts);
  }

  private Body modifiersOf(Body body) {
    if (body.exprs().stream().allMatch(expr -> expr.withs().isEmpty())) {
      return body;
    }
    List<Expr> result = new ArrayList<>();
    for (Expr expr : body.exprs()) {
      List<Expr.With> withs = new ArrayList<>();
      for (Expr.With with : expr.withs()) {
        int before = errors.size();
        withs.add(shared.once(with, each -> rewritten(each, result)));
        if (errors.size() > before) {
          return body;
        }
      }
      result.add(expr.withs().isEmpty() ? expr : expr.withWiths(withs));
    }
    return Exprs.body(result);
  }

  private Expr.With rewritten(Expr.With with, List<Expr> before) {
    Term target = functionRef(with.target());
    Term value = functionRef(with.value());
    boolean computed = isComputed(with.target(), value);
    if (computed) {
      Expr equality = names.equality(value);
      before.add(equality);
      value = Exprs.operand(equality, 0);
    }
    return new Expr.With(target, value, with.location());
  }

  /// A built-in's name alone is a variable to the parser.
  private Term functionRef(Term term) {
    return term instanceof Term.Var variable && builtins.containsKey(variable.name())
        ? new Term.Ref(List.of(variable), term.location())
        : term;
  }

  private void report(String code, String message, Location where) {
    errors.add(ErrorLog.error(code, message, where));
  }

  /// Whether the value is computed before; false and an error when the modifier cannot be.
  private boolean isComputed(Term target, Term value) {
    int before = errors.size();
    boolean builtin = isBuiltin(target);
    if (errors.size() > before) {
      return false;
    }
    if (Exprs.beginsWith(target, "data")) {
      if (!replacesWhole(((Term.Ref) target).terms(), target)) {
        return false;
      }
      if (replacesFunction(((Term.Ref) target).terms())
          && (isFunction(value) || errors.size() > before)) {
        return false;
      }
      if (value instanceof Term.Ref ref
          && rules.exactly(ref.terms()).stream().anyMatch(RuleDraft::isFunction)) {
        return false;
      }
    } else if (Exprs.beginsWith(target, "input")) {
      return Walk.needsEvaluation(value);
    } else if (builtin) {
      if (!isReplaceable(target) || isFunction(value) || errors.size() > before) {
        return false;
      }
    } else {
      report(
          ErrorLog.TYPE,
          "with keyword target must reference existing input, data, or a function",
          target.location());
      return false;
    }
    return Walk.needsEvaluation(value);
  }

  private boolean replacesWhole(List<Term> ref, Term target) {
    RuleTree node = rules;
    for (int i = 1; i < ref.size() - 1; i++) {
      RuleTree child = node.child(ref.get(i));
      if (child == null) {
        return true;
      }
      if (!child.drafts().isEmpty()) {
        report(
            ErrorLog.COMPILE,
            "with keyword cannot partially replace virtual document(s)",
            target.location());
        return false;
      }
      node = child;
    }
    return true;
  }

  /// OPA looks for the last part where the way down ended.
  private boolean replacesFunction(List<Term> ref) {
    RuleTree node = rules;
    if (ref.size() == 1) {
      return false;
    }
    for (int i = 1; i < ref.size() - 1; i++) {
      RuleTree child = node.child(ref.get(i));
      if (child == null) {
        break;
      }
      node = child;
    }
    RuleTree last = node.child(ref.getLast());
    return last != null && last.drafts().stream().anyMatch(RuleDraft::isFunction);
  }

  /// Whether a value is a function: it is not computed.
  private boolean isFunction(Term value) {
    return (value instanceof Term.Ref ref && rules.find(ref.terms()) != null) || isBuiltin(value);
  }

  private boolean isBuiltin(Term term) {
    String name;
    switch (term) {
      case Term.Ref ref -> name = Exprs.name(ref.terms());
      case Term.Var variable -> name = TermText.of(variable);
      default -> {
        return false;
      }
    }
    if (unsafe.contains(name)) {
      report(
          ErrorLog.COMPILE,
          "with keyword replacing built-in function: target must not be unsafe: "
              + RegoText.quote(name),
          term.location());
      return false;
    }
    return builtins.containsKey(name);
  }

  private boolean isReplaceable(Term target) {
    String name = target instanceof Term.Ref ref ? Exprs.name(ref.terms()) : TermText.of(target);
    BuiltinDeclaration builtin = builtins.get(name);
    String problem = null;
    if (Set.of("eq", "rego.metadata.chain", "rego.metadata.rule").contains(name)) {
      problem = "replacement of " + RegoText.quote(name) + " invalid";
    } else if (name.equals("internal") || name.startsWith("internal.")) {
      problem = "replacement of internal function " + RegoText.quote(name) + " invalid";
    } else if (builtin != null && builtin.relation()) {
      problem = "target must not be a relation";
    } else if (builtin != null && builtin.isVoid()) {
      problem = "target must not be a void function";
    }
    if (problem != null) {
      report(
          ErrorLog.COMPILE,
          "with keyword replacing built-in function: " + problem,
          target.location());
    }
    return problem == null;
  }
}
