package ms.continuu.attest.documents.dockerfile;

import java.util.ArrayList;
import java.util.List;

/// The flags before the arguments of an instruction, such as `--from=build`.
///
/// @param end where the arguments begin
record Flags(List<Word> words, int end) {
  Flags {
    words = List.copyOf(words);
  }

  /// Takes flags off the front of `[from, to)`. Quotes and escapes do not stay in them.
  static Flags of(LogicalLine line, int from, int to, char escape) {
    List<Word> words = new ArrayList<>();
    int at = line.skipBlanks(from, to);
    while (at + 1 < to && line.charAt(at) == '-' && line.charAt(at + 1) == '-') {
      int start = at;
      StringBuilder text = new StringBuilder();
      at = endOfFlag(line, at, to, escape, text);
      if (text.toString().equals("--")) {
        return new Flags(words, line.skipBlanks(at, to));
      }
      words.add(line.word(text.toString(), start, at));
      at = line.skipBlanks(at, to);
    }
    return new Flags(words, at);
  }

  private static int endOfFlag(
      LogicalLine line, int from, int to, char escape, StringBuilder text) {
    char quote = 0;
    int at = from;
    while (at < to && (quote != 0 || !line.isBlankAt(at))) {
      char c = line.charAt(at++);
      if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (quote != 0 && c == quote) {
        quote = 0;
      } else if (c == escape) {
        if (at < to) {
          text.append(line.charAt(at++));
        }
      } else {
        text.append(c);
      }
    }
    return at;
  }
}
