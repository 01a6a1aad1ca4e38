package ms.continuu.attest.cli.present;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A table with box-drawing lines: heads centred, cells left.
public final class Table {
  private final List<String> head;
  private final List<List<String>> rows = new ArrayList<>();
  private final int mergedColumns;

  private final boolean lastRight;

  private Table(List<String> head, int mergedColumns) {
    this(head, mergedColumns, false);
  }

  private Table(List<String> head, int mergedColumns, boolean lastRight) {
    this.head = head;
    this.mergedColumns = mergedColumns;
    this.lastRight = lastRight;
  }

  /// A table with these heads.
  public static Table of(List<String> head) {
    return new Table(head, 0);
  }

  /// A table with these heads in capitals.
  public static Table withCapitals(List<String> head) {
    return new Table(capitals(head), 0);
  }

  /// A table with heads in capitals that shows equal cells of the first columns, one below the
  /// other, once.
  public static Table merging(int columns, List<String> head) {
    return new Table(capitals(head), columns);
  }

  /// A table without head.
  public static Table plain() {
    return new Table(List.of(), 0);
  }

  /// A table without head whose last column is aligned to the right.
  static Table plainRightAligned() {
    return new Table(List.of(), 0, true);
  }

  private static List<String> capitals(List<String> head) {
    return head.stream().map(name -> name.toUpperCase(Locale.ROOT)).toList();
  }

  public Table row(List<String> cells) {
    rows.add(List.copyOf(cells));
    return this;
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /// The lines of the table, each with its end.
  public String text() {
    int columns = Math.max(head.size(), rows.stream().mapToInt(List::size).max().orElse(0));
    int[] widths = new int[columns];
    measure(head, widths);
    rows.forEach(row -> measure(row, widths));
    StringBuilder out = new StringBuilder();
    rule(out, widths, "┌┬┐");
    if (!head.isEmpty()) {
      cells(out, head, widths, true);
      rule(out, widths, "├┼┤");
    }
    for (int i = 0; i < rows.size(); i++) {
      int merged = i == 0 ? 0 : merged(rows.get(i - 1), rows.get(i));
      List<String> shown = new ArrayList<>(rows.get(i));
      for (int column = 0; column < merged; column++) {
        shown.set(column, "");
      }
      cells(out, shown, widths, false);
    }
    rule(out, widths, "└┴┘");
    return out.toString();
  }

  private int merged(List<String> above, List<String> row) {
    int merged = 0;
    while (merged < mergedColumns && above.get(merged).equals(row.get(merged))) {
      merged++;
    }
    return merged;
  }

  private static void measure(List<String> cells, int[] widths) {
    for (int i = 0; i < cells.size(); i++) {
      for (String line : lines(cells.get(i))) {
        widths[i] = Math.max(widths[i], TextWidth.of(line));
      }
    }
  }

  private static List<String> lines(String cell) {
    List<String> lines = new ArrayList<>();
    for (String line : cell.split("\n", -1)) {
      lines.add(line.strip());
    }
    return lines;
  }

  private void cells(StringBuilder out, List<String> cells, int[] widths, boolean centred) {
    List<List<String>> parts = new ArrayList<>();
    int height = 1;
    for (String cell : cells) {
      List<String> lines = lines(cell);
      parts.add(lines);
      height = Math.max(height, lines.size());
    }
    for (int line = 0; line < height; line++) {
      out.append('│');
      for (int column = 0; column < widths.length; column++) {
        List<String> part = column < parts.size() ? parts.get(column) : List.of();
        String text = line < part.size() ? part.get(line) : "";
        int blanks = widths[column] - TextWidth.of(text);
        boolean right = lastRight && column == widths.length - 1;
        int before = centred ? blanks / 2 : right ? blanks : 0;
        out.append(" ".repeat(before + 1)).append(text);
        out.append(" ".repeat(blanks - before + 1)).append('│');
      }
      out.append('\n');
    }
  }

  /// @param ends left, middle and right joint
  private static void rule(StringBuilder out, int[] widths, String ends) {
    out.append(ends.charAt(0));
    for (int column = 0; column < widths.length; column++) {
      out.append("─".repeat(widths[column] + 2));
      boolean last = column == widths.length - 1;
      out.append(last ? ends.charAt(2) : ends.charAt(1));
    }
    out.append('\n');
  }
}
