package ms.continuu.attest.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import ms.continuu.attest.cli.console.Console;

/// Runs everyday commands once, so that the classes they load go into the start-up cache of the
/// distribution.
///
/// The file names one command a line, arguments parted by blanks; `#` begins a comment. What the
/// commands print is dropped, and what they find is not judged.
final class Rehearsal {
  private Rehearsal() {}

  static void main(String[] args) throws IOException {
    Console nowhere =
        new Console(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            Map.of());
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      String command = line.strip();
      if (!command.isEmpty() && !command.startsWith("#")) {
        Main.run(Arrays.asList(command.split(" +")), nowhere);
      }
    }
  }
}
