package ms.continuu.attest.rego.syntax;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Utf8;
import org.jspecify.annotations.Nullable;

/// Where the parser stands: the current token, what was said so far, and the way back.
final class Cursor {
  private final SourceFile source;
  private final String text;
  private final ParseOptions options;
  private final Lexer lexer;
  private final ErrorLines lines;
  private final DeepCalls.Watch watch;

  private @Nullable Chain<Diagnostic> errors;
  private @Nullable Chain<Module.Comment> comments;
  private List<String> hints = List.of();
  private Token token = Token.ILLEGAL;
  private String literal = "";
  private int start;
  private int end;
  private int row;
  private int column;
  private int previousEnd;
  private int wildcards;
  private boolean lineEndBefore;
  private int depth;

  /// @param watch told of every level, so that deep texts find the stack they need
  Cursor(SourceFile source, ParseOptions options, Keywords keywords, DeepCalls.Watch watch) {
    this.source = source;
    this.text = source.text();
    this.options = options;
    this.lexer = new Lexer(text, keywords);
    this.lines = new ErrorLines(source);
    this.watch = watch;
  }

  /// All that a speculation may change.
  record Mark(
      Lexer.Mark lexer,
      @Nullable Chain<Diagnostic> errors,
      @Nullable Chain<Module.Comment> comments,
      List<String> hints,
      Token token,
      String literal,
      int start,
      int end,
      int row,
      int column,
      int previousEnd,
      int wildcards,
      boolean lineEndBefore) {}

  Mark save() {
    return new Mark(
        lexer.mark(),
        errors,
        comments,
        hints,
        token,
        literal,
        start,
        end,
        row,
        column,
        previousEnd,
        wildcards,
        lineEndBefore);
  }

  void restore(Mark mark) {
    lexer.reset(mark.lexer());
    errors = mark.errors();
    comments = mark.comments();
    hints = mark.hints();
    token = mark.token();
    literal = mark.literal();
    start = mark.start();
    end = mark.end();
    row = mark.row();
    column = mark.column();
    previousEnd = mark.previousEnd();
    wildcards = mark.wildcards();
    lineEndBefore = mark.lineEndBefore();
  }

  // ---- the current token

  Token token() {
    return token;
  }

  boolean at(Token expected) {
    return token == expected;
  }

  /// Takes the current token for another, as a keyword for a name.
  void retag(Token other) {
    token = other;
  }

