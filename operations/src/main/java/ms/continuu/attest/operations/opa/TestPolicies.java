package ms.continuu.attest.operations.opa;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.bundle.Bundle;
import ms.continuu.attest.operations.bundle.BundleReader;
import ms.continuu.attest.operations.files.Language;
import ms.continuu.attest.operations.files.PathFilter;
import ms.continuu.attest.operations.files.SchemaFiles;
import ms.continuu.attest.operations.load.FileLoader;
import ms.continuu.attest.operations.load.Loaded;
import ms.continuu.attest.rego.Rego;
import ms.continuu.attest.rego.check.CheckedProgram;
import ms.continuu.attest.rego.check.Compilation;
import ms.continuu.attest.rego.check.CompileOptions;
import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.testing.NamePattern;
import ms.continuu.attest.rego.testing.TestResult;
import ms.continuu.attest.rego.testing.TestRunner;
import ms.continuu.attest.rego.trace.Coverage;
import ms.continuu.attest.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/// Runs the tests among policies.
public final class TestPolicies {
  private final Request request;
  private final Host host;
  private final NamePattern pattern;
  private final SortedMap<String, Module> modules;
  private final ObjectValue data;
  private final Rego.Policies policies;

  /// Which tests are run, and how.
  ///
  /// @param asBundles the paths are bundles
  /// @param run a pattern that full names of tests must hold a match of; empty for all
  /// @param variables what is needed to show variables of failed tests is kept
  /// @param traced all events are recorded
  /// @param prints `print` calls are kept and recorded
  public record Request(
      List<String> paths,
      boolean asBundles,
      List<String> ignored,
      Language language,
      String schema,
      int errorLimit,
      String run,
      Duration timeout,
      boolean variables,
      boolean traced,
      boolean prints,
      int parallel) {}

  private TestPolicies(
      Request request,
      Host host,
      NamePattern pattern,
      SortedMap<String, Module> modules,
      ObjectValue data,
      Rego.Policies policies) {
    this.request = request;
    this.host = host;
    this.pattern = pattern;
    this.modules = modules;
    this.data = data;
    this.policies = policies;
  }

  /// Loads and checks.
  ///
  /// @throws Failure when there is anything wrong with the policies
  public static TestPolicies load(Request request, Host host) throws Failure {
    SortedMap<String, Module> modules = new TreeMap<>();
    ObjectValue data = ObjectValue.EMPTY;
    PathFilter filter = PathFilter.ignoring(request.ignored());
    if (request.asBundles()) {
      data = BundleActivation.activate(readBundles(request, filter), modules, data);
    } else {
      Loaded loaded = FileLoader.load(request.paths(), request.language(), true, filter);
      loaded.modules().values().forEach(file -> modules.put(file.name(), file.module()));
      data = loaded.data();
    }
    NamePattern pattern = pattern(request.run());
    CompileOptions options =
        CompileOptions.DEFAULT
            .withCapabilities(request.language().capabilities())
            .withKeepPrints(request.prints())
            .withSchemas(SchemaFiles.read(request.schema()))
            .withDocumentAt(new DataPaths(data))
            .withErrorLimit(request.errorLimit())
            .withTraceTests(request.variables())
            .withRunsTests(true);
    Compilation compilation = Compilation.of(new ArrayList<>(modules.values()), options);
    CheckedProgram program = compilation.program();
    if (program == null) {
      throw Failure.ofDiagnostics(compilation.diagnostics());
    }
    return new TestPolicies(request, host, pattern, modules, data, Rego.standard().load(program));
  }

  private static Map<String, Bundle> readBundles(Request request, PathFilter filter)
      throws Failure {
    BundleReader reader =
        new BundleReader(request.language()).withAnnotations(true).withFilter(filter);
    Map<String, Bundle> bundles = new LinkedHashMap<>();
    for (String path : request.paths()) {
      try {
        bundles.put(path, reader.read(path));
      } catch (Failure failure) {
        throw Failure.of("unable to load bundle " + path + ": " + failure.text());
      }
    }
    return bundles;
  }

  private static NamePattern pattern(String run) throws Failure {
    try {
      return run.isEmpty() ? NamePattern.ALL : NamePattern.of(run);
    } catch (IllegalArgumentException e) {
      throw Failure.of(String.valueOf(e.getMessage()));
    }
  }

  /// Runs the tests.
  ///
  /// @param coverage what tests come to is noted here; null for not
  /// @param coverageRuns which further runs explain what is not covered
  public List<TestResult> run(@Nullable Coverage coverage, List<String> coverageRuns) {
    return runner(coverage, coverageRuns).run();
  }

  /// The tests, ready to be measured.
  public List<TestRunner.Prepared> prepare() {
    return runner(null, List.of()).prepareAll();
  }

  private TestRunner runner(@Nullable Coverage coverage, List<String> coverageRuns) {
    TestRunner.Settings settings =
        new TestRunner.Settings(
            pattern,
            request.timeout(),
            request.traced(),
            request.prints(),
            request.parallel(),
            coverage,
            coverageRuns);
    return new TestRunner(policies, data, host, settings, System::nanoTime);
  }

  /// The policies as they were parsed, by name.
  public SortedMap<String, Module> modules() {
    return modules;
  }

  /// The data that tests see.
  public ObjectValue data() {
    return data;
  }

  /// The outside that tests see.
  public Host host() {
    return host;
  }
}
