package ms.continuu.attest.cli.opa;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// What `--help` prints for a command, as recorded from `opa`, which ATTEST stands in for.
///
/// @param whole all of it
/// @param usage the part that follows an error: from `Usage:` on
record HelpText(String whole, String usage) {

  static HelpText of(String command) {
    try (InputStream in = HelpText.class.getResourceAsStream(command + ".txt")) {
      if (in == null) {
        throw new IllegalStateException("no help for " + command);
      }
      String whole = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new HelpText(whole, whole.substring(whole.indexOf("Usage:\n")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
