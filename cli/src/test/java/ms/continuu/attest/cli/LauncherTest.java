package ms.continuu.attest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The shell side: the launcher of the distribution and the search for a JDK, with a `java` that
/// prints its arguments.
class LauncherTest {
  private static final Path ROOT = root();

  @TempDir Path folder;

  @BeforeEach
  void layOut() throws IOException {
    Files.createDirectories(folder.resolve("dist/bin"));
    Files.copy(ROOT.resolve("cli/src/main/launcher/attest"), folder.resolve("dist/bin/attest"));
    Files.writeString(folder.resolve("dist/jdk"), jdk("25.0.3") + "\n");
  }

  @Test
  void argumentsArriveUntouched() throws Exception {
    List<String> arguments =
        List.of("opa", "eval", "a b", "*", "", "data.x[_] == \"$HOME\"", "--flag=1");
    assertThat(run(folder, launch("dist/bin/attest", arguments)))
        .endsWith(arguments.toArray(String[]::new));
  }

  @Test
  void isFoundThroughSymbolicLinks() throws Exception {
    Files.createDirectories(folder.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("elsewhere/first"), Path.of("../dist/bin/attest"));
    Files.createSymbolicLink(folder.resolve("second"), folder.resolve("elsewhere/first"));
    assertThat(run(folder, launch("second", List.of("version"))))
        .anyMatch(argument -> argument.endsWith("dist/lib/cli.jar"))
        .endsWith("version");
  }

  @Test
  void startsFromItsOwnFolder() throws Exception {
    List<String> command = List.of("sh", "attest", "version");
    assertThat(run(folder.resolve("dist/bin"), command)).contains("../lib/cli.jar", "version");
  }

  @Test
  void aJdkThatIsTooOldIsPassedOver() throws Exception {
    Path old = jdk("17.0.15");
    Path young = jdk("26");
    String script =
        ". '%s'; is_jdk '%s' && echo old; is_jdk '%s' && echo young; true"
            .formatted(ROOT.resolve("tools/jdk"), old, young);
    assertThat(run(folder, List.of("bash", "-c", script))).containsExactly("young");
  }

  private List<String> launch(String program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(folder.resolve(program).toString());
    command.addAll(arguments);
    return command;
  }

  private Path jdk(String version) throws IOException {
    Path home = Files.createDirectories(folder.resolve("jdk-" + version));
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    for (String program : List.of("java", "javac")) {
      Path file =
          Files.writeString(
              home.resolve("bin").resolve(program), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    return home;
  }

  private static List<String> run(Path folder, List<String> command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.isEmpty()
        ? List.of()
        : Arrays.asList(output.substring(0, output.length() - 1).split("\n", -1));
  }

  private static Path root() {
    Path at = Path.of(System.getProperty("attest.root", "")).toAbsolutePath();
    while (at != null && !Files.exists(at.resolve("tools/jdk"))) {
      at = at.getParent();
    }
    if (at == null) {
      throw new IllegalStateException("not run inside the project");
    }
    return at;
  }
}
