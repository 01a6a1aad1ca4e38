package ms.continuu.attest.documents.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import org.junit.jupiter.api.Test;

class JsonDocumentsTest {

  @Test
  void linesOfJsonAreDocumentsWithPlaces() {
    Reading reading = read("{\"a\": 1}\n{\"é\": {\"b\": 2}}\n");
    assertThat(reading.diagnostics()).isEmpty();
    assertThat(reading.documents())
        .extracting(d -> d.value().toString())
        .containsExactly("{\"a\": 1}", "{\"é\": {\"b\": 2}}");
    var place =
        reading
            .documents()
            .get(1)
            .positions()
            .locate(List.of(StringValue.of("é"), StringValue.of("b")));
    assertThat(place.row() + ":" + place.column()).isEqualTo("2:8");
  }

  @Test
  void repeatedKeyIsRefusedWhereItStandsAgain() {
    assertThat(fault("{\"a\": 1,\n \"x\": {\"b\": [], \"b\": 2}}"))
        .isEqualTo("2:17 repeated key \"b\"");
  }

  @Test
  void unfinishedTextIsRefusedAtItsEnd() {
    assertThat(fault("{\"a\": [1,\n")).isEqualTo("2:1 unexpected EOF");
  }

  @Test
  void wrongTokenIsRefusedWhereItStands() {
    assertThat(fault("{\"ü\": nul}")).startsWith("1:10 invalid character '}'");
  }

  @Test
  void tooDeepIsRefused() {
    assertThat(fault("[".repeat(10_001))).startsWith("1:10001 ").contains("exceeded max depth");
  }

  private static String fault(String text) {
    List<Diagnostic> diagnostics = read(text).diagnostics();
    assertThat(diagnostics).hasSize(1);
    var place = diagnostics.getFirst().location();
    return place.row() + ":" + place.column() + " " + diagnostics.getFirst().message();
  }

  private static Reading read(String text) {
    return JsonDocuments.JSON.read(new SourceFile("x.json", text), DocumentLimits.DEFAULT);
  }
}
