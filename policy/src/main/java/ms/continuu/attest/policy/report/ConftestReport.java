package ms.continuu.attest.policy.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Level;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.value.JsonWriter;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;

/// The JSON of `conftest test --output json`, for scripts that read it: one entry for each file and
/// package that found something in it. What does not count stands among the exceptions.
final class ConftestReport implements ReportFormat {

  @Override
  public String name() {
    return "conftest-json";
  }

  @Override
  public String write(CheckResult result) {
    Map<String, Long> rules =
        result.rules().stream()
            .collect(Collectors.groupingBy(rule -> rule.policy().name(), Collectors.counting()));
    Map<String, Map<String, List<Finding>>> entries =
        result.findings().stream()
            .collect(
                Collectors.groupingBy(
                    finding -> finding.location().file(),
                    TreeMap::new,
                    Collectors.groupingBy(
                        finding -> finding.policy().name(), TreeMap::new, Collectors.toList())));
    StringBuilder out = new StringBuilder();
    JsonWriter json = new JsonWriter(out, "\t", true);
    json.beginArray();
    entries.forEach((file, byPolicy) ->
        byPolicy.forEach((policy, findings) ->
            entry(file, policy, findings, rules.getOrDefault(policy, 0L), json)));
    json.endArray();
    return PlainText.json(out.append('\n').toString());
  }

  private static void entry(
      String file, String policy, List<Finding> findings, long rules, JsonWriter json) {
    long speaking =
        findings.stream().map(Finding::rule).map(RuleDescription::id).distinct().count();
    json.beginObject()
        .member("filename", file.equals("-") ? "" : file)
        .member("namespace", policy)
        .member("successes", Math.max(rules - speaking, 0));
    list("warnings", findings.stream().filter(f -> counts(f, Level.WARNING)).toList(), json);
    list("failures", findings.stream().filter(f -> counts(f, Level.VIOLATION)).toList(), json);
    list(
        "exceptions",
        findings.stream()
            .filter(f -> !counts(f, Level.WARNING) && !counts(f, Level.VIOLATION))
            .toList(),
        json);
    json.endObject();
  }

  private static boolean counts(Finding finding, Level level) {
    return finding.standing().isOpen() && finding.level() == level;
  }

  private static void list(String name, List<Finding> findings, JsonWriter json) {
    if (findings.isEmpty()) {
      return;
    }
    json.name(name).beginArray();
    for (Finding finding : findings) {
      ObjectValue.Builder metadata = finding.metadata().toBuilder();
      String query = "data." + finding.policy().name() + "." + finding.rule().name();
      metadata.put("query", StringValue.of(query));
      json.beginObject().member("msg", finding.message());
      json.name("loc")
          .beginObject()
          .member("file", finding.location().file())
          .member("line", finding.location().row())
          .endObject();
      json.name("metadata").value(metadata.build());
      json.endObject();
    }
    json.endArray();
  }
}
