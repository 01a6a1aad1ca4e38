package ms.continuu.attest.operations.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import ms.continuu.attest.operations.check.Check;
import ms.continuu.attest.operations.opa.Explanation;
import ms.continuu.attest.operations.policies.LoadedPolicies;
import ms.continuu.attest.operations.policies.PolicyCatalog;
import ms.continuu.attest.policy.PolicyDescription;
import ms.continuu.attest.policy.rego.RegoTests;
import ms.continuu.attest.rego.Evaluation;
import ms.continuu.attest.rego.Rego;
import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.rego.host.Limits;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.testing.NamePattern;
import ms.continuu.attest.rego.testing.TestResult;
import ms.continuu.attest.rego.testing.TestRunner;
import ms.continuu.attest.rego.trace.Coverage;
import ms.continuu.attest.rego.trace.CoverageReport;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.SourceFile;
import org.jspecify.annotations.Nullable;

/// Tests policies by the `_test.rego` about them, by their examples and by their `testdata`.
public final class PolicyTests {
  private final PolicyCatalog catalog;
  private final LoadedPolicies loaded;
  private final TestFiles files;
  private final Rego.@Nullable Policies program;
  private final List<Diagnostic> faults;

  /// Which tests are run, and how.
  ///
  /// @param policies whose tests are run; null for all, with those that are about no policy
  /// @param timeout when a case is stopped
  public record Request(
      @Nullable List<PolicyDescription> policies,
      NamePattern pattern,
      Duration timeout,
      boolean coverage) {}

  private PolicyTests(
      PolicyCatalog catalog,
      LoadedPolicies loaded,
      TestFiles files,
      Rego.@Nullable Policies program,
      List<Diagnostic> faults) {
    this.catalog = catalog;
    this.loaded = loaded;
    this.files = files;
    this.program = program;
    this.faults = faults;
  }

  /// Reads and compiles the policies and tests below paths.
  ///
  /// @param library the folder of ATTEST's own policies
  public static PolicyTests load(List<String> paths, Path library) {
    TestFiles files = TestFiles.read(paths, library);
    LoadedPolicies loaded = LoadedPolicies.of(files.policies().sources());
    RegoTests tests = RegoTests.compile(files.policies().sources(), files.tests());
    Set<Diagnostic> faults = new LinkedHashSet<>(files.policies().faults());
    faults.addAll(tests.diagnostics().isEmpty() ? loaded.faults() : tests.diagnostics());
    return new PolicyTests(
        PolicyCatalog.of(files.policies(), loaded),
        loaded,
        files,
        tests.policies(),
        List.copyOf(faults));
  }

  /// What is wrong with the files; then nothing can be run.
  public List<Diagnostic> faults() {
    return faults;
  }

  /// The policies.
  public PolicyCatalog catalog() {
    return catalog;
  }

  /// Runs the tests.
  public TestReport run(Request request, Host host) {
    long start = System.nanoTime();
    Map<String, List<CaseResult>> cases = new LinkedHashMap<>();
    List<PolicyDescription> wanted =
        request.policies() == null ? catalog.policies() : request.policies();
    wanted.forEach(policy -> cases.put(policy.id().name(), new ArrayList<>()));
    Coverage coverage = request.coverage() ? new Coverage() : null;
    runRego(request, host, coverage, cases);
    Limits limits =
        new Limits(
            Check.LIMITS.steps(), request.timeout(), Check.LIMITS.depth(), Check.LIMITS.results());
    DocumentJudge judge =
        new DocumentJudge(loaded.policies(), files.policies().sources().data(), host, limits);
    for (PolicyDescription policy : wanted) {
      List<CaseResult> own = cases.computeIfAbsent(policy.id().name(), n -> new ArrayList<>());
      List<CaseResult> judged = new ArrayList<>(new ExampleTests(judge).of(policy));
      judged.addAll(new TestdataTests(judge).of(policy, catalog.policies()));
      judged.stream()
          .filter(each -> request.pattern().chooses(policy.id() + " " + each.name()))
          .forEach(own::add);
    }
    List<TestReport.Tested> tested = new ArrayList<>();
    cases.forEach((name, own) -> tested.add(new TestReport.Tested(name, own)));
    return new TestReport(
        tested, coverage == null ? null : coverage(coverage, wanted), System.nanoTime() - start);
  }

