package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ms.continuu.attest.rego.check.LocalScopes.Occurrence;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.Terms;
import ms.continuu.attest.value.Diagnostic;
import org.jspecify.annotations.Nullable;

/// Variables that a body declares get names of their own, and `:=` becomes `=`. When strict, what
/// is declared must be used.
///
/// `f(x) := y if { y := x + 1 }` → `f(__local0__) := __local1__ if { __local1__ = __local0__ + 1 }`
final class RewriteLocalVars {
  private final ProgramDraft program;

  private RewriteLocalVars(ProgramDraft program) {
    this.program = program;
  }

  static void in(ProgramDraft program) {
    RewriteLocalVars phase = new RewriteLocalVars(program);
    program.modules.forEach(module -> module.rules().forEach(phase::rewrite));
  }

  private void rewrite(RuleDraft rule) {
    boolean strict = program.options.strict();
    Set<String> unusedArgs = strict ? Variables.of(rule.head().args(), Set.of()) : new HashSet<>();
    LocalScopes parameters = new LocalScopes();
    renameParameters(rule, parameters);
    for (RuleDraft each = rule; each != null; each = each.otherwise) {
      LocalScopes scopes = parameters.copy();
      List<Diagnostic> errors = rewrite(each, unusedArgs, scopes);
      if (!program.errors.add(errors) || !program.errors.addRecoverable(scopes.unused)) {
        return;
      }
      unusedArgs.removeIf(arg -> scopes.count(arg) > 1);
    }
    if (strict) {
      List<Diagnostic> errors = new ArrayList<>();
      for (String arg : Variables.sorted(unusedArgs)) {
        if (!Exprs.isWildcard(arg)) {
          errors.add(
              ErrorLog.error(
                  ErrorLog.COMPILE,
                  "unused argument " + arg + ". (hint: use _ (wildcard variable) instead)",
                  rule.head().location()));
        }
      }
      program.errors.addRecoverable(errors);
    }
  }

  private void renameParameters(RuleDraft rule, LocalScopes scopes) {
    List<Diagnostic> errors = new ArrayList<>();
    List<Term> args =
        Rewriter.all(
            rule.head().args(), arg -> new Parameters(program.names, scopes, errors).term(arg));
    rule.head(Heads.withArgs(rule.head(), args));
    program.errors.add(errors);
  }

  /// Renames the variables of parameters' patterns.
  private static final class Parameters extends Rewriter {
    private final LocalNames names;
    private final LocalScopes scopes;
    private final List<Diagnostic> errors;

    Parameters(LocalNames names, LocalScopes scopes, List<Diagnostic> errors) {
      this.names = names;
      this.scopes = scopes;
      this.errors = errors;
    }

    @Override
    Term term(Term term) {
      return switch (term) {
        case Term.Var variable -> {
          String becomes = scopes.declared(variable.name());
          if (becomes != null) {
            scopes.seen(variable.name());
          } else {
            becomes = names.next();
            scopes.insert(variable.name(), becomes, Occurrence.PARAMETER);
          }
          yield new Term.Var(becomes, term.location());
        }
        case Term.ObjectTerm object ->
            mapObject(object, entry -> new Term.Entry(entry.key(), term(entry.value())));
        case Term.Ref ref -> parts(ref);
        case Term.ArrayTerm array -> parts(array);
        case Term.Call call -> {
          errors.add(
              ErrorLog.error(
                  ErrorLog.COMPILE, "rule arguments cannot contain calls", call.location()));
          yield call;
        }
        default -> term;
      };
    }
  }

  /// Rewrites a rule or the rule of an `else`. Errors keep the other phases from running.
  private List<Diagnostic> rewrite(RuleDraft rule, Set<String> unusedArgs, LocalScopes scopes) {
    boolean variables = Heads.mayHaveVariables(rule.head());
    Set<String> used = variables ? rewriteClosuresInHead(rule, unusedArgs) : Set.of();
    hideBuiltins(rule, scopes);
    LocalRewriting rewriting = new LocalRewriting(program.names, scopes, program.options.strict());
    Body body = rewriting.body(rule.body(), used);
    if (rewriting.hasAssignments()) {
      program.rewrittenBuiltins.add("assign");
    }
    program.rewritten.putAll(scopes.rewritten);
    rule.body(body);
    if (variables) {
      rule.head(renamed(rule.head(), scopes.innermost().names));
    }
    return rewriting.errors();
  }

