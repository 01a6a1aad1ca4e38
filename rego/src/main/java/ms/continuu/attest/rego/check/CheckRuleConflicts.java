package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.rego.syntax.Terms;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.StringValue;
import org.jspecify.annotations.Nullable;

/// Rules at one path define the same kind of document, and nothing else is defined where a rule's
/// value is.
final class CheckRuleConflicts {
  private final ProgramDraft program;
  private final Shown shown;

  private CheckRuleConflicts(ProgramDraft program) {
    this.program = program;
    this.shown = Shown.names(program.rewritten);
  }

  static void in(ProgramDraft program) {
    CheckRuleConflicts phase = new CheckRuleConflicts(program);
    program.rules.visit(node -> node.drafts().isEmpty() || phase.check(node));
    Predicate<List<String>> documentAt = program.options.documentAt();
    if (documentAt != null) {
      for (RuleTree child : program.rules.children()) {
        phase.checkDocuments(child, documentAt, List.of());
      }
    }
    phase.checkPackages();
  }

  /// What the rules at a path are.
  private static final class Kinds {
    private final Set<Boolean> multiValue = new HashSet<>();
    private final Set<Integer> arities = new HashSet<>();
    private final List<RuleDraft> defaults = new ArrayList<>();
    private boolean complete;
    private boolean partial;
    private boolean set;
    private boolean objectOfSets;

    Kinds(List<RuleDraft> rules) {
      for (RuleDraft rule : rules) {
        boolean ground = Heads.isGround(rule.path());
        boolean multi = Heads.isMultiValue(rule.head());
        multiValue.add(multi);
        arities.add(rule.head().args().size());
        if (rule.isDefault()) {
          defaults.add(rule);
        }
        complete |= !multi && ground;
        partial |= multi || !ground;
        set |= multi && ground;
        objectOfSets |= multi && !ground;
      }
    }

    boolean differ() {
      return multiValue.size() > 1
          || arities.size() > 1
          || (complete && partial)
          || (set && objectOfSets);
    }
  }

  /// Whether to look at what is below.
  private boolean check(RuleTree node) {
    List<RuleDraft> rules = node.drafts();
    String name = shown.text(rules.getLast().path());
    List<RuleDraft> below = conflictsBelow(node);
    Kinds kinds = new Kinds(rules);
    Location first = rules.getFirst().location();
    if (below != null) {
      return report("rule " + name + " conflicts with" + list(below), first);
    }
    if (kinds.differ()) {
      return report("conflicting rules " + name + " found", first);
    }
    if (kinds.defaults.size() > 1) {
      List<String> places =
          kinds.defaults.stream().map(rule -> rule.location().toString()).toList();
      return report(
          "multiple default rules " + name + " found at " + String.join(", ", places),
          kinds.defaults.getFirst().module.packageLocation());
    }
    return true;
  }

  private boolean report(String message, Location where) {
    return program.errors.add(ErrorLog.error(ErrorLog.TYPE, message, where));
  }

  private static @Nullable List<RuleDraft> conflictsBelow(RuleTree node) {
    if (node.children().isEmpty()) {
      return null;
    }
    if (node.drafts().stream().anyMatch(rule -> Heads.isGround(rule.path()))) {
      return below(node, rule -> true);
    }
    // A function has no place among the keys of a document.
    List<RuleDraft> functions = below(node, RuleDraft::isFunction);
    return functions.isEmpty() ? null : functions;
  }

  /// The rules below a node, without those whose ref begins with that of another.
  private static List<RuleDraft> below(RuleTree node, Predicate<RuleDraft> wanted) {
    List<RuleDraft> found = new ArrayList<>();
    for (RuleTree child : node.children()) {
      child.visit(each -> {
        for (RuleDraft rule : each.drafts()) {
          if (wanted.test(rule)) {
            addPrefix(found, rule);
          }
        }
        return true;
      });
    }
    found.sort((a, b) -> Terms.compare(ref(a), ref(b)));
    return found;
  }

  private static Term.Ref ref(RuleDraft rule) {
    return new Term.Ref(rule.path(), Location.NONE);
  }

  private static void addPrefix(List<RuleDraft> found, RuleDraft added) {
    for (RuleDraft rule : found) {
      if (beginsWith(added.path(), rule.path())) {
        return;
      }
    }
    found.removeIf(rule -> beginsWith(rule.path(), added.path()));
    found.add(added);
  }

  private static boolean beginsWith(List<Term> path, List<Term> prefix) {
    if (prefix.size() > path.size()) {
      return false;
    }
    for (int i = 0; i < prefix.size(); i++) {
      if (!Terms.equal(path.get(i), prefix.get(i))) {
        return false;
      }
    }
    return true;
  }

  private String list(List<RuleDraft> rules) {
    StringBuilder text = new StringBuilder(":");
    for (RuleDraft rule : rules) {
      text.append("\n  rule ")
          .append(shown.text(rule.path()))
          .append(" at ")
          .append(rule.location());
    }
    return text.toString();
  }

  private void checkDocuments(
      RuleTree node, Predicate<List<String>> documentAt, List<String> above) {
    if (!(node.key() instanceof StringValue name)) {
      return;
    }
    List<String> path = new ArrayList<>(above);
    path.add(name.text());
    if (!node.drafts().isEmpty()) {
      if (documentAt.test(path)) {
        program.errors.add(
            ErrorLog.error(
                ErrorLog.COMPILE,
                "conflicting rule for data path " + String.join("/", path) + " found",
                node.drafts().getFirst().location()));
      }
      return;
    }
    node.children().forEach(child -> checkDocuments(child, documentAt, path));
  }

  /// A package has no place where a rule of another package has its value.
  private void checkPackages() {
    program.packages.visit(node -> {
      for (ModuleDraft module : node.modules()) {
        for (RuleDraft rule : module.rules()) {
          if (Heads.isGround(rule.path()) && !checkPackages(node, rule)) {
            return false;
          }
        }
      }
      return true;
    });
  }

  private boolean checkPackages(PackageTree node, RuleDraft rule) {
    List<Term> path = rule.path().subList(rule.module.path().size(), rule.path().size());
    PackageTree below = node.find(path);
    if (below == null) {
      return true;
    }
    for (ModuleDraft module : below.modules()) {
      boolean more =
          report(
              "package "
                  + packageText(module.path())
                  + " conflicts with rule "
                  + TermText.of(rule.head().ref())
                  + " defined at "
                  + rule.location(),
              rule.module.packageLocation());
      if (!more) {
        return false;
      }
    }
    return true;
  }

  private static String packageText(List<Term> path) {
    List<Term> below = new ArrayList<>(path.subList(1, path.size()));
    if (!below.isEmpty()
        && below.getFirst() instanceof Term.Scalar scalar
        && scalar.value() instanceof StringValue name) {
      below.set(0, new Term.Var(name.text(), scalar.location()));
    }
    return TermText.ofRef(below);
  }
}
