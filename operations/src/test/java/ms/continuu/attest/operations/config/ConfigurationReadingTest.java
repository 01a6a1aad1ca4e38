package ms.continuu.attest.operations.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.value.BooleanValue;
import org.junit.jupiter.api.Test;

class ConfigurationReadingTest extends ConfigurationCase {
  @Test
  void printedFilesLoadVerbatim() throws IOException {
    global(GLOBAL);
    project(PROJECT);
    ConfigurationReading reading = read();
    assertThat(reading.faults()).isEmpty();
    assertThat(reading.notes()).isEmpty();
    Configuration configuration = reading.configuration();
    assertThat(configuration.isEnabled()).isTrue();
    assertThat(configuration.bundleUrl()).isEqualTo("https://policies.company.com/attest-bundle");
    assertThat(configuration.bundlePath()).isEqualTo("policies/");
    CustomPolicy custom = configuration.customPolicies().getFirst();
    assertThat(custom.name()).isEqualTo("custom-security");
    assertThat(custom.level()).isEqualTo("Cluster");
    assertThat(custom.severity()).contains(Severity.HIGH);
    assertThat(custom.regoCode()).startsWith("package custom.security\nviolation[");
    assertThat(custom.location().row()).isEqualTo(18);
    PolicyEntry limits = configuration.policies().getLast();
    assertThat(limits.enforcement().value()).isEqualTo(Enforcement.WARN);
    assertThat(limits.values().toString())
        .isEqualTo("{\"max_cpu\": \"2000m\", \"max_memory\": \"4Gi\", \"require_limits\": true}");
  }

  @Test
  void whatNobodySaysIsUsual() {
    ConfigurationReading reading = read();
    assertThat(reading.faults()).isEmpty();
    assertThat(reading.configuration()).isEqualTo(Configuration.DEFAULT);
    assertThat(Configuration.DEFAULT.failsOnViolation()).isTrue();
    assertThat(Configuration.DEFAULT.isDebug()).isFalse();
    assertThat(Configuration.DEFAULT.allowsInlineSuppressions()).isFalse();
  }

  @Test
  void flagsGoBeforeTheEnvironmentThatBeforeTheProjectThatBeforeTheGlobalFile() throws IOException {
    ScalarKey key = ScalarKey.DEBUG;
    assertThat(origin(key)).isEqualTo("default");
    global("policy:\n  debug: true\n");
    assertThat(origin(key)).isEqualTo("global " + globalFile() + ":2");
    project("policy: {debug: false}\n");
    assertThat(origin(key)).isEqualTo("project " + projectFile() + ":1");
    environment.put("ATTEST_POLICY_DEBUG", "1");
    assertThat(origin(key)).isEqualTo("environment ATTEST_POLICY_DEBUG");
    assertThat(read().configuration().isDebug()).isTrue();
    ConfigurationReading flagged =
        ConfigurationReading.read(
            files(),
            environment,
            Map.of(key, new ConfigurationReading.FlagValue("--debug", BooleanValue.FALSE)));
    assertThat(flagged.configuration().setting(key).origin().text()).isEqualTo("flag --debug");
    assertThat(flagged.configuration().isDebug()).isFalse();
  }

  private String origin(ScalarKey key) {
    return read().configuration().setting(key).origin().text();
  }

  @Test
  void entriesOfBothFilesBecomeOneFieldByField() throws IOException {
    global("policies:\n- name: replicas\n  enforcement: warn\n  parameters: {minimum: 3, a: 1}\n");
    project("policies:\n- name: replicas\n  parameters: {minimum: 5}\n");
    PolicyEntry entry = read().configuration().policies().getFirst();
    assertThat(entry.enforcement().origin().text()).isEqualTo("global " + globalFile() + ":3");
    assertThat(entry.values().toString()).isEqualTo("{\"a\": 1, \"minimum\": 5}");
    assertThat(entry.location().file()).isEqualTo(projectFile().toString());
  }

