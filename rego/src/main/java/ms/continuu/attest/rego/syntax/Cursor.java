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
  private final boolean keywordsInRefs;

  private State now;
  private int depth;

  /// @param watch told of every level, so that deep texts find the stack they need
  Cursor(SourceFile source, ParseOptions options, Keywords keywords, DeepCalls.Watch watch) {
    this.source = source;
    this.text = source.text();
    this.options = options;
    this.lexer = new Lexer(text, keywords);
    this.lines = new ErrorLines(source);
    this.watch = watch;
    this.keywordsInRefs = options.has("keywords_in_refs");
    this.now = new State(lexer.position());
  }

  /// All that a speculation may change.
  ///
  /// OPA goes on with the state that it restores, not with a copy of it. A state that is restored
  /// twice, as those of [TermCache] are, begins the second time where the first ended. So it does
  /// here: errors depend on it.
  static final class State {
    private final Lexer.Position position;
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

    private State(Lexer.Position position) {
      this.position = position;
    }

    private State copy() {
      State copy = new State(position.copy());
      copy.errors = errors;
      copy.comments = comments;
      copy.hints = hints;
      copy.token = token;
      copy.literal = literal;
      copy.start = start;
      copy.end = end;
      copy.row = row;
      copy.column = column;
      copy.previousEnd = previousEnd;
      copy.wildcards = wildcards;
      copy.lineEndBefore = lineEndBefore;
      return copy;
    }
  }

  State save() {
    return now.copy();
  }

  void restore(State saved) {
    now = saved;
    lexer.goOn(saved.position);
  }

  // ---- the current token

  Token token() {
    return now.token;
  }

  boolean at(Token expected) {
    return now.token == expected;
  }

  /// Takes the current token for another, as a keyword for a name.
  void retag(Token other) {
    now.token = other;
  }

  String literal() {
    return now.literal;
  }

  int start() {
    return now.start;
  }

  int end() {
    return now.end;
  }

  /// Where the token before the current one ends, white space and comments aside.
  int previousEnd() {
    return now.previousEnd;
  }

  /// Whether the current token begins on a later line than the one before ends.
  boolean lineEndBefore() {
    return now.lineEndBefore;
  }

  /// The place of the current token.
  Location here() {
    return new Location(source, now.start, now.end, now.row, now.column);
  }

  /// The row and column of `place`, with the text `[start, end)`. OPA's nodes often stand at their
  /// first part, but span more text.
  Location span(Location place, int start, int end) {
    return new Location(
        source, start, Math.max(start, Math.min(end, text.length())), place.row(), place.column());
  }

  /// `place` with its text up to the last token that was read.
  Location extend(Location place) {
    return span(place, place.start(), now.previousEnd);
  }

  /// The token that follows the current one.
  Token peek() {
    State saved = save();
    scan();
    Token next = now.token;
    restore(saved);
    return next;
  }

  /// The token or white space that follows the current one.
  Token peekRaw() {
    State saved = save();
    scanRaw();
    Token next = now.token;
    restore(saved);
    return next;
  }

  // ---- reading on

  /// Goes to the next token.
  void scan() {
    leaveToken();
    do {
      lexer.scan();
      take();
    } while (now.token == Token.WHITESPACE || now.token == Token.COMMENT);
  }

  /// Goes to the next token or white space character.
  void scanRaw() {
    leaveToken();
    do {
      lexer.scan();
      take();
    } while (now.token == Token.COMMENT);
  }

  /// Goes on with a template string, from the brace that closes an embedded expression.
  void scanTemplate(Lexer.Template template) {
    leaveToken();
    lexer.scanTemplate(template);
    take();
  }

  private void leaveToken() {
    if (now.token != Token.WHITESPACE) {
      now.previousEnd = now.end;
      now.lineEndBefore = false;
    }
  }

  private void take() {
    now.token = lexer.token();
    now.literal = lexer.literal();
    now.start = lexer.start();
    now.end = lexer.end();
    now.row = lexer.row();
    now.column = lexer.column();
    List<String> faults = lexer.takeFaults();
    if (!faults.isEmpty()) {
      faults.forEach(fault -> error(here(), fault));
      now.token = Token.ILLEGAL;
    }
    if (now.token == Token.WHITESPACE && now.literal.equals("\n")) {
      now.lineEndBefore = true;
    } else if (now.token == Token.COMMENT) {
      now.comments = Chain.add(now.comments, new Module.Comment(commentText(), here()));
    }
  }

  /// Without `#` and carriage returns behind. At the end of the text OPA loses all but the first
  /// byte of the last character.
  private String commentText() {
    String comment = now.literal.substring(1);
    int length = comment.length();
    while (length > 0 && comment.charAt(length - 1) == '\r') {
      length--;
    }
    comment = comment.substring(0, length);
    if (now.end < text.length() || length == 0 || comment.charAt(length - 1) < 0x80) {
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
    return keywordsInRefs
        && keyword.mayNameKeyword()
        && (Keywords.isOf(options.version(), keyword.text())
            || keywords().isActive(keyword.text()));
  }

  /// Takes a keyword that begins a ref (`if.a`, `in["b"]`) for a name.
  boolean retagRefHead() {
    if (!isNameInRefs(now.token)) {
      return false;
    }
    Token next = peekRaw();
    if (next != Token.DOT && next != Token.LEFT_BRACKET) {
      return false;
    }
    now.token = Token.IDENT;
    return true;
  }

  // ---- wildcards

  /// A fresh name for `_`.
  String wildcard() {
    return "$" + now.wildcards++;
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
    return now.errors != null;
  }

  List<Diagnostic> errors() {
    return Chain.list(now.errors);
  }

  List<Module.Comment> comments() {
    return Chain.list(now.comments);
  }

  int commentCount() {
    return now.comments == null ? 0 : now.comments.size();
  }

  boolean hasHints() {
    return !now.hints.isEmpty();
  }

  /// Says something with the next error.
  void hint(String hint) {
    List<String> more = new ArrayList<>(now.hints);
    more.add(hint);
    now.hints = List.copyOf(more);
  }

  void errorHere(String message) {
    error(here(), message);
  }

  void error(Location location, String message) {
    String full = message;
    if (!now.hints.isEmpty()) {
      full +=
          (now.hints.size() == 1 ? " (hint: " : " (hints: ") + String.join(", ", now.hints) + ")";
      now.hints = List.of();
    }
    now.errors = Chain.add(now.errors, lines.error(location, offset(location), full));
  }

  /// Where a place begins, whatever text its node spans.
  private int offset(Location location) {
    if (location.row() == now.row && location.column() == now.column) {
      return now.start;
    }
    return source.offset(location.row(), location.column());
  }

  void illegal() {
    errorHere(now.token == Token.ILLEGAL ? "illegal token" : unexpected());
  }

  void illegal(String note) {
    errorHere(now.token == Token.ILLEGAL ? "illegal token" : unexpected() + ": " + note);
  }

  private String unexpected() {
    return "unexpected " + now.token.text() + (now.token.isKeyword() ? " keyword" : " token");
  }
}
