package ms.continuu.attest.rego.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.rego.syntax.Terms;
import org.jspecify.annotations.Nullable;

/// Names the rule of an error where its line has rules of more than one name.
final class RuleScopes {
  private final ModuleDraft module;
  private @Nullable Set<Integer> sharedRows;

  RuleScopes(ModuleDraft module) {
    this.module = module;
  }

  /// ` in rule p`, or nothing.
  String of(RuleDraft rule) {
    int row = rule.location().row();
    return row > 0 && sharedRows().contains(row) ? " in rule " + TermText.ofRef(name(rule)) : "";
  }

  private static List<Term> name(RuleDraft rule) {
    return Terms.groundPrefix(rule.head().ref().terms());
  }

  private Set<Integer> sharedRows() {
    Set<Integer> known = sharedRows;
    if (known == null) {
      Set<Integer> shared = new HashSet<>();
      Map<Integer, String> first = new HashMap<>();
      module.visitRules(rule -> {
        String name = TermText.ofRef(name(rule));
        String before = first.putIfAbsent(rule.location().row(), name);
        if (before != null && !before.equals(name)) {
          shared.add(rule.location().row());
        }
        return false;
      });
      known = shared;
      sharedRows = shared;
    }
    return known;
  }
}
