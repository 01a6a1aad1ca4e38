package ms.continuu.attest.documents.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import ms.continuu.attest.documents.Document;
import ms.continuu.attest.documents.DocumentFormat;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.documents.dockerfile.Dockerfile;
import ms.continuu.attest.documents.json.JsonDocuments;
import ms.continuu.attest.documents.toml.Toml;
import ms.continuu.attest.documents.yaml.Yaml;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.Value;
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
  private static final List<String> TOML =
      List.of(
          "title = \"x\\u00e9\"\n"
              + "[a.'b c']\n"
              + "d.e = {f = [1, 0x_f, 2.5e+1], g = 07:32:00}\n"
              + "[[h]]\n"
              + "[[h.i]]\n",
          "s = \"\"\"\n a \\\n  b\"\"\"\nt = '''\nx'''\nd = 1979-05-27 07:32:00Z # c\nb = true\n");
  private static final List<String> DOCKERFILES =
      List.of(
          "# syntax=x\n# escape=`\nARG V=1\nFROM a:$V AS b\nRUN --mount=type=cache x `\n # c\n y\n",
          "FROM a\n"
              + "RUN <<-E1 <<\"E 2\"\n"
              + "\tb\n"
              + "\tE1\n"
              + "E 2\n"
              + "ENV a=1 b='c d'\\\n"
              + " e=f\n"
              + "CMD [\"x\", \"\\u0041\"]\n",
          "ONBUILD COPY --from=\"b c\" <<X /y\n"
              + "X\n"
              + "HEALTHCHECK --interval=1s CMD [\"a\"]\n"
              + "LABEL a b c\n");
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
          "e",
          "\\",
          "\\\n",
          "=",
          ".",
          "[[",
          "\"\"\"",
          "'''",
          "<<X",
          "--",
          "ONBUILD ",
          "\nRUN ",
          "# escape=`\n");

  @Test
  void brokenYaml() {
    shake(Yaml.KUBERNETES, YAML);
    shake(Yaml.OPA, YAML);
  }

  @Test
  void brokenJson() {
    shake(JsonDocuments.JSON, JSON);
  }

  @Test
  void brokenToml() {
    shake(Toml.TOML, TOML);
  }

  @Test
  void brokenDockerfiles() {
    shake(Dockerfile.DOCKERFILE, DOCKERFILES);
  }

  private static void shake(DocumentFormat format, List<String> samples) {
    long seed = Long.getLong("seed", System.nanoTime());
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = mutate(samples.get(random.nextInt(samples.size())), random);
      try {
        Reading reading = FileDocuments.read("x", bytes, format, LIMITS);
        for (Document document : reading.documents()) {
          locateAll(document, document.value(), new ArrayList<>());
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

  private static void locateAll(Document document, Value value, List<Value> path) {
    assertThat(document.positions().locate(path).row()).isPositive();
    if (value instanceof ArrayValue array) {
      for (int i = 0; i < array.size(); i++) {
        path.add(NumberValue.of(i));
        locateAll(document, array.get(i), path);
        path.removeLast();
      }
    } else if (value instanceof ObjectValue object) {
      for (int i = 0; i < object.size(); i++) {
        path.add(object.keyAt(i));
        locateAll(document, object.valueAt(i), path);
        path.removeLast();
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
