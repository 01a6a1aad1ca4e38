package ms.continuu.attest.rego.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.value.StringValue;
import org.junit.jupiter.api.Test;

class AnnotationSetTest {
  private static final CheckedProgram PROGRAM =
      Checks.program(
          """
          # METADATA
          # scope: subpackages
          # labels:
          #   team: core
          #   tier: free
          package a
          """,
          """
          # METADATA
          # title: B
          package a.b

          # METADATA
          # title: first
          # labels:
          #   tier: paid
          p := 1
          """);

  private static Rule rule() {
    return Objects.requireNonNull(PROGRAM.modules().get("m1.rego")).rules().getFirst();
  }

  @Test
  void aChainLeadsFromTheRuleOutwards() {
    List<String> scopes =
        PROGRAM.annotations().chain(rule()).stream()
            .map(entry -> Objects.requireNonNull(entry.annotations()).scope())
            .toList();
    assertThat(scopes).containsExactly("rule", "package", "subpackages");
  }

  @Test
  void nearerLabelsWin() {
    assertThat(PROGRAM.annotations().labels(rule()).get(StringValue.of("tier")))
        .isEqualTo(StringValue.of("paid"));
    assertThat(PROGRAM.annotations().labels(rule()).get(StringValue.of("team")))
        .isEqualTo(StringValue.of("core"));
  }

  @Test
  void allAnnotationsComeByPath() {
    assertThat(PROGRAM.annotations().all()).hasSize(3);
  }
}
