package ms.continuu.attest.rego.format;

import java.util.Comparator;
import ms.continuu.attest.value.Location;

/// Rows of the source, read off the texts of nodes.
final class Places {

  /// By row, then by column.
  static final Comparator<Location> ORDER =
      Comparator.comparingInt(Location::row).thenComparingInt(Location::column);

  /// Before all rows: what is not found.
  private static final int NOWHERE = -1;

  private Places() {}

  /// The last row of a node.
  static int endRow(Location place) {
    return place.row() + newlines(place.text());
  }

  /// The last row of a node, without the white space behind it.
  static int endRowOfCode(Location place) {
    return place.row() + newlines(place.text().stripTrailing());
  }

  static int newlines(String text) {
    int count = 0;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      count++;
    }
    return count;
  }

  /// The row where the first bracket of this kind in a node is closed. Strings and comments are not
  /// told from code, as in OPA.
  static int closingRow(Location place, char open, char close) {
    String text = place.text();
    return closingRow(place, text.indexOf(open), 0, open, close);
  }

  /// The same behind a first pair of other brackets, such as a function's parameters. The rows
  /// before that pair and between the pairs are not counted, as in OPA.
  static int closingRowAfter(
      Location place, char skippedOpen, char skippedClose, char open, char close) {
    String text = place.text();
    int start = text.indexOf(skippedOpen);
    int end = start < 0 ? text.length() : closing(text, start, skippedOpen, skippedClose);
    int rows =
        newlines(text.substring(start < 0 ? text.length() : start, Math.min(end, text.length())));
    return end >= text.length()
        ? NOWHERE
        : closingRow(place, text.indexOf(open, end), rows, open, close);
  }

  private static int closingRow(Location place, int start, int rows, char open, char close) {
    String text = place.text();
    if (start < 0) {
      return NOWHERE;
    }
    int end = closing(text, start, open, close);
    return end >= text.length()
        ? NOWHERE
        : place.row() + rows + newlines(text.substring(start, end));
  }

  /// The offset of the bracket that closes the one at `start`, or the length of the text.
  private static int closing(String text, int start, char open, char close) {
    int depth = 1;
    int at = start;
    while (depth > 0) {
      at++;
      if (at >= text.length()) {
        return text.length();
      }
      char c = text.charAt(at);
      if (c == open) {
        depth++;
      } else if (c == close) {
        depth--;
      }
    }
    return at;
  }
}
