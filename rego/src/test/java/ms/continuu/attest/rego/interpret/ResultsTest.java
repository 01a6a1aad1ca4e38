package ms.continuu.attest.rego.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import ms.continuu.attest.rego.Evaluation;
import ms.continuu.attest.rego.interpret.Runs.Setting;
import org.junit.jupiter.api.Test;

class ResultsTest {
  @Test
  void aRowHasTheBindingsThatTheUserNamed() {
    Evaluation evaluation = Setting.of("").run("x := [7, 8][i]; _ = x");
    assertThat(evaluation.rows()).hasSize(2);
    assertThat(evaluation.rows().getLast().bindings()).hasToString("{i=1, x=8}");
  }

  @Test
  void anExpressionShowsItsValueTextAndPlace() {
    Evaluation.Expression expression =
        Setting.of("").run("1 + 2").rows().getFirst().expressions().getFirst();
    assertThat(expression.value()).hasToString("3");
    assertThat(expression.text()).isEqualTo("1 + 2");
    assertThat(expression.location().column()).isEqualTo(1);
  }

  @Test
  void falseIsAResultOfALoneExpression() {
    assertThat(Setting.of("").value("1 == 2")).isEqualTo("false");
  }

  @Test
  void falseIsNoResultAmongOthers() {
    assertThat(Setting.of("").run("x := 1; x == 2").rows()).isEmpty();
  }
}
