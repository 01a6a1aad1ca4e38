package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.types.BuiltinDeclaration;
import ms.continuu.attest.rego.types.Type;
import ms.continuu.attest.rego.types.TypeEnv;
import org.jspecify.annotations.Nullable;

/// Modules on their way through the phases, and what the phases find out about them.
final class ProgramDraft {
  final CompileOptions options;
  final ErrorLog errors;
  final Map<String, BuiltinDeclaration> builtins;

  /// In order of their names.
  final List<ModuleDraft> modules;

  final Map<String, Module> parsed;

  /// What the user called a generated variable.
  final Map<String, String> rewritten = new HashMap<>();

  /// Imports that nothing uses, when that is asked for.
  final List<Module.Import> unusedImports = new ArrayList<>();

  /// The operators of all calls.
  final Set<String> operators = new TreeSet<>();

  /// Built-ins that were written and that the rewriting took away.
  final Set<String> rewrittenBuiltins = new TreeSet<>();

  final SharedPlaces places = new SharedPlaces();
  LocalNames names = LocalNames.ofModules(List.of());
  PackageTree packages = PackageTree.of(List.of());
  RuleTree rules = RuleTree.of(packages);
  DependencyGraph graph = DependencyGraph.EMPTY;
  AnnotationSet annotations = AnnotationSet.EMPTY;
  @Nullable Type inputType;
  TypeEnv types;

  ProgramDraft(Map<String, Module> parsed, CompileOptions options, TypeEnv types) {
    this.options = options;
    this.errors = new ErrorLog(options.errorLimit());
    this.builtins = options.capabilities().byName();
    this.parsed = new TreeMap<>(parsed);
    this.types = types;
    List<ModuleDraft> drafts = new ArrayList<>();
    this.parsed.forEach((name, module) -> drafts.add(new ModuleDraft(name, module)));
    this.modules = List.copyOf(drafts);
  }

  /// How many operands a function takes: a built-in or a rule; -1 when there is none.
  int arity(Term.Ref function) {
    BuiltinDeclaration builtin = builtins.get(Exprs.name(function.terms()));
    if (builtin != null) {
      return builtin.arity();
    }
    List<RuleDraft> found = rules.exactly(function.terms());
    return found.isEmpty() ? -1 : found.getFirst().head().args().size();
  }

  /// Visits all rules, those of `else` after their own.
  void forEachRule(Consumer<RuleDraft> visitor) {
    for (ModuleDraft module : modules) {
      module.visitRules(rule -> {
        visitor.accept(rule);
        return false;
      });
    }
  }

  /// Visits all rules.
  ///
  /// @param stops true passes over the rules of `else`
  void visitRules(Predicate<RuleDraft> stops) {
    modules.forEach(module -> module.visitRules(stops));
  }
}
