package ms.continuu.attest.policy.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts of others inside Markdown. What stands between backticks stays code; everything else is
/// only text: no markup, no tag, no link, no mention of a person or an issue.
final class MarkdownText {
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final String PUNCTUATION = "\\`*_{}[]()+-.!|~";

  private MarkdownText() {}

  /// On one line, fit for a cell of a table.
  static String line(String text) {
    return marked(PlainText.line(text));
  }

  static String lines(String text) {
    return marked(PlainText.lines(text));
  }

  /// As code, on one line, fit for a cell of a table.
  static String code(String text) {
    String line = PlainText.line(text);
    if (line.isBlank()) {
      return "";
    }
    // A fence longer than any run of backticks within; a blank keeps the two apart.
    String fence = "`";
    while (line.contains(fence)) {
      fence += "`";
    }
    String apart = line.startsWith("`") || line.endsWith("`") ? " " : "";
    return fence + apart + line.replace("|", "\\|") + apart + fence;
  }

  private static String marked(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    Matcher code = CODE.matcher(text);
    int at = 0;
    while (code.find()) {
      escape(text.substring(at, code.start()), out);
      out.append('`').append(code.group(1).replace("|", "\\|")).append('`');
      at = code.end();
    }
    escape(text.substring(at), out);
    return out.toString();
  }

  private static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        // Hosts look for these in the finished text, where a backslash no longer stands.
        case '@', '#', ':' ->
            out.append(c == '#' ? "\\" : "")
                .append(c)
                .append(isFollowed(text, i) ? "<!-- -->" : "");
        case 'w', 'W' -> {
          boolean link = text.regionMatches(true, i, "www.", 0, 4);
          out.append(c).append(link ? "<!-- -->" : "");
        }
        default -> {
          if (PUNCTUATION.indexOf(c) >= 0) {
            out.append('\\');
          }
          out.append(c);
        }
      }
    }
  }

  private static boolean isFollowed(String text, int at) {
    return at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1));
  }
}
