package ms.continuu.attest.operations.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.yaml.Yaml;
import ms.continuu.attest.operations.policies.LoadedPolicies;
import ms.continuu.attest.policy.Outcome;
import ms.continuu.attest.policy.PolicySources;
import ms.continuu.attest.policy.Subject;
import ms.continuu.attest.policy.Subjects;
import ms.continuu.attest.policy.World;
import ms.continuu.attest.policy.host.JdkHost;
import ms.continuu.attest.rego.host.Limits;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import org.junit.jupiter.api.Test;

/// The schema for editors says what the reader says.
class ConfigurationSchemaTest {
  private static final Path FILE =
      Path.of(System.getProperty("attest.root", ".."))
          .resolve("docs/schemas/attest.policies.schema.json");

  private static final String MATCH =
      """
      package match

      deny contains fault.desc if some fault in json.match_schema(input, data.editors)[1]
      """;

  @Test
  void schemaInTheDocsIsTheOneMadeFromTheCode() throws IOException {
    if (Boolean.getBoolean("update")) {
      Files.writeString(FILE, ConfigurationSchema.text());
    }
    assertThat(FILE).hasContent(ConfigurationSchema.text());
  }

  @Test
  void pageTellsOfEveryKey() throws IOException {
    String page = Files.readString(FILE.resolveSibling("../configuration.md"));
    for (ScalarKey key : ScalarKey.values()) {
      assertThat(page).contains("`" + key.key() + "`", "`" + key.variable() + "`");
    }
    assertThat(page).contains(Enforcement.WORDS).contains(Shapes.UNUSED).contains(Shapes.LEVELS);
  }

  @Test
  void printedFilesMatch() throws JsonSyntaxException {
    assertThat(faults(ConfigurationCase.GLOBAL)).isEmpty();
    assertThat(faults(ConfigurationCase.PROJECT)).isEmpty();
    assertThat(
            faults(
                "policy:\npolicies: [{name: a, enforcement: off}, {name: b, enforcement: Warn}]\n"))
        .isEmpty();
  }

  @Test
  void wrongFilesDoNot() throws JsonSyntaxException {
    for (String wrong :
        List.of(
            "policy: {enabled: 'yes please'}\n",
            "policy: {enabeld: true}\n",
            "policies: [{enabled: true}]\n",
            "policies: [{name: a, enforcement: strickt}]\n",
            "policies: {}\n",
            "policy: {policy_bundle_url: nowhere}\n",
            "policy: {custom_policies: [{name: a}]}\n",
            "governance: {policy_approval: {required_reviewers: -1}}\n",
            "polices: []\n")) {
      assertThat(faults(wrong)).as(wrong).isNotEmpty();
      assertThat(
              ConfigurationFile.of(Scope.PROJECT, "f", wrong.getBytes(StandardCharsets.UTF_8))
                  .faults())
          .as(wrong)
          .isNotEmpty();
    }
  }

  private static List<String> faults(String yaml) throws JsonSyntaxException {
    ObjectValue data =
        ObjectValue.builder().put("editors", Json.parse(ConfigurationSchema.text())).build();
    PolicySources sources = new PolicySources(List.of(new SourceFile("match.rego", MATCH)), data);
    LoadedPolicies loaded = LoadedPolicies.of(sources);
    assertThat(loaded.faults()).isEmpty();
    Subject subject =
        Subjects.of(
                Yaml.KUBERNETES
                    .read(new SourceFile("f", yaml), DocumentLimits.DEFAULT)
                    .documents()
                    .getFirst())
            .getFirst();
    Outcome outcome =
        loaded
            .policies()
            .decide(subject, new World(data, JdkHost.with(Map.of())), Limits.NONE)
            .outcome();
    assertThat(outcome.faults()).isEmpty();
    return outcome.findings().stream().map(finding -> finding.message()).toList();
  }
}
