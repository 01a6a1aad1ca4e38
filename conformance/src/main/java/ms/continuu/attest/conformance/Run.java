package ms.continuu.attest.conformance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Judges ATTEST by a folder of cases and prints what fails: `run rego|rego-fmt DIR`.
///
/// Exits with 0 when every case passed, 1 when one failed, 2 when it could not judge.
public final class Run {
  private static final int FAILED = 1;
  private static final int TROUBLE = 2;

  private Run() {}

  /// Arguments: the suite and the folder.
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    int code = run(args, out);
    out.flush();
    System.exit(code);
  }

  private static int run(String[] args, PrintStream out) throws IOException {
    if (args.length != 2 || !Files.exists(Path.of(args[1]))) {
      System.err.println("usage: conformance/run rego|rego-fmt DIR");
      return TROUBLE;
    }
    Path folder = Path.of(args[1]);
    List<Verdict> verdicts;
    switch (args[0]) {
      case "rego" -> verdicts = RegoSuite.judge(folder);
      case "rego-fmt" -> verdicts = FormatSuite.judge(folder);
      default -> {
        System.err.println("no suite `" + args[0] + "`: there are rego and rego-fmt");
        return TROUBLE;
      }
    }
    int failed = 0;
    for (Verdict verdict : verdicts) {
      if (!verdict.passed()) {
        failed++;
        out.println("FAIL " + verdict.id() + "  " + verdict.note());
        verdict.reason().lines().forEach(line -> out.println("     " + line));
      }
    }
    out.println((verdicts.size() - failed) + " passed, " + failed + " failed, 0 skipped");
    if (verdicts.isEmpty()) {
      System.err.println("no cases in " + folder);
      return TROUBLE;
    }
    return failed == 0 ? 0 : FAILED;
  }
}
