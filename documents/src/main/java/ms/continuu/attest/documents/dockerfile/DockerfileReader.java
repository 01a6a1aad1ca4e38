package ms.continuu.attest.documents.dockerfile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ms.continuu.attest.documents.Document;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.NodePlaces;
import ms.continuu.attest.documents.NodePlaces.Place;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Value;

/// Reads a Dockerfile line by line as BuildKit does: directives, comments, continuations, heredocs.
final class DockerfileReader {
  private static final Pattern DIRECTIVE =
      Pattern.compile("#\\s*([a-zA-Z][a-zA-Z0-9]*)\\s*=\\s*(\\S.*?)\\s*");
  private static final Set<String> DIRECTIVES = Set.of("syntax", "escape", "check");

  private final SourceFile source;
  private final String text;
  private final DocumentLimits limits;
  private final List<Value> values = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final List<Word> comments = new ArrayList<>();
  private final Set<String> directives = new HashSet<>();
  private boolean directivesMayFollow = true;
  private char escape = '\\';
  private int at;
  private int stages;

  DockerfileReader(SourceFile source, DocumentLimits limits) {
    this.source = source;
    this.text = source.text();
    this.limits = limits;
  }

  /// @throws DockerfileFault when the text is no Dockerfile, or exceeds a limit
  Document read() {
    while (at < text.length()) {
      int start = skipBlanks(at);
      int end = endOfLine(at);
      if (start < end && text.charAt(start) == '#') {
        commentOrDirective(start, end);
        at = nextLine(end);
      } else {
        directivesMayFollow = false;
        LogicalLine line = logicalLine(start);
        if (line.trimEnd(0, line.length()) > 0) {
          instruction(line);
        }
      }
    }
    if (values.isEmpty()) {
      throw new DockerfileFault("file has no instruction", 0, 0);
    }
    Place root = new Place(0, 0);
    root.setItems(places);
    return new Document(source, 0, ArrayValue.of(values), new NodePlaces(source, root));
  }

  private void commentOrDirective(int start, int end) {
    if (directivesMayFollow) {
      Matcher directive = DIRECTIVE.matcher(text.substring(start, end));
      String name = directive.matches() ? directive.group(1).toLowerCase(Locale.ROOT) : "";
      directivesMayFollow = DIRECTIVES.contains(name);
      if (directivesMayFollow) {
        directive(name, directive.group(2), start, end);
        return;
      }
    }
    String comment = text.substring(start + 1, end).strip();
    // As BuildKit does: an empty comment parts what follows from what stood before.
    if (comment.isEmpty()) {
      comments.clear();
    } else {
      comments.add(new Word(comment, start, end));
    }
  }

  private void directive(String name, String value, int start, int end) {
    if (!directives.add(name)) {
      throw new DockerfileFault("directive `" + name + "` is repeated; remove one", start, end);
    }
    if (name.equals("escape")) {
      if (!value.equals("\\") && !value.equals("`")) {
        throw new DockerfileFault("the escape character is \\ or `, not " + value, start, end);
      }
      escape = value.charAt(0);
    }
  }

  /// Joins the line at the cursor with the lines that continue it, and moves past them.
  private LogicalLine logicalLine(int start) {
    LogicalLine line = new LogicalLine();
    int end = endOfLine(start);
    int kept = beforeContinuation(start, end);
    line.append(text, start, kept < 0 ? end : kept);
    at = nextLine(end);
    while (kept >= 0 && at < text.length()) {
      int from = at;
      end = endOfLine(from);
      at = nextLine(end);
      int first = skipBlanks(from);
      if (first < end && text.charAt(first) != '#') {
        kept = beforeContinuation(from, end);
        line.append(text, from, kept < 0 ? end : kept);
      }
    }
    return line;
  }

  /// Where the escape character stands that joins `[from, to)` with the next line, or -1.
  private int beforeContinuation(int from, int to) {
    int end = to;
    while (end > from && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
      end--;
    }
    boolean escaped = end > from && text.charAt(end - 1) == escape;
    boolean single = end - 1 == from || end - 2 >= from && text.charAt(end - 2) != escape;
    return escaped && single ? end - 1 : -1;
  }

