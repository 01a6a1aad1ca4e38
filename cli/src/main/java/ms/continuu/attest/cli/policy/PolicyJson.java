package ms.continuu.attest.cli.policy;

import java.util.List;
import java.util.Map;
import ms.continuu.attest.operations.policies.PolicyCatalog;
import ms.continuu.attest.policy.PolicyDescription;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.value.JsonWriter;
import ms.continuu.attest.value.Value;

/// Policies for programs: one JSON object, `"schema": "attest.policies/v1"`.
final class PolicyJson {
  private PolicyJson() {}

  /// What `list` tells of each policy.
  static String list(PolicyCatalog catalog) {
    return write(catalog.policies(), catalog, false);
  }

  /// All that is known of some policies.
  static String show(List<PolicyDescription> policies, PolicyCatalog catalog) {
    return write(policies, catalog, true);
  }

  private static String write(
      List<PolicyDescription> policies, PolicyCatalog catalog, boolean whole) {
    StringBuilder out = new StringBuilder();
    JsonWriter json = new JsonWriter(out, "  ", false);
    json.beginObject().member("schema", "attest.policies/v1").name("policies").beginArray();
    for (PolicyDescription policy : policies) {
      json.beginObject()
          .member("name", policy.id().name())
          .member("short_name", policy.id().shortName())
          .member("area", policy.area())
          .member("severity", policy.severity().word())
          .member("title", policy.title())
          .member("file", policy.location().file())
          .member("line", policy.location().row());
      if (whole) {
        json.member("description", policy.description()).member("convention", policy.convention());
        parameters(policy, catalog, json);
      }
      json.name("rules").beginArray();
      policy.rules().forEach(rule -> rule(rule, whole, json));
      json.endArray().endObject();
    }
    json.endArray().endObject();
    return out.append('\n').toString();
  }

  private static void parameters(PolicyDescription policy, PolicyCatalog catalog, JsonWriter json) {
    json.name("parameters").beginArray();
    for (PolicyCatalog.Parameter parameter : catalog.parameters(policy)) {
      json.beginObject()
          .member("name", parameter.name())
          .member("type", parameter.type())
          .member("description", parameter.description());
      Value value = parameter.value();
      json.name("value");
      if (value == null) {
        json.nul();
      } else {
        json.value(value);
      }
      json.endObject();
    }
    json.endArray();
  }

  private static void rule(RuleDescription rule, boolean whole, JsonWriter json) {
    json.beginObject()
        .member("name", rule.name())
        .member("level", rule.level().word())
        .member("severity", rule.severity().word())
        .member("title", rule.title());
    json.name("controls").beginObject();
    for (Map.Entry<String, List<String>> control : rule.controls().entrySet()) {
      json.name(control.getKey()).beginArray();
      control.getValue().forEach(json::string);
      json.endArray();
    }
    json.endObject();
    if (whole) {
      json.member("description", rule.description()).member("remediation", rule.remediation());
      json.name("references").beginArray();
      rule.references().forEach(json::string);
      json.endArray();
      Value examples = rule.custom().get("examples");
      json.name("examples");
      if (examples == null) {
        json.nul();
      } else {
        json.value(examples);
      }
      json.member("line", rule.location().row());
    }
    json.endObject();
  }
}
