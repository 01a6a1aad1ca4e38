package ms.continuu.attest.rego.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import ms.continuu.attest.rego.interpret.Runs.Setting;
import org.junit.jupiter.api.Test;

class WithTest {
  @Test
  void aReplacementHoldsForItsExpressionOnly() {
    Setting setting =
        Setting.of("q := input.x\np := [a, b] if { a := q with input.x as 2; b := q }")
            .withInput("{\"x\": 1}");
    assertThat(setting.value("data.t.p")).isEqualTo("[2, 1]");
  }

  @Test
  void laterReplacementsAddToEarlierOnes() {
    assertThat(
            Setting.of("q := input\np := x if x := q with input.a as 1 with input.b as 2")
                .value("data.t.p"))
        .isEqualTo("{\"a\": 1, \"b\": 2}");
  }

  @Test
  void belowAReplacedPathNoRuleCounts() {
    Setting setting = Setting.of("q := 1\np := x if x := data.t.q with data.t.q as 5");
    assertThat(setting.value("data.t.p")).isEqualTo("5");
  }

  @Test
  void aboveAReplacedPathDocumentsAreMerged() {
    Setting setting =
        Setting.of(
                "p := [a, b] if { a := data.d.x with data.d.y as 2; b := data.d with data.d.y as"
                    + " 2 }")
            .withData("{\"d\": {\"x\": 1}}");
    assertThat(setting.value("data.t.p")).isEqualTo("[1, {\"x\": 1, \"y\": 2}]");
  }

  @Test
  void functionsAndBuiltinsCanBeReplaced() {
    assertThat(
            Setting.of("f(x) := x\ng(x) := x * 10\np := y if y := f(3) with f as g")
                .value("data.t.p"))
        .isEqualTo("30");
    assertThat(Setting.of("p := y if y := count([]) with count as 7").value("data.t.p"))
        .isEqualTo("7");
  }

  @Test
  void whatStandsInMayCallWhatItReplaces() {
    Setting setting =
        Setting.of("c(x) := count(x) + 100\np := y if y := count([1]) with count as c");
    assertThat(setting.value("data.t.p")).isEqualTo("101");
  }
}
