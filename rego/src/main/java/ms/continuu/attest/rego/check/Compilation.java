package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import ms.continuu.attest.rego.host.LargeStack;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.types.TypeEnv;
import ms.continuu.attest.value.Diagnostic;
import org.jspecify.annotations.Nullable;

/// The outcome of a check: a program, or all that keeps the modules from being one.
///
/// @param program null when there are diagnostics
public record Compilation(@Nullable CheckedProgram program, List<Diagnostic> diagnostics) {

  /// The phases in their order. One that finds what makes the others senseless is the last to run.
  private static final List<Consumer<ProgramDraft>> PHASES =
      List.of(
          ResolveRefs::in,
          CheckImports::used,
          program -> program.names = LocalNames.ofModules(program.modules),
          RewriteRuleHeadRefs::in,
          NumberTestNames::in,
          CheckKeywordOverrides::in,
          CheckImports::distinct,
          program -> program.packages = PackageTree.of(program.modules),
          program -> program.rules = RuleTree.of(program.packages),
          RewriteLocalVars::in,
          InjectTestCases::in,
          RewriteTemplateStrings::in,
          CheckVoidCalls::in,
          Compilation::rewritePrints,
          RewriteExprTerms::in,
          ParseMetadataBlocks::in,
          Compilation::gatherAnnotations,
          RewriteRegoMetadataCalls::in,
          program -> program.graph = DependencyGraph.of(program.modules, program.rules),
          RewriteComprehensionTerms::in,
          RewriteRefsInHead::in,
          RewriteWithValues::in,
          CheckRuleConflicts::in,
          unlessUndefinedFunctions(CheckUndefinedFuncs::in),
          CheckSafetyRuleHeads::in,
          unlessUndefinedFunctions(CheckSafetyRuleBodies::in),
          RewriteEquals::in,
          RewriteDynamicTerms::in,
          RewriteTestEqualities::in,
          CheckRecursion::in,
          CheckTypes::in,
          CheckUnsafeBuiltins::in,
          CheckDeprecatedBuiltins::in);

  public Compilation {
    diagnostics = List.copyOf(diagnostics);
  }

  /// Checks modules; their names are those of their sources and must differ.
  public static Compilation of(List<Module> modules, CompileOptions options) {
    return deep(() -> check(modules, options));
  }

  /// Trees may be nested deeper than the caller's stack: then the work is done again on a large
  /// one.
  private static <T> T deep(Supplier<T> work) {
    try {
      return work.get();
    } catch (StackOverflowError e) {
      return LargeStack.run(work);
    }
  }

  private static Compilation check(List<Module> modules, CompileOptions options) {
    Map<String, Module> byName = new TreeMap<>();
    modules.forEach(module -> byName.put(module.source().name(), module));
    List<Diagnostic> errors = new ArrayList<>();
    TypeEnv types = CheckTypes.environment(options, errors);
    ProgramDraft program = new ProgramDraft(byName, options, types);
    program.errors.add(errors);
    for (Consumer<ProgramDraft> phase : PHASES) {
      if (program.errors.isStopped()) {
        break;
      }
      phase.accept(program);
    }
    List<Diagnostic> found = program.errors.sorted();
    return new Compilation(found.isEmpty() ? new CheckedProgram(program) : null, found);
  }

  /// A phase for programs that define what they call.
  private static Consumer<ProgramDraft> unlessUndefinedFunctions(Consumer<ProgramDraft> phase) {
    return program -> {
      if (!program.options.undefinedFunctions()) {
        phase.accept(program);
      }
    };
  }

  private static void rewritePrints(ProgramDraft program) {
    if (program.options.keepPrints()) {
      RewritePrintCalls.in(program);
    } else {
      ErasePrintCalls.in(program);
    }
  }

  private static void gatherAnnotations(ProgramDraft program) {
    List<Diagnostic> errors = new ArrayList<>();
    program.annotations = AnnotationSet.of(program.modules, errors);
    program.errors.add(errors);
  }

  /// The outcome of checking a query.
  public record Query(@Nullable CheckedQuery query, List<Diagnostic> diagnostics) {
    public Query {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// Checks a query against a program.
  public static Query ofQuery(CheckedProgram program, Body query, QueryOptions options) {
    return deep(() -> QueryCheck.check(program.draft(), query, options));
  }
}
