package ms.continuu.attest.cli.present;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void headsAreCentredAndWideCharactersCountTwice() {
    assertThat(Table.of(List.of("x", "y")).row(List.of("\"日本\"", "1")).text())
        .isEqualTo(
            """
            ┌────────┬───┐
            │   x    │ y │
            ├────────┼───┤
            │ "日本" │ 1 │
            └────────┴───┘
            """);
  }

  @Test
  void equalCellsAreShownOnce() {
    assertThat(
            Table.merging(1, List.of("a", "b"))
                .row(List.of("k", "1"))
                .row(List.of("k", "2"))
                .text())
        .isEqualTo(
            """
            ┌───┬───┐
            │ A │ B │
            ├───┼───┤
            │ k │ 1 │
            │   │ 2 │
            └───┴───┘
            """);
  }

  @Test
  void durationsHaveGosForm() {
    assertThat(GoDuration.of(0)).isEqualTo("0s");
    assertThat(GoDuration.of(1_500)).isEqualTo("1.5µs");
    assertThat(GoDuration.of(2_000_000)).isEqualTo("2ms");
    assertThat(GoDuration.of(61_250_000_000L)).isEqualTo("1m1.25s");
  }
}
