package ms.continuu.attest.documents.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.documents.dockerfile.Dockerfile;
import ms.continuu.attest.documents.json.JsonDocuments;
import ms.continuu.attest.documents.toml.Toml;
import ms.continuu.attest.documents.yaml.Yaml;
import org.junit.jupiter.api.Test;

class FileDocumentsTest {

  @Test
  void nameTellsTheFormat() {
    assertThat(FileDocuments.formatOf("a/b.YML")).isSameAs(Yaml.KUBERNETES);
    assertThat(FileDocuments.formatOf("plan.ndjson")).isSameAs(JsonDocuments.JSON);
    assertThat(FileDocuments.formatOf("Cargo.toml")).isSameAs(Toml.TOML);
    assertThat(FileDocuments.formatOf("README.md")).isNull();
    assertThat(FileDocuments.formatOf("json")).isNull();
  }

  @Test
  void dockerfilesHaveManyNames() {
    for (String name :
        List.of("Dockerfile", "a/Dockerfile.prod", "web.dockerfile", "Containerfile")) {
      assertThat(FileDocuments.formatOf(name)).isSameAs(Dockerfile.DOCKERFILE);
    }
    for (String name : List.of("Dockerfile.dockerignore", "Dockerfile.md", "dockerfiles")) {
      assertThat(FileDocuments.formatOf(name)).isNull();
    }
  }

  @Test
  void contentTellsTheFormatOfTheStandardInput() {
    assertThat(FileDocuments.formatOfText("\n [1]".getBytes(StandardCharsets.UTF_8)))
        .isSameAs(JsonDocuments.JSON);
    assertThat(FileDocuments.formatOfText("# x\n\nFROM a:1\n".getBytes(StandardCharsets.UTF_8)))
        .isSameAs(Dockerfile.DOCKERFILE);
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
