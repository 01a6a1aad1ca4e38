package ms.continuu.attest.operations.opa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDiffTest {
  @ParameterizedTest
  @CsvSource({
    "abc, abc, abc",
    "abc, axbc, a[+x]bc",
    "axbc, abc, a[-x]bc",
    "a, b, [-a][+b]",
    "The cat, The dog, The [-cat][+dog]",
    "mouse, sofas, '[-m][+s]o[-u][+fa]s[-e]'"
  })
  void editsAreThoseOfDiffMatchPatch(String before, String after, String edits) {
    assertThat(text(TextDiff.of(before, after))).isEqualTo(edits);
  }

  @Test
  void characterOutsideTheBasicPlaneIsNotTornApart() {
    assertThat(text(TextDiff.of("a\uD83D\uDE00b", "a\uD83D\uDE01b")))
        .isEqualTo("a[-\uD83D\uDE00][+\uD83D\uDE01]b");
  }

  @Test
  void eachLineOfAnInsertionHasItsColour() {
    assertThat(ColoredChanges.of(TextDiff.of("a", "ab\nc")))
        .isEqualTo("a\u001b[32mb\u001b[0m\n\u001b[32mc\u001b[0m");
  }

  private static String text(List<TextDiff.Edit> edits) {
    return edits.stream()
        .map(edit ->
            switch (edit.change()) {
              case KEPT -> edit.toString();
              case DELETED -> "[-" + edit + "]";
              case INSERTED -> "[+" + edit + "]";
            })
        .collect(Collectors.joining());
  }
}
