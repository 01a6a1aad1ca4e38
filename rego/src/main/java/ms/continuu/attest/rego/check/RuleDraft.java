package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import ms.continuu.attest.rego.syntax.Annotations;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.Terms;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.StringValue;
import org.jspecify.annotations.Nullable;

/// A rule on its way through the phases: it keeps its identity while its head and body are
/// replaced.
final class RuleDraft {
  final ModuleDraft module;
  final @Nullable RuleDraft otherwise;
  private final Rule parsed;
  private Rule.Head head;
  private Body body;
  private List<Annotations> annotations;
  private @Nullable List<Term> path;
  private @Nullable Rule published;

  RuleDraft(ModuleDraft module, Rule parsed) {
    this.module = module;
    this.parsed = parsed;
    this.head = parsed.head();
    this.body = parsed.body();
    this.annotations = parsed.annotations();
    Rule next = parsed.otherwise();
    this.otherwise = next == null ? null : new RuleDraft(module, next);
  }

  Rule.Head head() {
    return head;
  }

  void head(Rule.Head replaced) {
    if (replaced.ref() != head.ref()) {
      path = null;
    }
    head = replaced;
  }

  Body body() {
    return body;
  }

  void body(Body replaced) {
    body = replaced;
  }

  void append(Expr expr) {
    body = Exprs.append(body, expr);
  }

  List<Annotations> annotations() {
    return annotations;
  }

  void annotations(List<Annotations> found) {
    annotations = List.copyOf(found);
  }

  boolean isDefault() {
    return parsed.isDefault();
  }

  boolean isFunction() {
    return !head.args().isEmpty();
  }

  Location location() {
    return parsed.location();
  }

  /// The package's path and the head's ref.
  List<Term> path() {
    List<Term> known = path;
    if (known == null) {
      known = new ArrayList<>(module.path());
      List<Term> ref = head.ref().terms();
      Term name = ref.getFirst();
      known.add(
          name instanceof Term.Var variable
              ? new Term.Scalar(StringValue.of(variable.name()), name.location())
              : name);
      known.addAll(ref.subList(1, ref.size()));
      path = known;
    }
    return known;
  }

  List<Term> groundPath() {
    return Terms.groundPrefix(path());
  }

  /// The rule as it now stands.
  Rule current() {
    return new Rule(
        parsed.isDefault(),
        head,
        body,
        otherwise == null ? null : otherwise.current(),
        annotations,
        parsed.generatedBody(),
        parsed.location());
  }

  /// Makes the rule that the checked program has.
  Rule publish() {
    RuleDraft next = otherwise;
    published =
        new Rule(
            parsed.isDefault(),
            head,
            body,
            next == null ? null : next.publish(),
            annotations,
            parsed.generatedBody(),
            parsed.location());
    return published;
  }

  Rule published() {
    return Objects.requireNonNull(published);
  }
}
