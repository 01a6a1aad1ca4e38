package ms.continuu.attest.operations.opa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.opa.FormatFiles.FileFailure;
import ms.continuu.attest.operations.opa.FormatFiles.Output;
import ms.continuu.attest.operations.opa.FormatFiles.Request;
import ms.continuu.attest.rego.syntax.RegoVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatFilesTest {
  private static final Request V1 = Request.of(RegoVersion.V1, RegoVersion.V1, null);

  @TempDir private Path folder;
  private final StringBuilder out = new StringBuilder();

  @BeforeEach
  void writeFiles() throws IOException {
    Files.writeString(folder.resolve("other.txt"), "no policy");
    Files.writeString(folder.resolve("styled.rego"), "package a\n\np := 1\n");
    Files.writeString(folder.resolve("wild.rego"), "package a\np:=1");
  }

  @Test
  void namesOfChangedFilesOnly() throws Failure, FileFailure {
    run(V1.with(Output.NAME, false, false));
    assertThat(out).hasToString(folder.resolve("wild.rego") + "\n");
  }

  @Test
  void changedFilesAreWritten() throws Failure, FileFailure, IOException {
    run(V1.with(Output.FILE, false, false));
    assertThat(folder.resolve("wild.rego")).content().isEqualTo("package a\n\np := 1\n");
    assertThat(out).isEmpty();
  }

  @Test
  void changeIsFailureWhereAsked() {
    assertThatThrownBy(() -> run(V1.with(Output.FILE, true, false)))
        .isInstanceOf(FileFailure.class)
        .hasMessage("unexpected diff");
    assertThat(folder.resolve("wild.rego")).content().isEqualTo("package a\np:=1");
  }

  @Test
  void missingPathIsNoFailureOfFile() {
    assertThatThrownBy(() -> FormatFiles.run(List.of("no-such"), V1, out::append))
        .isInstanceOf(Failure.class)
        .hasMessage("lstat no-such: no such file or directory");
  }

  @Test
  void emptyTextIsNotCounted() {
    assertThatThrownBy(() -> FormatFiles.text(new byte[0], V1))
        .hasMessage("stdin:0: rego_parse_error: empty module");
  }

  /// OPA writes the string of a body behind `else` with what stands before it.
  @Test
  void resultThatCannotBeReadIsRefused() throws IOException {
    Files.writeString(
        folder.resolve("wild.rego"),
        "package a\np := 1 if false else := \"a\" if input.x == \"b\"");
    assertThatThrownBy(() -> run(V1))
        .isInstanceOf(FileFailure.class)
        .hasMessageContaining("was successfully formatted, but the result is invalid: 1 error");
  }

  @Test
  void textThatIsNoFileIsFormatted() throws Failure {
    byte[] text = "package a\np = 1".getBytes(StandardCharsets.UTF_8);
    assertThat(FormatFiles.text(text, V1)).isEqualTo("package a\n\np := 1\n");
  }

  private void run(Request request) throws Failure, FileFailure {
    FormatFiles.run(List.of(folder.toString()), request, out::append);
  }
}
