package ms.continuu.attest.rego.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ms.continuu.attest.rego.Evaluation;
import ms.continuu.attest.rego.host.Cancellation;
import ms.continuu.attest.rego.host.Limits;
import ms.continuu.attest.rego.interpret.Runs.Setting;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final Setting LOOP =
      Setting.of("p if {\n  some x in numbers.range(1, 1000)\n  x == 1001\n}");

  private static String error(Setting setting, String query, Limits limits) {
    Evaluation evaluation = setting.run(query, request -> request.withLimits(limits));
    return Objects.requireNonNull(evaluation.error()).toString();
  }

  @Test
  void stepsAreBoundAndTheErrorTellsWhere() {
    Limits limits = new Limits(100, Duration.ZERO, 100, Long.MAX_VALUE);
    assertThat(error(LOOP, "data.t.p", limits))
        .isEqualTo("m.rego:4: eval_cancel_error: evaluation stopped: more than 100 steps");
  }

  @Test
  void callsAreBound() {
    Limits limits = new Limits(Long.MAX_VALUE, Duration.ZERO, 2, Long.MAX_VALUE);
    assertThat(error(Setting.of("p := q\nq := r\nr := 1"), "data.t.p", limits))
        .isEqualTo("m.rego:4: eval_cancel_error: evaluation stopped: more than 2 nested calls");
  }

  @Test
  void collectionsAreBound() {
    Limits limits = new Limits(Long.MAX_VALUE, Duration.ZERO, 100, 10);
    assertThat(error(Setting.of("p := [x | some x in numbers.range(1, 11)]"), "data.t.p", limits))
        .contains("more than 10 results");
  }

  @Test
  void aCancelledRunSaysSo() {
    Evaluation evaluation = LOOP.run("data.t.p", request -> request.withCancelled(() -> true));
    assertThat(evaluation.error())
        .hasToString("eval_cancel_error: caller cancelled query execution");
  }

  @Test
  void longChainsOfRulesDoNotExhaustTheStack() {
    String chain =
        IntStream.range(0, 700)
            .mapToObj(i -> "r" + i + " := x if { some x in [r" + (i + 1) + "] }")
            .collect(Collectors.joining("\n"));
    assertThat(Setting.of(chain + "\nr700 := 1").value("data.t.r0")).isEqualTo("1");
  }

  @Test
  void deepDocumentsAreWalked() {
    String deep = "[".repeat(2000) + "]".repeat(2000);
    Setting setting = Setting.of("p := count([1 | walk(input, _)])").withInput(deep);
    assertThat(setting.value("data.t.p")).isEqualTo("2000");
  }

  @Test
  void aRunThatTakesTooLongTellsWhereItWas() {
    Evaluation evaluation =
        LOOP.run("data.t.p", request -> request.withCancelled(Cancellation.when(() -> true)));
    Evaluation.Fault error = Objects.requireNonNull(evaluation.error());
    assertThat(error.message()).isEqualTo("context deadline exceeded");
    assertThat(error.stack()).hasSize(1);
  }

  @Test
  void aRangeThatTakesTooLongSaysSo() {
    int[] asked = {0};
    Evaluation evaluation =
        Setting.of("")
            .run(
                "numbers.range(1, 100000)",
                request -> request.withCancelled(Cancellation.when(() -> asked[0]++ > 0)));
    assertThat(Objects.requireNonNull(evaluation.error()).message())
        .isEqualTo("numbers.range: timed out before generating all numbers in range");
  }
}
