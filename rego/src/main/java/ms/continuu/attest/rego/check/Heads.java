package ms.continuu.attest.rego.check;

import java.util.List;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.Terms;
import org.jspecify.annotations.Nullable;

/// What is asked of heads of rules, and heads with other parts.
final class Heads {
  private Heads() {}

  /// A rule with a key and no value adds to a set; every other has one value.
  static boolean isMultiValue(Rule.Head head) {
    return head.value() == null;
  }

  static boolean mayHaveVariables(Rule.Head head) {
    return head.args().stream().anyMatch(arg -> !isScalar(arg))
        || (head.key() != null && !isScalar(head.key()))
        || (head.value() != null && !isScalar(head.value()))
        || head.ref().terms().stream().skip(1).anyMatch(part -> !isScalar(part));
  }

  static boolean isScalar(Term term) {
    return term instanceof Term.Scalar;
  }

  static boolean isGround(List<Term> ref) {
    return Terms.groundPrefix(ref).size() == ref.size();
  }

  static Rule.Head of(
      Rule.Head head, Term.Ref ref, List<Term> args, @Nullable Term key, @Nullable Term value) {
    if (ref == head.ref() && args == head.args() && key == head.key() && value == head.value()) {
      return head;
    }
    return new Rule.Head(
        head.name(),
        ref,
        args,
        key,
        value,
        head.assign(),
        head.generatedValue(),
        head.contains(),
        head.hasIf(),
        head.location());
  }

  static Rule.Head withArgs(Rule.Head head, List<Term> args) {
    return of(head, head.ref(), args, head.key(), head.value());
  }

  static Rule.Head withKey(Rule.Head head, @Nullable Term key) {
    return of(head, head.ref(), head.args(), key, head.value());
  }

  static Rule.Head withValue(Rule.Head head, @Nullable Term value) {
    return of(head, head.ref(), head.args(), head.key(), value);
  }
}
