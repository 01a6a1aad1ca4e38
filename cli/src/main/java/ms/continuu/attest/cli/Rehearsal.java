package ms.continuu.attest.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Runs everyday commands once, so that the classes they load go into the start-up cache of the
/// distribution.
///
/// The file names one command a line, arguments parted by blanks; `#` begins a comment. What the
/// commands print is dropped, and what they find is not judged.
final class Rehearsal {
  private Rehearsal() {}

  static void main(String[] args) throws IOException {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      String command = line.strip();
      if (!command.isEmpty() && !command.startsWith("#")) {
        Main.run(command.split(" +"), nowhere, nowhere);
      }
    }
  }
}