  String literal() {
    return literal;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /// Where the token before the current one ends, white space and comments aside.
  int previousEnd() {
    return previousEnd;
  }

  /// Whether the current token begins on a later line than the one before ends.
  boolean lineEndBefore() {
    return lineEndBefore;
  }

  /// The place of the current token.
  Location here() {
    return new Location(source, start, end, row, column);
  }

  /// The row and column of `place`, with the text `[start, end)`. OPA's nodes often stand at their
  /// first part, but span more text.
  Location span(Location place, int start, int end) {
    return new Location(
        source, start, Math.max(start, Math.min(end, text.length())), place.row(), place.column());
  }

  /// `place` with its text up to the last token that was read.
  Location extend(Location place) {
    return span(place, place.start(), previousEnd);
  }

  /// The token that follows the current one.
  Token peek() {
    Mark mark = save();
    scan();
    Token next = token;
    restore(mark);
    return next;
  }

  /// The token or white space that follows the current one.
  Token peekRaw() {
    Mark mark = save();
    scanRaw();
    Token next = token;
    restore(mark);
    return next;
  }

  // ---- reading on

  /// Goes to the next token.
  void scan() {
    leaveToken();
    do {
      lexer.scan();
      take();
    } while (token == Token.WHITESPACE || token == Token.COMMENT);
  }

  /// Goes to the next token or white space character.
  void scanRaw() {
    leaveToken();
    do {
      lexer.scan();
      take();
    } while (token == Token.COMMENT);
  }

  /// Goes on with a template string, from the brace that closes an embedded expression.
  void scanTemplate(Lexer.Template template) {
    leaveToken();
    lexer.scanTemplate(template);
    take();
  }

  private void leaveToken() {
    if (token != Token.WHITESPACE) {
      previousEnd = end;
      lineEndBefore = false;
    }
  }

  private void take() {
    token = lexer.token();
    literal = lexer.literal();
    start = lexer.start();
    end = lexer.end();
    row = lexer.row();
    column = lexer.column();
    List<String> faults = lexer.takeFaults();
    if (!faults.isEmpty()) {
      faults.forEach(fault -> error(here(), fault));
      token = Token.ILLEGAL;
    }
    if (token == Token.WHITESPACE && literal.equals("\n")) {
      lineEndBefore = true;
    } else if (token == Token.COMMENT) {
      comments = Chain.add(comments, new Module.Comment(commentText(), here()));
    }
  }

  /// Without `#` and carriage returns behind. At the end of the text OPA loses all but the first
  /// byte of the last character.
  private String commentText() {
    String comment = literal.substring(1);
    int length = comment.length();
    while (length > 0 && comment.charAt(length - 1) == '\r') {
      length--;
    }
    comment = comment.substring(0, length);
    if (end < text.length() || length == 0 || comment.charAt(length - 1) < 0x80) {
      return comment;
    }
    byte[] bytes = Utf8.encode(comment);
    int last = comment.offsetByCodePoints(length, -1);
    int kept = Utf8.encode(comment.substring(0, last)).length + 1;
    return Utf8.decode(java.util.Arrays.copyOf(bytes, kept));
  }

  // ---- keywords

  Keywords keywords() {
    return lexer.keywords();
  }

  void use(Keywords keywords) {
    lexer.use(keywords);
  }

  /// Whether a keyword may stand as a name within refs.
  boolean isNameInRefs(Token keyword) {
    return options.has("keywords_in_refs")
        && (Keywords.isOf(options.version(), keyword.text())
            || keywords().isActive(keyword.text()));
  }

  /// Takes a keyword that begins a ref (`if.a`, `in["b"]`) for a name.
  boolean retagRefHead() {
    if (!isNameInRefs(token)) {
      return false;
    }
    Token next = peekRaw();
    if (next != Token.DOT && next != Token.LEFT_BRACKET) {
      return false;
    }
    token = Token.IDENT;
    return true;
  }

  // ---- wildcards

  /// A fresh name for `_`.
  String wildcard() {
    return "$" + wildcards++;
  }

  // ---- nesting

  /// Goes one level deeper; false, with an error, when that is too deep.
  boolean enter() {
    depth++;
    if (options.maxDepth() > 0 && depth > options.maxDepth()) {
      error(here(), "max parsing recursion depth exceeded");
      depth--;
      return false;
    }
    watch.entered(depth);
    return true;
  }

  void leave() {
    depth--;
  }

  void leave(int levels) {
    depth -= levels;
  }

  // ---- what is wrong

  boolean hasErrors() {
    return errors != null;
  }

  List<Diagnostic> errors() {
    return Chain.list(errors);
  }

  List<Module.Comment> comments() {
    return Chain.list(comments);
  }

  int commentCount() {
    return comments == null ? 0 : comments.size();
  }

  boolean hasHints() {
    return !hints.isEmpty();
  }

  /// Says something with the next error.
  void hint(String hint) {
    List<String> more = new ArrayList<>(hints);
    more.add(hint);
    hints = List.copyOf(more);
  }

  void errorHere(String message) {
    error(here(), message);
  }

  void error(Location location, String message) {
    String full = message;
    if (!hints.isEmpty()) {
      full += (hints.size() == 1 ? " (hint: " : " (hints: ") + String.join(", ", hints) + ")";
      hints = List.of();
    }
    errors = Chain.add(errors, lines.error(location, offset(location), full));
  }

  /// Where a place begins, whatever text its node spans.
  private int offset(Location location) {
    if (location.row() == row && location.column() == column) {
      return start;
    }
    return source.offset(location.row(), location.column());
  }

  void illegal() {
    errorHere(token == Token.ILLEGAL ? "illegal token" : unexpected());
  }

  void illegal(String note) {
    errorHere(token == Token.ILLEGAL ? "illegal token" : unexpected() + ": " + note);
  }

  private String unexpected() {
    return "unexpected " + token.text() + (token.isKeyword() ? " keyword" : " token");
  }
}
