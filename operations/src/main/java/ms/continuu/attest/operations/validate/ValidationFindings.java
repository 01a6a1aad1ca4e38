package ms.continuu.attest.operations.validate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Level;
import ms.continuu.attest.policy.PolicyId;
import ms.continuu.attest.policy.Resource;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.policy.Standing;
import ms.continuu.attest.policy.report.CheckResult;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.ObjectValue;

/// A validation as a check that found what is wrong, for reports that only checks have.
public final class ValidationFindings {
  private static final PolicyId ID = new PolicyId("attest.validate");

  private ValidationFindings() {}

  /// Each code of a diagnostic as a rule, each diagnostic as a finding of it.
  public static CheckResult of(Validate.Result result) {
    Map<String, RuleDescription> rules = new TreeMap<>();
    List<Finding> findings = new ArrayList<>();
    for (Diagnostic each : result.diagnostics()) {
      String code = each.code().isEmpty() ? "syntax" : each.code().replace('_', '-');
      RuleDescription rule =
          rules.computeIfAbsent(
              code + " " + each.severity(), key -> describe(code, each.severity()));
      findings.add(
          new Finding(
              rule,
              rule.severity(),
              rule.level(),
              each.message(),
              List.of(),
              each.location() == null ? Location.NONE : each.location(),
              Resource.NONE,
              each.help(),
              ObjectValue.EMPTY,
              Standing.OPEN));
    }
    return new CheckResult(
        findings,
        result.unread(),
        result.notes(),
        List.copyOf(rules.values()),
        rules.size(),
        new CheckResult.Counts(result.files(), result.files(), result.files()),
        Instant.EPOCH,
        Duration.ZERO);
  }

  private static RuleDescription describe(String code, Diagnostic.Severity severity) {
    String words = code.replace('-', ' ');
    return new RuleDescription(
        ID,
        code,
        switch (severity) {
          case ERROR -> Level.VIOLATION;
          case WARNING -> Level.WARNING;
          case NOTE -> Level.DRYRUN;
        },
        switch (severity) {
          case ERROR -> Severity.HIGH;
          case WARNING -> Severity.LOW;
          case NOTE -> Severity.INFO;
        },
        Character.toUpperCase(words.charAt(0)) + words.substring(1),
        "What `attest policy validate` calls `" + code.replace('-', '_') + "`.",
        "",
        new LinkedHashMap<>(),
        List.of(),
        "",
        ObjectValue.EMPTY,
        Location.NONE);
  }
}
