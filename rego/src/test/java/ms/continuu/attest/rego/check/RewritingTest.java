package ms.continuu.attest.rego.check;

import static ms.continuu.attest.rego.check.Checks.rules;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RewritingTest {
  @Test
  void namesBecomeRefsAndLocalsGetNamesOfTheirOwn() {
    assertThat(rules("p := y if { y := q.a }\nq := {\"a\": 1}"))
        .containsExactly(
            "p := __local0__ :- __local0__ = data.test.q.a", "q := {\"a\": 1} :- true");
  }

  @Test
  void parametersAreRenamedFirst() {
    assertThat(rules("f(x, [y]) := z if z := x + y"))
        .containsExactly(
            "f[__local0__, [__local1__]] := __local2__"
                + " :- plus(__local0__, __local1__, __local3__); __local2__ = __local3__");
  }

  @Test
  void nestedCallsComeBeforeTheirUse() {
    assertThat(rules("p if count(split(input.a, \",\")) == 2"))
        .containsExactly(
            "p := true :- __local2__ = input.a; split(__local2__, \",\", __local0__);"
                + " count(__local0__, __local1__); __local1__ = 2");
  }

  @Test
  void whatAComprehensionYieldsMovesToItsBody() {
    assertThat(rules("p := [x.a | some x in input.xs]"))
        .containsExactly(
            "p := __local4__ :- __local4__ = [__local3__ |"
                + " __local2__ = input.xs[__local1__]; __local3__ = __local2__.a]");
  }

  @Test
  void membersThatHaveToBeComputedMoveToTheBody() {
    assertThat(rules("p contains input.a if input.b"))
        .containsExactly("p contains __local0__ :- input.b; __local0__ = input.a");
  }

  @Test
  void partsOfAHeadRefMoveToTheBody() {
    assertThat(rules("p[input.a] := 1"))
        .containsExactly("p[__local0__] := 1 :- __local0__ = input.a");
  }

  @Test
  void valuesOfModifiersAreComputedBefore() {
    assertThat(rules("q if input.x\np if q with input as data.a"))
        .contains("p := true :- __local0__ = data.a; data.test.q with input as __local0__");
  }

  @Test
  void aModifierOfSplitExpressionsIsComputedOnce() {
    assertThat(rules("f(x) := x\np if f(f(1)) == 1 with input as data.a"))
        .element(1)
        .asString()
        .containsOnlyOnce("= data.a");
  }

  @Test
  void bodiesAreOrderedSoThatVariablesAreBound() {
    assertThat(rules("p if { not q[x]; x > 1; x = input.x }\nq contains 1"))
        .element(0)
        .isEqualTo("p := true :- x = input.x; not data.test.q[x]; gt(x, 1)");
  }

  @Test
  void printsAreErased() {
    assertThat(rules("p if { print(input.x) }")).containsExactly("p := true :- true");
  }

  @Test
  void keptPrintsCaptureTheirOperands() {
    assertThat(rules(CompileOptions.DEFAULT.withKeepPrints(true), "p if { print(input.x) }"))
        .containsExactly(
            "p := true :- __local1__ = {__local0__ | __local0__ = input.x};"
                + " internal.print([__local1__])");
  }

  @Test
  void templateStringsBecomeCalls() {
    assertThat(rules("p := $\"a {input.x}\""))
        .containsExactly(
            "p := __local1__ :- __local2__ = {__local0__ | __local0__ = input.x};"
                + " internal.template_string([\"a \", __local2__], __local1__)");
  }

  @Test
  void equalKeysOfAnObjectAreOne() {
    assertThat(rules("p := {\"a\": 1, \"a\": 2}")).containsExactly("p := {\"a\": 2} :- true");
  }

  @Test
  void comparedRefsOfTestsGetVariables() {
    assertThat(rules(CompileOptions.DEFAULT.withTraceTests(true), "test_a if input.x == data.y"))
        .containsExactly(
            "test_a := true :- __local0__ = input.x; __local1__ = data.y;"
                + " __local0__ = __local1__");
  }

  @Test
  void metadataOfARuleIsAConstantOfItsBody() {
    assertThat(rules("# METADATA\n# title: T\np := rego.metadata.rule()"))
        .containsExactly(
            "p := __local0__ :- __local1__ = {\"scope\": \"rule\", \"title\": \"T\"};"
                + " __local0__ = __local1__");
  }

  @Test
  void everyHasADomainOfItsOwn() {
    assertThat(rules("p if every x in input.xs { x > 1 }"))
        .containsExactly(
            "p := true :- __local2__ = input.xs;"
                + " every __local0__, __local1__ in __local2__ { gt(__local1__, 1) }");
  }
}
