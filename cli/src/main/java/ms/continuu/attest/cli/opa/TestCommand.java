package ms.continuu.attest.cli.opa;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.cli.flags.BooleanFlag;
import ms.continuu.attest.cli.flags.ChoiceFlag;
import ms.continuu.attest.cli.flags.DurationFlag;
import ms.continuu.attest.cli.flags.FlagException;
import ms.continuu.attest.cli.flags.FractionFlag;
import ms.continuu.attest.cli.flags.ListFlag;
import ms.continuu.attest.cli.flags.NumberFlag;
import ms.continuu.attest.cli.flags.ParsedFlag;
import ms.continuu.attest.cli.flags.TextFlag;
import ms.continuu.attest.cli.present.CoverageOutput;
import ms.continuu.attest.cli.present.TestBenchmarkOutput;
import ms.continuu.attest.cli.present.TestOutput;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.opa.Explanation;
import ms.continuu.attest.operations.opa.TestBenchmark;
import ms.continuu.attest.operations.opa.TestPolicies;
import ms.continuu.attest.rego.check.CompileOptions;
import ms.continuu.attest.rego.testing.TestResult;
import ms.continuu.attest.rego.trace.Coverage;
import ms.continuu.attest.rego.trace.CoverageReport;
import ms.continuu.attest.rego.trace.TraceEvent;
import ms.continuu.attest.rego.types.Capabilities;

/// `opa test`.
final class TestCommand extends OpaCommand {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final int TESTS_FAILED = 2;

  private final BooleanFlag exitZeroOnSkipped = flags.bool("exit-zero-on-skipped", 'z');
  private final BooleanFlag verboseFlag = flags.bool("verbose", 'v');
  private final DurationFlag timeout = flags.duration("timeout");
  private final BooleanFlag coverage = flags.bool("coverage", 'c');
  private final ListFlag coverageRuns =
      flags.commaSeparated("coverage-runs", "index_excluded", "early_exit");
  private final FractionFlag threshold = flags.fraction("threshold");
  private final BooleanFlag bench = flags.bool("bench");
  private final BooleanFlag benchmem = flags.enabled("benchmem");
  private final TextFlag run = flags.text("run", 'r', "");
  private final BooleanFlag watch = flags.bool("watch", 'w');
  private final BooleanFlag varValues = flags.bool("var-values");
  private final NumberFlag parallel =
      flags.number("parallel", 'p', Runtime.getRuntime().availableProcessors());
  private final BooleanFlag failOnEmpty = flags.bool("fail-on-empty");
  private final ChoiceFlag sort = flags.choice("sort", "none", "none", "duration");
  private final ChoiceFlag format =
      flags.choice("format", 'f', "pretty", "pretty", "json", "gobench");
  private final BooleanFlag bundle = flags.bool("bundle", 'b');
  private final NumberFlag count = flags.number("count", 1);
  private final NumberFlag maxErrors = flags.number("max-errors", 'm', CompileOptions.ERROR_LIMIT);
  private final ListFlag ignore = flags.commaSeparated("ignore");
  private final ChoiceFlag explain =
      flags.choice("explain", "fails", "fails", "full", "notes", "debug");
  private final ParsedFlag<Capabilities> capabilities = CommonFlags.capabilities(flags);
  private final TextFlag schema = flags.text("schema", 's', "");
  private final CommonFlags.Version version = new CommonFlags.Version(flags);
  private boolean verbose;

  TestCommand() {
    super("test");
    flags.choice("target", 't', "rego", "rego", "wasm");
  }

  @Override
  void validate(List<String> arguments) throws FlagException {
    if (arguments.isEmpty()) {
      throw new FlagException("specify at least one file");
    }
    verbose = explain.isChanged();
    for (String kind : coverageRuns.values()) {
      if (!kind.equals("index_excluded") && !kind.equals("early_exit")) {
        throw new FlagException(
            "invalid --coverage-runs value \""
                + kind
                + "\" (expected \"index_excluded\" or \"early_exit\")");
      }
    }
  }

