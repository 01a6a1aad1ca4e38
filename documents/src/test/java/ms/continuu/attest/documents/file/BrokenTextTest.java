package ms.continuu.attest.documents.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import ms.continuu.attest.documents.Document;
import ms.continuu.attest.documents.DocumentFormat;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.documents.json.JsonDocuments;
import ms.continuu.attest.documents.yaml.Yaml;
import ms.continuu.attest.value.Diagnostic;
import org.junit.jupiter.api.Test;

/// Whatever a file holds, reading it ends with documents or diagnostics, never with an exception.
class BrokenTextTest {
  private static final int ROUNDS = 4_000;
  private static final DocumentLimits LIMITS = new DocumentLimits(1 << 20, 100, 10_000, 100);

  private static final List<String> YAML =
      List.of(
          "apiVersion: v1\n"
              + "kind: Pod\n"
              + "metadata:\n"
              + "  name: &n a\n"
              + "  labels: {a: *n, 'b': \"c\\u00e9\"}\n",
          "---\n"
              + "a: |\n"
              + "  text\n"
              + "   more\n"
              + "b: >-\n"
              + "  folded\n"
              + "...\n"
              + "---\n"
              + "- 1\n"
              + "- 0x1F\n"
              + "- .inf\n"
              + "- ~\n"
              + "- 2001-01-01\n",
          "? complex\n: - [x, {y: z}]\n  - !!str 1\n  - !t v\n<<: {m: 1}\n# comment\n");
  private static final List<String> JSON =
      List.of(
          "{\"a\": [1, -2.5e10, true, null, \"\\u00e9\\n\"], \"b\": {\"c\": {}}}\n",
          "[{\"a\": 1}, {\"a\": 2}]\n{\"x\": \"é😀\"}\n");
  private static final List<String> SPICE =
      List.of(
          "\t",
          "\n",
          "\r\n",
          "{",
          "}",
          "[",
          "]",
          "\"",
          "'",
          ":",
          ": ",
          "- ",
          "&a ",
          "*a ",
          "!!binary ",
          "|",
          ">",
          "%YAML 1.1\n",
          "---\n",
          "...\n",
          "\u0000",
          "\ufeff",
          "\\u",
          "\\ud800",
          "\ud83d\ude00",
          "1e999",
          "?",
          ",",
          "#",
          "<<: *a\n",
          "&a [*a]",
          "@",
          "`",
          "-",
          "0",
          "e");

  @Test
  void brokenYaml() {
    shake(Yaml.KUBERNETES, YAML);
    shake(Yaml.OPA, YAML);
  }

  @Test
  void brokenJson() {
    shake(JsonDocuments.JSON, JSON);
  }

  private static void shake(DocumentFormat format, List<String> samples) {
    long seed = Long.getLong("seed", System.nanoTime());
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = mutate(samples.get(random.nextInt(samples.size())), random);
      try {
        Reading reading = FileDocuments.read("x", bytes, format, LIMITS);
        for (Document document : reading.documents()) {
          document.positions().locate(List.of());
        }
        for (Diagnostic diagnostic : reading.diagnostics()) {
          assertThat(diagnostic.message()).isNotBlank();
          assertThat(diagnostic.location()).isNotNull();
        }
      } catch (RuntimeException | Error e) {
        throw new AssertionError(
            "-Dseed="
                + seed
                + ", round "
                + round
                + ": "
                + Arrays.toString(bytes)
                + "\n"
                + new String(bytes, StandardCharsets.UTF_8),
            e);
      }
    }
  }

  private static byte[] mutate(String sample, Random random) {
    StringBuilder text = new StringBuilder(sample);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(4)) {
        case 0 -> text.insert(at, SPICE.get(random.nextInt(SPICE.size())));
        case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(5)));
        case 2 ->
            text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(20))));
        default -> text.setLength(Math.max(1, at));
      }
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(5) == 0 && bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }
}
