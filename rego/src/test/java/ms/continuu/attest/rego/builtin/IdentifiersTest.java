package ms.continuu.attest.rego.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdentifiersTest {
  @Test
  void releaseComesAfterItsPreReleases() {
    assertThat(Call.of("semver.compare", "\"1.0.0\"", "\"v1.0.0-rc.1\"")).isEqualTo("1");
    assertThat(Call.of("semver.compare", "\"1.0.0-rc.10\"", "\"1.0.0-rc.9\"")).isEqualTo("1");
    assertThat(Call.of("semver.compare", "\"1.0\"", "\"1.0.0\""))
        .isEqualTo("! operand 1: string \"1.0\" is not a valid SemVer");
  }

  @Test
  void uuidTellsItsTimeAndNode() {
    assertThat(Call.of("uuid.parse", "\"00000000-0000-1000-8000-010203040506\""))
        .isEqualTo(
            "{\"clocksequence\": 0, \"macvariables\": \"global:multicast\", "
                + "\"nodeid\": \"01-02-03-04-05-06\", \"time\": 6227451273709551616, "
                + "\"variant\": \"RFC4122\", \"version\": 1}");
    assertThat(Call.of("uuid.parse", "\"no\"")).isEqualTo("undefined");
  }

  @Test
  void uuidIsTheSameForAnOperandWithinAQuery() {
    Call query = new Call();
    String first = query.with("uuid.rfc4122", "\"a\"");
    assertThat(first).matches("\"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-.{12}\"");
    assertThat(query.with("uuid.rfc4122", "\"a\"")).isEqualTo(first);
    assertThat(query.with("uuid.rfc4122", "\"b\"")).isNotEqualTo(first);
  }

  @Test
  void uriIsTakenApart() {
    assertThat(Call.of("uri.parse", "\"https://u@[fe80::1%25en0]:80/a%2fb?q#f\""))
        .isEqualTo(
            "{\"fragment\": \"f\", \"hostname\": \"fe80::1%en0\", \"path\": \"/a/b\", "
                + "\"port\": \"80\", \"raw_path\": \"/a%2fb\", \"raw_query\": \"q\", "
                + "\"scheme\": \"https\"}");
    assertThat(Call.of("uri.parse", "\"http://[::1\""))
        .isEqualTo("! parse \"http://[::1\": missing ']' in host");
    assertThat(Call.of("uri.is_valid", "\"\"")).isEqualTo("false");
  }

  @Test
  void secretsOfTheConfigurationAreNotTold() {
    assertThat(Call.of("opa.runtime"))
        .isEqualTo(
            "{\"config\": {\"keys\": {\"k\": {\"algorithm\": \"x\"}}, \"labels\": {\"a\": \"b\"}, "
                + "\"services\": {\"s\": {\"url\": \"u\"}}}, \"env\": {}}");
  }

  @Test
  void graphIsFollowed() {
    String graph = "{\"a\": [\"b\", \"x\"], \"b\": [\"a\"]}";
    assertThat(Call.of("graph.reachable", graph, "[\"a\"]")).isEqualTo("{\"a\", \"b\"}");
    assertThat(Call.of("graph.reachable_paths", graph, "[\"a\"]"))
        .isEqualTo("{[\"a\"], [\"a\", \"b\"]}");
  }
}
