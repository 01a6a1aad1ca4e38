package ms.continuu.attest.operations.config;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import ms.continuu.attest.operations.config.Shape.Choice;
import ms.continuu.attest.operations.config.Shape.Count;
import ms.continuu.attest.operations.config.Shape.Free;
import ms.continuu.attest.operations.config.Shape.Items;
import ms.continuu.attest.operations.config.Shape.Member;
import ms.continuu.attest.operations.config.Shape.Members;
import ms.continuu.attest.operations.config.Shape.Text;
import ms.continuu.attest.operations.config.Shape.Truth;

/// What a file of configuration holds.
final class Shapes {
  /// The sections that nothing reads so far.
  static final List<String> UNUSED = List.of("compliance", "exemptions", "governance");

  static final List<String> LEVELS = List.of("Cluster", "Namespace");
  static final List<String> SEVERITIES = List.of("critical", "high", "medium", "low", "info");

  static final Members POLICY_ENTRY =
      closed(
          "a policy, or all policies of a package",
          required(
              "name",
              new Text(
                  "the policy's short name, its whole name, or the name of a package above it")),
          optional("enabled", new Truth("whether it judges; true unless said otherwise")),
          optional(
              "enforcement",
              new Choice(
                  Enforcement.WORDS,
                  "strict: as it asks; warn: told as a warning; dryrun: told only; off: not"
                      + " judged by")),
          optional(
              "parameters",
              new Free("what it is configured with; `attest policy show NAME` tells")));

  static final Members FILE =
      closed(
          "Configuration of ATTEST",
          optional("policy", policy()),
          optional(
              "policies", new Items(POLICY_ENTRY, "how single policies, or groups, are enforced")),
          optional("compliance", compliance()),
          optional("exemptions", new Items(exemption(), "")),
          optional("governance", governance()));

  private Shapes() {}

  private static Members policy() {
    Stream<Member> scalars =
        Stream.of(ScalarKey.values()).map(key -> optional(key.member(), key.shape()));
    Member custom =
        optional(
            "custom_policies",
            new Items(
                closed(
                    "a policy written here",
                    required("name", new Text("what it is called")),
                    optional("description", new Text("what it asks for")),
                    optional("level", new Choice(LEVELS, "what it is about")),
                    optional(
                        "severity",
                        new Choice(
                            SEVERITIES.stream().map(Shapes::capital).toList(),
                            "of its findings, unless they say otherwise")),
                    required("rego_code", new Text("the policy, a Rego module"))),
                "policies in Rego, written here"));
    return closed("policies as a whole", Stream.concat(scalars, Stream.of(custom)).toList());
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static Members compliance() {
    Members control =
        open(
            optional("control", new Text("")),
            optional("policy", new Text("")),
            optional("description", new Text("")));
    Members soc2 =
        open(optional("enabled", new Truth("")), optional("controls", new Items(control, "")));
    Members gdpr =
        open(
            optional("enabled", new Truth("")),
            optional(
                "data_protection",
                open(
                    optional("require_annotations", new Truth("")),
                    optional("required_annotations", new Items(new Text(""), "")))),
            optional("privacy_by_design", new Truth("")));
    Members hipaa =
        open(
            optional("enabled", new Truth("")),
            optional(
                "encryption",
                open(optional("at_rest", new Text("")), optional("in_transit", new Text("")))),
            optional(
                "access_controls",
                open(
                    optional("minimum_necessary", new Truth("")),
                    optional("audit_logging", new Text("")))),
            optional("data_classification", open(optional("phi_detection", new Text("")))));
    return open(optional("soc2", soc2), optional("gdpr", gdpr), optional("hipaa", hipaa));
  }

  private static Members exemption() {
    return open(
        optional("policy_name", new Text("")),
        optional("resource_kind", new Text("")),
        optional("resource_name", new Text("")),
        optional("resource_namespace", new Text("")),
        optional("reason", new Text("")),
        optional("expires_at", new Text("")),
        optional("approved_by", new Text("")));
  }

  private static Members governance() {
    Member teams = optional("required_teams", new Items(new Text(""), ""));
    return open(
        optional(
            "policy_approval",
            open(
                optional("required_reviewers", new Count("")),
                teams,
                optional("auto_merge", new Truth("")))),
        optional(
            "exemption_approval",
            open(
                optional("required_approvers", new Count("")),
                teams,
                optional("max_duration", new Text("")))),
        optional(
            "emergency_override",
            open(
                optional("enabled", new Truth("")),
                optional("required_approvers", new Count("")),
                optional("audit_trail", new Text("")))));
  }

  private static Members closed(String description, Member... members) {
    return closed(description, List.of(members));
  }

  private static Members closed(String description, List<Member> members) {
    return new Members(members, false, description);
  }

  private static Members open(Member... members) {
    return new Members(List.of(members), true, "");
  }

  private static Member required(String name, Shape shape) {
    return new Member(name, shape, true);
  }

  private static Member optional(String name, Shape shape) {
    return new Member(name, shape, false);
  }
}
