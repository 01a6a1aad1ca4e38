package ms.continuu.attest.operations.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import ms.continuu.attest.operations.policies.LoadedPolicies;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Level;
import ms.continuu.attest.policy.PolicySources;
import ms.continuu.attest.policy.Resource;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.policy.Standing;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import org.junit.jupiter.api.Test;

class SettingsTest extends ConfigurationCase {
  private Settings settings(String text) throws IOException {
    project(text);
    ConfigurationReading reading = read();
    assertThat(reading.faults()).isEmpty();
    return new Settings(reading.configuration());
  }

  private List<String> check(String text) throws IOException {
    Configuration configuration = settings(text).configuration();
    return told(ParameterCheck.check(Library.rules(), Library.defaults(), configuration));
  }

  private static RuleDescription rule(String policy) {
    return Library.rules().stream()
        .filter(rule -> rule.policy().shortName().equals(policy))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void printedProjectFitsTheLibrary() throws IOException {
    assertThat(check(PROJECT)).isEmpty();
  }

  @Test
  void parametersGoOverTheLibrarys() throws IOException {
    ObjectValue all = settings(PROJECT).parameters(Library.defaults());
    assertThat(String.valueOf(all.get("image-security")))
        .isEqualTo(
            "{\"require_attestation\": true, \"trusted_registries\": [\"gcr.io/\","
                + " \"registry.company.com/\"]}");
    assertThat(all.get("replicas")).isEqualTo(Library.defaults().get("replicas"));
    for (String name :
        List.of("replicas", "attest.deployment.replicas", "attest-deployment-replicas")) {
      Settings settings = settings("policies:\n- name: " + name + "\n  parameters: {minimum: 7}\n");
      assertThat(settings.parameters(Library.defaults()).get("replicas"))
          .hasToString("{\"minimum\": 7}");
    }
  }

  @Test
  void dataHoldsTheParameters() throws IOException {
    Settings settings = settings("policies:\n- name: mine\n  parameters: {x: 1}\n");
    assertThat(settings.over(ObjectValue.EMPTY))
        .hasToString("{\"attest\": {\"parameters\": {\"mine\": {\"x\": 1}}}}");
    assertThat(settings("policies: []\n").over(Library.CATALOG.data()))
        .isSameAs(Library.CATALOG.data());
  }

  @Test
  void mostSpecificEntryDecidesFieldByField() throws IOException {
    Settings settings =
        settings(
            """
            policies:
              - name: attest
                enforcement: dryrun
              - name: attest-security
                enforcement: warn
                enabled: false
              - name: privileged
                enabled: true
              - name: attest.security.host_ports
                enforcement: off
            """);
    assertThat(settings.enforcement(rule("privileged"))).isEqualTo(Enforcement.WARN);
    assertThat(settings.wanted().test(rule("privileged"))).isTrue();
    assertThat(settings.wanted().test(rule("host-path"))).isFalse();
    assertThat(settings.enforcement(rule("host-ports"))).isEqualTo(Enforcement.OFF);
    assertThat(settings.enforcement(rule("replicas"))).isEqualTo(Enforcement.DRYRUN);
    assertThat(settings.wanted().test(rule("replicas"))).isTrue();
  }

  @Test
  void enforcementCapsTheLevel() throws IOException {
    Settings settings = settings("policies: [{name: replicas, enforcement: warn}]\n");
    assertThat(settings.apply(finding(rule("replicas"))).level()).isEqualTo(Level.WARNING);
    assertThat(settings.apply(finding(rule("privileged"))).level()).isEqualTo(Level.VIOLATION);
  }

  private static Finding finding(RuleDescription rule) {
    return new Finding(
        rule,
        Severity.HIGH,
        Level.VIOLATION,
        "m",
        List.of(),
        Location.NONE,
        Resource.NONE,
        "",
        ObjectValue.EMPTY,
        Standing.OPEN);
  }

  @Test
  void switchesSwitchPoliciesOff() throws IOException {
    assertThat(settings("policy: {enabled: false}\n").wanted().test(rule("replicas"))).isFalse();
    assertThat(settings("policy: {opa_enabled: false}\n").judges("rego")).isFalse();
    assertThat(settings("policy: {opa_enabled: false}\n").judges("gatekeeper")).isTrue();
  }

  @Test
  void namesAndTypesAreHeldAgainstThePolicies() throws IOException {
    assertThat(
            check(
                """
                policies:
                  - name: image-securty
                  - name: resource-limits
                    parameters:
                      max_cpus: 2
                      max_memory: 4
                  - name: image-security
                    parameters:
                      trusted_registries: [gcr.io/, 7]
                      require_attestation: "true"
                  - name: attest-deployment
                    parameters: {minimum: 2}
                  - name: production
                    enabled: true
                    parameters: {namespaces: live}
                """))
        .satisfiesExactly(
            fault ->
                assertThat(fault)
                    .isEqualTo(
                        "2:5 no policy is named `image-securty` (did you mean `image-security`?)"),
            fault ->
                assertThat(fault)
                    .isEqualTo(
                        "5:7 `resource-limits` has no parameter `max_cpus` (did you mean"
                            + " `max_cpu`?)"),
            fault ->
                assertThat(fault)
                    .startsWith(
                        "6:7 `resource-limits.max_memory` is the number `4`, and must be a string"
                            + " (`max_memory`: the most memory"),
            fault ->
                assertThat(fault)
                    .startsWith(
                        "9:7 `image-security.trusted_registries` has the number `7` at index 1, and"
                            + " must be an array, each item of it a string"),
            fault ->
                assertThat(fault)
                    .startsWith(
                        "10:7 `image-security.require_attestation` is the string `true`, and must"
                            + " be a boolean"),
            fault ->
                assertThat(fault)
                    .startsWith("11:5 `attest-deployment` means ")
                    .endsWith(" policies, and parameters belong to one (name `replicas`)"),
            fault ->
                assertThat(fault)
                    .isEqualTo(
                        "13:5 `production` is no policy; it holds parameters that policies share"
                            + " (give it `parameters` only)"),
            fault ->
                assertThat(fault)
                    .isEqualTo(
                        "15:18 `production.namespaces` is the string `live`, and must be an"
                            + " array"));
  }

  @Test
  void customPolicyJudgesAsConfigured() throws IOException {
    Settings settings =
        settings(
            """
            policy:
              custom_policies:
                - name: no-latest
                  description: "Images: must not be latest"
                  severity: Critical
                  rego_code: |
                    package team.images

                    deny contains "latest" if endswith(input.image, ":latest")
            policies:
              - name: no-latest
                enforcement: dryrun
            """);
    LoadedPolicies loaded = load(settings);
    assertThat(loaded.faults()).isEmpty();
    RuleDescription rule = loaded.policies().rules().getFirst();
    assertThat(rule.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(rule.title()).isEqualTo("Images: must not be latest");
    assertThat(settings.enforcement(rule)).isEqualTo(Enforcement.DRYRUN);
    List<RuleDescription> rules = new ArrayList<>(Library.rules());
    rules.add(rule);
    assertThat(ParameterCheck.check(rules, Library.defaults(), settings.configuration())).isEmpty();
  }

  private static LoadedPolicies load(Settings settings) {
    return LoadedPolicies.of(new PolicySources(settings.customPolicies(), ObjectValue.EMPTY));
  }

  @Test
  void faultsOfCustomPoliciesAreToldInTheConfigurationFile() throws IOException {
    assertThat(
            faults(
                """
                policy:
                  custom_policies:
                    - name: a
                      severity: low
                      rego_code: |
                        package team.a

                        deny contains msg if {
                          input.x == y
                          msg := "m"
                        }
                """))
        .contains("9:11 input.x == y");
    assertThat(
            faults(
                """
                policy:
                  custom_policies:
                    - name: b
                      rego_code: "package team.b\\ndeny contains if\\n"
                """))
        .contains("4:7 rego_code: \"package team.b\\ndeny contains if\\n\"");
  }

  @Test
  void printedCustomPolicyIsRefusedForItsEmptyBody() throws IOException {
    assertThat(faults(GLOBAL)).isNotEmpty().allMatch(place -> place.matches("(1[89]|2[0-3]):.*"));
  }

  /// The places of the faults of custom policies, with the text there.
  private List<String> faults(String text) throws IOException {
    Settings settings = settings(text);
    return load(settings).faults().stream()
        .map(settings::told)
        .map(fault -> Objects.requireNonNull(fault.location()))
        .peek(place -> assertThat(place.file()).isEqualTo(projectFile().toString()))
        .map(place ->
            place.row() + ":" + place.column() + " " + place.source().line(place.row()).strip())
        .toList();
  }

  @Test
  void otherDiagnosticsStayAsTheyAre() throws IOException {
    Settings settings = settings("policy: {}\n");
    Diagnostic fault = Diagnostic.error("x", "y", new SourceFile("p.rego", "a").at(0, 1));
    assertThat(settings.told(fault)).isSameAs(fault);
  }
}
