package ms.continuu.attest.cli.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.cli.flags.BooleanFlag;
import ms.continuu.attest.cli.flags.ChoiceFlag;
import ms.continuu.attest.cli.flags.DurationFlag;
import ms.continuu.attest.cli.flags.FlagException;
import ms.continuu.attest.cli.flags.FlagSet;
import ms.continuu.attest.cli.flags.ListFlag;
import ms.continuu.attest.cli.flags.TextFlag;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.operations.check.Check;
import ms.continuu.attest.operations.config.Configuration;
import ms.continuu.attest.operations.config.ConfigurationFiles;
import ms.continuu.attest.operations.config.ConfigurationReading;
import ms.continuu.attest.operations.config.KnownPolicies;
import ms.continuu.attest.operations.config.ScalarKey;
import ms.continuu.attest.operations.discover.Discovery;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.policy.host.JdkHost;
import ms.continuu.attest.policy.report.CheckResult;
import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.rego.host.Limits;
import ms.continuu.attest.value.Diagnostic;
import org.jspecify.annotations.Nullable;

/// `attest check PATH…`: judges files and reports what is wrong with them.
public final class CheckCommand {
  private static final int PASSED = 0;
  private static final int VIOLATIONS = 1;
  private static final int UNDECIDED = 2;
  private static final int USAGE = 3;

  private static final String HELP =
      """
      Judge Kubernetes manifests, charts, Terraform plans, Dockerfiles and other YAML, JSON and TOML by policies.

      Usage:
        attest check PATH... [flags]

      A path is a file, a folder, a pattern such as 'k8s/**/*.yaml', or `-` for the standard input.

      Examples:
        attest check k8s/                           by ATTEST's own policies
        attest check k8s/ --policy policies/        by your own deny, violation and warn rules
        attest check plan.json --format json        for machines
        attest check . --changed-since origin/main  what a branch changes

      Flags:
        -p, --policy PATH     policies to judge by instead of ATTEST's own: a Rego file or a folder; repeatable
        -d, --data FILE       documents that policies read as `data`, YAML or JSON; repeatable
            --input-type TYPE what the files are: yaml, json, toml or dockerfile (default: what they look like)
            --changed-since REF  only files that changed since this commit, with the rest of their chart or kustomization
            --no-ignore       judge files too that .gitignore and .attestignore leave out
            --no-render       do not render Helm charts and kustomizations
            --helm-values FILE  values for charts, beside their own; repeatable
            --fetch           let kustomizations fetch what they refer to from the network
      {reports}
            --strict          warnings fail too
            --fail-level SEV  only findings of this severity or worse fail: critical, high, medium, low (default: all)
            --no-fail         exit with 0 although there are violations
            --config FILE     configuration to use instead of .attest/policies.yaml
            --baseline FILE   a JSON report of an earlier check: what it holds is shown, and does not fail
            --allow-empty     no policy, or nothing to check, has passed
            --no-cache        judge everything anew
            --timeout TIME    how long one policy may judge one resource (default 1m0s)
            --allow-net HOST  a host that policies may reach with http.send; repeatable (default none)
            --no-color        no colour, even on a terminal; as does NO_COLOR
        -q, --quiet           no report when nothing was found
        -v, --verbose         tell how each policy was asked, and what was left out

      Exit codes: 0 passed, 1 violations, 2 could not decide, 3 wrong usage.
      """
          .replace("{reports}\n", Sinks.HELP);

  private final Console console;
  private final FlagSet flags = new FlagSet();
  private final ListFlag policies = flags.repeated("policy", 'p');
  private final ListFlag data = flags.repeated("data", 'd');
  private final Sinks sinks = new Sinks(flags);
  private final BooleanFlag noCache = flags.bool("no-cache");
  private final TextFlag config = flags.text("config", "");
  private final TextFlag baseline = flags.text("baseline", "");
  private final BooleanFlag allowEmpty = flags.bool("allow-empty");
  private final BooleanFlag noFail = flags.bool("no-fail");
  private final ChoiceFlag failLevel =
      flags.choice("fail-level", "info", "critical", "high", "medium", "low", "info");
  private final BooleanFlag verbose = flags.bool("verbose", 'v');
  private final BooleanFlag strict = flags.bool("strict");
  private final DurationFlag timeout = flags.duration("timeout");
  private final ListFlag allowedHosts = flags.repeated("allow-net");
  private final BooleanFlag quiet = flags.bool("quiet", 'q');
  private final DiscoveryFlags discovery = new DiscoveryFlags(flags);
  private final BooleanFlag help = flags.bool("help", 'h');

