package ms.continuu.attest.cli.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.cli.flags.BooleanFlag;
import ms.continuu.attest.cli.flags.ChoiceFlag;
import ms.continuu.attest.cli.flags.DurationFlag;
import ms.continuu.attest.cli.flags.FractionFlag;
import ms.continuu.attest.cli.flags.ListFlag;
import ms.continuu.attest.cli.flags.TextFlag;
import ms.continuu.attest.operations.check.Check;
import ms.continuu.attest.operations.testing.PolicyTests;
import ms.continuu.attest.operations.testing.ResourceJudge;
import ms.continuu.attest.operations.testing.ResourceReport;
import ms.continuu.attest.operations.testing.TestReport;
import ms.continuu.attest.policy.PolicyDescription;
import ms.continuu.attest.policy.host.JdkHost;
import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.rego.host.Limits;
import ms.continuu.attest.rego.testing.NamePattern;
import ms.continuu.attest.rego.trace.CoverageReport;
import ms.continuu.attest.value.Utf8;

/// `attest policy test` and `attest policy test-all`: do policies find what they should?
final class TestCommand extends PolicyCommand {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private static final String FLAGS =
      """
        -p, --policy PATH     the policies to look among instead of ATTEST's own; repeatable
            --run PATTERN     only the cases in whose full name this regular expression matches
            --coverage        tell which lines of the policies the tests in Rego reach
            --threshold N     fail when they reach fewer than N percent
            --timeout TIME    how long a case may take (default 5s)
            --allow-empty     no test has passed
        -f, --format FORMAT   table, json, junit or tap (default table)
        -o, --output FILE     write the report to a file
        -v, --verbose         each case by name, and what led to a failure

      Exit codes: 0 passed, 1 a test fails, 2 a policy cannot be compiled or there is no test, 3 wrong usage.
      """;

  private static final String HELP =
      """
      Test policies: by the rules `test_…` of `_test.rego` files, by the good and bad examples of their
      METADATA, and by the files of testdata/NAME/pass and testdata/NAME/fail beside them.

      Usage:
        attest policy test NAME|DIR|FILE... [flags]
        attest policy test NAME|DIR|FILE... --resource FILE... [flags]

      A name means policies of the folders and files given, or of ATTEST's own when none is given.

      Examples:
        attest policy test policies/                                  all policies of a folder
        attest policy test attest-security                            those of an area
        attest policy test image-tag --run digest --verbose
        attest policy test policies/ --format junit -o report.xml --coverage --threshold 80
        attest policy test attest-security --resource k8s/deployment.yaml
                                                                      what each rule says of a manifest

      Flags:
            --resource FILE   ask each rule about the resources of this file, `-` for the standard input; repeatable
      """
          + FLAGS;

  private static final String HELP_ALL =
      """
      Test all policies, ATTEST's own or those of --policy, with their examples.

      Usage:
        attest policy test-all [flags]

      Examples:
        attest policy test-all
        attest policy test-all --policy policies/ --coverage

      Flags:
      """
          + FLAGS;

  private final boolean all;
  private final ListFlag policies = flags.repeated("policy", 'p');
  private final ListFlag resources = flags.repeated("resource");
  private final TextFlag run = flags.text("run", "");
  private final BooleanFlag coverage = flags.bool("coverage");
  private final FractionFlag threshold = flags.fraction("threshold");
  private final DurationFlag timeout = flags.duration("timeout");
  private final BooleanFlag allowEmpty = flags.bool("allow-empty");
  private final ChoiceFlag format =
      flags.choice("format", 'f', "table", "table", "json", "junit", "tap");
  private final TextFlag output = flags.text("output", 'o', "");
  private final BooleanFlag verbose = flags.bool("verbose", 'v');

  /// @param all whether it is `test-all`
  TestCommand(Console console, Path home, boolean all) {
    super(console, home);
    this.all = all;
  }

  @Override
  String name() {
    return all ? "test-all" : "test";
  }

  @Override
  String help() {
    return all ? HELP_ALL : HELP;
  }

