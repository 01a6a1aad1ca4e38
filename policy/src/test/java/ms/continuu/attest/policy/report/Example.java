package ms.continuu.attest.policy.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Level;
import ms.continuu.attest.policy.PolicyId;
import ms.continuu.attest.policy.Resource;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.policy.Standing;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;

/// Findings, rules and results for tests of reports.
final class Example {
  static final SourceFile FILE = new SourceFile("k8s/shop.yaml", "kind: Pod\nspec: {}\n");
  static final Resource POD = new Resource("Pod", "shop", "api", "");

  /// Tries to speak in the name of the check: to GitHub, to Azure, to a terminal, to a reader.
  static final String HOSTILE =
      "a\n::error::b %0A ##vso[task.complete] ##[error]c \u001b[2J\u0085\u202ed & <script> ]]>"
          + " \"q\" | @who #1 https://e.example \uFFFE \uD800 \0";

  private Example() {}

  static RuleDescription rule(String policy, String name, Level level, Severity severity) {
    SequencedMap<String, List<String>> controls = new LinkedHashMap<>();
    controls.put("CIS Kubernetes", List.of("5.2.1", "5.2.2"));
    return new RuleDescription(
        new PolicyId(policy),
        name,
        level,
        severity,
        "Containers must not be privileged",
        "A privileged container is root on its node.",
        "remove `privileged: true`",
        controls,
        List.of("https://kubernetes.io/docs/concepts/security/"),
        "",
        ObjectValue.EMPTY,
        Location.NONE);
  }

  static final RuleDescription DENY =
      rule("attest.security.privileged", "deny", Level.VIOLATION, Severity.CRITICAL);
  static final RuleDescription WARN =
      rule("attest.labels.owner", "warn", Level.WARNING, Severity.LOW);
  static final RuleDescription SILENT =
      rule("attest.labels.owner", "deny_team", Level.VIOLATION, Severity.MEDIUM);

  static Finding finding(RuleDescription rule, String message) {
    return finding(rule, message, FILE, POD);
  }

  static Finding finding(RuleDescription rule, String message, SourceFile file, Resource about) {
    return new Finding(
        rule,
        rule.severity(),
        rule.level(),
        message,
        List.of(StringValue.of("spec")),
        file.at(Math.min(10, file.text().length()), Math.min(18, file.text().length())),
        about,
        rule.remediation(),
        ObjectValue.EMPTY,
        Standing.OPEN);
  }

  static CheckResult result(Finding... findings) {
    return result(List.of(), findings);
  }

  static CheckResult result(List<Diagnostic> faults, Finding... findings) {
    List<Finding> sorted = new ArrayList<>(List.of(findings));
    sorted.sort(CheckResult.ORDER);
    return new CheckResult(
        sorted,
        faults,
        List.of(),
        List.of(SILENT, WARN, DENY),
        2,
        new CheckResult.Counts(1, 2, 1),
        Instant.parse("2026-11-24T10:00:00Z"),
        Duration.ofMillis(1500));
  }

  /// One of everything: open, warning, dry run, known, exempted, a fault, a hostile message.
  static CheckResult everything() {
    Diagnostic fault =
        Diagnostic.error(
            "yaml_syntax",
            "mapping values are not allowed here",
            new SourceFile("k8s/bad.yaml", "a").at(0, 1));
    Diagnostic placeless = Diagnostic.error("no_policy", "no policy in `p` " + HOSTILE, null);
    SourceFile odd = new SourceFile("k8s/a b#ü:%.yaml", "kind: Pod\nspec: {}\n");
    return result(
        List.of(fault, placeless),
        finding(DENY, "container `a` is privileged"),
        finding(DENY, "container `b` is privileged"),
        finding(DENY, HOSTILE, odd, new Resource("Pod", "x", HOSTILE, "")),
        finding(WARN, "no owner"),
        finding(WARN, "").with(Level.DRYRUN),
        finding(DENY, "old").with(Standing.baseline("baseline.json")),
        finding(DENY, "let pass").with(Standing.exempted("exemption-7 until 2027-01-01")));
  }

  static String write(String format, CheckResult result) {
    return Reports.named(format, ReportContext.PLAIN).orElseThrow().write(result);
  }
}
