package ms.continuu.attest.rego.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import ms.continuu.attest.rego.syntax.ParseOptions;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.SourceFile;
import org.junit.jupiter.api.Test;

/// What is expected here is what `opa fmt` of OPA 1.22.2 writes.
class FormatterTest {
  @Test
  void spacesAreOPAs() {
    check(
        "p:=1\nq  if{x:=[1,2 , 3] ;x[_]==2}",
        "p := 1\n\nq if {\n\tx := [1, 2, 3]\n\tx[_] == 2\n}\n");
  }

  @Test
  void collectionSpreadOverRowsStaysSpread() {
    check("p := {1,\n2, 3}\n", "p := {\n\t1,\n\t2, 3,\n}\n");
    check("p := {\n1}\n", "p := {\n\t1,\n}\n");
  }

  @Test
  void oneExpressionBesideIfLosesItsBraces() {
    check("p if { input.x }\n", "p if input.x\n");
    check("p if {\n\tinput.x\n}\n", "p if {\n\tinput.x\n}\n");
  }

  @Test
  void bracesOfSetAreNotTakenForThoseOfBody() {
    check("p if {{1}}\n", "p if {\n\t{1}\n}\n");
  }

  @Test
  void neighboursOfOneLineStayTogether() {
    check("p := 1\nq := 2\n\nr := 3\n", "p := 1\nq := 2\n\nr := 3\n");
  }

  @Test
  void emptyLinesBetweenExpressionsBecomeOne() {
    check("p if {\n\tinput.x\n\n\n\tinput.y\n}\n", "p if {\n\tinput.x\n\n\tinput.y\n}\n");
  }

  @Test
  void elseStaysBehindItsBrace() {
    check(
        "p := 1 if {\n\tinput.x\n\tinput.y\n} else := 2 if { input.z }\n",
        "p := 1 if {\n\tinput.x\n\tinput.y\n} else := 2 if input.z\n");
  }

  @Test
  void withOnItsOwnRowIsIndented() {
    check(
        "p if {\n\tdata.q with input as 1\n with data.r as 2\n}\n",
        "p if {\n\tdata.q with input as 1\n\t\twith data.r as 2\n}\n");
  }

  @Test
  void commentsStayWhereTheyAre() {
    check(
        "# above  \np := [1, # one\n 2 # two\n]\n# end\n",
        "# above\np := [\n\t1, # one\n\t2, # two\n]\n\n# end\n");
  }

  @Test
  void termWithCommentThatHasNoPlaceIsLeftAsItIs() {
    check("p := {\n# why\n}\n", "p := {\n# why\n}\n");
  }

  @Test
  void stringsKeepTheirEscapes() {
    check("p := \"\\u00e9\\/\"\n", "p := \"\\u00e9\\/\"\n");
    check("p := `a\nb`\n", "p := `a\nb`\n");
  }

  @Test
  void keywordBehindDotStays() {
    check("p := input.if[\"not\"].x\n", "p := input.if[\"not\"].x\n");
  }

  @Test
  void wildcardThatTwoRulesShareGetsName() {
    assertThat(
            format(
                RegoVersion.V0,
                FormatOptions.of(RegoVersion.V0),
                "package a\n\nf([_]) = 1 { input.x } else = 2 { input.y }\n"))
        .startsWith("package a\n\nf([_0]) = 1 {");
  }

  @Test
  void importsAreSortedWithinTheirGroups() {
    check(
        "import data.c\nimport data.b as x # b\n\nimport data.a\n",
        """
        import data.b as x # b
        import data.c

        import data.a
        """);
  }

  @Test
  void v0IsWrittenForBothVersions() {
    assertThat(
            format(
                RegoVersion.V0,
                FormatOptions.of(RegoVersion.V0_COMPAT_V1),
                "package a\np[x] { x = 1 }\nq = 2\n"))
        .isEqualTo("package a\n\nimport rego.v1\n\np contains x if x = 1\nq := 2\n");
  }

  @Test
  void importsThatV1HasNoNeedOfCanBeDropped() {
    assertThat(
            format(
                RegoVersion.V1,
                FormatOptions.of(RegoVersion.V1).withDropDirectiveImports(true),
                "package a\nimport rego.v1\nimport future.keywords.in\nimport data.b\np := 1\n"))
        .isEqualTo("package a\n\nimport data.b\n\np := 1\n");
  }

  @Test
  void logicalOperandsKeepTheirBracesAndRows() {
    assertThat(
            format(
                RegoVersion.V2,
                FormatOptions.of(RegoVersion.V2),
                "package a\n"
                    + "p if { {input.x;input.y} or\n"
                    + "not {input.z} and (input.a or input.b) }\n"))
        .isEqualTo(
            """
            package a

            p if { input.x; input.y } or
            \tnot { input.z } and (input.a or input.b)
            """);
  }

  @Test
  void textNestedDeeplyIsFormatted() {
    String deep = "p := " + "[".repeat(1_000) + "]".repeat(1_000) + "\n";
    check(deep, deep);
  }

  /// So does OPA.
  @Test
  void commentInOperatorIsWrittenAgainBehindTheCall() {
    FormatOptions options = FormatOptions.of(RegoVersion.V1);
    assertThat(format(RegoVersion.V1, options, "package a\n\np := [1,\n2].f(3, 4 # c\n)\n"))
        .isEqualTo("package a\n\np := [\n\t1,\n\t2, # c\n].f(3, 4) # c\n");
  }

  @Test
  void infixOperatorWithTooManyOperandsIsRefused() {
    Formatted formatted =
        Formatter.format(
            new SourceFile("x.rego", "package a\n\np if plus(1, 2, 3, 4)\n"),
            ParseOptions.of(RegoVersion.V1),
            FormatOptions.of(RegoVersion.V1));
    assertThat(formatted.text()).isNull();
    Diagnostic problem = formatted.diagnostics().getFirst();
    assertThat(problem.message()).isEqualTo("plus: arity mismatch");
    assertThat(problem.details())
        .isEqualTo(List.of("have: (number,number,number,number)", "want: (number,number)"));
  }

  @Test
  void whatV1RefusesIsNotWrittenForIt() {
    Formatted formatted =
        Formatter.format(
            new SourceFile(
                "x.rego", "package a\nimport data.x\nimport data.y.x\ninput = any([])\n"),
            ParseOptions.of(RegoVersion.V0),
            FormatOptions.of(RegoVersion.V0_COMPAT_V1));
    assertThat(formatted.diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly(
            "import must not shadow import data.x",
            "rules must not shadow input (use a different rule name)",
            "deprecated built-in function calls in expression: any");
  }

  private static void check(String body, String expected) {
    FormatOptions options = FormatOptions.of(RegoVersion.V1);
    String once = format(RegoVersion.V1, options, "package a\n\n" + body);
    assertThat(once).isEqualTo("package a\n\n" + expected);
    assertThat(format(RegoVersion.V1, options, once)).isEqualTo(once);
  }

  private static String format(RegoVersion version, FormatOptions options, String source) {
    Formatted formatted =
        Formatter.format(new SourceFile("x.rego", source), ParseOptions.of(version), options);
    return String.valueOf(formatted.text());
  }
}
