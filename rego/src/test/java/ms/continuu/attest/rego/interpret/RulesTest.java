package ms.continuu.attest.rego.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import ms.continuu.attest.rego.interpret.Runs.Setting;
import org.junit.jupiter.api.Test;

class RulesTest {
  @Test
  void anElseIsTriedWhenWhatIsBeforeItDoesNotHold() {
    Setting setting = Setting.of("p := 1 if input.a else := 2 if input.b else := 3");
    assertThat(setting.withInput("{\"b\": true}").value("data.t.p")).isEqualTo("2");
    assertThat(setting.withInput("{}").value("data.t.p")).isEqualTo("3");
  }

  @Test
  void aDefaultStandsInForWhatIsUndefined() {
    assertThat(Setting.of("default p := 7\np := 1 if input.a").value("data.t.p")).isEqualTo("7");
  }

  @Test
  void rulesThatDisagreeAreListedWithTheirPlaces() {
    Setting setting = Setting.of("p := 1\np := 2 if true\np := 3 if input.x");
    assertThat(setting.error("data.t.p"))
        .isEqualTo(
            "m.rego:3: eval_conflict_error: rule data.t.p produced conflicting values:\n"
                + "  1 at m.rego:2\n"
                + "  2 at m.rego:3");
  }

  @Test
  void aFunctionMayNotHaveTwoValues() {
    Setting setting = Setting.of("f(x) := x\nf(x) := 2 if x > 0\np := f(1)");
    assertThat(setting.error("data.t.p"))
        .startsWith(
            "m.rego:3: eval_conflict_error: function data.t.f produced conflicting values for the"
                + " same inputs:");
  }

  @Test
  void aCallWithoutOutputHoldsUnlessTheValueIsFalse() {
    Setting setting = Setting.of("f(x) := x > 1\np if f(2)\nq if f(1)");
    assertThat(setting.value("data.t.p")).isEqualTo("true");
    assertThat(setting.run("data.t.q").rows()).isEmpty();
  }

  @Test
  void keysOfAnObjectMayNotHaveTwoValues() {
    assertThat(Setting.of("o[k] := v if some v, k in [\"a\", \"a\"]").error("data.t.o"))
        .isEqualTo("m.rego:2: eval_conflict_error: object keys must be unique");
  }

  @Test
  void headsWithVariablesBuildNestedObjects() {
    Setting setting = Setting.of("a[x].b[y] := x + y if { some x in [1, 2]; some y in [3] }");
    assertThat(setting.value("data.t.a")).isEqualTo("{1: {\"b\": {3: 4}}, 2: {\"b\": {3: 5}}}");
    assertThat(setting.value("data.t.a[2].b[3]")).isEqualTo("5");
  }

  @Test
  void whatOneRuleGivesAValueHasNoMembersOfAnother() {
    Setting setting = Setting.of("a.b := {\"c\": 1}\na[x].d := 2 if some x in [\"b\"]");
    assertThat(setting.error("data.t.a")).endsWith("object keys must be unique");
  }

  @Test
  void baseAndVirtualDocumentsMeet() {
    Setting setting = Setting.of("p := 1").withData("{\"t\": {\"q\": 2}, \"u\": 3}");
    assertThat(setting.value("data")).isEqualTo("{\"t\": {\"p\": 1, \"q\": 2}, \"u\": 3}");
    assertThat(setting.value("[k | data.t[k]]")).isEqualTo("[\"q\", \"p\"]");
  }

  @Test
  void storedKeysAreTexts() {
    Setting setting = Setting.of("p := 1").withData("{\"o\": {\"1\": \"x\"}, \"a\": [\"y\"]}");
    assertThat(setting.value("data.o[1]")).isEqualTo("\"x\"");
    assertThat(setting.value("data.a[\"0\"]")).isEqualTo("\"y\"");
  }

  @Test
  void everyHoldsForEmptyCollectionsOnly() {
    assertThat(Setting.of("p if every x in [] { x > 1 }").value("data.t.p")).isEqualTo("true");
    assertThat(Setting.of("p if every x in input { x > 1 }").withInput("3").run("data.t.p").rows())
        .isEmpty();
  }

  @Test
  void comprehensionsAreGroupedByWhatSurroundsThem() {
    Setting setting =
        Setting.of("p contains [x, ys] if { x = input[_].k; ys = [i | input[i].k = x] }")
            .withInput("[{\"k\": 1}, {\"k\": 2}, {\"k\": 1}]");
    assertThat(setting.value("data.t.p")).isEqualTo("{[1, [0, 2]], [2, [1]]}");
  }

  @Test
  void aWalkVisitsEverythingOnce() {
    assertThat(Setting.of("").value("count([p | walk([1, {\"a\": 2}], [p, _])])")).isEqualTo("4");
    assertThat(Setting.of("").value("[v | walk({\"a\": [7]}, [[\"a\", 0], v])]")).isEqualTo("[7]");
  }

  /// As in OPA: until its values go into a result, a literal is walked as it is written.
  @Test
  void literalsWithVariablesAreWalkedAsTheyAreWritten() {
    Setting setting =
        Setting.of("p := [x | some x in {input.a, input.b}]\nq := {x | some x in p}")
            .withInput("{\"a\": 2, \"b\": 2}");
    assertThat(setting.value("data.t.p")).isEqualTo("[2, 2]");
    assertThat(setting.value("data.t.q")).isEqualTo("{2}");
    assertThat(setting.value("[x | some k, x in {input.a: 1, \"z\": 2}]")).isEqualTo("[2, 1]");
  }

  @Test
  void aWalkWhoseResultNobodyNamesHoldsOnceForEachNode() {
    assertThat(Setting.of("p := [1 | walk([1, 2])]").value("data.t.p")).isEqualTo("[1, 1, 1]");
  }
}