  @Test
  void projectIsFoundUpwardsAsFarAsHome() throws IOException {
    project("policy: {debug: true}\n");
    environment.put("HOME", folder.resolve("home").toString());
    Path below = workingDirectory().resolve("a/b");
    assertThat(ConfigurationFiles.find(environment, below).project()).isEqualTo(projectFile());
    environment.put("HOME", workingDirectory().resolve("a").toString());
    assertThat(ConfigurationFiles.find(environment, below).project())
        .isEqualTo(below.resolve(".attest/policies.yaml"));
  }

  @Test
  void anotherFileTakesTheProjectsPlaceAndHasToBeThere() throws IOException {
    project("policy: {debug: true}\n");
    write(workingDirectory().resolve("ci.yaml"), "policy: {policy_bundle_path: p}\n");
    environment.put("ATTEST_CONFIG", "ci.yaml");
    Configuration configuration = read().configuration();
    assertThat(configuration.isDebug()).isFalse();
    assertThat(configuration.bundlePath()).isEqualTo(workingDirectory().resolve("p").toString());
    environment.put("ATTEST_CONFIG", "absent.yaml");
    assertThat(told(read().faults()))
        .containsExactly(
            workingDirectory().resolve("absent.yaml")
                + ": cannot be read: no such file or directory");
  }

  @Test
  void globalFileFollowsTheVariableOfItsFolder() {
    environment.put("XDG_CONFIG_HOME", "/x");
    assertThat(files().global()).isEqualTo(Path.of("/x/attest/policies.yaml"));
    environment.put("XDG_CONFIG_HOME", "relative");
    assertThat(files().global()).isEqualTo(globalFile());
  }

  @Test
  void bundlePathOfAProjectCountsFromItsFolder() throws IOException {
    project("policy: {policy_bundle_path: rules}\n");
    assertThat(read().configuration().bundlePath())
        .isEqualTo(workingDirectory().resolve("rules").toString());
  }

  @Test
  void everythingWrongIsToldAtOnceAtItsPlace() throws IOException {
    project(
        """
        policy:
          enabled: "yes please"
          opa_enabeld: true
          policy_bundle_url: nowhere
          custom_policies:
            - name: a
              severity: hihg
        policies:
          - name: image-security
            enforcement: strickt
            parameters: [a]
          - enabled: true
          - name: image_security
        polices: {}
        """);
    assertThat(told(read().faults()))
        .containsExactly(
            "2:3 `policy.enabled` is the string `yes please`, and must be a boolean (`true` or"
                + " `false`) (write `true` or `false`, without quotes)",
            "3:3 unknown key `opa_enabeld` in `policy` (did you mean `opa_enabled`?)",
            "4:3 `policy.policy_bundle_url` is the string `nowhere`, and must be a URL, such as"
                + " `https://…`",
            "6:7 `policy.custom_policies.a` has no `rego_code` (add `rego_code: …`)",
            "7:7 `policy.custom_policies.a.severity` is `hihg`, and must be one of `Critical`,"
                + " `High`, `Medium`, `Low`, `Info` (did you mean `high`?)",
            "10:5 `policies.image-security.enforcement` is `strickt`, and must be one of `strict`,"
                + " `warn`, `dryrun`, `off` (did you mean `strict`?)",
            "11:5 `policies.image-security.parameters` is a list, and must be keys and values",
            "12:5 `policies[1]` has no `name` (add `name: …`)",
            "13:5 the policy `image_security` is configured twice, first in line 9 (put both in"
                + " one)",
            "14:1 unknown key `polices` (did you mean `policies` or `policy`?)");
  }

