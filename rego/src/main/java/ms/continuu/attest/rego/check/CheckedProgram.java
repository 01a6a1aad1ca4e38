package ms.continuu.attest.rego.check;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.types.TypeEnv;

/// Modules that passed every check, rewritten as OPA's compiler rewrites them: variables resolved
/// to `data.…` refs, locals renamed (`__local0__`), nested calls and comprehensions' refs lifted,
/// bodies ordered so that every variable is bound before it is needed.
public final class CheckedProgram {
  private final ProgramDraft draft;
  private final SortedMap<String, Module> modules;
  private final SortedMap<String, Module> parsed;
  private final Map<String, String> rewrittenVars;

  CheckedProgram(ProgramDraft draft) {
    this.draft = draft;
    TreeMap<String, Module> published = new TreeMap<>();
    draft.modules.forEach(module -> published.put(module.name(), module.publish()));
    this.modules = Collections.unmodifiableSortedMap(published);
    this.parsed = Collections.unmodifiableSortedMap(new TreeMap<>(draft.parsed));
    this.rewrittenVars = Map.copyOf(draft.rewritten);
    draft.rules.publish();
  }

  ProgramDraft draft() {
    return draft;
  }

  public CompileOptions options() {
    return draft.options;
  }

  /// The modules by name, rewritten.
  public SortedMap<String, Module> modules() {
    return modules;
  }

  /// The modules by name, as they were parsed.
  public SortedMap<String, Module> parsed() {
    return parsed;
  }

  /// The rewritten rules by path.
  public RuleTree rules() {
    return draft.rules;
  }

  /// What the user called a generated variable.
  public Map<String, String> rewrittenVars() {
    return rewrittenVars;
  }

  public TypeEnv types() {
    return draft.types;
  }

  /// The annotations of the modules.
  public AnnotationSet annotations() {
    return draft.annotations;
  }

  /// The operators of all calls: names of built-ins, refs of functions.
  public Set<String> operators() {
    return Collections.unmodifiableSet(draft.operators);
  }

  /// The names of the built-ins that the program needs, as OPA tells them: those that the check of
  /// types met, and those that the rewriting took away. It does not look into bodies of `not`,
  /// `and` and `or`.
  public SortedSet<String> requiredBuiltins() {
    TreeSet<String> names = new TreeSet<>(draft.operators);
    names.addAll(draft.rewrittenBuiltins);
    names.retainAll(draft.builtins.keySet());
    return names;
  }

  /// The rules that a ref may refer to.
  public List<Rule> mayRefer(List<Term> ref) {
    return draft.rules.mayRefer(ref).stream().map(RuleDraft::published).toList();
  }
}
