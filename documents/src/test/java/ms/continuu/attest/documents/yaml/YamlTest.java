package ms.continuu.attest.documents.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import ms.continuu.attest.documents.Document;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yes | \"yes\"",
        "True | true",
        "~ | null",
        "0o17 | 15",
        "0777 | 511",
        "0x1F | 31",
        "1_000 | 1000",
        "1.50 | 1.5",
        "1e3 | 1000",
        "1e400 | \"1e400\"",
        "12:30 | \"12:30\"",
        "2001-01-01 | \"2001-01-01\"",
        "!!str 1 | \"1\"",
        "!!binary aGk= | \"hi\"",
        "18446744073709551616 | 18446744073709552000",
        "{1: x, true: y} | {\"1\": \"x\", \"true\": \"y\"}"
      })
  void scalarsMeanWhatTheyMeanToOpa(String text, String value) {
    assertThat(one(Yaml.OPA, text).toString()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"yes, true", "Off, false", "n, false", "0777, 511"})
  void scalarsMeanWhatTheyMeanToKubernetes(String text, String value) {
    assertThat(one(Yaml.KUBERNETES, text).toString()).isEqualTo(value);
  }

  @Test
  void mergeKeyGivesDefaults() {
    assertThat(one(Yaml.OPA, "x: &x {a: 1, b: 2}\ny:\n  b: 3\n  <<: *x").toString())
        .isEqualTo("{\"x\": {\"a\": 1, \"b\": 2}, \"y\": {\"a\": 1, \"b\": 3}}");
  }

  @Test
  void everyDocumentOfAStreamIsRead() {
    Reading reading = read(Yaml.OPA, "a: 1\n---\nb: 2\n---\n");
    assertThat(reading.documents())
        .extracting(d -> d.value().toString())
        .containsExactly("{\"a\": 1}", "{\"b\": 2}", "null");
  }

  @Test
  void memberIsFoundAtItsKey() {
    String text = "kind: Pod\nspec:\n  containers:\n    - name: a\n      image: b # pinned\n";
    assertThat(locate(text, "spec", "containers", 0, "image")).isEqualTo("5:7 image");
    assertThat(locate(text, "spec", "containers", 0)).isEqualTo("4:7");
    assertThat(locate(text, "spec", "nothing")).isEqualTo("2:1 spec");
  }

  @Test
  void placesCountCodePoints() {
    assertThat(locate("{é😀: {b: 1}}", "é😀", "b")).isEqualTo("1:7 b");
  }

  @Test
  void repeatedKeyIsRefusedInManifestsOnly() {
    assertThat(one(Yaml.OPA, "a: 1\na: 2").toString()).isEqualTo("{\"a\": 2}");
    assertThat(fault(Yaml.KUBERNETES, "a: 1\na: 2"))
        .isEqualTo("2:1 key `a` is repeated; remove one of the two");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: b: c | yaml: mapping values are not allowed in this context",
        "a: *x | yaml: unknown anchor 'x' referenced",
        "&a [*a] | yaml: anchor 'a' value contains itself",
        "a: @x | yaml: found character that cannot start any token",
        "!!int x | yaml: cannot decode !!str `x` as a !!int",
        "[ | yaml: line 1: did not find expected node content"
      })
  void faultsReadAsOpaWritesThem(String text, String message) {
    assertThat(read(Yaml.OPA, text).diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly(message);
  }

  @Test
  void documentsBeforeAFaultAreKept() {
    Reading reading = read(Yaml.OPA, "a: 1\n---\nb: [");
    assertThat(reading.documents()).hasSize(1);
    assertThat(reading.diagnostics()).hasSize(1);
  }

  @Test
  void aliasBombIsRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String alias = "*a" + (i - 1);
      bomb.append(
          "a%d: &a%d [%s]\n"
              .formatted(i, i, String.join(", ", java.util.Collections.nCopies(10, alias))));
    }
    assertThat(fault(Yaml.KUBERNETES, bomb.toString()))
        .endsWith("yaml: document contains excessive aliasing");
  }

  @Test
  void deepNestingIsRefused() {
    assertThat(fault(Yaml.OPA, "[".repeat(10_000))).endsWith("nested deeper than 1000 levels");
  }

  @Test
  void writesAsGoYamlDoes() {
    Value value =
        one(
            Yaml.OPA,
            "{b: ['yes', \"x\\ny\\n\", [], {}], a10: '', a2: '1e3', c: [[1], {d: ~}], 'on':"
                + " 1000000.5}");
    assertThat(Yaml.write(value))
        .isEqualTo(
            """
            a2: "1e3"
            a10: ""
            b:
              - "yes"
              - |
                x
                y
              - []
              - {}
            c:
              - - 1
              - d: null
            "on": 1.0000005e+06
            """);
  }

  private static Reading read(Yaml format, String text) {
    return format.read(new SourceFile("f.yaml", text), DocumentLimits.DEFAULT);
  }

  private static Value one(Yaml format, String text) {
    Reading reading = read(format, text);
    assertThat(reading.diagnostics()).isEmpty();
    return reading.documents().getFirst().value();
  }

  private static String fault(Yaml format, String text) {
    Diagnostic fault = read(format, text).diagnostics().getFirst();
    Location place = java.util.Objects.requireNonNull(fault.location());
    return place.row() + ":" + place.column() + " " + fault.message();
  }

  private static String locate(String text, Object... path) {
    List<Value> steps =
        Stream.of(path)
            .<Value>map(
                s -> s instanceof Integer i ? NumberValue.of(i) : StringValue.of((String) s))
            .toList();
    Document document = read(Yaml.OPA, text).documents().getFirst();
    Location place = document.positions().locate(steps);
    return (place.row() + ":" + place.column() + " " + place.text().lines().findFirst().orElse(""))
        .strip();
  }
}
