package ms.continuu.attest.policy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Against the values that GitHub's own upload computes.
class LineHashesTest {
  @Test
  void emptyFileHasOneLine() {
    assertThat(all("")).containsExactly("c129715d7a2bc9a3:1");
  }

  @Test
  void blanksDoNotCount() {
    assertThat(all(" a\nb\n  \t\tc\n d"))
        .containsExactly(
            "271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1");
  }

  @Test
  void lineEndsOfAllKindsAreOne() {
    String[] expected = {
      "e9496ae3ebfced30:1",
      "fb7c023a8b9ccb3f:1",
      "ce8ba1a563dcdaca:1",
      "e20e36e16fcb0cc8:1",
      "b3edc88f2938467e:1",
      "c8e28b0b4002a3a0:1",
      "c129715d7a2bc9a3:1"
    };
    String text = " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n";
    assertThat(all(text)).containsExactly(expected);
    assertThat(all(text.replace("\n", "\r"))).containsExactly(expected);
    assertThat(all(text.replace("\n", "\r\n"))).containsExactly(expected);
    assertThat(all(" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n"))
        .containsExactly(expected);
  }

  @Test
  void equalLinesAreCounted() {
    assertThat(all("Lorem ipsum dolor sit amet.\n".repeat(10)))
        .containsExactly(
            "a7f2ff13bc495cf2:1",
            "a7f2ff13bc495cf2:2",
            "a7f2ff13bc495cf2:3",
            "a7f2ff13bc495cf2:4",
            "a7f2ff13bc495cf2:5",
            "a7f2ff13bc495cf2:6",
            "a7f2ff1481e87703:1",
            "a9cf91f7bbf1862b:1",
            "55ec222b86bcae53:1",
            "cc97dc7b1d7d8f7b:1",
            "c129715d7a2bc9a3:1");
  }

  @Test
  void oneLineIsTheSameAsAmongAll() {
    String text = "Lorem ipsum dolor sit amet.\n".repeat(10);
    assertThat(LineHashes.of(text, Set.of(4, 99)))
        .containsExactly(Map.entry(4, "a7f2ff13bc495cf2:4"));
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
