package ms.continuu.attest.policy.rego;

import java.util.List;
import java.util.Optional;
import ms.continuu.attest.policy.Level;
import ms.continuu.attest.policy.PolicyId;
import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.rego.syntax.Annotations;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import org.jspecify.annotations.Nullable;

/// A rule that judges, with what its annotations, or its package's, say of it.
///
/// @param path the package's path, from `data` on
record RegoRule(
    PolicyId policy,
    Term.Ref path,
    String name,
    Level level,
    String title,
    @Nullable Severity severity,
    String fix) {

  /// Whether a rule of this name judges.
  static boolean judges(String name) {
    return RegoFrontend.verbs().contains(verb(name));
  }

  private static String verb(String name) {
    int end = name.indexOf('_');
    return end < 0 ? name : name.substring(0, end);
  }

  static RegoRule of(
      PolicyId policy, Term.Ref path, String name, Rule rule, @Nullable Annotations packages) {
    Level level = verb(name).equals("warn") ? Level.WARNING : Level.VIOLATION;
    String title = "";
    String severity = "";
    String fix = "";
    for (Annotations annotations : rule.annotations()) {
      title = title.isEmpty() ? annotations.title() : title;
      severity = severity.isEmpty() ? custom(annotations, "severity") : severity;
      fix = fix.isEmpty() ? custom(annotations, "fix") : fix;
    }
    if (packages != null) {
      title = title.isEmpty() ? packages.title() : title;
      severity = severity.isEmpty() ? custom(packages, "severity") : severity;
      fix = fix.isEmpty() ? custom(packages, "fix") : fix;
    }
    return new RegoRule(policy, path, name, level, title, Severity.of(severity).orElse(null), fix);
  }

  private static String custom(Annotations annotations, String name) {
    return Optional.ofNullable(annotations.custom())
        .map(custom -> custom.get(name) instanceof StringValue text ? text.text() : "")
        .orElse("");
  }

  /// Of two definitions of one rule, the first that says something of itself.
  RegoRule orTheOther(RegoRule other) {
    return title.isEmpty() && severity == null && fix.isEmpty() ? other : this;
  }

  /// The severity of a finding, of which the result itself has the first word.
  Severity severity(ObjectValue result) {
    Optional<Severity> own =
        result.get("severity") instanceof StringValue word
            ? Severity.of(word.text())
            : Optional.empty();
    return own.orElse(
        severity != null ? severity : level == Level.WARNING ? Severity.LOW : Severity.MEDIUM);
  }

  /// The ref of the rule as Rego text.
  String ref() {
    StringBuilder ref = new StringBuilder("data");
    List<Term> parts = path.terms();
    for (Term part : parts.subList(1, parts.size())) {
      ref.append('[')
          .append(part instanceof Term.Scalar scalar ? scalar.value() : part)
          .append(']');
    }
    return ref.append('[').append(StringValue.of(name)).append(']').toString();
  }
}