  /// The comprehensions in a head come before the body. The variables that the head uses.
  private Set<String> rewriteClosuresInHead(RuleDraft rule, Set<String> unusedArgs) {
    ClosuresInHead closures = new ClosuresInHead();
    Rule.Head head = rule.head();
    List<Term> args = Rewriter.all(head.args(), closures::term);
    Term key = head.key();
    Term value = head.value();
    rule.head(
        Heads.of(
            head,
            head.ref(),
            args,
            key == null ? null : closures.term(key),
            value == null ? null : closures.term(value)));
    program.errors.add(closures.errors);
    program.errors.addRecoverable(closures.unused);

    Set<String> used = new HashSet<>();
    Variables collector = Variables.into(used, Set.of());
    List<Term> ref = head.ref().terms();
    collector.add(ref.subList(1, ref.size()));
    if (rule.head().key() != null) {
      collector.add(rule.head().key());
    }
    if (rule.head().value() != null) {
      Set<String> ofValue = Variables.of(rule.head().value());
      used.addAll(ofValue);
      unusedArgs.removeAll(ofValue);
    }
    return used;
  }

  private final class ClosuresInHead extends Rewriter {
    private final List<Diagnostic> errors = new ArrayList<>();
    private final List<Diagnostic> unused = new ArrayList<>();

    @Override
    Term term(Term term) {
      boolean isMapped = term instanceof Term.ObjectTerm || term instanceof Term.SetTerm;
      if (isMapped && Terms.isGround(term)) {
        // As OPA does, though a comprehension at the head of a ref counts as ground, too: its
        // variables are then reported as unsafe.
        return term;
      }
      if (!Exprs.isComprehension(term) && !(term instanceof Term.TemplateString)) {
        return parts(term);
      }
      LocalScopes scopes = new LocalScopes();
      LocalRewriting rewriting =
          new LocalRewriting(program.names, scopes, program.options.strict(), errors);
      Term rewritten = rewriting.closure(term);
      program.rewritten.putAll(scopes.rewritten);
      unused.addAll(scopes.unused);
      return rewritten;
    }
  }

  /// A variable of a body that has the name of a built-in must not be taken for it later.
  private void hideBuiltins(RuleDraft rule, LocalScopes scopes) {
    Set<String> names = Variables.of(rule.body(), Variables.SAFETY);
    names.retainAll(program.builtins.keySet());
    if (names.isEmpty()) {
      return;
    }
    names.removeAll(Declarations.of(rule.body()));
    names.removeAll(inModifiers(rule));
    for (String name : Variables.sorted(names)) {
      if (scopes.declared(name) == null) {
        scopes.insert(name, program.names.next(), Occurrence.SEEN);
      }
    }
  }

  private static Set<String> inModifiers(RuleDraft rule) {
    Set<String> found = new HashSet<>();
    Variables variables = Variables.into(found, Set.of(Variables.Skip.CALL_HEADS));
    new Walk() {
      @Override
      boolean enters(Expr.With with) {
        variables.add(with.target());
        variables.add(with.value());
        return true;
      }
    }.visit(rule);
    return found;
  }

  private static Rule.Head renamed(Rule.Head head, Map<String, String> names) {
    Rewriter renaming =
        new Rewriter() {
          @Override
          Term term(Term term) {
            if (term instanceof Term.Var variable) {
              String becomes = names.get(variable.name());
              return becomes == null || becomes.equals(variable.name())
                  ? term
                  : new Term.Var(becomes, term.location());
            }
            return parts(term);
          }
        };
    List<Term> ref = new ArrayList<>();
    ref.add(head.ref().head());
    for (Term part : head.ref().terms().subList(1, head.ref().terms().size())) {
      ref.add(renaming.term(part));
    }
    List<Term> args = Rewriter.all(head.args(), renaming::term);
    return Heads.of(
        head,
        new Term.Ref(ref, head.ref().location()),
        args,
        renamed(head.key(), renaming),
        renamed(head.value(), renaming));
  }

  private static @Nullable Term renamed(@Nullable Term term, Rewriter renaming) {
    return term == null ? null : renaming.term(term);
  }
}
