package ms.continuu.attest.rego.trace;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import ms.continuu.attest.value.Location;

/// What was evaluated of a program, and what was not.
public record CoverageReport(SortedMap<String, FileCoverage> files) {
  public CoverageReport {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  public int coveredLines() {
    return files.values().stream().mapToInt(FileCoverage::coveredLines).sum();
  }

  public int notCoveredLines() {
    return files.values().stream().mapToInt(FileCoverage::notCoveredLines).sum();
  }

  /// Covered lines in percent.
  public double coverage() {
    return percent(coveredLines(), notCoveredLines());
  }

  private static double percent(int covered, int missed) {
    int total = covered + missed;
    return total == 0 ? 0 : 100.0 * covered / total;
  }

  /// One file.
  public record FileCoverage(List<Range> covered, List<Range> notCovered) {
    public FileCoverage {
      covered = List.copyOf(covered);
      notCovered = List.copyOf(notCovered);
    }

    public int coveredLines() {
      return rows(covered).size();
    }

    public int notCoveredLines() {
      return rows(notCovered).size();
    }

    /// Covered lines in percent.
    public double coverage() {
      return percent(coveredLines(), notCoveredLines());
    }

    private static Set<Integer> rows(List<Range> ranges) {
      Set<Integer> rows = new HashSet<>();
      for (Range range : ranges) {
        for (int row = range.startRow(); row <= range.endRow(); row++) {
          rows.add(row);
        }
      }
      return rows;
    }
  }

  /// A stretch of a file, up to the column before `endColumn`.
  ///
  /// @param kinds the further runs that reach it
  public record Range(int startRow, int startColumn, int endRow, int endColumn, List<String> kinds)
      implements Comparable<Range> {
    private static final Comparator<Range> ORDER =
        Comparator.comparingInt(Range::startRow)
            .thenComparingInt(Range::startColumn)
            .thenComparingInt(Range::endRow)
            .thenComparingInt(Range::endColumn);

    public Range {
      kinds = List.copyOf(kinds);
    }

    static Range of(Location location) {
      String text = location.text();
      int rows = (int) text.chars().filter(c -> c == '\n').count();
      String lastLine = text.substring(text.lastIndexOf('\n') + 1);
      int endColumn =
          (rows == 0 ? location.column() : 1) + lastLine.codePointCount(0, lastLine.length());
      return new Range(
          location.row(), location.column(), location.row() + rows, endColumn, List.of());
    }

    Range withKinds(List<String> others) {
      return new Range(startRow, startColumn, endRow, endColumn, others);
    }

    boolean contains(Range other) {
      boolean begins =
          startRow < other.startRow
              || startRow == other.startRow && startColumn <= other.startColumn;
      boolean ends =
          endRow > other.endRow || endRow == other.endRow && endColumn >= other.endColumn;
      return begins && ends;
    }

    @Override
    public int compareTo(Range other) {
      return ORDER.compare(this, other);
    }
  }
}
