package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.List;

/// No rule refers to itself, not by way of others either.
final class CheckRecursion {
  private CheckRecursion() {}

  static void in(ProgramDraft program) {
    if (program.graph.sorted() != null) {
      return;
    }
    CheckRecursion phase = new CheckRecursion();
    program.rules.visit(node -> {
      for (RuleDraft rule : node.drafts()) {
        for (RuleDraft each = rule; each != null; each = each.otherwise) {
          phase.check(program, each);
        }
      }
      return true;
    });
  }

  private void check(ProgramDraft program, RuleDraft rule) {
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
    program.errors.add(
        ErrorLog.error(
            ErrorLog.RECURSION,
            "rule " + names.getFirst() + verb + String.join(" -> ", names) + cause,
            rule.location()));
  }
}
