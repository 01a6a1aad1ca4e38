package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.rego.host.LargeStack;
import ms.continuu.attest.value.Diagnostic;

/// No rule refers to itself, not by way of others either.
final class CheckRecursion {
  private final ProgramDraft program;
  private final List<Diagnostic> errors = new ArrayList<>();

  private CheckRecursion(ProgramDraft program) {
    this.program = program;
  }

  static void in(ProgramDraft program) {
    if (program.graph.sorted() != null) {
      return;
    }
    // A circle may be as long as there are rules.
    List<Diagnostic> found = LargeStack.run(() -> new CheckRecursion(program).check(program.rules));
    program.errors.add(found);
  }

  /// Looks no further than errors are told.
  private List<Diagnostic> check(RuleTree rules) {
    int limit = program.options.errorLimit();
    rules.visit(node -> {
      for (RuleDraft rule : node.drafts()) {
        for (RuleDraft each = rule; each != null; each = each.otherwise) {
          if (limit <= 0 || errors.size() < limit) {
            check(each);
          }
        }
      }
      return true;
    });
    return errors;
  }

  private void check(RuleDraft rule) {
    List<RuleDraft> circle = program.graph.circle(rule, (from, to) -> true);
    if (circle.isEmpty()) {
      return;
    }
    Shown shown = Shown.names(program.rewritten);
    RecursionCauses causes = new RecursionCauses(program.graph, shown);
    String verb = " is recursive: ";
    String cause = "";
    if (!causes.isCertain(circle)) {
      List<RuleDraft> certain = program.graph.circle(rule, causes::isCertain);
      if (certain.isEmpty()) {
        verb = " may be recursive: ";
        cause = causes.describe(circle);
      } else {
        circle = certain;
      }
    }
    List<String> names = new ArrayList<>();
    circle.forEach(each -> names.add(shown.text(each.path())));
    errors.add(
        ErrorLog.error(
            ErrorLog.RECURSION,
            "rule " + names.getFirst() + verb + String.join(" -> ", names) + cause,
            rule.location()));
  }
}
