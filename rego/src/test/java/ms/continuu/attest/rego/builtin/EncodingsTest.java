package ms.continuu.attest.rego.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EncodingsTest {
  @Test
  void base64FaultsTellTheByteThatGoTells() {
    assertThat(Call.of("base64.decode", "\"aGk\""))
        .isEqualTo("! illegal base64 data at input byte 0");
    assertThat(Call.of("base64.decode", "\"aG=k\""))
        .isEqualTo("! illegal base64 data at input byte 2");
    assertThat(Call.of("base64.decode", "\"a\\nGk=\"")).isEqualTo("\"hi\"");
    assertThat(Call.of("base64url.decode", "\"aGk\"")).isEqualTo("\"hi\"");
    assertThat(Call.of("base64url.decode", "\"a\"")).isEqualTo("! illegal base64url string: a");
  }

  @Test
  void hexFaultsShowTheByte() {
    assertThat(Call.of("hex.decode", "\"6x\""))
        .isEqualTo("! encoding/hex: invalid byte: U+0078 'x'");
    assertThat(Call.of("hex.decode", "\"6\"")).isEqualTo("! encoding/hex: odd length hex string");
    assertThat(Call.of("hex.decode", "\"6869\"")).isEqualTo("\"hi\"");
  }

  @Test
  void bytesThatAreNoUtf8ComeBackAsTheyWere() {
    assertThat(Call.of("base64.decode", "\"/w==\"")).isEqualTo("\"\\xff\"");
  }

  @Test
  void queriesAreEscapedAsInGo() {
    assertThat(Call.of("urlquery.encode", "\"a b&é~*\"")).isEqualTo("\"a+b%26%C3%A9~%2A\"");
    assertThat(Call.of("urlquery.decode", "\"a+b%zz\"")).isEqualTo("! invalid URL escape \"%zz\"");
    assertThat(Call.of("urlquery.decode_object", "\"a=1&b=2&a=3\""))
        .isEqualTo("{\"a\": [\"1\", \"3\"], \"b\": [\"2\"]}");
    assertThat(Call.of("urlquery.decode_object", "\"a;b\""))
        .isEqualTo("! invalid semicolon separator in query");
    assertThat(Call.of("urlquery.encode_object", "{\"b\": [\"1\", \"2\"], \"a\": \"x y\"}"))
        .isEqualTo("\"a=x+y&b=1&b=2\"");
    assertThat(Call.of("urlquery.encode_object", "{\"a\": 1}"))
        .isEqualTo("! operand 1 values must be string, array[string], or set[string]");
  }

  @Test
  void unitsMultiplyExactly() {
    assertThat(Call.of("units.parse", "\"1.5Ki\"")).isEqualTo("1536");
    assertThat(Call.of("units.parse", "\"100m\"")).isEqualTo("0.1000000000");
    assertThat(Call.of("units.parse", "\"1 K\""))
        .isEqualTo("! units.parse: spaces not allowed in resource strings");
    assertThat(Call.of("units.parse", "\"1q\"")).isEqualTo("! units.parse: unit q not recognized");
    assertThat(Call.of("units.parse_bytes", "\"10MiB\"")).isEqualTo("10485760");
    assertThat(Call.of("units.parse_bytes", "\"x\""))
        .isEqualTo("! units.parse_bytes: no byte amount provided");
    assertThat(Call.of("units.parse_bytes", "\"1e1234567\""))
        .isEqualTo("! units.parse_bytes: exponent too large");
  }
}
