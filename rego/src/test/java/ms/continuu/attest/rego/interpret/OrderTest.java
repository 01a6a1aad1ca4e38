package ms.continuu.attest.rego.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import ms.continuu.attest.rego.Evaluation;
import ms.continuu.attest.rego.interpret.Runs.Setting;
import org.junit.jupiter.api.Test;

/// What can be seen of a run happens in OPA's order: what is behind a rule comes before the rule's
/// further definitions.
class OrderTest {
  @Test
  void printsComeInTheOrderOfEvaluation() {
    List<String> lines = new ArrayList<>();
    Setting setting =
        Setting.of(
            """
            q := x if { x := 1; print("first") }
            q := x if { x := 1; print("second") }
            p if { q == 1; print("behind", input.none) }
            """);
    setting.run("data.t.p", request -> request.withPrints((place, text) -> lines.add(text)));
    assertThat(lines).containsExactly("first", "behind <undefined>", "second");
  }

  @Test
  void theFirstFaultOfABuiltinDecidesAStrictRun() {
    Setting setting =
        Setting.of(
            """
            q := x if x := 1
            q := x if { x := 1; to_number("second") }
            p if { q == 1; to_number("first") }
            """);
    Evaluation evaluation =
        setting.run("data.t.p", request -> request.withStrictBuiltinErrors(true));
    assertThat(Objects.requireNonNull(evaluation.error()).message())
        .isEqualTo("to_number: strconv.ParseFloat: parsing \"first\": invalid syntax");
  }

  @Test
  void faultsOfBuiltinsAreListedWhenAskedFor() {
    Evaluation evaluation =
        Setting.of("p contains to_number(x) if some x in [\"1\", \"a\", \"b\"]")
            .run("data.t.p", request -> request.withCollectBuiltinErrors(true));
    assertThat(evaluation.rows().getFirst().expressions().getFirst().value()).hasToString("{1}");
    assertThat(evaluation.builtinErrors()).hasSize(2);
  }

  @Test
  void aFaultTellsTheQueriesItCameFrom() {
    Evaluation evaluation =
        Setting.of("p := x if {\n  some y in [1, 2]\n  x := y\n}").run("data.t.p");
    assertThat(Objects.requireNonNull(evaluation.error()).stack())
        .extracting(Evaluation.Frame::text)
        .containsExactly("x := 2", "data.t.p");
  }
}