  @Override
  int run(List<String> arguments) {
    if (all && !(arguments.isEmpty() && resources.values().isEmpty())) {
      return misused("takes no names and no resources; `attest policy test` does");
    }
    if (!all && arguments.isEmpty() && policies.values().isEmpty()) {
      return misused("name a policy, a folder or a file; `attest policy test-all` tests all");
    }
    if (threshold.value() < 0 || threshold.value() > 100) {
      return misused("--threshold is a percentage, 0 to 100");
    }
    List<String> paths = new ArrayList<>(policies.values());
    List<String> names = new ArrayList<>();
    List<String> files = new ArrayList<>(resources.values());
    for (String argument : arguments) {
      if (!resources.values().isEmpty() && Files.isRegularFile(Path.of(argument))) {
        (argument.endsWith(".rego") ? paths : files).add(argument);
      } else {
        (isPath(argument) ? paths : names).add(argument);
      }
    }
    return files.isEmpty() ? test(orLibrary(paths), names) : judge(orLibrary(paths), names, files);
  }

  private static boolean isPath(String argument) {
    return argument.contains("/") || argument.endsWith(".rego") || Files.exists(Path.of(argument));
  }

  private int test(List<String> paths, List<String> names) {
    NamePattern pattern;
    try {
      pattern = run.value().isEmpty() ? NamePattern.ALL : NamePattern.of(run.value());
    } catch (IllegalArgumentException e) {
      return misused("--run: " + e.getMessage());
    }
    PolicyTests tests = PolicyTests.load(paths, library);
    if (!tests.faults().isEmpty()) {
      return undecided(tests.faults());
    }
    List<PolicyDescription> wanted = named(names, tests.catalog());
    if (wanted == null) {
      return USAGE;
    }
    boolean covered = coverage.isOn() || threshold.value() > 0;
    TestReport report =
        tests.run(
            new PolicyTests.Request(
                names.isEmpty() ? null : wanted, pattern, limit(TIMEOUT), covered),
            host());
    if (report.cases().isEmpty() && !allowEmpty.isOn()) {
      console.printlnError("attest policy " + name() + ": no test in " + String.join(", ", paths));
      console.printlnError(
          "a test is a rule `test_…` in a file `…_test.rego`, or a good or bad example in"
              + " METADATA");
      return UNDECIDED;
    }
    int code = report.tested().stream().allMatch(TestReport.Tested::passed) ? PASSED : FAILED;
    return tell(format().write(report), Math.max(code, reached(report)));
  }

  /// Whether the tests reach enough.
  private int reached(TestReport report) {
    CoverageReport found = report.coverage();
    if (found == null || found.coverage() >= threshold.value()) {
      return PASSED;
    }
    console.printlnError(
        String.format(
            Locale.ROOT,
            "attest policy %s: the tests reach %.1f %% of the lines, not %.1f %%",
            name(),
            found.coverage(),
            threshold.value()));
    return FAILED;
  }

  private TestReportFormat format() {
    return switch (format.value()) {
      case "json" -> new TestJson();
      case "junit" -> new TestJunit();
      case "tap" -> new TestTap();
      default -> new TestTable(verbose.isOn());
    };
  }

  private int judge(List<String> paths, List<String> names, List<String> files) {
    ResourceJudge judge = ResourceJudge.load(paths, library);
    if (!judge.catalog().faults().isEmpty()) {
      return undecided(judge.catalog().faults());
    }
    List<PolicyDescription> wanted = named(names, judge.catalog());
    if (wanted == null) {
      return USAGE;
    }
    ResourceReport report = judge.judge(wanted, files, console.in(), host(), limits());
    int code = report.hasViolation() ? FAILED : PASSED;
    boolean json = format.value().equals("json");
    int told = tell(json ? ResourceText.json(report) : ResourceText.text(report), code);
    return report.faults().isEmpty() ? told : undecided(report.faults());
  }

  private Limits limits() {
    return new Limits(
        Check.LIMITS.steps(),
        limit(Check.LIMITS.time()),
        Check.LIMITS.depth(),
        Check.LIMITS.results());
  }

  private Duration limit(Duration otherwise) {
    return timeout.isChanged() ? timeout.value() : otherwise;
  }

  private Host host() {
    return JdkHost.with(console.environment()).allowing(List.of());
  }

  private int tell(String text, int code) {
    if (output.value().isEmpty()) {
      console.print(text);
      return code;
    }
    try {
      Files.write(Path.of(output.value()), Utf8.encode(text));
      return code;
    } catch (IOException e) {
      console.printlnError(
          "attest policy "
              + name()
              + ": "
              + output.value()
              + ": cannot be written: "
              + e.getMessage());
      return UNDECIDED;
    }
  }
}
