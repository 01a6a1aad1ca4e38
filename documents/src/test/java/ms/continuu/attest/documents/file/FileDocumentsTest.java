package ms.continuu.attest.documents.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.documents.json.JsonDocuments;
import ms.continuu.attest.documents.yaml.Yaml;
import org.junit.jupiter.api.Test;

class FileDocumentsTest {

  @Test
  void nameTellsTheFormat() {
    assertThat(FileDocuments.formatOf("a/b.YML")).isSameAs(Yaml.KUBERNETES);
    assertThat(FileDocuments.formatOf("plan.ndjson")).isSameAs(JsonDocuments.JSON);
    assertThat(FileDocuments.formatOf("README.md")).isNull();
    assertThat(FileDocuments.formatOf("json")).isNull();
  }

  @Test
  void contentTellsTheFormatOfTheStandardInput() {
    assertThat(FileDocuments.formatOfText("\n [1]".getBytes(StandardCharsets.UTF_8)))
        .isSameAs(JsonDocuments.JSON);
    assertThat(FileDocuments.formatOfText("a: [1]".getBytes(StandardCharsets.UTF_8)))
        .isSameAs(Yaml.KUBERNETES);
  }

  @Test
  void byteOrderMarksAreRefused() {
    assertThat(fault(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a'}))
        .isEqualTo("1:1 file begins with a byte order mark (UTF-8)");
    assertThat(fault(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0}))
        .isEqualTo("1:1 file begins with a byte order mark (UTF-16)");
  }

  @Test
  void nulBytesAreRefusedWhereTheyStand() {
    assertThat(fault(new byte[] {'a', ':', '\n', 'b', 0})).isEqualTo("2:2 file has a NUL byte");
  }

  @Test
  void invalidUtf8IsRefusedWhereItStands() {
    assertThat(fault(new byte[] {'a', ':', ' ', (byte) 0xC3, '\n'}))
        .isEqualTo("1:4 file is not UTF-8");
  }

  @Test
  void tooLargeIsRefused() {
    DocumentLimits small = new DocumentLimits(10, 10, 10, 10);
    assertThat(FileDocuments.read("x.yaml", new byte[11], Yaml.KUBERNETES, small).diagnostics())
        .singleElement()
        .extracting(d -> d.message())
        .isEqualTo("file is larger than 0 MiB, the limit of yaml");
  }

  private static String fault(byte[] bytes) {
    Reading reading = FileDocuments.read("x.yaml", bytes, Yaml.KUBERNETES, DocumentLimits.DEFAULT);
    assertThat(reading.diagnostics()).hasSize(1);
    var place = reading.diagnostics().getFirst().location();
    return place.row() + ":" + place.column() + " " + reading.diagnostics().getFirst().message();
  }
}
