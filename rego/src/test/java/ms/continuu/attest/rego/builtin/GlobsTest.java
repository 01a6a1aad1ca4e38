package ms.continuu.attest.rego.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GlobsTest {
  @Test
  void starStopsAtSeparators() {
    assertThat(Call.of("glob.match", "\"*.github.com\"", "[\".\"]", "\"api.github.com\""))
        .isEqualTo("true");
    assertThat(Call.of("glob.match", "\"*.github.com\"", "[\".\"]", "\"a.b.github.com\""))
        .isEqualTo("false");
    assertThat(Call.of("glob.match", "\"**.github.com\"", "[\".\"]", "\"a.b.github.com\""))
        .isEqualTo("true");
  }

  @Test
  void noSeparatorsAreDotsAndNullIsNone() {
    assertThat(Call.of("glob.match", "\"*\"", "[]", "\"a.b\"")).isEqualTo("false");
    assertThat(Call.of("glob.match", "\"*\"", "null", "\"a.b\"")).isEqualTo("true");
  }

  @Test
  void alternativesMayNestAndBeEmpty() {
    assertThat(Call.of("glob.match", "\"{a,b{c,d*}}e\"", "[]", "\"bdxe\"")).isEqualTo("true");
    assertThat(Call.of("glob.match", "\"a{,b}\"", "[]", "\"a\"")).isEqualTo("true");
  }

  @Test
  void classesMayBeNegated() {
    assertThat(Call.of("glob.match", "\"[!a-c]x\"", "[]", "\"dx\"")).isEqualTo("true");
    assertThat(Call.of("glob.match", "\"[abc]\"", "[]", "\"d\"")).isEqualTo("false");
  }

  @Test
  void faultsTellTheOffset() {
    assertThat(Call.of("glob.match", "\"[z-a]\"", "[]", "\"\""))
        .isEqualTo("! glob: syntax error at 5: range hi character is less than lo");
    assertThat(Call.of("glob.match", "\"a{b\"", "[]", "\"\""))
        .isEqualTo("! glob: syntax error at 3: unclosed `{`");
    assertThat(Call.of("glob.match", "\"é\\\\\"", "[]", "\"\""))
        .isEqualTo("! glob: syntax error at 3: trailing backslash");
    assertThat(Call.of("glob.match", "\"[]\"", "[]", "\"\""))
        .isEqualTo("! glob: syntax error at 2: could not parse range");
  }

  @Test
  void quoteMetaEscapesWhatIsSpecial() {
    assertThat(Call.of("glob.quote_meta", "\"a*{b}?[c]\\\\\""))
        .isEqualTo("\"a\\\\*\\\\{b\\\\}\\\\?\\\\[c\\\\]\\\\\\\\\"");
  }
}
