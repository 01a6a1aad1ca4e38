package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.Terms;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.StringValue;

/// A test over many cases, `test_x[name] if { … }`, tells of each case as soon as its name is
/// known, so that one whose body fails later is still known as a case that failed.
///
/// For that the generated equality that binds a name moves up to where the variables that it needs
/// have been bound; what the user wrote stays where it is.
final class InjectTestCases {
  private static final String LOCAL = "__local";
  private static final Term OPERATOR =
      new Term.Ref(
          List.of(
              new Term.Var("internal", Location.NONE),
              new Term.Scalar(StringValue.of("test_case"), Location.NONE)),
          Location.NONE);

  private InjectTestCases() {}

  static void in(ProgramDraft program) {
    if (program.options.runsTests()) {
      for (ModuleDraft module : program.modules) {
        module.rules().forEach(InjectTestCases::inject);
      }
    }
  }

  private static void inject(RuleDraft rule) {
    TestHeads test = TestHeads.of(rule.head());
    List<Term> ref = rule.head().ref().terms();
    if (!test.isTest() || ref.size() <= test.ref().size() || callsItself(rule.body())) {
      return;
    }
    List<Term> names = ref.subList(test.ref().size(), ref.size());
    List<Expr> body = new ArrayList<>(rule.body().exprs());
    names.forEach(name -> moveUp(name, body));
    int below = -1;
    for (Term name : names) {
      below = Math.max(below, firstUse(name, body));
    }
    Term cases = new Term.ArrayTerm(names, Location.NONE);
    Expr call = Expr.of(new Expr.Call(List.of(OPERATOR, cases)), Location.NONE);
    body.add(below + 1, call);
    rule.body(new Body(body));
  }

  private static boolean callsItself(Body body) {
    boolean[] found = {false};
    Walk.ofExprs(
            expr -> {
              Term.Ref operator = Exprs.operator(expr);
              found[0] |= operator != null && Terms.compare(operator, OPERATOR) == 0;
              return true;
            })
        .visit(body);
    return found[0];
  }

  /// Moves the generated equalities of a name.
  private static void moveUp(Term name, List<Expr> body) {
    int i = body.size() - 1;
    while (i >= 0) {
      Expr expr = body.get(i);
      int target = i;
      boolean binds =
          expr.generated()
              && (Exprs.isEquality(expr) || Exprs.isAssignment(expr))
              && Exprs.hasTwoOperands(expr)
              && Terms.compare(Exprs.operand(expr, 0), name) == 0;
      if (binds) {
        target = target(body, i);
      }
      if (target == i) {
        i--;
      } else {
        body.remove(i);
        body.add(target, expr);
      }
    }
  }

  /// Where an equality may stand: behind the first uses of the variables that it needs.
  private static int target(List<Expr> body, int from) {
    Set<String> needed = new HashSet<>();
    Walk.ofVariables(
            variable -> {
              if (variable.startsWith(LOCAL)) {
                needed.add(variable);
              }
            })
        .visit(Exprs.operand(body.get(from), 1));
    if (needed.isEmpty()) {
      return 0;
    }
    Map<String, Integer> firstUses = new HashMap<>();
    for (int j = from - 1; j >= 0; j--) {
      int at = j;
      Walk.ofVariables(
              variable -> {
                if (needed.contains(variable)) {
                  firstUses.put(variable, at);
                }
              })
          .visit(body.get(j));
    }
    int last = firstUses.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return last < from ? last + 1 : from;
  }

  private static int firstUse(Term name, List<Expr> body) {
    if (!(name instanceof Term.Var wanted)) {
      return -1;
    }
    for (int i = 0; i < body.size(); i++) {
      boolean[] found = {false};
      Walk.ofVariables(variable -> found[0] |= variable.equals(wanted.name())).visit(body.get(i));
      if (found[0]) {
        return i;
      }
    }
    return -1;
  }
}
