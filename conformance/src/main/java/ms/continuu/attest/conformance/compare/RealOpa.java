package ms.continuu.attest.conformance.compare;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The real `opa`, one process a command.
public final class RealOpa implements Respondent {
  /// Where programs are looked for.
  static final String PATH = Objects.requireNonNullElse(System.getenv("PATH"), "");

  /// How long a command may take; the programs that are compared are small.
  private static final int TIMEOUT_SECONDS = 20;

  private final Path program;

  private RealOpa(Path program) {
    this.program = program;
  }

  /// The `opa` that the path finds, or null.
  public static @Nullable RealOpa find() {
    for (String folder : PATH.split(File.pathSeparator, -1)) {
      Path program = Path.of(folder, "opa");
      if (!folder.isEmpty() && Files.isExecutable(program) && !Files.isDirectory(program)) {
        return new RealOpa(program);
      }
    }
    return null;
  }

  @Override
  public @Nullable Answer run(List<String> arguments) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(arguments);
    line.addFirst(program.toString());
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().clear();
    builder.environment().put("PATH", PATH);
    Process process = builder.start();
    process.getOutputStream().close();
    CompletableFuture<byte[]> out = read(process.getInputStream());
    CompletableFuture<byte[]> err = read(process.getErrorStream());
    if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      return null;
    }
    return Answer.of(process.exitValue(), out.join(), err.join());
  }

  private static CompletableFuture<byte[]> read(InputStream stream) {
    return CompletableFuture.supplyAsync(() -> bytes(stream));
  }

  private static byte[] bytes(InputStream stream) {
    try (stream) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
