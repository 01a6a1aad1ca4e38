package ms.continuu.attest.documents.dockerfile;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Splits the arguments of an instruction, each instruction by its own rules.
///
/// @param words what became of them
/// @param json whether they were written as a JSON array
record Arguments(List<Word> words, boolean json) {
  private static final Arguments NONE = new Arguments(List.of(), false);

  Arguments {
    words = List.copyOf(words);
  }

  /// Splits `[from, to)` of a line as the instruction wants it.
  ///
  /// @param escape the escape character
  static Arguments of(Instruction instruction, LogicalLine line, int from, int to, char escape) {
    if (from >= to) {
      return NONE;
    }
    return switch (instruction) {
      case ADD, COPY, VOLUME -> {
        Arguments json = json(line, from, to);
        yield json != null ? json : new Arguments(runs(line, from, to), false);
      }
      case CMD, ENTRYPOINT, RUN, SHELL -> jsonOrWhole(line, from, to);
      case EXPOSE, FROM -> new Arguments(runs(line, from, to), false);
      case ARG -> new Arguments(quotedWords(line, from, to, escape), false);
      case ENV, LABEL -> new Arguments(pairs(instruction, line, from, to, escape), false);
      case HEALTHCHECK -> healthcheck(line, from, to);
      case MAINTAINER, STOPSIGNAL, USER, WORKDIR ->
          new Arguments(List.of(line.word(from, to)), false);
      case ONBUILD -> NONE;
    };
  }

  private static Arguments jsonOrWhole(LogicalLine line, int from, int to) {
    Arguments json = json(line, from, to);
    return json != null ? json : new Arguments(List.of(line.word(from, to)), false);
  }

  private static Arguments healthcheck(LogicalLine line, int from, int to) {
    int end = line.endOfRun(from, to);
    int next = line.skipBlanks(end, to);
    List<Word> words = new ArrayList<>();
    words.add(line.word(from, end));
    if (next >= to) {
      return new Arguments(words, false);
    }
    Arguments command = jsonOrWhole(line, next, to);
    words.addAll(command.words);
    return new Arguments(words, command.json);
  }

  /// The items of a JSON array of strings, or null when it is no JSON.
  private static @Nullable Arguments json(LogicalLine line, int from, int to) {
    if (line.charAt(from) != '[') {
      return null;
    }
    Value value;
    try {
      value = Json.parse(line.toString().substring(from, to));
    } catch (JsonSyntaxException e) {
      return null;
    }
    if (!(value instanceof ArrayValue items)) {
      return null;
    }
    List<Word> words = new ArrayList<>();
    int at = from;
    for (Value item : items) {
      if (!(item instanceof StringValue text)) {
        throw new DockerfileFault(
            "a command in JSON form is an array of nothing but strings", line.word(from, to));
      }
      int start = at;
      while (line.charAt(start) != '"') {
        start++;
      }
      int end = start + 1;
      while (line.charAt(end) != '"') {
        end += line.charAt(end) == '\\' ? 2 : 1;
      }
      at = end + 1;
      words.add(line.word(text.text(), start, at));
    }
    return new Arguments(words, true);
  }

  /// What stands between blanks.
  private static List<Word> runs(LogicalLine line, int from, int to) {
    List<Word> words = new ArrayList<>();
    int at = from;
    while (at < to) {
      int end = line.endOfRun(at, to);
      words.add(line.word(at, end));
      at = line.skipBlanks(end, to);
    }
    return words;
  }

  /// What stands between blanks outside of quotes; quotes and escapes stay in the words.
  static List<Word> quotedWords(LogicalLine line, int from, int to, char escape) {
    List<Word> words = new ArrayList<>();
    int at = line.skipBlanks(from, to);
    while (at < to) {
      int start = at;
      char quote = 0;
      boolean escapeAtEnd = false;
      while (at < to && (quote != 0 || !line.isBlankAt(at))) {
        char c = line.charAt(at);
        if (c == escape && quote != '\'') {
          escapeAtEnd = at + 1 == to;
          at += 2;
        } else {
          if (quote == 0 && (c == '"' || c == '\'')) {
            quote = c;
          } else if (c == quote) {
            quote = 0;
          }
          at++;
        }
      }
      at = Math.min(at, to);
      int end = escapeAtEnd ? at - 1 : at;
      if (end > start) {
        words.add(line.word(start, end));
      }
      at = line.skipBlanks(at, to);
    }
    return words;
  }

  /// `name=value …` or the old `name value`, as name, value and what stands between them.
  private static List<Word> pairs(
      Instruction instruction, LogicalLine line, int from, int to, char escape) {
    List<Word> words = quotedWords(line, from, to, escape);
    List<Word> parts = new ArrayList<>();
    if (words.isEmpty() || words.getFirst().text().indexOf('=') < 0) {
      int end = line.endOfRun(from, to);
      int value = line.skipBlanks(end, to);
      if (value >= to) {
        throw new DockerfileFault(
            instruction.name() + " needs a name and a value; write `name=value`",
            line.word(from, to));
      }
      parts.add(line.word(from, end));
      parts.add(line.word(value, to));
      parts.add(line.word("", value, value));
      return parts;
    }
    for (Word word : words) {
      int equals = word.text().indexOf('=');
      if (equals < 0) {
        throw new DockerfileFault(
            "expected `name=value`, found `" + word.text() + "`; quote values with blanks", word);
      }
      String text = word.text();
      // A continuation within the word stretches it in the source, not in the text.
      int middle = Math.min(word.start() + equals, word.end());
      parts.add(new Word(text.substring(0, equals), word.start(), middle));
      parts.add(new Word(text.substring(equals + 1), Math.min(middle + 1, word.end()), word.end()));
      parts.add(new Word("=", middle, Math.min(middle + 1, word.end())));
    }
    return parts;
  }
}
