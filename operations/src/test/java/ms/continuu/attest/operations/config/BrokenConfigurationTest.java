package ms.continuu.attest.operations.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ms.continuu.attest.operations.policies.LoadedPolicies;
import ms.continuu.attest.policy.PolicySources;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Whatever a file holds, the reader tells of it and does not fail.
class BrokenConfigurationTest {
  private static final String OTHER =
      """
      compliance: {soc2: {enabled: true, controls: [{control: "CC6.1", policy: a}]}}
      exemptions:
        - policy_name: "attest-security"
          expires_at: 2024-06-30T23:59:59Z
      governance: {policy_approval: {required_reviewers: 2}}
      policy: {<<: {debug: true}, custom_policies: [{name: é, rego_code: "package a\\ndeny := x"}]}
      """;

  private static final List<String> PIECES =
      List.of(
          "\n",
          "  ",
          "\t",
          ":",
          "- ",
          "[",
          "]",
          "{",
          "}",
          "\"",
          "'",
          "#",
          "|",
          ">",
          "&a ",
          "*a",
          "---\n",
          "null",
          "~",
          "true",
          "7",
          "\0",
          "\ufffd",
          "?",
          "!!str ",
          "<<: ",
          "é",
          "💥",
          "%",
          "policy:\n",
          "policies:\n",
          "name: ",
          "enforcement: ",
          "parameters: ");

  @Test
  void mutatedFilesAreToldOfAndNothingElse() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 600; round++) {
      byte[] bytes = mutated(random);
      assertThat(survives(bytes))
          .as("seed %s, round %s:%n%s", seed, round, new String(bytes, StandardCharsets.UTF_8))
          .isNull();
    }
  }

  private static byte[] mutated(Random random) {
    StringBuilder text =
        new StringBuilder(
            List.of(ConfigurationCase.GLOBAL, ConfigurationCase.PROJECT, OTHER)
                .get(random.nextInt(3)));
    for (int i = random.nextInt(6); i >= 0; i--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(12)));
        case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + 40)));
        default -> text.setLength(Math.max(1, text.length() - random.nextInt(10)));
      }
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(8) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  /// What went wrong beyond diagnostics, or null.
  private static @Nullable Throwable survives(byte[] bytes) {
    try {
      ConfigurationFile file = ConfigurationFile.of(Scope.PROJECT, "f", bytes);
      ConfigurationReading reading =
          ConfigurationReading.of(List.of(file), Path.of(""), Map.of(), Map.of());
      reading.faults().forEach(BrokenConfigurationTest::look);
      Settings settings = new Settings(reading.configuration());
      settings.over(ObjectValue.EMPTY);
      reading.configuration().settings();
      ParameterCheck.check(List.of(), ObjectValue.EMPTY, reading.configuration())
          .forEach(BrokenConfigurationTest::look);
      LoadedPolicies.of(new PolicySources(settings.customPolicies(), ObjectValue.EMPTY))
          .faults()
          .forEach(fault -> look(settings.told(fault)));
      SourceFile source = file.source();
      ConfigurationEdit.set(
          source, ConfigurationKey.of("policy.debug").orElseThrow(), BooleanValue.TRUE);
      ConfigurationEdit.set(
          source,
          ConfigurationKey.of("policies.image-security.parameters.x").orElseThrow(),
          BooleanValue.TRUE);
      ConfigurationEdit.unset(
          source, ConfigurationKey.of("policies.image-security.enforcement").orElseThrow());
      return null;
    } catch (RuntimeException | StackOverflowError e) {
      return e;
    }
  }

  private static void look(Diagnostic fault) {
    assertThat(fault.message()).isNotEmpty();
    if (fault.location() != null) {
      assertThat(fault.location().source().line(fault.location().row())).isNotNull();
      assertThat(fault.location().text()).isNotNull();
    }
  }
}
