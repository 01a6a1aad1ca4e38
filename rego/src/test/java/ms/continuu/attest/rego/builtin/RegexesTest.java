package ms.continuu.attest.rego.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegexesTest {
  @Test
  void faultsAreToldInGosWords() {
    assertThat(Call.of("regex.match", "\"a(b\"", "\"\""))
        .isEqualTo("! error parsing regexp: missing closing ): `a(b`");
    assertThat(Call.of("regex.match", "\"a**\"", "\"\""))
        .isEqualTo("! error parsing regexp: invalid nested repetition operator: `**`");
    assertThat(Call.of("regex.match", "\"[z-a]\"", "\"\""))
        .isEqualTo("! error parsing regexp: invalid character class range: `z-a`");
    assertThat(Call.of("regex.match", "\"\\\\p{Old_Italic}\"", "\"\""))
        .isEqualTo("! error parsing regexp: invalid character class range: `\\p{Old_Italic}`");
    assertThat(Call.of("regex.match", "\"x{1001}\"", "\"\""))
        .isEqualTo("! error parsing regexp: invalid repeat count: `{1001}`");
    assertThat(Call.of("regex.match", "\"(?<n\"", "\"\""))
        .isEqualTo("! error parsing regexp: invalid named capture: `(?<n`");
  }

  @Test
  void emptyMatchDirectlyBehindAnotherDoesNotCount() {
    assertThat(Call.of("regex.find_n", "\"a*\"", "\"baac\"", "-1"))
        .isEqualTo("[\"\", \"aa\", \"\"]");
    assertThat(Call.of("regex.split", "\"b*\"", "\"abc\"")).isEqualTo("[\"a\", \"c\"]");
    assertThat(Call.of("regex.find_n", "\"(|a)*\"", "\"aa\"", "-1"))
        .isEqualTo("[\"\", \"\", \"\"]");
  }

  @Test
  void replacementNamesGroups() {
    assertThat(
            Call.of(
                "regex.replace",
                "\"john smith\"",
                "\"(?P<first>\\\\w+) (\\\\w+)\"",
                "\"$2 ${first} $$ $9x\""))
        .isEqualTo("\"smith john $ \"");
  }

  @Test
  void caseIsFoldedAsInUnicode() {
    assertThat(Call.of("regex.find_n", "\"(?i)[k]+\"", "\"kK\u212a\"", "-1"))
        .isEqualTo("[\"kK\u212a\"]");
    assertThat(Call.of("regex.match", "\"(?i)^ſ$\"", "\"S\"")).isEqualTo("true");
  }

  @Test
  void templateTakesExpressionsBetweenDelimiters() {
    assertThat(
            Call.of(
                "regex.template_match", "\"urn:{[a-z]+}.x\"", "\"urn:abc.x\"", "\"{\"", "\"}\""))
        .isEqualTo("true");
    assertThat(Call.of("regex.template_match", "\"{a\"", "\"a\"", "\"{\"", "\"}\""))
        .isEqualTo("! unbalanced braces in \"{a\"");
    assertThat(Call.of("regex.template_match", "\"a\"", "\"a\"", "\"ab\"", "\"}\""))
        .isEqualTo("! start delimiter has to be exactly one character long but is 2 long");
  }

  @Test
  void globsMeetWhenATextMatchesBoth() {
    assertThat(Call.of("regex.globs_match", "\"a.*c\"", "\"ab+c\"")).isEqualTo("true");
    assertThat(Call.of("regex.globs_match", "\"a[0-9]\"", "\"ab\"")).isEqualTo("false");
    assertThat(Call.of("regex.globs_match", "\"a[\"", "\"b\""))
        .isEqualTo("! input:a[, pos:2, found [ without matching ]: the input provided is invalid");
  }
}
