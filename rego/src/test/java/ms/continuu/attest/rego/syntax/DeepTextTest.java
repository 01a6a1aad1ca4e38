package ms.continuu.attest.rego.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeepTextTest {

  private static Parsed<Body> parse(String open, String close, int levels) {
    String text = open.repeat(levels) + "1" + close.repeat(levels);
    return Parser.body(new SourceFile("", text), ParseOptions.of(RegoVersion.V1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ",
      quoteCharacter = '~',
      value = {"[ ]", "( )", "{ }", "{\"a\":_ }"})
  void tenThousandLevelsAreNoFault(String open, String close) {
    assertThat(parse(open.replace('_', ' '), close, 10_000).diagnostics().size()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ",
      quoteCharacter = '~',
      value = {"[ ]", "( )", "f( )", "a[ ]", "{\"a\":_ }"})
  void tooManyLevelsAreADiagnostic(String open, String close) {
    assertThat(
            parse(open.replace('_', ' '), close, 60_000).diagnostics().stream()
                .map(Diagnostic::message))
        .contains("max parsing recursion depth exceeded");
  }

  @Test
  void deepTreesAreWritten() throws AstJson.UnwritableTree {
    Body body = parse("[", "]", 10_000).tree();
    assertThat(body != null ? AstJson.of(body, AstJson.Places.OMITTED, "").length() : 0)
        .isGreaterThan(250_000);
  }
}
