package ms.continuu.attest.cli.present;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import ms.continuu.attest.value.Utf8;

/// Reports written to files.
public final class ReportFile {
  private ReportFile() {}

  /// Writes a report; the old file stays until the new one is complete.
  public static void write(Path file, String report) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path part = Files.createTempFile(folder, ".attest", ".part");
    try {
      Files.write(part, Utf8.encode(report));
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
