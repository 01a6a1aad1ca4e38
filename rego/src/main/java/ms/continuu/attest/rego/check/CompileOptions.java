package ms.continuu.attest.rego.check;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import ms.continuu.attest.rego.types.Capabilities;
import ms.continuu.attest.rego.types.Schemas;
import org.jspecify.annotations.Nullable;

/// How modules are checked.
///
/// @param strict unused variables, imports and arguments are errors
/// @param keepPrints `print` calls stay; otherwise they are erased
/// @param schemas JSON schemas by path, or null
/// @param unsafeBuiltins built-ins that may not be called
/// @param documentAt tells whether a base document stands at a path, which a rule then may not
///   define
/// @param errorLimit how many errors are reported; 0 for all
/// @param traceTests keeps what test reports need of rewritten test rules (OPA's
///   RewriteTestRulesForTracing)
/// @param runsTests tests of one name are told apart, and tests over many cases tell of each
/// @param schemaAnnotations schemas in annotations give types, as `eval`, `check` and `test` want
///   it but not `build`
/// @param undefinedFunctions functions that nobody defines may be called, and bodies are neither
///   checked for safety nor ordered, as `inspect` wants it
public record CompileOptions(
    Capabilities capabilities,
    boolean strict,
    boolean keepPrints,
    @Nullable Schemas schemas,
    Set<String> unsafeBuiltins,
    @Nullable Predicate<List<String>> documentAt,
    int errorLimit,
    boolean traceTests,
    boolean runsTests,
    boolean schemaAnnotations,
    boolean undefinedFunctions) {

  /// OPA's own bound on reported errors.
  public static final int ERROR_LIMIT = 10;

  public CompileOptions {
    unsafeBuiltins = Set.copyOf(unsafeBuiltins);
  }

  /// All built-ins, not strict, prints erased.
  public static final CompileOptions DEFAULT =
      new CompileOptions(
          Capabilities.current(),
          false,
          false,
          null,
          Set.of(),
          null,
          ERROR_LIMIT,
          false,
          false,
          true,
          false);

  public CompileOptions withCapabilities(Capabilities wanted) {
    return new CompileOptions(
        wanted,
        strict,
        keepPrints,
        schemas,
        unsafeBuiltins,
        documentAt,
        errorLimit,
        traceTests,
        runsTests,
        schemaAnnotations,
        undefinedFunctions);
  }

  public CompileOptions withStrict(boolean wanted) {
    return new CompileOptions(
        capabilities,
        wanted,
        keepPrints,
        schemas,
        unsafeBuiltins,
        documentAt,
        errorLimit,
        traceTests,
        runsTests,
        schemaAnnotations,
        undefinedFunctions);
  }

  public CompileOptions withKeepPrints(boolean wanted) {
    return new CompileOptions(
        capabilities,
        strict,
        wanted,
        schemas,
        unsafeBuiltins,
        documentAt,
        errorLimit,
        traceTests,
        runsTests,
        schemaAnnotations,
        undefinedFunctions);
  }

  public CompileOptions withSchemas(@Nullable Schemas wanted) {
    return new CompileOptions(
        capabilities,
        strict,
        keepPrints,
        wanted,
        unsafeBuiltins,
        documentAt,
        errorLimit,
        traceTests,
        runsTests,
        schemaAnnotations,
        undefinedFunctions);
  }

  public CompileOptions withUnsafeBuiltins(Set<String> wanted) {
    return new CompileOptions(
        capabilities,
        strict,
        keepPrints,
        schemas,
        wanted,
        documentAt,
        errorLimit,
        traceTests,
        runsTests,
        schemaAnnotations,
        undefinedFunctions);
  }

  public CompileOptions withDocumentAt(@Nullable Predicate<List<String>> wanted) {
    return new CompileOptions(
        capabilities,
        strict,
        keepPrints,
        schemas,
        unsafeBuiltins,
        wanted,
        errorLimit,
        traceTests,
        runsTests,
        schemaAnnotations,
        undefinedFunctions);
  }

  public CompileOptions withErrorLimit(int wanted) {
    return new CompileOptions(
        capabilities,
        strict,
        keepPrints,
        schemas,
        unsafeBuiltins,
        documentAt,
        wanted,
        traceTests,
        runsTests,
        schemaAnnotations,
        undefinedFunctions);
  }

  public CompileOptions withTraceTests(boolean wanted) {
    return new CompileOptions(
        capabilities,
        strict,
        keepPrints,
        schemas,
        unsafeBuiltins,
        documentAt,
        errorLimit,
        wanted,
        runsTests,
        schemaAnnotations,
        undefinedFunctions);
  }

  public CompileOptions withRunsTests(boolean wanted) {
    return new CompileOptions(
        capabilities,
        strict,
        keepPrints,
        schemas,
        unsafeBuiltins,
        documentAt,
        errorLimit,
        traceTests,
        wanted,
        schemaAnnotations,
        undefinedFunctions);
  }

  public CompileOptions withSchemaAnnotations(boolean wanted) {
    return new CompileOptions(
        capabilities,
        strict,
        keepPrints,
        schemas,
        unsafeBuiltins,
        documentAt,
        errorLimit,
        traceTests,
        runsTests,
        wanted,
        undefinedFunctions);
  }

  public CompileOptions withUndefinedFunctions(boolean wanted) {
    return new CompileOptions(
        capabilities,
        strict,
        keepPrints,
        schemas,
        unsafeBuiltins,
        documentAt,
        errorLimit,
        traceTests,
        runsTests,
        schemaAnnotations,
        wanted);
  }
}
