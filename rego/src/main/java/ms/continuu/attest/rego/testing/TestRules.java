package ms.continuu.attest.rego.testing;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.rego.check.CheckedProgram;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.rego.syntax.Terms;
import ms.continuu.attest.value.StringValue;

/// The tests of a program.
final class TestRules {
  private static final String TEST = "test_";
  private static final String PENDING = "todo_test_";

  private TestRules() {}

  /// A rule that is a test.
  ///
  /// @param packagePath the path of its package, from `data` on
  /// @param ref its head as far as the part that makes it a test
  record TestRule(Rule rule, Term.Ref packagePath, List<Term> ref) {

    String packageName() {
      return TermText.of(packagePath);
    }

    String name() {
      return TermText.ofRef(ref);
    }

    boolean isSkipped() {
      return namePart(ref.getLast()).startsWith(PENDING);
    }

    /// Whether the rule makes an object, a case for each key.
    boolean hasCases() {
      Rule.Head head = rule.head();
      if (!head.args().isEmpty() || head.key() != null && head.value() == null) {
        return false;
      }
      return head.key() != null
          || Terms.groundPrefix(head.ref().terms()).size() < head.ref().terms().size();
    }

    /// The query that runs it.
    String query() {
      List<Term> path = new ArrayList<>(packagePath.terms());
      Term name = ref.getFirst();
      path.add(
          name instanceof Term.Var variable
              ? new Term.Scalar(StringValue.of(variable.name()), name.location())
              : name);
      path.addAll(ref.subList(1, ref.size()));
      return TermText.ofRef(path);
    }
  }

  /// All tests, by module and in the order of their text.
  static List<TestRule> of(CheckedProgram program) {
    List<TestRule> tests = new ArrayList<>();
    for (Module module : program.modules().values()) {
      Term.Ref packagePath = module.packageDeclaration().path();
      for (Rule rule : module.rules()) {
        List<Term> ref = Terms.groundPrefix(rule.head().ref().terms());
        for (int i = 0; i < ref.size(); i++) {
          String name = namePart(ref.get(i));
          if (name.startsWith(TEST) || name.startsWith(PENDING)) {
            tests.add(new TestRule(rule, packagePath, List.copyOf(ref.subList(0, i + 1))));
            break;
          }
        }
      }
    }
    return tests;
  }

  private static String namePart(Term term) {
    return switch (term) {
      case Term.Var variable -> variable.name();
      case Term.Scalar scalar when scalar.value() instanceof StringValue text -> text.text();
      default -> "";
    };
  }
}
