package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.value.Diagnostic;

/// The operands of `print` become sets of one or no value: what is undefined is printed as such.
///
/// `print(x, input.y)` → `internal.print([{__local0__ | __local0__ = x}, {__local1__ | …}])`
final class RewritePrintCalls {
  private final LocalNames names;
  private final OutputVariables outputs;
  private final Map<String, String> rewritten;
  private final List<Diagnostic> errors = new ArrayList<>();

  private RewritePrintCalls(
      LocalNames names, OutputVariables outputs, Map<String, String> rewritten) {
    this.names = names;
    this.outputs = outputs;
    this.rewritten = rewritten;
  }

  static void in(ProgramDraft program) {
    OutputVariables outputs = new OutputVariables(program::arity);
    program.forEachRule(rule -> {
      Set<String> globals = Variables.of(rule.head().args(), Set.of());
      globals.addAll(Exprs.ROOTS);
      RewritePrintCalls phase = new RewritePrintCalls(program.names, outputs, program.rewritten);
      if (phase.concerns(rule)) {
        program.rewrittenBuiltins.add("print");
        Nested nested = phase.new Nested(globals);
        Rule.Head head = rule.head();
        Term key = head.key();
        Term value = head.value();
        rule.head(
            Heads.of(
                head,
                head.ref(),
                Rewriter.all(head.args(), nested::term),
                key == null ? null : nested.term(key),
                value == null ? null : nested.term(value)));
        rule.body(phase.body(rule.body(), globals));
        program.errors.add(phase.errors);
      }
    });
  }

  static Body inQuery(
      ProgramDraft program,
      Body query,
      LocalNames names,
      Map<String, String> rewritten,
      List<Diagnostic> errors) {
    RewritePrintCalls phase =
        new RewritePrintCalls(names, new OutputVariables(program::arity), rewritten);
    Body result = phase.body(query, Exprs.ROOTS);
    errors.addAll(phase.errors);
    return result;
  }

  private boolean concerns(RuleDraft rule) {
    boolean[] found = {false};
    Walk walk =
        Walk.ofExprs(expr -> {
          found[0] = found[0] || ErasePrintCalls.isPrint(expr);
          return !found[0];
        });
    walk.visit(rule.head());
    walk.visit(rule.body());
    return found[0];
  }

  /// Rewrites the calls in bodies of an expression, in which some variables are bound.
  private final class Nested extends Rewriter {
    private final Set<String> safe;

    Nested(Set<String> safe) {
      this.safe = safe;
    }

    @Override
    Term term(Term term) {
      return switch (term) {
        case Term.ArrayComprehension c ->
            new Term.ArrayComprehension(term(c.term()), body(c.body()), c.location());
        case Term.SetComprehension c ->
            new Term.SetComprehension(term(c.term()), body(c.body()), c.location());
        case Term.ObjectComprehension c ->
            new Term.ObjectComprehension(
                term(c.key()), term(c.value()), body(c.body()), c.location());
        default -> parts(term);
      };
    }

    @Override
    Expr expr(Expr expr) {
      if (expr.form() instanceof Expr.Every every) {
        if (every.key() != null) {
          safe.addAll(Variables.of(every.key()));
        }
        safe.addAll(Variables.of(every.value()));
      }
      return parts(expr);
    }

    @Override
    Body body(Body body) {
      return RewritePrintCalls.this.body(body, safe);
    }
  }

  private Body body(Body body, Set<String> globals) {
    List<Expr> result = new ArrayList<>(body.exprs());
    for (int i = 0; i < result.size(); i++) {
      Set<String> safe = safeBefore(result.subList(0, i), globals);
      result.set(i, new Nested(safe).expr(result.get(i)));
      if (!errors.isEmpty()) {
        return body;
      }
    }
    for (int i = 0; i < result.size(); i++) {
      if (ErasePrintCalls.isPrint(result.get(i))) {
        Set<String> safe = safeBefore(result.subList(0, i), globals);
        Walk walk =
            Walk.ofVariables(name -> {
              if (Exprs.isGenerated(name)) {
                safe.add(name);
              }
            });
        result.subList(0, i).forEach(walk::visit);
        result.set(i, print(result.get(i), safe).withIndex(i));
      }
    }
    return new Body(result);
  }

  private Set<String> safeBefore(List<Expr> exprs, Set<String> globals) {
    Set<String> safe = new HashSet<>(outputs.of(exprs, globals));
    safe.addAll(globals);
    return safe;
  }

  private Expr print(Expr expr, Set<String> safe) {
    List<Term> operands = ((Expr.Call) expr.form()).operands();
    int before = errors.size();
    for (Term operand : operands) {
      Set<String> undeclared = Variables.of(operand, Variables.SAFETY);
      undeclared.removeAll(safe);
      for (String name : Variables.sorted(undeclared)) {
        errors.add(
            ErrorLog.error(
                ErrorLog.COMPILE,
                "var " + Exprs.shown(rewritten.getOrDefault(name, name)) + " is undeclared",
                operand.location()));
      }
    }
    if (errors.size() > before) {
      return expr;
    }
    List<Term> captured = new ArrayList<>();
    for (Term operand : operands) {
      Term variable = names.variable(operand.location());
      Expr capture = Exprs.equality(variable, operand, operand.location());
      captured.add(new Term.SetComprehension(variable, Body.of(capture), operand.location()));
    }
    Term function =
        new Term.Ref(((Term.Ref) Exprs.operatorOf("internal.print")).terms(), expr.location());
    return Expr.of(
        new Expr.Call(List.of(function, new Term.ArrayTerm(captured, expr.location()))),
        expr.location());
  }
}
