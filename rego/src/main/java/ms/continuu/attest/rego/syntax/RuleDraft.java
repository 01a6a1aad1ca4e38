package ms.continuu.attest.rego.syntax;

import java.util.List;
import ms.continuu.attest.value.Location;
import org.jspecify.annotations.Nullable;

/// A rule's head in the making.
final class RuleDraft {
  String name = "";
  List<Term> ref;
  List<Term> args = List.of();

  /// Written with parentheses, be they empty.
  boolean call;

  @Nullable Term key;
  @Nullable Term value;
  boolean assign;
  boolean generatedValue;
  boolean contains;
  boolean hasIf;
  Location location = Location.NONE;

  RuleDraft(List<Term> ref) {
    this.ref = ref;
    if (ref.size() == 1 && ref.getFirst() instanceof Term.Var variable) {
      name = variable.name();
    }
  }

  RuleDraft(Rule.Head head) {
    name = head.name();
    ref = head.ref().terms();
    args = head.args();
    key = head.key();
    value = head.value();
    assign = head.assign();
    generatedValue = head.generatedValue();
    location = head.location();
  }

  /// The name in front, or null when something else is there.
  @Nullable String root() {
    return ref.getFirst() instanceof Term.Var variable ? variable.name() : null;
  }

  Rule.Head head() {
    return new Rule.Head(
        name,
        new Term.Ref(ref, location),
        args,
        key,
        value,
        assign,
        generatedValue,
        contains,
        hasIf,
        location);
  }
}
