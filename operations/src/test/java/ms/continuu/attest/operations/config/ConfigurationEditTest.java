package ms.continuu.attest.operations.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConfigurationEditTest {
  private static final Value WARN = StringValue.of("warn");

  private static @Nullable String set(String text, String key, Value value) {
    return ConfigurationEdit.set(new SourceFile("f", text), key(key), value);
  }

  private static @Nullable String unset(String text, String key) {
    return ConfigurationEdit.unset(new SourceFile("f", text), key(key));
  }

  private static ConfigurationKey key(String text) {
    return ConfigurationKey.of(text).orElseThrow();
  }

  @Test
  void emptyFileGetsItsFirstKeys() {
    assertThat(set("", "policy.debug", BooleanValue.TRUE)).isEqualTo("policy:\n  debug: true\n");
    assertThat(set("# mine\n", "policies.replicas.enforcement", WARN))
        .isEqualTo("# mine\npolicies:\n  - name: \"replicas\"\n    enforcement: \"warn\"\n");
    assertThat(set("policy: {}\n", "policy.debug", BooleanValue.TRUE))
        .isEqualTo("policy:\n  debug: true\n");
    assertThat(set("policy: # all\npolicies: []\n", "policy.debug", BooleanValue.TRUE))
        .isEqualTo("policy:  # all\n  debug: true\npolicies: []\n");
  }

  @Test
  void onlyTheValueChanges() {
    assertThat(
            set(
                "# top\npolicy:\n  debug: false # why\n\n  # next\n  enabled: true\n",
                "policy.debug",
                BooleanValue.TRUE))
        .isEqualTo("# top\npolicy:\n  debug: true  # why\n\n  # next\n  enabled: true\n");
    assertThat(
            set(
                ConfigurationCase.PROJECT,
                "policies.image-security.parameters.trusted_registries",
                StringValue.of("x")))
        .isEqualTo(
            ConfigurationCase.PROJECT.replace(
                "trusted_registries:\n        - \"gcr.io/\"\n        - \"registry.company.com/\"\n",
                "trusted_registries: \"x\"\n"));
  }

  @Test
  void newMembersComeLast() {
    assertThat(set(ConfigurationCase.GLOBAL, "policy.debug", BooleanValue.TRUE))
        .isEqualTo(ConfigurationCase.GLOBAL + "  debug: true\n");
    assertThat(
            set(
                ConfigurationCase.PROJECT,
                "policies.image-security.parameters.extra",
                NumberValue.of(1)))
        .contains("require_attestation: true\n      extra: 1\n\n  - name: \"resource");
    assertThat(set("policies:\n- name: a\n  enabled: true\n", "policies.b.enforcement", WARN))
        .isEqualTo(
            "policies:\n- name: a\n  enabled: true\n- name: \"b\"\n  enforcement: \"warn\"\n");
    assertThat(set("policies:\n- name: a\nx: 1\n", "policies.a.parameters.p", WARN))
        .isEqualTo("policies:\n- name: a\n  parameters:\n    p: \"warn\"\nx: 1\n");
    assertThat(set("policies: []\nx: 1\n", "policies.a.enforcement", WARN))
        .isEqualTo("policies:\n  - name: \"a\"\n    enforcement: \"warn\"\nx: 1\n");
  }

  @Test
  void bracketsStayBrackets() {
    assertThat(set("policy: {debug: false, enabled: true}\n", "policy.debug", BooleanValue.TRUE))
        .isEqualTo("policy: {debug: true, enabled: true}\n");
    assertThat(set("policy: {enabled: true}\n", "policy.debug", BooleanValue.TRUE))
        .isEqualTo("policy: {\"debug\":true, enabled: true}\n");
    assertThat(set("{\"policy\": {\"enabled\": true}}", "policy.enabled", BooleanValue.FALSE))
        .isEqualTo("{\"policy\": {\"enabled\": false}}");
    assertThat(unset("policy: {debug: false, enabled: true}\n", "policy.debug"))
        .isEqualTo("policy: {enabled: true}\n");
    assertThat(unset("policy: {debug: false, enabled: true}\n", "policy.enabled"))
        .isEqualTo("policy: {debug: false}\n");
  }

  @Test
  void unsetTakesAwayWhatIsLeftEmpty() {
    assertThat(unset("# a\npolicy:\n  debug: true\n# b\npolicies: []\n", "policy.debug"))
        .isEqualTo("# a\n# b\npolicies: []\n");
    assertThat(unset("policy:\n  debug: true\n", "policy.debug")).isEmpty();
    assertThat(unset("policy:\n  debug: true\n", "policy.enabled"))
        .isEqualTo("policy:\n  debug: true\n");
    assertThat(
            unset(
                "policies:\n  - name: a\n    enforcement: warn\n  - name: b\n",
                "policies.a.enforcement"))
        .isEqualTo("policies:\n  - name: b\n");
    assertThat(
            unset(
                "policies:\n  - enabled: true\n    name: a\n    enforcement: warn\n",
                "policies.a.enabled"))
        .isEqualTo("policies:\n  - name: a\n    enforcement: warn\n");
  }

  @Test
  void lineEndsStay() {
    assertThat(set("policy:\r\n  debug: false\r\n", "policy.enabled", BooleanValue.TRUE))
        .isEqualTo("policy:\r\n  debug: false\r\n  enabled: true\r\n");
  }

  @Test
  void whatIsTooCleverIsLeftAlone() {
    assertThat(
            set("policy: &p {debug: &d false, enabled: *d}\n", "policy.debug", BooleanValue.TRUE))
        .isNull();
    assertThat(set("a: 'b\n", "policy.debug", BooleanValue.TRUE)).isNull();
  }

  @Test
  void editsOneAfterAnotherGiveWhatWasSet() {
    List<String> keys =
        List.of(
            "policy.debug",
            "policy.enabled",
            "policy.policy_bundle_path",
            "policies.image-security.enforcement",
            "policies.image-security.parameters.trusted_registries",
            "policies.resource-limits.enabled",
            "policies.new.parameters.p",
            "policies.other.enabled");
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      String text =
          List.of("", ConfigurationCase.GLOBAL, ConfigurationCase.PROJECT).get(random.nextInt(3));
      for (int step = 0; step < 6; step++) {
        String key = keys.get(random.nextInt(keys.size()));
        String edited =
            random.nextInt(3) == 0
                ? unset(text, key)
                : set(text, key, NumberValue.of(random.nextInt(9)));
        assertThat(edited).as("seed %s, %s in%n%s", seed, key, text).isNotNull();
        text = edited == null ? text : edited;
      }
    }
  }
}
