package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.rego.syntax.Terms;
import ms.continuu.attest.rego.types.Capabilities;
import ms.continuu.attest.value.StringValue;

/// Parts of a rule's ref that have to be computed move to its body.
///
/// `p[a.b] := 1` → `p[__local0__] := 1 if __local0__ = a.b`
final class RewriteRuleHeadRefs {
  private RewriteRuleHeadRefs() {}

  static void in(ProgramDraft program) {
    Capabilities capabilities = program.options.capabilities();
    boolean v1 =
        capabilities.hasFeature(Capabilities.REGO_V1)
            || capabilities.hasFeature(Capabilities.REGO_V2);
    boolean general = v1 || capabilities.hasFeature(Capabilities.RULE_HEAD_REFS);
    boolean strings = v1 || capabilities.hasFeature(Capabilities.RULE_HEAD_REF_STRING_PREFIXES);
    for (ModuleDraft module : program.modules) {
      for (RuleDraft rule : module.rules()) {
        if (!general && !strings && rule.head().name().isEmpty()) {
          program.errors.add(
              ErrorLog.error(
                  ErrorLog.COMPILE,
                  "rule heads with refs are not supported: " + TermText.of(rule.head().ref()),
                  rule.location()));
        } else if (general || checkStrings(program, rule)) {
          rewrite(program.names, rule);
        }
      }
    }
  }

  /// Whether only the last part of a ref of one value may be other than a string, and is.
  private static boolean checkStrings(ProgramDraft program, RuleDraft rule) {
    List<Term> ref = rule.head().ref().terms();
    boolean all = true;
    for (int i = 1; i < ref.size(); i++) {
      boolean free = i == ref.size() - 1 && !Heads.isMultiValue(rule.head());
      boolean string =
          ref.get(i) instanceof Term.Scalar scalar && scalar.value() instanceof StringValue;
      if (!free && !string) {
        all = false;
        program.errors.add(
            ErrorLog.error(
                ErrorLog.TYPE,
                "rule heads with general refs (containing variables) are not supported: "
                    + TermText.of(rule.head().ref()),
                rule.location()));
      }
    }
    return all;
  }

  private static void rewrite(LocalNames names, RuleDraft rule) {
    Rule.Head head = rule.head();
    List<Term> ref = new ArrayList<>(head.ref().terms());
    Term key = head.key();
    boolean changed = false;
    for (int i = 1; i < ref.size(); i++) {
      Term part = ref.get(i);
      if (part instanceof Term.Var || part instanceof Term.Scalar) {
        continue;
      }
      Expr equality = names.equality(part);
      Term variable = Exprs.operand(equality, 0);
      if (i == ref.size() - 1 && Terms.equal(key, part)) {
        key = variable;
      }
      ref.set(i, variable);
      rule.append(equality);
      changed = true;
    }
    if (changed) {
      rule.head(
          Heads.of(head, new Term.Ref(ref, head.ref().location()), head.args(), key, head.value()));
    }
  }
}
