package ms.continuu.attest.rego.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"http://u:p@h:1/a%20b/%2F?q#f%20g", "mailto:a@b", "//h/p", "?q", "file:/x", "*"})
  void whatIsWrittenAsUsualStays(String text) throws NameFault {
    assertThat(GoUrl.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({
    "'http://a b/', 'invalid character \" \" in host name'",
    "'http://h:x', 'invalid port \":x\" after host'",
    "'http://h/%zz', 'invalid URL escape \"%zz\"'",
    "'1:2', 'first path segment in URL cannot contain colon'",
    "':x', 'missing protocol scheme'",
  })
  void whatIsNoUrlIsRefusedAsGoDoes(String text, String reason) {
    assertThatThrownBy(() -> GoUrl.parse(text)).hasMessage("parse \"" + text + "\": " + reason);
  }

  @Test
  void aPasswordDoesNotShow() throws NameFault {
    assertThat(GoUrl.parse("http://u:p@h/").withoutPassword()).isEqualTo("http://u:***@h/");
  }
}
