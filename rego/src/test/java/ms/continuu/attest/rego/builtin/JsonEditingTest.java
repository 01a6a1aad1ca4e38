package ms.continuu.attest.rego.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonEditingTest {
  @Test
  void filterKeepsWhatPathsLeadTo() {
    assertThat(
            Call.of(
                "json.filter",
                "{\"a\": {\"b\": 1, \"c\": 2}, \"d\": [1, 2]}",
                "[\"a/b\", [\"d\", \"1\"]]"))
        .isEqualTo("{\"a\": {\"b\": 1}, \"d\": [2]}");
  }

  @Test
  void removeClosesGapsOfArrays() {
    assertThat(
            Call.of(
                "json.remove",
                "{\"a\": [1, 2, 3], \"b\": {\"c~/d\": 1}}",
                "[\"/a/1\", \"b/c~0~1d\"]"))
        .isEqualTo("{\"a\": [1, 3], \"b\": {}}");
  }

  @Test
  void patchAppliesOneOperationAfterAnother() {
    assertThat(
            Call.of(
                "json.patch",
                "{\"a\": [1]}",
                "[{\"op\": \"add\", \"path\": \"/a/-\", \"value\": 2}, {\"op\": \"copy\", \"from\":"
                    + " \"/a\", \"path\": \"/b\"}, {\"op\": \"move\", \"from\": \"/a/0\", \"path\":"
                    + " \"/c\"}]"))
        .isEqualTo("{\"a\": [2], \"b\": [1, 2], \"c\": 1}");
  }

  @Test
  void stepIntoAMovedItemTakesTheOriginalAtItsIndex() {
    assertThat(
            Call.of(
                "json.patch",
                "[1, 2]",
                "[{\"op\": \"add\", \"path\": \"/0\", \"value\": 0}, {\"op\": \"test\", \"path\":"
                    + " \"/1\", \"value\": 2}]"))
        .isEqualTo("[0, 2, 2]");
  }

  @Test
  void patchFaultsShowOriginals() {
    assertThat(Call.of("json.patch", "{\"a\": 1}", "[{\"op\": \"remove\", \"path\": \"/b\"}]"))
        .isEqualTo("! cannot delete child key \"b\" that does not exist");
    assertThat(
            Call.of(
                "json.patch",
                "{\"a\": 1}",
                "[{\"op\": \"add\", \"path\": \"/a/b\", \"value\": 2}]"))
        .isEqualTo("! expected composite type, found value: 1 (type: ast.Number)");
    assertThat(Call.of("json.patch", "[]", "[{\"op\": \"add\", \"path\": \"/01\", \"value\": 2}]"))
        .isEqualTo("! leading zeros are not allowed in JSON paths");
    assertThat(Call.of("json.patch", "{}", "[{\"op\": \"x\", \"path\": \"/a\"}]"))
        .isEqualTo("! unrecognized op: 'x'");
  }

  @Test
  void layoutIsChosenByOptions() {
    assertThat(
            Call.of(
                "json.marshal_with_options",
                "{\"a\": [1, {}]}",
                "{\"indent\": \" \", \"prefix\": \">\"}"))
        .isEqualTo("\">{\\n> \\\"a\\\": [\\n>  1,\\n>  {}\\n> ]\\n>}\"");
    assertThat(Call.of("json.marshal_with_options", "{}", "{\"x\": 1}"))
        .isEqualTo("! operand 2 object contained unknown key \"x\"");
  }
}
