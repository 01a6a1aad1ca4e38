package ms.continuu.attest.rego.format;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.rego.syntax.Module.Comment;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import org.jspecify.annotations.Nullable;

/// The text being written: its lines and their indentation, and the comments still to be written.
///
/// A comment on its own line is written before the node that follows it. A comment behind code
/// waits, and is written where the line ends; only one can wait.
final class Page {
  private final StringBuilder text = new StringBuilder();
  private final List<Diagnostic> problems = new ArrayList<>();
  private List<Comment> comments = List.of();
  private @Nullable Comment waiting;
  private boolean postponed;
  private boolean inLine;
  private boolean verbatimTakesComment;
  private int level;

  /// What a failed attempt is undone to.
  record Mark(int length, int level, List<Comment> comments) {}

  // Text and lines

  void write(String part) {
    text.append(part);
  }

  /// Starts a line, where none is begun.
  void ensureLine() {
    if (!inLine) {
      startLine();
    }
  }

  void startLine() {
    inLine = true;
    text.repeat('\t', level);
  }

  void endLine() {
    inLine = false;
    if (waiting != null && !postponed) {
      write(" #" + waiting.text());
      waiting = null;
    }
    postponed = false;
    text.append('\n');
  }

  /// Ends the line that is begun, if any, and leaves one empty.
  void blankLine() {
    if (inLine) {
      endLine();
    }
    text.append('\n');
  }

  void indent() {
    level++;
  }

  void outdent() {
    level--;
  }

  /// Ends the line behind an opening bracket and starts the first one inside. The comment that
  /// waits does not belong to the bracket but to what follows.
  void openBlock() {
    postponed = true;
    endLine();
    indent();
    startLine();
  }

  /// Continues what is about to be written as part of the line, without indentation.
  void stayInLine() {
    inLine = true;
  }

  // Attempts

  Mark mark() {
    return new Mark(text.length(), level, comments);
  }

  /// Undoes what was written since the mark, and writes a node as it stands in the source instead.
  void writeVerbatim(Location place, Mark mark) {
    text.setLength(mark.length);
    level = mark.level;
    comments = mark.comments;
    if (waiting != null
        && !place.text().isEmpty()
        && waiting.location().row() >= place.row()
        && waiting.location().row() <= Places.endRow(place)) {
      waiting = null;
    }
    writeVerbatim(place);
  }

  /// Writes a node as it stands in the source, with the comments in it.
  void writeVerbatim(Location place) {
    write(place.text());
    int lastRow = Places.endRow(place);
    List<Comment> rest = new ArrayList<>();
    for (Comment comment : comments) {
      int row = comment.location().row();
      if (verbatimTakesComment && row == lastRow) {
        write(" " + comment.location().text());
      } else if (row >= lastRow) {
        rest.add(comment);
      }
    }
    comments = List.copyOf(rest);
  }

  /// Whether a node written as it stands takes the comment behind its last line along at once.
  void verbatimTakesComment(boolean takes) {
    verbatimTakesComment = takes;
  }

  // Comments

  void comments(List<Comment> comments) {
    this.comments = List.copyOf(comments);
  }

  List<Comment> comments() {
    return comments;
  }

  boolean hasWaitingComment() {
    return waiting != null;
  }

  /// Writes the comments that stand before a row, and lets the one on it wait.
  void writeCommentsUpTo(Location place) throws UnexpectedComment {
    writeCommentsUpTo(place.row());
  }

  void writeCommentsUpTo(int row) throws UnexpectedComment {
    if (!hasCommentsBefore(row + 1)) {
      return;
    }
    List<Comment> before = before(row);
    Comment on = null;
    for (Comment comment : comments) {
      on = comment.location().row() == row ? comment : on;
    }
    comments = comments.stream().filter(c -> c.location().row() > row).toList();
    writeComments(before);
    if (!before.isEmpty() && row - before.getLast().location().row() > 1) {
      blankLine();
    }
    letWait(on);
  }

  boolean hasCommentsBefore(int row) {
    return !comments.isEmpty() && comments.getFirst().location().row() < row;
  }

  /// The comments that stand before a row, which are then no longer to be written.
  List<Comment> takeCommentsBefore(int row) {
    List<Comment> before = before(row);
    comments = comments.subList(before.size(), comments.size());
    return before;
  }

  private List<Comment> before(int row) {
    return comments.stream().filter(c -> c.location().row() < row).toList();
  }

  /// Comments keep the empty lines between them, and blocks of metadata are set apart.
  void writeComments(List<Comment> block) {
    boolean inMetadata = false;
    for (int i = 0; i < block.size(); i++) {
      Comment comment = block.get(i);
      if (i > 0) {
        int distance = distance(block.get(i - 1).location(), comment.location());
        if (distance > 1) {
          blankLine();
          inMetadata = false;
        } else if (distance == 1 && inMetadata && isMetadata(comment)) {
          blankLine();
        }
      }
      inMetadata = inMetadata || isMetadata(comment);
      ensureLine();
      write("#" + comment.text());
      endLine();
    }
  }

  private static int distance(Location from, Location to) {
    return to.row() == from.row() ? to.column() - from.column() : to.row() - from.row();
  }

  private static boolean isMetadata(Comment comment) {
    return comment.location().column() == 1 && comment.text().strip().startsWith("METADATA");
  }

  private void letWait(@Nullable Comment comment) throws UnexpectedComment {
    if (waiting == null) {
      waiting = comment;
    } else if (comment != null) {
      waiting = null;
      throw new UnexpectedComment();
    }
  }

  /// Takes a step that, when it meets an unexpected comment, loses all comments still to be
  /// written. So does OPA, at just these steps.
  void losingComments(UnexpectedComment.Step step) throws UnexpectedComment {
    try {
      step.run();
    } catch (UnexpectedComment e) {
      comments = List.of();
      throw e;
    }
  }

  /// Takes a step, and goes on from where an unexpected comment stopped it. Tells whether one did.
  static boolean stops(UnexpectedComment.Step step) {
    try {
      step.run();
      return false;
    } catch (UnexpectedComment e) {
      return true;
    }
  }

  // Results

  void report(Diagnostic problem) {
    problems.add(problem);
  }

  List<Diagnostic> problems() {
    return problems;
  }

  /// The text, with one line end behind it.
  String text() {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '\n') {
      end--;
    }
    return end == text.length() ? text.toString() : text.substring(0, end) + "\n";
  }
}
