package ms.continuu.attest.rego.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StringsTest {
  @Test
  void emptyStringIsReplacedBeforeEachByteAndAtTheEnd() {
    assertThat(Call.of("replace", "\"ab\"", "\"\"", "\"-\"")).isEqualTo("\"-a-b-\"");
  }

  @Test
  void ofSeveralReplacementsTheFirstKeyInOrderThatFitsWins() {
    assertThat(
            Call.of("strings.replace_n", "{\"a\": \"1\", \"ab\": \"2\", \"b\": \"3\"}", "\"abba\""))
        .isEqualTo("\"1331\"");
  }

  @Test
  void offsetsCountCharacters() {
    assertThat(Call.of("indexof", "\"日本語\"", "\"語\"")).isEqualTo("2");
    assertThat(Call.of("substring", "\"日本語\"", "1", "1")).isEqualTo("\"本\"");
    assertThat(Call.of("indexof_n", "\"ababa\"", "\"aba\"")).isEqualTo("[0, 2]");
  }

  @Test
  void casesChangeCharacterByCharacter() {
    assertThat(Call.of("upper", "\"ßıǆ\"")).isEqualTo("\"ßIǄ\"");
    assertThat(Call.of("lower", "\"İΣ\"")).isEqualTo("\"iσ\"");
  }

  @Test
  void trimTakesASetOfCharactersAndTrimPrefixAString() {
    assertThat(Call.of("trim", "\"xyhixy\"", "\"yx\"")).isEqualTo("\"hi\"");
    assertThat(Call.of("trim_prefix", "\"xyxyhi\"", "\"xy\"")).isEqualTo("\"xyhi\"");
    assertThat(Call.of("trim_space", "\"\u2003hi\u00a0\"")).isEqualTo("\"hi\"");
  }

  @Test
  void splitWithLimitTakesFromTheFrontOrFromTheBack() {
    assertThat(Call.of("strings.split_n", "\"a,b,c\"", "\",\"", "2")).isEqualTo("[\"a\", \"b\"]");
    assertThat(Call.of("strings.split_n", "\"a,b,c\"", "\",\"", "-2")).isEqualTo("[\"b\", \"c\"]");
  }

  @Test
  void wrongElementsAreToldWithTheirType() {
    assertThat(Call.of("concat", "\",\"", "[\"a\", 1]"))
        .isEqualTo("! operand 2 must be array of strings but got array containing number");
    assertThat(Call.of("strings.any_prefix_match", "1", "\"a\""))
        .isEqualTo("! operand 1 must be one of {string, set, array} but got number");
    assertThat(Call.of("indexof", "\"a\"", "\"\"")).isEqualTo("! empty search character");
    assertThat(Call.of("substring", "\"a\"", "-1", "1")).isEqualTo("! negative offset");
  }
}
