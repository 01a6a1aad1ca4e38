package ms.continuu.attest.conformance.compare;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.cli.Main;
import ms.continuu.attest.cli.console.Console;

/// ATTEST, in this process.
public final class OwnProgram implements Respondent {
  /// The exit code told of a crash, which no command ends with.
  private static final int CRASH = -1;

  /// How long an evaluation may take before it ends with an error; far above what is called slow.
  private static final String TIMEOUT = "100s";

  private static final int FRAMES = 6;

  @Override
  public Answer run(List<String> arguments) {
    List<String> line = new ArrayList<>(arguments);
    line.addFirst("opa");
    if (arguments.getFirst().equals("eval")) {
      line.add("--timeout=" + TIMEOUT);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(InputStream.nullInputStream(), out, err, Map.of("PATH", RealOpa.PATH));
    try {
      int code = Main.run(line, console);
      return Answer.of(code, out.toByteArray(), err.toByteArray());
    } catch (RuntimeException | StackOverflowError | AssertionError crash) {
      StringBuilder text = new StringBuilder(crash.toString());
      StackTraceElement[] trace = crash.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES, trace.length); i++) {
        text.append("\n  at ").append(trace[i]);
      }
      return new Answer(
          CRASH, out.toString(java.nio.charset.StandardCharsets.ISO_8859_1), text.toString());
    }
  }
}