  private void instruction(LogicalLine line) {
    int end = line.trimEnd(0, line.length());
    int start = line.skipBlanks(0, end);
    Word keyword = line.word(start, line.endOfRun(start, end));
    Instruction outer = known(keyword);
    Flags flags = Flags.of(line, line.endOfRun(start, end), end, escape);
    Instruction inner = outer;
    Word subKeyword = null;
    Arguments arguments;
    if (outer == Instruction.ONBUILD && flags.end() < end) {
      int subEnd = line.endOfRun(flags.end(), end);
      subKeyword = line.word(flags.end(), subEnd);
      inner = known(subKeyword);
      if (inner == Instruction.ONBUILD) {
        throw new DockerfileFault("ONBUILD cannot hold another ONBUILD", subKeyword);
      }
      Flags subFlags = Flags.of(line, subEnd, end, escape);
      arguments = Arguments.of(inner, line, subFlags.end(), end, escape);
    } else {
      arguments = Arguments.of(outer, line, flags.end(), end, escape);
    }
    demand(inner, subKeyword == null ? keyword : subKeyword, arguments);
    if (outer == Instruction.FROM) {
      stages++;
    }
    List<Word> heredocs = new ArrayList<>();
    if (inner.takesHeredocs() && !arguments.json()) {
      for (Heredoc heredoc : Heredoc.openedBy(line, flags.end(), end)) {
        heredocs.add(content(heredoc));
      }
    }
    for (Word comment : comments) {
      add(Command.comment(comment, stage(), row(comment)));
    }
    comments.clear();
    add(
        new Command(
            keyword,
            outer.word(),
            subKeyword,
            flags.words(),
            arguments,
            stage(),
            row(keyword),
            heredocs));
  }

  private static Instruction known(Word keyword) {
    Instruction instruction = Instruction.of(keyword.text());
    if (instruction == null) {
      String name = keyword.text();
      throw new DockerfileFault(
          "unknown instruction `" + (name.length() > 40 ? name.substring(0, 40) + "…" : name) + "`",
          keyword);
    }
    return instruction;
  }

  private static void demand(Instruction instruction, Word keyword, Arguments arguments) {
    int count = arguments.words().size();
    if (count < instruction.leastArguments()) {
      throw new DockerfileFault(
          instruction.name()
              + " needs at least "
              + (instruction.leastArguments() == 1 ? "one argument" : "two arguments"),
          keyword);
    }
    if (instruction == Instruction.FROM
        && count != 1
        && (count != 3 || !arguments.words().get(1).text().equalsIgnoreCase("as"))) {
      throw new DockerfileFault("FROM is written `FROM image` or `FROM image AS stage`", keyword);
    }
  }

  /// Takes the lines of a heredoc.
  private Word content(Heredoc heredoc) {
    int start = at;
    while (at < text.length()) {
      int from = at;
      int end = endOfLine(from);
      at = nextLine(end);
      if (heredoc.isClosedBy(text.substring(from, end))) {
        return new Word(text.substring(start, from), start, from);
      }
    }
    throw new DockerfileFault(
        "heredoc is not closed; end it with a line `" + heredoc.name() + "`", heredoc.opening());
  }

  private void add(Command command) {
    if (values.size() >= limits.nodes()) {
      throw new DockerfileFault(
          "more than " + limits.nodes() + " instructions in one file", command.keyword());
    }
    values.add(command.value());
    places.add(command.place());
  }

  private int stage() {
    return Math.max(stages - 1, 0);
  }

  private int row(Word word) {
    return source.at(word.start(), word.end()).row();
  }

  private int skipBlanks(int from) {
    int i = from;
    while (i < text.length()
        && text.charAt(i) != '\n'
        && (Character.isWhitespace(text.charAt(i)) || text.charAt(i) == '\u00a0')) {
      i++;
    }
    return i;
  }

  /// The end of the line's text, before any carriage return.
  private int endOfLine(int from) {
    int end = text.indexOf('\n', from);
    end = end < 0 ? text.length() : end;
    while (end > from && text.charAt(end - 1) == '\r') {
      end--;
    }
    return end;
  }

  private int nextLine(int end) {
    int feed = text.indexOf('\n', end);
    return feed < 0 ? text.length() : feed + 1;
  }
}
