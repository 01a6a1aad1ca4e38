package ms.continuu.attest.value;

import java.util.Arrays;

/// A named text with its line starts. Offsets count UTF-16 units of `text`; rows and columns count
/// from 1, columns in code points.
public final class SourceFile {
  private final String name;
  private final String text;
  private int[] lineStarts = {};

  public SourceFile(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /// The name as the user gave it; empty for a text that is no file.
  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  /// The place of `[start, end)` in this text.
  public Location at(int start, int end) {
    int row = row(start);
    int lineStart = lineStarts()[row - 1];
    return new Location(this, start, end, row, text.codePointCount(lineStart, start) + 1);
  }

  /// The offset of a place; column 0 is the line end before the line.
  public int offset(int row, int column) {
    int[] starts = lineStarts();
    if (row < 1 || row > starts.length) {
      return row < 1 ? 0 : text.length();
    }
    int start = starts[row - 1];
    if (column < 1) {
      return Math.max(start - 1, 0);
    }
    int ahead = Math.min(column - 1, text.codePointCount(start, text.length()));
    return text.offsetByCodePoints(start, ahead);
  }

  /// The text of a line, without its line end.
  public String line(int row) {
    int[] starts = lineStarts();
    if (row < 1 || row > starts.length) {
      return "";
    }
    int end = row < starts.length ? starts[row] - 1 : text.length();
    if (end > starts[row - 1] && text.charAt(end - 1) == '\r') {
      end--;
    }
    return text.substring(starts[row - 1], end);
  }

  private int row(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private int[] lineStarts() {
    int[] starts = lineStarts;
    if (starts.length == 0) {
      starts = new int[16];
      int count = 1;
      for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
      starts = Arrays.copyOf(starts, count);
      lineStarts = starts;
    }
    return starts;
  }

  @Override
  public String toString() {
    return name;
  }
}
