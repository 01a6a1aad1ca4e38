package ms.continuu.attest.rego.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonSchemasTest {
  @Test
  void findingTellsPlaceAndReason() {
    assertThat(
            Call.of(
                "json.match_schema",
                "{\"a\": {\"b\": \"x\"}}",
                "{\"properties\": {\"a\": {\"properties\": {\"b\": {\"type\": \"integer\"}}}}}"))
        .isEqualTo(
            "[false, [{\"desc\": \"Invalid type. Expected: integer, given: string\", "
                + "\"error\": \"a.b: Invalid type. Expected: integer, given: string\", "
                + "\"field\": \"a.b\", \"type\": \"invalid_type\"}]]");
  }

  @Test
  void ofAlternativesTheNearestIsTold() {
    assertThat(
            Call.of(
                "json.match_schema",
                "\"5\"",
                "{\"anyOf\": [{\"type\": \"string\"}, {\"type\": \"number\", \"minimum\": 1e6}]}"))
        .contains("(Root): Must validate at least one schema (anyOf)")
        .contains("Must be greater than or equal to 1e+06");
  }

  @Test
  void exclusiveBoundIsAFlagInDraft4() {
    String schema = "\"minimum\": 3, \"exclusiveMinimum\": true";
    String draft = "\"$schema\": \"http://json-schema.org/draft-0%s/schema#\", ";
    assertThat(Call.of("json.verify_schema", "{" + draft.formatted("4") + schema + "}"))
        .isEqualTo("[true, null]");
    assertThat(Call.of("json.verify_schema", "{" + draft.formatted("7") + schema + "}"))
        .isEqualTo(
            "[false, \"jsonschema: Invalid type. Expected: number, given: exclusiveMinimum\"]");
  }

  @Test
  void schemaOfSchemasIsKnown() {
    String ref = "{\"$ref\": \"http://json-schema.org/draft-07/schema#\"}";
    assertThat(Call.of("json.match_schema", "{\"minimum\": 3}", ref)).isEqualTo("[true, []]");
    assertThat(Call.of("json.match_schema", "{\"minimum\": []}", ref))
        .contains("minimum: Invalid type. Expected: number, given: array");
  }

  @Test
  void formatIsChecked() {
    assertThat(Call.of("json.match_schema", "\"\\\"a@\\\"\"", "{\"format\": \"email\"}"))
        .contains("Does not match format 'email'");
    assertThat(Call.of("json.match_schema", "\"\\\"A <a@b>\\\"\"", "{\"format\": \"email\"}"))
        .isEqualTo("[true, []]");
  }

  @Test
  void textMustBeJson() {
    assertThat(Call.of("json.match_schema", "\"{\"", "{}")).isEqualTo("! invalid JSON string");
    assertThat(Call.of("json.verify_schema", "1"))
        .isEqualTo("[false, \"jsonschema: wrong type, expected string or object\"]");
  }
}