  private void runRego(
      Request request,
      Host host,
      @Nullable Coverage coverage,
      Map<String, List<CaseResult>> cases) {
    if (program == null) {
      return;
    }
    TestOwners owners = new TestOwners(catalog.policies(), program.program().parsed());
    Set<String> own = new HashSet<>();
    files.tests().forEach(file -> own.add(file.name()));
    files.policies().sources().files().forEach(file -> own.add(file.name()));
    Map<String, String> ownerByPlace = new LinkedHashMap<>();
    Predicate<Rule> isWanted =
        rule -> {
          if (!own.contains(rule.location().file())) {
            return false;
          }
          String owner = owners.of(rule);
          ownerByPlace.put(rule.location().toString(), owner);
          return request.policies() == null || cases.containsKey(owner);
        };
    List<TestResult> results = runner(request, host, coverage, false).run(isWanted);
    Map<String, TestResult> explained = explained(results, request, host);
    for (TestResult result : results) {
      TestResult told = explained.getOrDefault(key(result), result);
      Evaluation.Fault error = told.error();
      cases
          .computeIfAbsent(
              ownerByPlace.getOrDefault(result.location().toString(), result.packageName()),
              name -> new ArrayList<>())
          .add(
              new CaseResult(
                  CaseResult.Kind.TEST,
                  result.name(),
                  result.outcome(),
                  result.location(),
                  error == null ? "" : error.toString(),
                  result.nanos(),
                  told));
    }
  }

  /// The failed tests, run again with a trace.
  private Map<String, TestResult> explained(List<TestResult> results, Request request, Host host) {
    Set<String> failed = new HashSet<>();
    results.stream()
        .filter(result -> result.outcome() == TestResult.Outcome.FAIL)
        .forEach(result -> failed.add(result.location().toString()));
    Map<String, TestResult> explained = new LinkedHashMap<>();
    if (!failed.isEmpty()) {
      runner(request, host, null, true)
          .run(rule -> failed.contains(rule.location().toString()))
          .forEach(result ->
              explained.put(
                  key(result), result.withTrace(Explanation.notesAndFails(result.trace()))));
    }
    return explained;
  }

  private static String key(TestResult result) {
    return result.location() + " " + result.name();
  }

  private TestRunner runner(
      Request request, Host host, @Nullable Coverage coverage, boolean traced) {
    if (program == null) {
      throw new IllegalStateException("the policies were compiled");
    }
    TestRunner.Settings settings =
        new TestRunner.Settings(
            request.pattern(),
            request.timeout(),
            traced,
            true,
            Runtime.getRuntime().availableProcessors(),
            coverage,
            List.of());
    return new TestRunner(
        program, files.policies().sources().data(), host, settings, System::nanoTime);
  }

  /// The part of the coverage that is the policies' own.
  private CoverageReport coverage(Coverage coverage, List<PolicyDescription> wanted) {
    if (program == null) {
      return new CoverageReport(new TreeMap<>());
    }
    Set<String> packages = new HashSet<>();
    wanted.forEach(policy -> packages.add(policy.location().file()));
    TreeMap<String, Module> modules = new TreeMap<>();
    for (SourceFile file : files.policies().sources().files()) {
      Module module = program.program().parsed().get(file.name());
      if (module != null && packages.contains(file.name())) {
        modules.put(file.name(), module);
      }
    }
    TreeMap<String, CoverageReport.FileCoverage> covered =
        new TreeMap<>(coverage.report(modules).files());
    covered.keySet().retainAll(modules.keySet());
    return new CoverageReport(covered);
  }
}
