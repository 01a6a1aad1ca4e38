package ms.continuu.attest.operations.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.files.Language;
import ms.continuu.attest.rego.syntax.RegoVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleRoundTripTest {
  private final BundleReader reader = new BundleReader(Language.of(RegoVersion.V1));

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadAgainAndTheSameBundleGivesTheSameBytes() throws Exception {
    write("x/data.json", "{\"y\": 1}");
    write("x/" + "long".repeat(30) + "/p.rego", "package x.p\n\na := 1\n");
    write(".manifest", "{\"roots\": [\"x\"], \"revision\": \"r\"}");
    Bundle bundle = reader.read(folder.toString());
    byte[] archive = BundleWriter.write(bundle, false);
    assertThat(BundleWriter.write(bundle, false)).isEqualTo(archive);
    Bundle again = reader.readArchive(archive);
    assertThat(again.data()).isEqualTo(bundle.data());
    assertThat(again.manifest()).isEqualTo(bundle.manifest());
    assertThat(again.modules()).hasSize(1);
    assertThat(again.modules().getFirst().path()).endsWith("/p.rego");
  }

  @Test
  void dataOutsideTheRootsIsRefused() throws IOException {
    write("data.json", "{\"z\": 1}");
    write(".manifest", "{\"roots\": [\"x\"]}");
    assertThatThrownBy(() -> reader.read(folder.toString()))
        .isInstanceOfSatisfying(
            Failure.class,
            failure ->
                assertThat(failure.text())
                    .endsWith(
                        "manifest roots [x] do not permit data at path '/z' (hint: check bundle"
                            + " directory structure)"));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.writeString(file, text);
  }
}
