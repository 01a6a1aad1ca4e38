package ms.continuu.attest.policy.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// What GitHub's code scanning demands of SARIF beyond the schema, as its documentation says:
/// "SARIF support for code scanning" and "SARIF results exceed one or more limits".
final class GithubSarifRules {
  private final List<String> broken = new ArrayList<>();

  private GithubSarifRules() {}

  /// The rules that a text breaks.
  static List<String> broken(String sarif) {
    GithubSarifRules rules = new GithubSarifRules();
    rules.check(JsonShape.parse(sarif));
    return rules.broken;
  }

  private void check(Value log) {
    text(log, "$schema", 1_024);
    demand("2.1.0".equals(text(log, "version", 10)), "version");
    ArrayValue runs = list(log, "runs");
    demand(runs.size() == 1, "one run, so that no two share a tool and category");
    for (Value run : runs) {
      text(run, "tool.driver.name", 1_024);
      demand(text(run, "automationDetails.id", 1_024).endsWith("/"), "category ends in a slash");
      ArrayValue rules = list(run, "tool.driver.rules");
      demand(rules.size() <= 25_000, "rules");
      Set<String> ids = new HashSet<>();
      for (Value rule : rules) {
        demand(ids.add(text(rule, "id", 1_024)), "unique rule id");
        rule(rule);
      }
      ArrayValue results = list(run, "results");
      demand(results.size() <= 25_000, "results");
      for (Value result : results) {
        result(result, rules);
      }
    }
  }

  private void rule(Value rule) {
    text(rule, "name", 255);
    text(rule, "shortDescription.text", 1_024);
    text(rule, "fullDescription.text", 1_024);
    text(rule, "help.text", Integer.MAX_VALUE);
    text(rule, "help.markdown", Integer.MAX_VALUE);
    oneOf(rule, "defaultConfiguration.level", Set.of("error", "warning", "note", "none"));
    oneOf(rule, "properties.precision", Set.of("very-high", "high", "medium", "low"));
    oneOf(rule, "properties.problem.severity", Set.of("error", "warning", "recommendation"));
    ArrayValue tags = list(rule, "properties.tags");
    demand(tags.size() <= 20, "tags");
    Value score = find(rule, "properties.security-severity");
    if (score instanceof StringValue number) {
      double value = Double.parseDouble(number.text());
      demand(value > 0 && value <= 10, "security-severity");
      demand(tags.contains(StringValue.of("security")), "security-severity needs its tag");
    }
  }

  private void result(Value result, ArrayValue rules) {
    text(result, "message.text", Integer.MAX_VALUE);
    int index = number(result, "ruleIndex");
    demand(
        index >= 0
            && index < rules.size()
            && text(rules.get(index), "id", 1_024).equals(text(result, "ruleId", 1_024)),
        "ruleIndex and ruleId agree");
    demand(list(result, "locations").size() == 1, "one location, as only the first is used");
    String uri = text(result, "locations.0.physicalLocation.artifactLocation.uri", 10_000);
    demand(!uri.startsWith("./") && !uri.startsWith("/") && !uri.contains(" "), "relative URI");
    String region = "locations.0.physicalLocation.region.";
    demand(number(result, region + "startLine") >= 1, "startLine");
    demand(number(result, region + "endLine") >= number(result, region + "startLine"), "endLine");
    demand(number(result, region + "startColumn") >= 1, "startColumn");
    demand(
        number(result, region + "endColumn") > number(result, region + "startColumn"), "endColumn");
    String hash = text(result, "partialFingerprints.primaryLocationLineHash", 100);
    demand(hash.matches("[0-9a-f]{1,16}:[1-9][0-9]*"), "primaryLocationLineHash");
    oneOf(result, "level", Set.of("error", "warning", "note", "none"));
  }

  private void demand(boolean met, String what) {
    if (!met) {
      broken.add(what);
    }
  }

  private void oneOf(Value value, String path, Set<String> words) {
    demand(words.contains(text(value, path, 100)), path);
  }

  private String text(Value value, String path, int longest) {
    String text = find(value, path) instanceof StringValue string ? string.text() : "";
    demand(!text.isBlank() && text.length() <= longest, path);
    return text;
  }

  private int number(Value value, String path) {
    Value number = find(value, path);
    demand(number instanceof NumberValue, path);
    return number instanceof NumberValue ? Integer.parseInt(number.toString()) : -1;
  }

  private ArrayValue list(Value value, String path) {
    Value list = find(value, path);
    demand(list instanceof ArrayValue, path);
    return list instanceof ArrayValue array ? array : ArrayValue.EMPTY;
  }

  /// The member of a path; names with a dot in them are tried first.
  private static @Nullable Value find(@Nullable Value value, String path) {
    if (value instanceof ObjectValue object && object.get(path) != null) {
      return object.get(path);
    }
    int dot = path.indexOf('.');
    String first = dot < 0 ? path : path.substring(0, dot);
    Value next =
        switch (value) {
          case ObjectValue object -> object.get(first);
          case ArrayValue array when array.size() > 0 -> array.get(Integer.parseInt(first));
          case null, default -> null;
        };
    return dot < 0 || next == null ? next : find(next, path.substring(dot + 1));
  }
}
