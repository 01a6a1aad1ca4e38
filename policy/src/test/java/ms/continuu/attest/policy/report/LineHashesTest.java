package ms.continuu.attest.policy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Against values computed from the definition: for each line the sum of c[i]·37^(99-i) over the
/// hundred characters from its start, modulo 2^64.
class LineHashesTest {
  @Test
  void emptyFileHasOneLine() {
    assertThat(all("")).containsExactly("c129715d7a2bc9a3:1");
  }

  @Test
  void blanksDoNotCount() {
    assertThat(all(" kind: Pod\n\n \t metadata:\n spec"))
        .containsExactly(
            "ac70fd50dd9e370e:1", "890a372165ab2225:1", "d659d1cdb29b5cef:1", "d7292e2d781eb86:1");
  }

  @Test
  void lineEndsOfAllKindsAreOne() {
    String[] expected = {
      "10dddab4a77d8b18:1",
      "d0c056a5bf7b36a1:1",
      "c5d95098430c6a5f:1",
      "a0487ffbb1aacd51:1",
      "325a595aae8f1a4b:1",
      "b6c6c0d1245a8ddf:1",
      "c129715d7a2bc9a3:1"
    };
    String text = "spec: \t\n containers:\n\n\n \t - name\n web\n";
    assertThat(all(text)).containsExactly(expected);
    assertThat(all(text.replace("\n", "\r"))).containsExactly(expected);
    assertThat(all(text.replace("\n", "\r\n"))).containsExactly(expected);
  }

  @Test
  void equalLinesAreCounted() {
    assertThat(all("- image: registry/web:1\n".repeat(10)))
        .containsExactly(
            "fbfa6f52058ebcbc:1",
            "fbfa6f52058ebcbc:2",
            "fbfa6f52058ebcbc:3",
            "fbfa6f52058ebcbc:4",
            "fbfa6f52058ebcbc:5",
            "fbfa6f52058ebcbc:6",
            "9a5354b8cc23c7c7:1",
            "15e2fa5ffd1b2da:1",
            "4a63e4204cbb805:1",
            "c62b507421157408:1",
            "c129715d7a2bc9a3:1");
  }

  @Test
  void oneLineIsTheSameAsAmongAll() {
    String text = "- image: registry/web:1\n".repeat(10);
    assertThat(LineHashes.of(text, Set.of(4, 99)))
        .containsExactly(Map.entry(4, "fbfa6f52058ebcbc:4"));
  }

  private static List<String> all(String text) {
    Set<Integer> rows = new TreeSet<>(IntStream.rangeClosed(1, 100).boxed().toList());
    Map<Integer, String> hashes = LineHashes.of(text, rows);
    List<String> inOrder = new ArrayList<>();
    for (int row = 1; hashes.containsKey(row); row++) {
      inOrder.add(hashes.get(row));
    }
    assertThat(inOrder).hasSameSizeAs(hashes.keySet());
    return inOrder;
  }
}