  @Test
  void brokenYamlIsToldAtItsPlace() throws IOException {
    project("policy:\n  enabled: true\n enabled: false\n");
    assertThat(told(read().faults())).first().asString().startsWith("3:2 yaml: ");
    project("policy:\n  debug: true\n  debug: false\n");
    assertThat(told(read().faults()))
        .containsExactly("3:3 key `debug` is repeated; remove one of the two");
    project("policy: {}\n---\npolicy: {}\n");
    assertThat(told(read().faults())).first().asString().contains("more than one YAML document");
    project("[a]\n");
    assertThat(told(read().faults()))
        .containsExactly("1:1 the file is a list, and must be keys and values");
  }

  @Test
  void emptySectionsAndFilesSayNothing() throws IOException {
    for (String text : new String[] {"", "# nothing\n", "policy:\npolicies:\n", "~\n"}) {
      project(text);
      assertThat(read().faults()).as(text).isEmpty();
    }
  }

  @Test
  void bareOffIsOff() throws IOException {
    project("policies: [{name: replicas, enforcement: off}]\n");
    assertThat(read().faults()).isEmpty();
    assertThat(read().configuration().policies().getFirst().enforcement().value())
        .isEqualTo(Enforcement.OFF);
  }

  @Test
  void variablesAreChecked() {
    environment.put("ATTEST_POLICY_ENABLED", "maybe");
    environment.put("ATTEST_POLICY_DEBUGG", "true");
    environment.put("ATTEST_POLICY_BUNDLE_URL", "oci://registry/policies:1");
    ConfigurationReading reading = read();
    assertThat(told(reading.faults()))
        .containsExactly(
            "the environment variable ATTEST_POLICY_ENABLED is `maybe`, and must be a boolean"
                + " (`true` or `false`)");
    assertThat(told(reading.notes()))
        .containsExactly(
            "the environment variable ATTEST_POLICY_DEBUGG means nothing (did you mean"
                + " ATTEST_POLICY_DEBUG?)");
    assertThat(reading.configuration().bundleUrl()).isEqualTo("oci://registry/policies:1");
  }

  @Test
  void sectionsOfLaterUseAreTakenWithANote() throws IOException {
    project(
        """
        compliance:
          soc2:
            enabled: true
            controls:
              - control: "CC6.1"
                policy: "access-control"
                description: "Logical access security measures"
          gdpr:
            enabled: true
            data_protection:
              require_annotations: true
              required_annotations:
                - "gdpr.attest.continuu.ms/lawful-basis"
            privacy_by_design: true
          hipaa:
            enabled: true
            encryption:
              at_rest: required
              in_transit: required
            access_controls:
              minimum_necessary: true
              audit_logging: required
            data_classification:
              phi_detection: enabled
        exemptions:
          - policy_name: "attest-security"
            resource_kind: "Pod"
            resource_name: "legacy-monitoring"
            resource_namespace: "monitoring"
            reason: "Legacy monitoring tool pending security upgrade"
            expires_at: "2024-06-30T23:59:59Z"
            approved_by: "security-team@company.com"
        governance:
          policy_approval:
            required_reviewers: 2
            required_teams: ["security-team", "compliance-team"]
            auto_merge: false
          exemption_approval:
            required_approvers: 1
            required_teams: ["security-team"]
            max_duration: "30d"
          emergency_override:
            enabled: true
            required_approvers: 2
            audit_trail: required
        """);
    ConfigurationReading reading = read();
    assertThat(reading.faults()).isEmpty();
    assertThat(told(reading.notes()))
        .containsExactly(
            "1:1 the section `compliance` is not used yet",
            "25:1 the section `exemptions` is not used yet",
            "33:1 the section `governance` is not used yet");
    project("governance: {policy_approval: {required_reviewers: many}}\n");
    assertThat(told(read().faults()))
        .containsExactly(
            "1:32 `governance.policy_approval.required_reviewers` is the string `many`, and must"
                + " be a whole number");
  }

  @Test
  void settingsAreListedByTheirKeys() throws IOException {
    project(PROJECT);
    assertThat(read().configuration().settings())
        .containsKeys(
            "policy.enabled",
            "policies.image-security.enforcement",
            "policies.image-security.parameters.require_attestation");
  }
}