  @Override
  int run(List<String> arguments, Console console) throws Failure {
    verbose |= verboseFlag.isOn();
    if (format.value().equals("gobench") && !bench.isOn()) {
      console.printlnError("cannot use output format gobench without running benchmarks (--bench)");
      return 0;
    }
    if (threshold.value() < 0 || threshold.value() > 100) {
      throw Failure.of("Code coverage threshold must be between 0 and 100");
    }
    refuseWhatIsMissing();
    if (sort.isChanged() && !sort.value().equals("none") && !format.value().equals("json")) {
      console.printlnError("warning: --sort is only supported with JSON format");
    }
    TestPolicies tests =
        TestPolicies.load(request(arguments), CommonFlags.host(console, capabilities.value()));
    for (int i = 0; i < count.value(); i++) {
      int code = bench.isOn() ? measure(tests, console) : runOnce(tests, console);
      if (code != 0) {
        return code;
      }
    }
    return 0;
  }

  private void refuseWhatIsMissing() throws Failure {
    if (watch.isOn()) {
      throw Failure.of("attest does not watch files yet; leave out --watch");
    }
  }

  private TestPolicies.Request request(List<String> arguments) {
    return new TestPolicies.Request(
        arguments,
        bundle.isOn(),
        ignore.values(),
        version.language(capabilities.value()),
        schema.value(),
        maxErrors.value(),
        run.value(),
        timeout.value().isZero() ? TIMEOUT : timeout.value(),
        varValues.isOn(),
        verbose || varValues.isOn(),
        !bench.isOn(),
        parallel.value());
  }

  private int runOnce(TestPolicies tests, Console console) {
    boolean covered = coverage.isOn() || coverageRuns.isChanged() || threshold.value() > 0;
    Coverage noted = covered ? new Coverage() : null;
    List<TestResult> results =
        tests.run(noted, coverageRuns.values()).stream()
            .map(result -> result.withTrace(explained(result.trace())))
            .toList();
    if (noted != null) {
      return reportCoverage(results, noted.report(tests.modules()), console);
    }
    if (format.value().equals("json")) {
      console.print(TestOutput.json(sorted(results)));
    } else {
      console.print(new TestOutput(verbose, varValues.isOn()).text(results));
    }
    if (results.isEmpty() && failOnEmpty.isOn()) {
      console.printlnError("no tests were run");
      return 1;
    }
    boolean passed =
        results.stream()
            .allMatch(result ->
                result.passed()
                    || result.outcome() == TestResult.Outcome.SKIPPED && exitZeroOnSkipped.isOn());
    return passed ? 0 : TESTS_FAILED;
  }

  private int measure(TestPolicies tests, Console console) {
    List<TestBenchmark> measured = TestBenchmark.all(tests);
    console.print(
        TestBenchmarkOutput.text(
            measured, verbose, format.value().equals("gobench"), benchmem.isOn()));
    return measured.stream().allMatch(TestBenchmark::passed) ? 0 : TESTS_FAILED;
  }

  /// Coverage is told of when all tests pass.
  private int reportCoverage(List<TestResult> results, CoverageReport report, Console console) {
    for (TestResult result : results) {
      if (result.error() != null) {
        console.printlnError(TestOutput.errorText(result));
        return 1;
      }
    }
    List<TestResult> failed = results.stream().filter(TestResult::failed).toList();
    if (!failed.isEmpty()) {
      console.print(new TestOutput(verbose, false).text(failed));
      console.printlnError(TestOutput.textWithCases(failed.getFirst()));
      return 1;
    }
    if (report.coverage() < threshold.value()) {
      console.printlnError(CoverageOutput.belowThreshold(report, threshold.value(), verbose));
      return TESTS_FAILED;
    }
    console.print(CoverageOutput.json(report));
    boolean skipped = results.stream().anyMatch(r -> r.outcome() == TestResult.Outcome.SKIPPED);
    return skipped && !exitZeroOnSkipped.isOn() ? TESTS_FAILED : 0;
  }

  private List<TestResult> sorted(List<TestResult> results) {
    return sort.value().equals("duration")
        ? results.stream().sorted(Comparator.comparingLong(TestResult::nanos).reversed()).toList()
        : results;
  }

  private List<TraceEvent> explained(List<TraceEvent> trace) {
    if (!explain.isChanged() && verbose) {
      return Explanation.notesAndFails(trace);
    }
    return switch (explain.value()) {
      case "notes" -> Explanation.NOTES.select(trace);
      case "full" -> Explanation.FULL.select(trace);
      case "debug" -> Explanation.DEBUG.select(trace);
      default -> Explanation.FAILS.select(trace);
    };
  }

  @Override
  int report(Failure failure, Console console) {
    console.printlnError(failure.text());
    return 1;
  }
}
