package ms.continuu.attest.rego.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RenderingTest {
  @Test
  void fieldsRangesAndBranchesAreRendered() {
    assertThat(
            Call.of(
                "strings.render_template",
                "\"{{range $i, $x := .l}}{{if $i}},{{end}}{{$x}}{{else}}none{{end}}\"",
                "{\"l\": [1, \"b\"]}"))
        .isEqualTo("\"1,b\"");
    assertThat(
            Call.of(
                "strings.render_template",
                "\"{{with .a}}{{.b | printf \\\"%q\\\"}}{{end}}{{.missing}}\"",
                "{\"a\": {\"b\": \"c\"}}"))
        .isEqualTo("\"\\\"c\\\"<undefined>\"");
  }

  @Test
  void faultsOfParsingTellTheLine() {
    assertThat(Call.of("strings.render_template", "\"a\\n{{foo}}\"", "{}"))
        .isEqualTo("! template: template:2: function \"foo\" not defined");
    assertThat(Call.of("strings.render_template", "\"{{if .a}}\"", "{}"))
        .isEqualTo("! template: template:1: unexpected EOF");
    assertThat(Call.of("strings.render_template", "\"{{.a\"", "{}"))
        .isEqualTo("! template: template:1: unclosed action");
  }

  @Test
  void faultsOfRenderingTellTheNode() {
    assertThat(Call.of("strings.render_template", "\"{{.a.b}}\"", "{\"a\": 1}"))
        .isEqualTo(
            "! template: template:1:4: executing \"template\" at <.a.b>: can't evaluate field b in"
                + " type interface {}");
    assertThat(Call.of("strings.render_template", "\"{{index .l 5}}\"", "{\"l\": [1]}"))
        .isEqualTo(
            "! template: template:1:2: executing \"template\" at <index .l 5>: error calling index:"
                + " index out of range: 5");
    assertThat(Call.of("strings.render_template", "\"{{eq .a 1}}\"", "{\"a\": 1}"))
        .isEqualTo(
            "! template: template:1:2: executing \"template\" at <eq .a 1>: error calling eq:"
                + " incompatible types for comparison: json.Number and int");
    assertThat(Call.of("strings.render_template", "\"{{template \\\"x\\\"}}\"", "{}"))
        .isEqualTo(
            "! template: template:1:11: executing \"template\" at <{{template \"x\"}}>: template"
                + " \"x\" not defined");
  }

  @Test
  void definitionsCallEachOther() {
    assertThat(
            Call.of(
                "strings.render_template",
                "\"{{define \\\"t\\\"}}<{{.}}>{{end}}{{template \\\"t\\\" .a}}\"",
                "{\"a\": \"x\"}"))
        .isEqualTo("\"<x>\"");
  }
}
