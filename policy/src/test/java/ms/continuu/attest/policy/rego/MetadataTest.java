package ms.continuu.attest.policy.rego;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import ms.continuu.attest.rego.syntax.Annotations;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.ParseOptions;
import ms.continuu.attest.rego.syntax.Parsed;
import ms.continuu.attest.rego.syntax.Parser;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `# METADATA` blocks need YAML, which is here and not in the language's module.
final class MetadataTest {

  private static Parsed<Module> parse(String text) {
    return Parser.module(new SourceFile("a.rego", text), ParseOptions.of(RegoVersion.V1));
  }

  private static List<Rule> rules(String text) {
    return Objects.requireNonNull(parse(text).tree()).rules();
  }

  @Test
  void aRuleHasTheAnnotationsAboveItAndItsDocuments() {
    List<Rule> rules =
        rules(
            """
            package a
            # METADATA
            # scope: document
            # title: document

            # METADATA
            # title: first
            p := 1 if input.x

            # METADATA
            # title: second
            p := 2 if input.y
            """);
    assertThat(rules.get(0).annotations())
        .extracting(Annotations::title)
        .containsExactly("document", "first");
    assertThat(rules.get(1).annotations())
        .extracting(Annotations::title)
        .containsExactly("document", "second");
    assertThat(rules.get(1).annotations().getLast().scope()).isEqualTo("rule");
  }

  @Test
  void fieldsHaveTheirTypes() {
    Annotations annotations =
        rules(
                """
                package a
                # METADATA
                # title: 1.50
                # entrypoint: yes
                # authors:
                # - Jane Doe <jane@example.com>
                # related_resources:
                # - HTTPS://example.com/a b
                # schemas:
                # - input: schema.input
                # custom:
                #   reviewed: 2020-01-01
                p := 1
                """)
            .getFirst()
            .annotations()
            .getFirst();
    assertThat(annotations.title()).isEqualTo("1.50");
    assertThat(annotations.scope()).isEqualTo("document");
    assertThat(annotations.authors())
        .containsExactly(new Annotations.Author("Jane Doe", "jane@example.com"));
    assertThat(annotations.relatedResources().getFirst().ref())
        .isEqualTo("https://example.com/a%20b");
    assertThat(annotations.custom()).hasToString("{\"reviewed\": \"2020-01-01T00:00:00Z\"}");
    assertThat(annotations.location().text()).startsWith("# METADATA").endsWith("2020-01-01");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "title: [a] => 3: yaml: unmarshal errors:~  line 1: cannot unmarshal !!seq into string",
        "title: a~# title: b => 4: yaml: unmarshal errors:~  line 2: mapping key \"title\" already"
            + " defined at line 1",
        "title: x: y => 3: yaml: mapping values are not allowed in this context",
        "scope: bad => 2: invalid annotation scope 'bad'. Use one of 'rule', 'document', 'package',"
            + " or 'subpackages'",
        "scope: package => 2: annotation scope 'package' must be applied to package (have rule)",
        "authors: [1] => 2: invalid author definition %!s(int=1): invalid value type, must be"
            + " string or map",
        "schemas: [input: foo] => 2: invalid schema reference",
        "schemas: ['a[': schema] => 2: invalid document reference",
        "title:x => 3: yaml: unmarshal errors:~  line 1: cannot unmarshal !!str `title:x` into"
            + " ast.rawAnnotation~  Hint: on line 3, symbol(s) ['x'] immediately following a"
            + " key/value separator ':' is not a legal yaml space character",
      })
  void faultsAreToldInOpasWords(String yaml, String fault) {
    Diagnostic diagnostic =
        parse("package a\n# METADATA\n# " + yaml.replace('~', '\n') + "\np := 1")
            .diagnostics()
            .getFirst();
    assertThat(Objects.requireNonNull(diagnostic.location()).row() + ": " + diagnostic.message())
        .isEqualTo(fault.replace('~', '\n'));
  }
}
