package ms.continuu.attest.rego.format;

import java.util.List;
import ms.continuu.attest.rego.syntax.Module.Comment;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.value.Location;

/// Writes the elements between two brackets: on one line, or on several, each with the elements
/// that share a row in the source, and a comma behind the last.
///
/// @param page where to
/// @param opening the node that has the opening bracket
/// @param closingRow the row of the closing bracket
record Listing(Page page, Location opening, int closingRow) {

  /// One element.
  ///
  /// @param lead the term that it begins with and whose place is its own
  /// @param isMade its layout must not follow the source
  record Element(Term lead, boolean isMade, UnexpectedComment.Step writing) {
    Location place() {
      return lead.location();
    }
  }

  void write(List<Element> elements) throws UnexpectedComment {
    List<List<Element>> rows = Rows.of(elements, Element::place, Element::isMade);
    boolean breaks = rows.size() > 1;
    if (!breaks) {
      refuseCommentsInside();
      breaks = !elements.isEmpty() && beginsOnOwnRow(rows.getFirst().getFirst(), elements);
    }
    boolean multiLine = breaks;
    page.losingComments(() -> write(rows, multiLine));
  }

  /// Elements on one row with comments above or below are left as they are.
  private void refuseCommentsInside() throws UnexpectedComment {
    for (Comment comment : page.comments()) {
      int row = comment.location().row();
      if (row > opening.row() && row < closingRow) {
        throw new UnexpectedComment();
      }
    }
  }

  /// Whether a line ends between the bracket and the first element.
  private boolean beginsOnOwnRow(Element inOrder, List<Element> elements) {
    Element first = elements.stream().anyMatch(Element::isMade) ? elements.getFirst() : inOrder;
    int lineEnd = opening.text().indexOf('\n');
    return lineEnd > 0 && opening.text().indexOf(first.place().text()) > lineEnd;
  }

  private void write(List<List<Element>> rows, boolean multiLine) throws UnexpectedComment {
    if (multiLine) {
      page.openBlock();
    }
    for (int i = 0; i < rows.size(); i++) {
      if (i > 0) {
        page.write(",");
        page.endLine();
        page.startLine();
      }
      writeRow(rows.get(i));
    }
    if (multiLine) {
      page.write(",");
      page.endLine();
      page.writeCommentsUpTo(closingRow);
      page.outdent();
      page.startLine();
    }
  }

  private void writeRow(List<Element> row) throws UnexpectedComment {
    for (int i = 0; i < row.size(); i++) {
      page.write(i > 0 ? ", " : "");
      row.get(i).writing().run();
    }
  }
}
