package ms.continuu.attest.documents.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text that begins after the instruction's line and ends at a line with its name.
///
/// @param chomped whether tabs before the closing name do not count
record Heredoc(String name, boolean chomped, Word opening) {
  private static final Pattern OPENING = Pattern.compile("\\d*<<(-?)([^<]+)");

  /// The heredocs that a line opens, in order.
  static List<Heredoc> openedBy(LogicalLine line, int from, int to) {
    if (line.toString().indexOf("<<", from) < 0) {
      return List.of();
    }
    List<Heredoc> found = new ArrayList<>();
    for (Word word : Arguments.quotedWords(line, from, to, '\\')) {
      Matcher opening = OPENING.matcher(word.text());
      if (opening.matches()) {
        String name = unquoted(opening.group(2));
        if (!name.isEmpty()) {
          found.add(new Heredoc(name, !opening.group(1).isEmpty(), word));
        }
      }
    }
    return found;
  }

  private static String unquoted(String name) {
    StringBuilder plain = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (quote != 0 && c == quote) {
        quote = 0;
      } else if (c == '\\' && quote != '\'' && i + 1 < name.length()) {
        plain.append(name.charAt(++i));
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /// Whether a line closes it.
  boolean isClosedBy(String line) {
    int at = 0;
    while (chomped && at < line.length() && line.charAt(at) == '\t') {
      at++;
    }
    return line.length() - at == name.length() && line.startsWith(name, at);
  }
}
