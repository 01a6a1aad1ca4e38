package ms.continuu.attest.conformance.compare;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a program said, each byte as one character, and how it ended.
public record Answer(int exitCode, String out, String err) {
  private static final Pattern VERBOSE_DURATION =
      Pattern.compile("\\((?:\\d+(?:\\.\\d+)?(?:h|m|s|ms|\u00c2\u00b5s|ns))+\\)");
  private static final Pattern JSON_DURATION = Pattern.compile("\"duration\": \\d+");

  private static final Pattern SECTION = Pattern.compile("(?m)(?=^-{80}$)");

  /// Where the next result begins: its place, its name, or its object in JSON.
  private static final Pattern RESULT =
      Pattern.compile(
          "(?m)(?=^\\S.*:\\d+:$|^data\\.\\S+: (?:FAIL|ERROR) .*\\n\\n  query:|^  [{]$)");

  /// An answer from the bytes of the two streams; durations, which no two runs share, are masked.
  static Answer of(int exitCode, byte[] out, byte[] err) {
    return new Answer(exitCode, masked(out), masked(err));
  }

  /// The answer of `test` with its results sorted, since the real opa ends them in any order, even
  /// when told to run one at a time.
  Answer withTestsSorted() {
    return new Answer(
        exitCode, sorted(out), err.lines().sorted().collect(Collectors.joining("\n")));
  }

  private static String sorted(String out) {
    String unpunctuated = out.replaceAll("(?m)^  [}],$", "  }").replaceAll("\n]\n$", "\n");
    return SECTION
        .splitAsStream(unpunctuated)
        .map(section -> RESULT.splitAsStream(section).sorted().collect(Collectors.joining()))
        .collect(Collectors.joining());
  }

  private static String masked(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String verbose = VERBOSE_DURATION.matcher(text).replaceAll("(DURATION)");
    return JSON_DURATION.matcher(verbose).replaceAll("\"duration\": 0");
  }

  /// The answer as a reader sees it.
  public String text() {
    return "exit "
        + exitCode
        + (out.isEmpty() ? "" : "\n" + readable(out))
        + (err.isEmpty() ? "" : "\nstderr: " + readable(err));
  }

  private static String readable(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
        .stripTrailing();
  }
}
