package ms.continuu.attest.policy.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.RuleDescription;

/// A rule and what it judged, as a test that passed or failed: what test reports show.
///
/// @param policy the policy it belongs to
/// @param name unique within the policy
/// @param file where the resource stands; empty for a rule that found nothing
/// @param findings what the rule found of the resource
record JudgedCase(String policy, String name, String file, Result result, List<Finding> findings) {

  /// How it went.
  enum Result {
    PASSED,
    FAILED,
    SKIPPED
  }

  /// All cases by policy: one for each resource that a rule found something of, and one that passed
  /// for each rule that found nothing.
  static Map<String, List<JudgedCase>> of(CheckResult result, ReportContext context) {
    Map<String, Map<Key, List<Finding>>> grouped = new TreeMap<>();
    Set<String> speaking = new HashSet<>();
    for (Finding finding : result.findings()) {
      speaking.add(finding.rule().id());
      grouped
          .computeIfAbsent(finding.policy().name(), policy -> new LinkedHashMap<>())
          .computeIfAbsent(Key.of(finding), key -> new ArrayList<>())
          .add(finding);
    }
    Map<String, List<JudgedCase>> cases = new TreeMap<>();
    for (RuleDescription rule : result.rules()) {
      if (!speaking.contains(rule.id())) {
        cases
            .computeIfAbsent(rule.policy().name(), policy -> new ArrayList<>())
            .add(
                new JudgedCase(
                    PlainText.line(rule.policy().name()),
                    PlainText.line(rule.name()),
                    "",
                    Result.PASSED,
                    List.of()));
      }
    }
    grouped.forEach((policy, groups) -> {
      List<JudgedCase> ofPolicy = cases.computeIfAbsent(policy, name -> new ArrayList<>());
      Map<Key, String> names = names(groups.keySet(), context);
      groups.forEach((key, findings) ->
          ofPolicy.add(
              new JudgedCase(
                  PlainText.line(policy),
                  names.getOrDefault(key, ""),
                  context.paths().apply(key.file),
                  result(findings, context),
                  findings)));
    });
    return cases;
  }

  private static Result result(List<Finding> findings, ReportContext context) {
    if (findings.stream().anyMatch(context.fails())) {
      return Result.FAILED;
    }
    return findings.stream().anyMatch(finding -> finding.standing().isOpen())
        ? Result.PASSED
        : Result.SKIPPED;
  }

  /// `rule: resource`; where that is not unique, with the file; else with a number.
  private static Map<Key, String> names(Set<Key> keys, ReportContext context) {
    Map<String, Integer> count = new HashMap<>();
    Function<Key, String> brief = key -> PlainText.line(key.rule + ": " + key.label);
    keys.forEach(key -> count.merge(brief.apply(key), 1, Integer::sum));
    Set<String> taken = new LinkedHashSet<>();
    Map<Key, String> names = new HashMap<>();
    for (Key key : keys) {
      String wanted = brief.apply(key);
      if (count.getOrDefault(wanted, 0) > 1) {
        wanted += " in " + PlainText.line(context.paths().apply(key.file));
      }
      String name = wanted;
      for (int i = 2; !taken.add(name); i++) {
        name = wanted + " (" + i + ")";
      }
      names.put(key, name);
    }
    return names;
  }

  /// What makes findings one case.
  private record Key(String rule, String label, String file) {
    static Key of(Finding finding) {
      String file = finding.location().file();
      String label = finding.resource().label();
      return new Key(finding.rule().name(), label.isEmpty() ? file : label, file);
    }
  }
}