  private boolean failsOnViolation = true;

  private CheckCommand(Console console) {
    this.console = console;
  }

  /// Runs the command and returns its exit code.
  public static int run(List<String> arguments, Console console, Path home) {
    return new CheckCommand(console).run(arguments, home);
  }

  private int run(List<String> arguments, Path home) {
    List<String> paths;
    Discovery.Options found;
    try {
      paths = flags.parse(arguments);
      sinks.check();
      found = discovery.options(console.environment());
    } catch (FlagException e) {
      return misused(e.text());
    }
    if (help.isOn()) {
      console.print(HELP);
      return PASSED;
    }
    if (paths.isEmpty()) {
      return misused("name a file or folder to check");
    }
    Configuration configuration = configuration(home);
    if (configuration == null) {
      return UNDECIDED;
    }
    if (!configuration.isEnabled()) {
      console.printlnError(
          "attest check: nothing is judged, as `policy.enabled` is false: "
              + configuration.setting(ScalarKey.ENABLED).origin().text());
      return PASSED;
    }
    failsOnViolation = configuration.failsOnViolation();
    Check.Request request =
        new Check.Request(
            paths,
            found,
            policies(configuration, home),
            data.values(),
            home.resolve("policies"),
            console.in(),
            DocumentLimits.DEFAULT,
            limits(),
            CacheFolder.of(console.environment(), home, !noCache.isOn()),
            baseline.value(),
            allowEmpty.isOn(),
            configuration);
    ProgressLine progress = ProgressLine.on(console);
    Host host = JdkHost.with(console.environment()).allowing(allowedHosts.values());
    CheckResult result = Check.run(request, host, progress);
    progress.clear();
    result.faults().forEach(this::tell);
    result.notes().forEach(this::tell);
    if (verbose.isOn()) {
      result.rules().forEach(rule -> console.printlnError(rule.id() + ": " + rule.convention()));
    }
    return report(result);
  }

  /// The configuration that holds here; null, and told, when it is not sound.
  private @Nullable Configuration configuration(Path home) {
    ConfigurationFiles files =
        ConfigurationFiles.find(console.environment(), Path.of("").toAbsolutePath());
    ConfigurationReading reading =
        ConfigurationReading.read(
            config.value().isEmpty() ? files : files.reading(Path.of(config.value())),
            console.environment(),
            Map.of());
    Configuration configuration = reading.configuration();
    List<Diagnostic> faults = new ArrayList<>(reading.faults());
    if (faults.isEmpty() && !configuration.policies().isEmpty()) {
      faults.addAll(KnownPolicies.of(configuration, home.resolve("policies")).check(configuration));
    }
    reading.notes().forEach(this::tell);
    faults.forEach(this::tell);
    return faults.isEmpty() ? configuration : null;
  }

  /// The policies that were named; else ATTEST's own, and those of the configuration.
  private List<String> policies(Configuration configuration, Path home) {
    if (!policies.values().isEmpty()) {
      return policies.values();
    }
    String library = home.resolve("policies").toString();
    return configuration.bundlePath().isEmpty()
        ? List.of(library)
        : List.of(library, configuration.bundlePath());
  }

  private Limits limits() {
    return timeout.isChanged()
        ? new Limits(
            Check.LIMITS.steps(), timeout.value(), Check.LIMITS.depth(), Check.LIMITS.results())
        : Check.LIMITS;
  }

  private int misused(String message) {
    console.printlnError("attest check: " + message);
    console.printlnError("run `attest check --help` for usage");
    return USAGE;
  }

  private int report(CheckResult result) {
    boolean written = sinks.write(result, this::fails, quiet.isOn(), console);
    return written ? code(result) : UNDECIDED;
  }

  private int code(CheckResult result) {
    if (!result.faults().isEmpty()) {
      return UNDECIDED;
    }
    return !noFail.isOn() && failsOnViolation && result.findings().stream().anyMatch(this::fails)
        ? VIOLATIONS
        : PASSED;
  }

  private boolean fails(Finding finding) {
    boolean counts =
        switch (finding.level()) {
          case VIOLATION -> true;
          case WARNING -> strict.isOn();
          case DRYRUN -> false;
        };
    Severity least = Severity.of(failLevel.value()).orElse(Severity.INFO);
    return counts && finding.standing().isOpen() && finding.severity().compareTo(least) <= 0;
  }

  private void tell(Diagnostic diagnostic) {
    console.printError(DiagnosticText.of(diagnostic));
  }
}
