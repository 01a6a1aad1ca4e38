package ms.continuu.attest.rego.check;

import static ms.continuu.attest.rego.check.Checks.errors;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ErrorsTest {
  private static final CompileOptions STRICT = CompileOptions.DEFAULT.withStrict(true);

  @Test
  void unsafeVariablesOfBodiesAndHeads() {
    assertThat(errors("p if x > 1")).containsExactly("2:6: rego_unsafe_var_error: var x is unsafe");
    assertThat(errors("q contains y if true"))
        .containsExactly("2:12: rego_unsafe_var_error: var y is unsafe");
  }

  @Test
  void anAssignedVariableIsNotBlamedForWhatItNeeds() {
    assertThat(errors("p if { y := x; y > 1 }"))
        .containsExactly("2:8: rego_unsafe_var_error: var x is unsafe");
  }

  @Test
  void theRuleIsNamedWhereALineHasSeveral() {
    assertThat(errors("p if { x > 1 } q if { true }"))
        .containsExactly("2:8: rego_unsafe_var_error: var x is unsafe in rule p");
  }

  @Test
  void variablesAreDeclaredOnce() {
    assertThat(errors("p if { x := 1; x := 2 }\nq if { y > 1; y := 2 }"))
        .containsExactly(
            "2:16: rego_compile_error: var x assigned above",
            "3:15: rego_compile_error: var y referenced above");
  }

  @Test
  void functionsExistAndTakeTheirOperands() {
    assertThat(errors("f(x) := x\np := f(1, 2)\nq := g(1)\nr := count()"))
        .containsExactly(
            "3:6: rego_type_error: function data.test.f has arity 1, got 2 arguments",
            "4:6: rego_type_error: undefined function g",
            "5:6: rego_type_error: count: arity mismatch");
  }

  @Test
  void rulesOfOnePathAreOfOneKind() {
    assertThat(errors("p := 1\np contains 2"))
        .containsExactly("2:1: rego_type_error: conflicting rules data.test.p found");
  }

  @Test
  void aValueHasNoRulesBelow() {
    assertThat(errors("p := 1\np.q := 2"))
        .containsExactly(
            "2:1: rego_type_error: rule data.test.p conflicts with:\n"
                + "  rule data.test.p.q at m0.rego:3");
  }

  @Test
  void packagesHaveNoRuleInTheirPlace() {
    assertThat(
            Checks.lines(
                Checks.check(CompileOptions.DEFAULT, "package a\nb := 1", "package a.b\nc := 1")
                    .diagnostics()))
        .contains("1:1: rego_type_error: package a.b conflicts with rule b defined at m0.rego:2");
  }

  @Test
  void documentsHaveNoRuleInTheirPlace() {
    CompileOptions options =
        CompileOptions.DEFAULT.withDocumentAt(path -> path.equals(List.of("test", "p")));
    assertThat(errors(options, "p := 1"))
        .containsExactly("2:1: rego_compile_error: conflicting rule for data path test/p found");
  }

  @Test
  void rulesDoNotReferToThemselves() {
    assertThat(errors("p if q\nq if p"))
        .containsExactly(
            "2:1: rego_recursion_error: rule data.test.p is recursive:"
                + " data.test.p -> data.test.q -> data.test.p",
            "3:1: rego_recursion_error: rule data.test.q is recursive:"
                + " data.test.q -> data.test.p -> data.test.q");
  }

  @Test
  void aRefThatMayReachItsRuleTellsWhen() {
    assertThat(errors("p if data.test[input.x]"))
        .containsExactly(
            "2:1: rego_recursion_error: rule data.test.p may be recursive:"
                + " data.test.p -> data.test.p"
                + " (data.test[input.x] refers to data.test.p if input.x is \"p\")");
  }

  @Test
  void knownConstantsKeepRefsFromReachingMore() {
    assertThat(errors("p if { some k in [\"q\"]; data.test[k] }\nq := 1")).isEmpty();
  }

  @Test
  void modifiersReplaceDocumentsAndFunctions() {
    assertThat(errors("q := {\"a\": 1}\np if true with data.test.q.a as 2\nr if true with x as 1"))
        .containsExactly(
            "3:16: rego_compile_error: with keyword cannot partially replace virtual"
                + " document(s)",
            "4:16: rego_type_error: with keyword target must reference existing input, data, or"
                + " a function");
  }

  @Test
  void strictModeWantsAllToBeUsed() {
    assertThat(errors(STRICT, "import data.a\nf(x) := 1\np if { y := 1 }"))
        .containsExactly(
            "2:1: rego_compile_error: import data.a unused",
            "3:1: rego_compile_error: unused argument x. (hint: use _ (wildcard variable)"
                + " instead)",
            "4:8: rego_compile_error: assigned var y unused");
  }

  @Test
  void importsDoNotHideEachOther() {
    assertThat(errors("import data.a.x\nimport data.b.x"))
        .containsExactly("3:1: rego_compile_error: import must not shadow import data.a.x");
  }

  @Test
  void forbiddenBuiltinsAreNotCalled() {
    CompileOptions options = CompileOptions.DEFAULT.withUnsafeBuiltins(Set.of("http.send"));
    assertThat(errors(options, "p := http.send({})"))
        .containsExactly(
            "2:6: rego_type_error: unsafe built-in function calls in expression: http.send");
  }

  @Test
  void errorsEndAtTheLimit() {
    assertThat(errors(CompileOptions.DEFAULT.withErrorLimit(1), "p if x\nq if y"))
        .containsExactly(
            "2:6: rego_unsafe_var_error: var x is unsafe",
            "rego_compile_error: error limit reached");
  }

  @Test
  void schemasInAnnotationsGiveTypes() {
    String rules =
        """
        # METADATA
        # schemas:
        #   - input: {type: object, properties: {a: {type: string}}}
        p if input.b
        """;
    assertThat(errors(rules)).containsExactly("5:6: rego_type_error: undefined ref: input.b");
    assertThat(errors(CompileOptions.DEFAULT.withSchemaAnnotations(false), rules)).isEmpty();
  }
}
