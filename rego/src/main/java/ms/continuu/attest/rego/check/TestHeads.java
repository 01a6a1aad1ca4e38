package ms.continuu.attest.rego.check;

import java.util.List;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.Terms;
import ms.continuu.attest.value.StringValue;

/// Which part of a rule's head names a test.
///
/// @param name the part that begins with `test_` or `todo_test_`; the last part where none does
/// @param ref the head as far as that part
record TestHeads(String name, List<Term> ref) {
  private static final String TEST = "test_";

  static TestHeads of(Rule.Head head) {
    List<Term> ground = Terms.groundPrefix(head.ref().terms());
    String name = "";
    int end = 0;
    while (end < ground.size()) {
      name = text(ground.get(end++));
      if (name.startsWith(TEST) || name.startsWith("todo_" + TEST)) {
        break;
      }
    }
    return new TestHeads(name, ground.subList(0, end));
  }

  boolean isTest() {
    return name.startsWith(TEST);
  }

  private static String text(Term term) {
    return switch (term) {
      case Term.Var variable -> variable.name();
      case Term.Scalar scalar when scalar.value() instanceof StringValue string -> string.text();
      default -> "";
    };
  }
}
