package ms.continuu.attest.rego.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ParserTest {

  private static Module module(RegoVersion version, String text) {
    Parsed<Module> parsed =
        Parser.module(new SourceFile("a.rego", "package a\n" + text), ParseOptions.of(version));
    assertThat(parsed.diagnostics()).isEmpty();
    return Objects.requireNonNull(parsed.tree());
  }

  private static Body body(String text) {
    Parsed<Body> parsed = Parser.body(new SourceFile("", text), ParseOptions.of(RegoVersion.V1));
    assertThat(parsed.diagnostics()).isEmpty();
    return Objects.requireNonNull(parsed.tree());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '~',
      value = {
        "1 + 2 * 3 => plus(1, mul(2, 3))",
        "1 - 2 - 3 => minus(minus(1, 2), 3)",
        "a | b & c => or(a, and(b, c))",
        "x in xs => internal.member_2(x, xs)",
        "k, v in xs => internal.member_3(k, v, xs)",
        "x in xs in ys => internal.member_2(internal.member_2(x, xs), ys)",
        "f(x in xs, y) => f(internal.member_2(x, xs), y)",
        "- x => minus(0, x)",
        "- 1 => -1",
        "[x | x = 1] => [x | x = 1]",
        "[, 1, 2,] => [1, 2]",
        "{1 | 2} => {1 | 2}",
        "{(1 | 2)} => {or(1, 2)}",
        "set() => set()",
        "{} => {}",
        "input => input",
        "a.b[0].c => a.b[0].c",
        "a.in.if => a[\"in\"][\"if\"]",
        "and(x, y) => and(x, y)",
        "(x) => x",
        "$\"a{x}\" => $\"a{x}\"",
        "x with input as 1 => x with input as 1",
        "some x, y in z => some x, y in z",
        "every x in y { x } => every x in y { x }",
        "not x => not x",
        "`a\\nb` => \"a\\\\nb\"",
      })
  void textsMeanTheirTrees(String text, String tree) {
    assertThat(TermText.of(body(text))).isEqualTo(tree);
  }

  @Test
  void wildcardsAreNumberedOnce() {
    Body body = body("x[_] = y[_]; z[_]");
    assertThat(body.exprs()).hasSize(2);
    assertThat(body.exprs().toString()).contains("name=$0", "name=$1", "name=$2");
    assertThat(body.exprs().toString()).doesNotContain("name=$3");
  }

  @Test
  void repeatedKeysStayAndRepeatedMembersGo() {
    assertThat(TermText.of(body("{\"a\": 1, \"a\": 2}"))).isEqualTo("{\"a\": 1, \"a\": 2}");
    assertThat(TermText.of(body("{1, 1.0, 2}"))).isEqualTo("{1, 2}");
  }

  @Test
  void chainedBodiesAreRulesOfTheirOwn() {
    List<Rule> rules = module(RegoVersion.V0, "p(_) = 1 { a } { b }").rules();
    assertThat(rules).hasSize(2);
    assertThat(rules.get(1).location().text()).isEqualTo("{ b }");
    assertThat(rules.get(1).head().args().toString()).contains("name=$1");
  }

  @Test
  void headsAreNormalized() {
    Rule.Head set = module(RegoVersion.V0, "p[x] { x := 1 }").rules().getFirst().head();
    assertThat(set.key()).isInstanceOf(Term.Var.class);
    assertThat(set.value()).isNull();
    assertThat(set.ref().terms()).hasSize(1);

    Rule.Head object = module(RegoVersion.V1, "p[x] := 2 if x := 1").rules().getFirst().head();
    assertThat(object.name()).isEqualTo("p");
    assertThat(object.ref().terms()).hasSize(2);

    Rule.Head general = module(RegoVersion.V1, "p.q.r if true").rules().getFirst().head();
    assertThat(general.name()).isEmpty();
    assertThat(general.generatedValue()).isTrue();
  }

  @Test
  void elseBranchesKeepTheHeadButForItsValue() {
    Rule rule =
        module(RegoVersion.V1, "f(x) := 1 if x == 1 else := 2 if x == 2").rules().getFirst();
    Rule otherwise = rule.otherwise();
    assertThat(otherwise).isNotNull();
    assertThat(TermText.of(Objects.requireNonNull(otherwise.head().value()))).isEqualTo("2");
    assertThat(otherwise.location().text()).isEqualTo("else := 2 if x == 2");
  }

  @Test
  void importsRaiseTheVersion() {
    Module module = module(RegoVersion.V0, "import rego.v1\np contains 1 if true");
    assertThat(module.version()).isEqualTo(RegoVersion.V0_COMPAT_V1);
    assertThat(module.latestVersion()).isEqualTo(RegoVersion.V1);
    assertThat(module(RegoVersion.V1, "import rego.v2\np if not {a; b}").latestVersion())
        .isEqualTo(RegoVersion.V2);
  }

  @Test
  void notTakesABodyOnceImported() {
    Expr with =
        module(RegoVersion.V1, "import future.keywords.not\np if not {a; b}")
            .rules()
            .getFirst()
            .body()
            .exprs()
            .getFirst();
    assertThat(with.form()).isInstanceOf(Expr.Not.class);
    assertThat(with.negated()).isFalse();
    Expr without =
        module(RegoVersion.V1, "p if not a").rules().getFirst().body().exprs().getFirst();
    assertThat(without.negated()).isTrue();
  }

  @Test
  void andBindsMoreThanOr() {
    Module module =
        module(
            RegoVersion.V1,
            "import future.keywords.and\nimport future.keywords.or\np if a or b and {c; d}");
    assertThat(TermText.of(module.rules().getFirst().body())).isEqualTo("a or b and { c; d }");
  }

  @Test
  void placesCountCodePointsAndSpanTheText() {
    Expr expr = body("\"😀\" == x.y").exprs().getFirst();
    Expr.Call call = (Expr.Call) expr.form();
    Location operator = call.operator().location();
    assertThat(operator.column()).isEqualTo(5);
    assertThat(call.operands().get(1).location().text()).isEqualTo("x.y");
  }

  @Test
  void commentsAreKeptWithoutTheirSign() {
    Module module = module(RegoVersion.V1, "# one\np := 1 # two\r\n");
    assertThat(module.comments()).extracting(Module.Comment::text).containsExactly(" one", " two");
  }
}
