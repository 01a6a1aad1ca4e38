package ms.continuu.attest.cli.opa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ms.continuu.attest.cli.console.Console;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Commands answer as the real opa did when `src/test/record-opa` was run.
class OpaCommandsTest {
  private static final Path CASES = Path.of("src/test/resources/opa");

  private record Answer(String out, String err, int code) {}

  static Stream<String> cases() throws IOException {
    return Files.readAllLines(CASES.resolve("cases.txt")).stream()
        .filter(line -> !line.startsWith("#"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void commandAnswersAsOpa(String line) throws IOException {
    String[] words = line.split(" ");
    List<String> arguments = new ArrayList<>();
    for (String word : List.of(words).subList(1, words.length)) {
      arguments.add(word.startsWith("src/") ? word : word.replace('_', ' '));
    }
    Answer answer = run(arguments, Map.of());
    assertThat(answer.out).isEqualTo(golden(words[0] + ".out"));
    assertThat(answer.err).isEqualTo(golden(words[0] + ".err"));
    assertThat(answer.code).isEqualTo(Integer.parseInt(golden(words[0] + ".code").strip()));
  }

  @Test
  void environmentSetsFlags() {
    Answer answer = run(List.of("eval", "1+1"), Map.of("OPA_EVAL_FORMAT", "raw"));
    assertThat(answer).isEqualTo(new Answer("2\n", "", 0));
  }

  @Test
  void commandLineGoesBeforeEnvironment() {
    Answer answer =
        run(List.of("eval", "1+1", "--format", "raw"), Map.of("OPA_EVAL_FORMAT", "pretty"));
    assertThat(answer.out).isEqualTo("2\n");
  }

  @Test
  void wrongVariableIsAnErrorOfUsage() {
    Answer answer = run(List.of("eval", "1+1"), Map.of("OPA_EVAL_COUNT", "x"));
    assertThat(answer.code).isEqualTo(1);
    assertThat(answer.err)
        .startsWith(
            "Error: error mapping environment variables to command flags: invalid argument \"x\""
                + " for \"--count\" flag: strconv.ParseInt: parsing \"x\": invalid syntax\n"
                + "Usage:\n");
  }

  private static Answer run(List<String> arguments, Map<String, String> environment) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = new Console(InputStream.nullInputStream(), out, err, environment);
    int code = OpaProgram.run(arguments, console);
    console.flush();
    return new Answer(plain(out), plain(err), code);
  }

  private static String plain(ByteArrayOutputStream stream) {
    return withoutChance(stream.toString(StandardCharsets.UTF_8));
  }

  private static String golden(String name) throws IOException {
    Path file = CASES.resolve("golden").resolve(name);
    return Files.exists(file) ? withoutChance(Files.readString(file)) : "";
  }

  /// Durations, identifiers and the time differ from run to run, and the place of the binary.
  private static String withoutChance(String text) {
    return text.replaceAll("\\([0-9.]+(ns|µs|ms|s)\\)", "(T)")
        .replaceAll("\"duration\": [0-9]+", "\"duration\": 0")
        .replaceAll("\"decision_id\": \"[^\"]*\"", "\"decision_id\": \"\"")
        .replaceAll("\"time\":\"[^\"]*\"", "\"time\":\"\"")
        .replaceAll("Platform: .*", "Platform: here");
  }
}
