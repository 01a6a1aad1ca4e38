package ms.continuu.attest.policy.report;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ms.continuu.attest.policy.Level;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.value.JsonWriter;

/// The tool and its rules in SARIF.
record SarifRules(JsonWriter json) {
  /// GitHub takes no more rules, no more tags of a rule, and no longer texts.
  static final int MOST = 25_000;

  private static final int MOST_TAGS = 20;
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_TEXT = 1_024;

  void writeTool(Collection<RuleDescription> rules, String version) {
    json.name("tool").beginObject().name("driver").beginObject();
    json.member("name", "attest");
    if (!version.isEmpty()) {
      json.member("semanticVersion", version);
    }
    json.name("rules").beginArray();
    rules.forEach(this::write);
    json.endArray().endObject().endObject();
  }

  private void write(RuleDescription rule) {
    json.beginObject()
        .member("id", rule.id())
        .member("name", RuleText.cut(PlainText.line(rule.id()), LONGEST_NAME));
    SarifReport.text("shortDescription", RuleText.cut(RuleText.title(rule), LONGEST_TEXT), json);
    SarifReport.text(
        "fullDescription", RuleText.cut(RuleText.description(rule), LONGEST_TEXT), json);
    rule.references().stream()
        .filter(UriText::isWebAddress)
        .findFirst()
        .ifPresent(reference -> json.member("helpUri", reference));
    json.name("help")
        .beginObject()
        .member("text", RuleText.help(rule))
        .member("markdown", RuleText.markdown(rule))
        .endObject();
    json.name("defaultConfiguration")
        .beginObject()
        .member("level", SarifReport.level(rule.level()))
        .endObject();
    properties(rule);
    json.endObject();
  }

  private void properties(RuleDescription rule) {
    json.name("properties").beginObject();
    json.name("tags").beginArray();
    tags(rule).forEach(json::string);
    json.endArray();
    json.member("precision", "high").member("problem.severity", problem(rule.level()));
    if (rule.severity() != Severity.INFO) {
      json.member("security-severity", score(rule.severity()));
    }
    json.endObject();
  }

  /// GitHub shows a security severity of what is tagged `security` only.
  private static Set<String> tags(RuleDescription rule) {
    Set<String> tags = new LinkedHashSet<>(List.of("security"));
    RuleText.controls(rule).stream().limit(MOST_TAGS - 1L).forEach(tags::add);
    return tags;
  }

  private static String problem(Level level) {
    return switch (level) {
      case VIOLATION -> "error";
      case WARNING -> "warning";
      case DRYRUN -> "recommendation";
    };
  }

  /// A number in the middle of GitHub's band of the severity.
  private static String score(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "9.5";
      case HIGH -> "8.0";
      case MEDIUM -> "5.5";
      case LOW -> "2.0";
      case INFO -> "0.0";
    };
  }
}
