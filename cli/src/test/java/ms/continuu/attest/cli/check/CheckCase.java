package ms.continuu.attest.cli.check;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import ms.continuu.attest.cli.console.Console;
import org.junit.jupiter.api.io.TempDir;

/// Runs `attest check` on files of a folder of its own.
abstract class CheckCase {
  static final Path ROOT = Path.of(System.getProperty("attest.root", ".."));
  static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: api, namespace: shop}
      spec:
        containers:
          - name: api
            image: r/api:1
            securityContext: {privileged: true}
      """;

  @TempDir Path folder;

  /// The folder that ATTEST is installed in.
  Path home = ROOT;

  final Map<String, String> environment = new HashMap<>();
  String out = "";
  String err = "";

  final int check(String... arguments) {
    return checkWithInput("", arguments);
  }

  final int checkWithInput(String input, String... arguments) {
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            outBytes,
            errBytes,
            environment);
    int code = CheckCommand.run(Arrays.asList(arguments), console, home);
    console.flush();
    out = outBytes.toString(StandardCharsets.UTF_8);
    err = errBytes.toString(StandardCharsets.UTF_8);
    return code;
  }

  final String file(String name) {
    return folder.resolve(name).toString();
  }

  final void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }
}
