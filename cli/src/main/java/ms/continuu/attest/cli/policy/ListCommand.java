package ms.continuu.attest.cli.policy;

import java.nio.file.Path;
import java.util.List;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.cli.flags.ChoiceFlag;
import ms.continuu.attest.cli.flags.ListFlag;
import ms.continuu.attest.cli.present.Columns;
import ms.continuu.attest.operations.policies.PolicyCatalog;
import ms.continuu.attest.policy.PolicyDescription;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.policy.Severity;

/// `attest policy list [PATH…]`: which policies there are.
final class ListCommand extends PolicyCommand {
  private static final String HELP =
      """
      List policies: ATTEST's own, or those of files and folders.

      Usage:
        attest policy list [PATH...] [flags]

      Examples:
        attest policy list                                    ATTEST's own policies
        attest policy list policies/                          your own
        attest policy list --area security --severity critical
        attest policy list --control SOC2                     what helps with SOC 2
        attest policy list --control CIS-Kubernetes:5.2.2     or with one control of a benchmark

      Flags:
            --area AREA          policies of this area: security, deployment, compliance, terraform; repeatable
            --severity SEVERITY  policies with a rule of this severity: critical, high, medium, low; repeatable
            --control NAME[:ID]  policies with a rule for this framework, or for this control of it; repeatable
        -f, --format FORMAT      table or json (default table)

      Exit codes: 0 listed, 2 a policy cannot be read, 3 wrong usage.
      """;

  private final ListFlag areas = flags.repeated("area");
  private final ListFlag severities = flags.repeated("severity");
  private final ListFlag controls = flags.repeated("control");
  private final ChoiceFlag format = flags.choice("format", 'f', "table", "table", "json");

  ListCommand(Console console, Path home) {
    super(console, home);
  }

  @Override
  String name() {
    return "list";
  }

  @Override
  String help() {
    return HELP;
  }

  @Override
  int run(List<String> paths) {
    for (String severity : severities.values()) {
      if (Severity.of(severity).isEmpty()) {
        return misused("no severity is named `" + severity + "`");
      }
    }
    PolicyCatalog catalog =
        PolicyCatalog.read(orLibrary(paths), library).with(this::isWanted, this::isWanted);
    if (!catalog.faults().isEmpty()) {
      return undecided(catalog.faults());
    }
    console.print(format.value().equals("json") ? PolicyJson.list(catalog) : table(catalog));
    return PASSED;
  }

  private boolean isWanted(PolicyDescription policy) {
    return areas.values().isEmpty() || areas.values().contains(policy.area());
  }

  private boolean isWanted(RuleDescription rule) {
    List<Severity> wanted =
        severities.values().stream().flatMap(word -> Severity.of(word).stream()).toList();
    boolean meets =
        controls.values().isEmpty()
            || controls.values().stream().anyMatch(control -> PolicyCatalog.meets(rule, control));
    return meets && PolicyCatalog.hasSeverity(rule, wanted);
  }

  private static String table(PolicyCatalog catalog) {
    Columns table = Columns.under("NAME", "AREA", "RULES", "SEVERITY", "TITLE");
    int rules = 0;
    for (PolicyDescription policy : catalog.policies()) {
      rules += policy.rules().size();
      table.row(
          policy.id().shortName(),
          policy.area(),
          Integer.toString(policy.rules().size()),
          policy.severity().word(),
          policy.title());
    }
    return table.text()
        + "\n"
        + counted(catalog.policies().size(), "policy", "policies")
        + ", "
        + counted(rules, "rule", "rules")
        + "\n";
  }

  private static String counted(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
