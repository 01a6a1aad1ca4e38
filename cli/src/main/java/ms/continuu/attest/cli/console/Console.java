package ms.continuu.attest.cli.console;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import ms.continuu.attest.value.Utf8;

/// What a command has of the terminal: its three streams and its environment. Texts go out as
/// UTF-8, whatever the locale, and bytes that are not UTF-8 as they came in.
public final class Console {
  private static final int BUFFER = 1 << 14;

  private final InputStream in;
  private final OutputStream out;
  private final OutputStream err;
  private final Map<String, String> environment;

  public Console(
      InputStream in, OutputStream out, OutputStream err, Map<String, String> environment) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.environment = environment;
  }

  /// The console of this process.
  public static Console ofProcess() {
    return new Console(
        System.in,
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER),
        new FileOutputStream(FileDescriptor.err),
        System.getenv());
  }

  public Map<String, String> environment() {
    return environment;
  }

  public OutputStream out() {
    return out;
  }

  /// Whether standard output is a terminal; the launcher knows.
  public boolean isTerminal() {
    return "1".equals(environment.get("ATTEST_OUT_TERMINAL"));
  }

  /// Whether standard error is a terminal.
  public boolean isErrorTerminal() {
    return "1".equals(environment.get("ATTEST_ERR_TERMINAL"));
  }

  /// All of standard input.
  public byte[] readInput() throws IOException {
    return in.readAllBytes();
  }

  public InputStream in() {
    return in;
  }

  public void print(String text) {
    write(out, text);
  }

  public void println(String line) {
    write(out, line + "\n");
  }

  /// Prints to standard error, after what was printed before to standard output.
  public void printError(String text) {
    flush();
    write(err, text);
  }

  public void printlnError(String line) {
    printError(line + "\n");
  }

  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(OutputStream stream, String text) {
    try {
      stream.write(Utf8.encode(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
