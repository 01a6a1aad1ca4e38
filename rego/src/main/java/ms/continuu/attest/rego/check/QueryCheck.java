package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ms.continuu.attest.rego.check.BodySafety.Ordered;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.rego.types.TypeChecker;
import ms.continuu.attest.rego.types.TypeEnv;
import ms.continuu.attest.value.Diagnostic;
import org.jspecify.annotations.Nullable;

/// Checks a query as the phases check bodies of rules. The first phase with errors is the last.
final class QueryCheck {
  private final ProgramDraft program;
  private final QueryOptions options;
  private final List<Diagnostic> errors = new ArrayList<>();
  private final Map<String, Term> subjects = new HashMap<>();
  private final SharedPlaces places = new SharedPlaces();
  private Map<String, String> rewritten = Map.of();
  private TypeEnv types;

  /// A phase: the query rewritten, and errors in the list.
  private interface Phase {
    Body run(Body query);
  }

  private QueryCheck(ProgramDraft program, QueryOptions options) {
    this.program = program;
    this.options = options;
    this.types = program.types;
  }

  static Compilation.Query check(ProgramDraft program, Body query, QueryOptions options) {
    return new QueryCheck(program, options).check(query);
  }

  private Compilation.Query check(Body query) {
    if (query.exprs().isEmpty()) {
      return new Compilation.Query(
          null,
          List.of(Diagnostic.error(ErrorLog.COMPILE, "empty query cannot be compiled", null)));
    }
    Body body = query;
    for (Phase phase : phases()) {
      body = phase.run(body);
      if (!errors.isEmpty()) {
        return new Compilation.Query(null, ErrorLog.limited(errors, program.options.errorLimit()));
      }
    }
    return new Compilation.Query(new CheckedQuery(body, rewritten, types), List.of());
  }

  private List<Phase> phases() {
    Set<String> unsafe = program.options.unsafeBuiltins();
    return List.of(
        query -> options.strict() ? checked(query, CheckKeywordOverrides.inQuery(query)) : query,
        query -> ResolveRefs.inQuery(query, packageModules(), options.imports(), places),
        query -> CaptureValues.inQuery(program, query),
        this::rewriteLocals,
        query ->
            RewriteTemplateStrings.inQuery(
                program, query, LocalNames.ofQuery(query), program.rewritten, errors),
        query -> checked(query, CheckVoidCalls.inQuery(query, program.builtins)),
        this::rewritePrints,
        this::rewriteExprTerms,
        query -> RewriteComprehensionTerms.inQuery(query, LocalNames.ofQuery(query)),
        query ->
            RewriteWithValues.inQuery(program, query, unsafe, LocalNames.ofQuery(query), errors),
        query -> checked(query, CheckUndefinedFuncs.inQuery(program, query, rewritten)),
        this::order,
        this::rewriteDynamicTerms,
        this::checkTypes,
        query -> checked(query, CheckUnsafeBuiltins.inQuery(query, unsafe)),
        query ->
            options.strict()
                ? checked(query, CheckDeprecatedBuiltins.inQuery(query, program.builtins))
                : query);
  }

  private Body checked(Body query, List<Diagnostic> found) {
    errors.addAll(found);
    return query;
  }

  private List<ModuleDraft> packageModules() {
    Term.@Nullable Ref path = options.packagePath();
    if (path == null) {
      return List.of();
    }
    String wanted = TermText.ofRef(path.terms());
    return program.modules.stream()
        .filter(module -> TermText.ofRef(module.path()).equals(wanted))
        .toList();
  }

  private Body rewriteLocals(Body query) {
    LocalScopes scopes = new LocalScopes();
    LocalRewriting rewriting =
        new LocalRewriting(LocalNames.ofQuery(query), scopes, options.strict());
    Body result = rewriting.body(query, Set.of());
    errors.addAll(rewriting.errors());
    errors.addAll(scopes.unused);
    rewritten = Map.copyOf(scopes.rewritten);
    return result;
  }

  private Body rewritePrints(Body query) {
    return options.keepPrints()
        ? RewritePrintCalls.inQuery(program, query, LocalNames.ofQuery(query), rewritten, errors)
        : ErasePrintCalls.inQuery(query);
  }

  private Body rewriteExprTerms(Body query) {
    LocalNames names = LocalNames.ofQuery(query);
    Body result = RewriteExprTerms.inQuery(query, names);
    subjects.putAll(names.subjects());
    return result;
  }

  private Body rewriteDynamicTerms(Body query) {
    LocalNames names = LocalNames.ofQuery(query);
    Body result = RewriteDynamicTerms.inQuery(query, names);
    subjects.putAll(names.subjects());
    return result;
  }

  private Body order(Body query) {
    Ordered ordered = new BodySafety(program::arity).order(query, Exprs.ROOTS);
    errors.addAll(SafetyErrors.of(ordered.unsafe(), rewritten, ""));
    return ordered.body();
  }

  private Body checkTypes(Body query) {
    TypeChecker.Checked checked = CheckTypes.inQuery(program, query, subjects, rewritten);
    if (!checked.errors().isEmpty()) {
      checked = CheckTypes.inQuery(program, places.moved(query), subjects, rewritten);
    }
    types = checked.env();
    return checked(query, checked.errors());
  }
}
