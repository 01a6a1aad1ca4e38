package ms.continuu.attest.operations.render;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import ms.continuu.attest.value.Utf8;
import org.jspecify.annotations.Nullable;

/// A program of the user's, run with a time limit.
public final class Tool {
  private static final int LARGEST_OUTPUT = 256 << 20;
  private static final int LARGEST_MESSAGE = 64 << 10;

  private final Path program;
  private final Map<String, String> environment;

  private Tool(Path program, Map<String, String> environment) {
    this.program = program;
    this.environment = Map.copyOf(environment);
  }

  /// What a program had to say.
  ///
  /// @param code its exit code; -1 when it was ended at the time limit
  public record Result(int code, byte[] out, String message) {
    public String text() {
      return Utf8.decode(out);
    }
  }

  /// The program of that name on the `PATH` of an environment, or null.
  public static @Nullable Tool find(String name, Map<String, String> environment) {
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      try {
        Path program = Path.of(folder).resolve(name);
        if (!folder.isEmpty() && Files.isExecutable(program) && !Files.isDirectory(program)) {
          return new Tool(program, environment);
        }
      } catch (InvalidPathException e) {
        // No folder of the PATH.
      }
    }
    return null;
  }

  /// The same program with other variables too.
  public Tool with(Map<String, String> more) {
    Map<String, String> both = new HashMap<>(environment);
    both.putAll(more);
    return new Tool(program, both);
  }

  /// Runs it to its end, or to the time limit.
  public Result run(Path folder, Duration limit, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      CompletableFuture<byte[]> out = read(process.getInputStream(), LARGEST_OUTPUT);
      CompletableFuture<byte[]> err = read(process.getErrorStream(), LARGEST_MESSAGE);
      boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        return new Result(-1, new byte[0], "not done after " + limit.toSeconds() + " seconds");
      }
      byte[] output = out.join();
      return output.length > LARGEST_OUTPUT
          ? new Result(-1, new byte[0], "more than " + (LARGEST_OUTPUT >> 20) + " MiB of output")
          : new Result(process.exitValue(), output, Utf8.decode(err.join()).strip());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Result(-1, new byte[0], "interrupted");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /// Reads to the end, keeping one byte more than the largest length at most.
  private static CompletableFuture<byte[]> read(InputStream from, int largest) {
    CompletableFuture<byte[]> whole = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          ByteArrayOutputStream kept = new ByteArrayOutputStream();
          try (from) {
            byte[] part = new byte[8192];
            for (int n = from.read(part); n >= 0; n = from.read(part)) {
              kept.write(part, 0, Math.min(n, Math.max(0, largest + 1 - kept.size())));
            }
          } catch (IOException e) {
            // The program was ended: what it said until then is kept.
          }
          whole.complete(kept.toByteArray());
        });
    return whole;
  }
}
