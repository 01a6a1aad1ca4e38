package ms.continuu.attest.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Other programs, run and measured.
final class Commands {
  private static final int POLL_MILLIS = 10;

  private Commands() {}

  /// What a run of a program took.
  ///
  /// @param peakBytes the most memory it held, as far as `/proc` tells; 0 elsewhere
  record Run(int exitCode, long nanos, long peakBytes) {}

  static boolean exists(String program) {
    for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
      if (Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }

  /// What a program prints; it must not fail.
  static String output(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed: " + output);
    }
    return output;
  }

  /// Runs a program with its output in a file, and measures it.
  static Run measured(List<String> command, Path output) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    long peak = 0;
    while (process.isAlive()) {
      peak = Math.max(peak, peakOf(status));
      Thread.sleep(POLL_MILLIS);
    }
    return new Run(process.waitFor(), System.nanoTime() - start, peak);
  }

  private static long peakOf(Path status) {
    try {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
        }
      }
    } catch (IOException e) {
      // The program has ended between two looks.
      return 0;
    }
    return 0;
  }
}
