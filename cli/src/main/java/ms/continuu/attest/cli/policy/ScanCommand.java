package ms.continuu.attest.cli.policy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.cli.check.DiagnosticText;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.cli.flags.BooleanFlag;
import ms.continuu.attest.cli.flags.ChoiceFlag;
import ms.continuu.attest.cli.flags.TextFlag;
import ms.continuu.attest.operations.config.ConfigurationFiles;
import ms.continuu.attest.operations.config.ConfigurationReading;
import ms.continuu.attest.operations.scan.ScanPolicies;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.policy.host.JdkHost;
import ms.continuu.attest.policy.report.CheckResult;
import ms.continuu.attest.policy.report.Reports;

/// `attest policy scan [PATH…]`: what policies do that policies must not.
final class ScanCommand extends PolicyCommand {
  private static final String HELP =
      """
      Scan policies themselves for security: rules that allow too much or never fire, requests without a time
      limit or encryption, secrets in the text, policies without tests or METADATA, and more.

      Usage:
        attest policy scan [PATH...] [flags]

      Without a path, the folder `policies` is scanned, or else the configured `policy.policy_bundle_path`.

      Examples:
        attest policy scan --format sarif --output policy-scan.sarif     for code scanning
        attest policy scan policies/ --format table                      for people
        attest policy scan --rules                                       what is looked for
        attest policy scan --fail-level medium

      A comment lets a finding of its line, or of the next, pass: `# attest:ignore http-timeout reason`.

      Flags:
        -f, --format FORMAT   sarif, table, json and every other format of `attest check` (default sarif)
        -o, --output FILE     write the report to a file
            --fail-level SEV  findings of this severity or worse fail: critical, high, medium, low, info (default high)
            --no-fail         exit with 0 whatever was found
            --rules           list the rules of the scan and stop

      Exit codes: 0 nothing that fails, 1 findings, 2 a policy cannot be read or there is none, 3 wrong usage.
      """;

  private final ChoiceFlag format =
      flags.choice("format", 'f', "sarif", Reports.names().toArray(String[]::new));
  private final TextFlag output = flags.text("output", 'o', "");
  private final ChoiceFlag failLevel =
      flags.choice("fail-level", "high", "critical", "high", "medium", "low", "info");
  private final BooleanFlag noFail = flags.bool("no-fail");
  private final BooleanFlag rules = flags.bool("rules");

  ScanCommand(Console console, Path home) {
    super(console, home);
  }

  @Override
  String name() {
    return "scan";
  }

  @Override
  String help() {
    return HELP;
  }

  @Override
  int run(List<String> arguments) {
    if (rules.isOn()) {
      for (RuleDescription rule : ScanPolicies.rules()) {
        console.println(
            String.format("%-24s %-8s  %s", rule.name(), rule.severity().word(), rule.title()));
      }
      return PASSED;
    }
    List<String> paths = arguments.isEmpty() ? usual() : arguments;
    if (paths.isEmpty()) {
      console.printlnError(
          "attest policy scan: there is no folder `policies` here, and no"
              + " `policy.policy_bundle_path` is configured (name a file or folder to scan)");
      return UNDECIDED;
    }
    CheckResult result = ScanPolicies.run(paths, library, JdkHost.with(console.environment()));
    if (!result.faults().isEmpty()) {
      return undecided(result.faults());
    }
    if (result.counts().files() == 0) {
      console.printlnError("attest policy scan: no policy in " + String.join(", ", paths));
      return UNDECIDED;
    }
    if (!emit(report(result, format.value(), this::fails), output.value())) {
      return UNDECIDED;
    }
    return result.findings().stream().anyMatch(this::fails) ? FAILED : PASSED;
  }

  private boolean fails(Finding finding) {
    Severity least = Severity.of(failLevel.value()).orElse(Severity.HIGH);
    return !noFail.isOn()
        && finding.standing().isOpen()
        && finding.severity().compareTo(least) <= 0;
  }

  /// What is scanned when nobody says.
  private List<String> usual() {
    if (Files.isDirectory(Path.of("policies"))) {
      return List.of("policies");
    }
    ConfigurationReading reading =
        ConfigurationReading.read(
            ConfigurationFiles.find(console.environment(), Path.of("").toAbsolutePath()),
            console.environment(),
            Map.of());
    reading.faults().forEach(fault -> console.printError(DiagnosticText.of(fault)));
    String configured = reading.configuration().bundlePath();
    return configured.isEmpty() ? List.of() : List.of(configured);
  }
}
