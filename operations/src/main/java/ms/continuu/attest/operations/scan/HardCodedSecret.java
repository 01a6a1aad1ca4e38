package ms.continuu.attest.operations.scan;

import java.util.List;
import java.util.regex.Pattern;
import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.policy.rego.RegoModules;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.value.StringValue;
import org.jspecify.annotations.Nullable;

/// Passwords, keys and tokens in the text of a policy.
final class HardCodedSecret implements ScanRule {
  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----\\s*[A-Za-z0-9+/=]{20}"),
          Pattern.compile("\\b(AKIA|ASIA)[A-Z0-9]{16}\\b"),
          Pattern.compile("\\bgh[pousr]_[A-Za-z0-9]{36}|\\bgithub_pat_[A-Za-z0-9_]{60,}"),
          Pattern.compile("\\bglpat-[A-Za-z0-9_-]{20}"),
          Pattern.compile("\\bxox[abprs]-[A-Za-z0-9-]{10,}"),
          Pattern.compile("\\bAIza[A-Za-z0-9_-]{35}\\b"),
          Pattern.compile("\\b[rs]k_live_[A-Za-z0-9]{20,}"),
          Pattern.compile("\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"),
          Pattern.compile("^(Bearer|Basic|token) [A-Za-z0-9+/=._-]{16,}$"),
          Pattern.compile("^[a-z][a-z0-9+.-]*://[^/:@\\s]+:[^/@\\s$<{%]+@[^/\\s]+"));
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(.*[._-])?(password|passwd|pwd|passphrase|secret|token|api[._-]?key|access[._-]?key"
              + "|private[._-]?key|client[._-]?secret|credentials?)");

  /// What stands for itself: no placeholder, no sentence, no name of something.
  private static final Pattern LITERAL = Pattern.compile("(?=.*[0-9])[A-Za-z0-9+/=._!@#-]{8,}");

  @Override
  public Description description() {
    return new Description(
        "hard-coded-secret",
        Severity.CRITICAL,
        "Policies hold no secrets",
        "Policies are read by many, copied into bundles and kept for ever in version control; a"
            + " secret in them is no secret.",
        "revoke the secret, and pass the new one as data or leave the request to a service that has"
            + " it");
  }

  @Override
  public void inspect(ScannedPolicies policies, Report report) {
    for (ScannedModule module : policies.modules()) {
      for (Rule rule : module.rules()) {
        named(rule.head().value(), RegoModules.nameOf(rule), module, report);
        Nodes.exprs(
            rule,
            expr -> {
              if (expr.form() instanceof Expr.Call call
                  && TermText.of(call.operator()).equals("assign")
                  && call.operands().getFirst() instanceof Term.Var variable) {
                named(call.operands().get(1), variable.name(), module, report);
              }
            });
        Nodes.terms(rule, term -> formed(term, module, report));
      }
    }
  }

  private static void formed(Term term, ScannedModule module, Report report) {
    if (Meanings.value(term) instanceof StringValue text
        && FORMS.stream().anyMatch(form -> form.matcher(text.text()).find())) {
      report.add(module, term.location(), "a text has the form of a secret");
    }
    if (term instanceof Term.ObjectTerm object) {
      for (Term.Entry entry : object.entries()) {
        if (Meanings.value(entry.key()) instanceof StringValue key) {
          named(entry.value(), key.text(), module, report);
        }
      }
    }
  }

  private static void named(@Nullable Term term, String name, ScannedModule module, Report report) {
    if (term != null
        && NAME.matcher(name).matches()
        && Meanings.value(term) instanceof StringValue text
        && LITERAL.matcher(text.text()).matches()
        && FORMS.stream().noneMatch(form -> form.matcher(text.text()).find())) {
      report.add(module, term.location(), "`" + name + "` is a secret in the text");
    }
  }
}
