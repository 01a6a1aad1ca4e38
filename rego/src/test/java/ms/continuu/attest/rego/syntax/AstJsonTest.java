package ms.continuu.attest.rego.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import ms.continuu.attest.value.SourceFile;
import org.junit.jupiter.api.Test;

final class AstJsonTest {

  private static Module module(String text) {
    return Objects.requireNonNull(
        Parser.module(new SourceFile("a.rego", text), ParseOptions.of(RegoVersion.V1)).tree());
  }

  @Test
  void aModuleIsWrittenAsOpaParseWritesIt() throws AstJson.UnwritableTree {
    assertThat(AstJson.of(module("package a\np := null"), AstJson.Places.OMITTED, ""))
        .isEqualTo(
            """
            {"package":{"path":[{"type":"var","value":"data"},{"type":"string","value":"a"}]},\
            "rules":[{"body":[{"generated":true,"index":0,"terms":{"type":"boolean","value":true}}],\
            "head":{"name":"p","value":{"type":"null","value":{}},"assign":true,\
            "ref":[{"type":"var","value":"p"}]}}]}\
            """);
  }

  @Test
  void placesHaveTheirTextInBase64() throws AstJson.UnwritableTree {
    assertThat(AstJson.of(module("package a # c"), AstJson.Places.INCLUDED, ""))
        .isEqualTo(
            """
            {"package":{"location":{"file":"a.rego","row":1,"col":1,"text":"cGFja2FnZQ=="},"path":[\
            {"location":{"file":"a.rego","row":1,"col":9,"text":"YQ=="},"type":"var","value":"data"},\
            {"location":{"file":"a.rego","row":1,"col":9,"text":"YQ=="},"type":"string","value":"a"}]},\
            "comments":[{"Text":"IGM=","Location":\
            {"file":"a.rego","row":1,"col":11,"text":"IyBj"}}]}\
            """);
  }

  @Test
  void aNumberThatJsonHasNotIsRefusedInGosWords() {
    Module module = module("package a\np := .5");
    assertThatThrownBy(() -> AstJson.of(module, AstJson.Places.OMITTED, ""))
        .hasMessageEndingWith(
            "type *ast.Term: json: error calling MarshalJSON for type ast.Number: json: invalid"
                + " number literal \".5\"");
  }

  @Test
  void aTreeShowsOneNodeALine() {
    assertThat(AstTree.of(module("package a\np contains \"%d\" if not x")))
        .isEqualTo(
            """
            module
             package
              ref
               data
               "a"
             rule
              head
               ref
                p
              body
               expr negated index=0
                x
            """);
  }
}
