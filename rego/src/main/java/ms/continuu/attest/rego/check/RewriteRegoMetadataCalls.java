package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ms.continuu.attest.rego.syntax.Annotations;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import org.jspecify.annotations.Nullable;

/// Calls of `rego.metadata.chain()` and `rego.metadata.rule()` become variables that the rule's
/// body begins with.
final class RewriteRegoMetadataCalls {
  private static final String CHAIN = "rego.metadata.chain";
  private static final String RULE = "rego.metadata.rule";

  private RewriteRegoMetadataCalls() {}

  static void in(ProgramDraft program) {
    for (ModuleDraft module : program.modules) {
      if (isMentioned(module)) {
        module.visitRules(rule -> {
          rewrite(program, rule);
          return false;
        });
      }
    }
  }

  /// Whether a module's text has calls of these functions, or there is no text to tell by.
  static boolean isMentioned(ModuleDraft module) {
    String text = module.parsed().source().text();
    return text.isEmpty() || text.contains("metadata");
  }

  private static void rewrite(ProgramDraft program, RuleDraft rule) {
    Location chainCall = program.builtins.containsKey(CHAIN) ? firstCall(rule, CHAIN) : null;
    Location ruleCall = program.builtins.containsKey(RULE) ? firstCall(rule, RULE) : null;
    if (chainCall == null && ruleCall == null) {
      return;
    }
    Diagnostic unwritable =
        unwritable(
            chainCall != null
                ? program.annotations.chain(rule).stream().map(AnnotationSet.Entry::annotations)
                : Stream.ofNullable(program.annotations.primary(rule)));
    if (unwritable != null) {
      program.errors.add(List.of(unwritable));
      return;
    }
    List<Expr> first = new ArrayList<>();
    Term chain = null;
    if (chainCall != null) {
      Term value = MetadataTerms.chain(program.annotations.chain(rule), chainCall);
      first.add(program.names.equality(value));
      chain = Exprs.operand(first.getLast(), 0);
    }
    Term own = null;
    if (ruleCall != null) {
      Term value = MetadataTerms.of(program.annotations.primary(rule), ruleCall);
      first.add(program.names.equality(value));
      own = Exprs.operand(first.getLast(), 0);
    }
    Calls calls = new Calls(chain, own);
    Body body = Exprs.append(Exprs.append(new Body(List.of()), first), rule.body().exprs());
    rule.body(calls.body(body));
    Rule.Head head = rule.head();
    Term key = head.key();
    Term value = head.value();
    rule.head(
        Heads.of(
            head,
            head.ref(),
            Rewriter.all(head.args(), calls::term),
            key == null ? null : calls.term(key),
            value == null ? null : calls.term(value)));
  }

  /// That some annotations are no values of the language, or null.
  private static @Nullable Diagnostic unwritable(Stream<@Nullable Annotations> all) {
    for (Annotations each : all.toList()) {
      boolean isCustom = each != null && !Annotations.isJson(each.custom());
      if (each != null && (isCustom || !Annotations.isJson(each.labels()))) {
        return ErrorLog.error(
            ErrorLog.COMPILE,
            "invalid "
                + (isCustom ? "custom" : "labels")
                + " annotation ast: interface conversion: json: unsupported type: "
                + "map[interface {}]interface {}",
            each.location());
      }
    }
    return null;
  }

  static boolean isCallOf(Expr expr, String function) {
    Term.Ref operator = Exprs.operator(expr);
    return operator != null
        && operator.terms().size() > 1
        && TermText.ofRef(operator.terms()).equals(function);
  }

  /// Whether a rule calls one of the functions.
  static boolean calls(RuleDraft rule) {
    return firstCall(rule, CHAIN) != null || firstCall(rule, RULE) != null;
  }

  private static @Nullable Location firstCall(RuleDraft rule, String function) {
    Location[] found = {null};
    Walk.ofExprs(
            expr -> {
              if (found[0] == null && isCallOf(expr, function)) {
                found[0] = expr.location();
              }
              return found[0] == null;
            })
        .visit(rule);
    return found[0];
  }

  private static final class Calls extends Rewriter {
    private final @Nullable Term chain;
    private final @Nullable Term own;
    private final SharedWiths shared = new SharedWiths();

    Calls(@Nullable Term chain, @Nullable Term own) {
      this.chain = chain;
      this.own = own;
    }

    @Override
    Expr.With with(Expr.With with) {
      return shared.once(with, this::parts);
    }

    @Override
    Expr expr(Expr expr) {
      Term variable = isCallOf(expr, CHAIN) ? chain : isCallOf(expr, RULE) ? own : null;
      if (variable == null) {
        return parts(expr);
      }
      Term bare = new Term.Var(((Term.Var) variable).name(), Location.NONE);
      List<Term> operands = ((Expr.Call) expr.form()).operands();
      Expr result =
          operands.isEmpty()
              ? Expr.of(new Expr.Single(bare), expr.location())
              : Exprs.equality(operands.getFirst(), bare, expr.location());
      return result.asGenerated().withIndex(expr.index());
    }
  }
}
