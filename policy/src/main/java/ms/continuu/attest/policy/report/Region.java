package ms.continuu.attest.policy.report;

import ms.continuu.attest.value.Location;

/// The lines and columns of a location, from 1, columns in code points, the end behind the last
/// character. It never leaves its first line: reviewers see a finding beside a change only when all
/// its lines were changed.
record Region(int startLine, int startColumn, int endLine, int endColumn) {

  static Region of(Location place) {
    int line = Math.max(place.row(), 1);
    int column = Math.max(place.column(), 1);
    String text = place.source().text();
    int start = Math.min(place.start(), text.length());
    int last = Math.min(place.end(), text.length());
    int end = start;
    while (end < last && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    int length = Math.max(text.codePointCount(start, end), 1);
    return new Region(line, column, line, column + length);
  }
}
