package ms.continuu.attest.cli.present;

import java.util.ArrayList;
import java.util.List;

/// Lines whose cells stand below one another, two blanks apart, for the eye and for `grep`.
public final class Columns {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /// Columns under these heads.
  public static Columns under(String... heads) {
    return new Columns().row(heads);
  }

  public Columns row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /// The lines, each with its end.
  public String text() {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], TextWidth.of(row.get(i)));
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        String cell = row.get(i);
        line.append(cell).append(" ".repeat(widths[i] - TextWidth.of(cell))).append(GAP);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
