package ms.continuu.attest.documents.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Faults of the YAML library in the words of libyaml, which OPA's users know.
final class YamlFaults {
  private YamlFaults() {}

  /// A fault's text, `yaml: line N: …`, with go-yaml's own way of counting lines.
  static String text(YamlEngineException fault, String source) {
    if (!(fault instanceof MarkedYamlEngineException marked)) {
      String message = String.valueOf(fault.getMessage());
      return message.startsWith("special characters are not allowed")
          ? "yaml: control characters are not allowed"
          : "yaml: " + message;
    }
    int context = marked.getContextMark().map(Mark::getLine).orElse(0);
    int problem =
        marked
            .getProblemMark()
            .map(m -> fault instanceof ParserException ? line(m, source) : m.getLine())
            .orElse(0);
    int line = context != 0 ? context : problem;
    if (line != 0 && !(fault instanceof ParserException)) {
      line++;
    }
    if (isTab(marked.getProblem())) {
      return tabText(marked, source);
    }
    String words = words(marked.getContext(), marked.getProblem());
    return line == 0 ? "yaml: " + words : "yaml: line " + line + ": " + words;
  }

  private static boolean isTab(String problem) {
    return problem != null
        && problem.contains("(TAB)")
        && problem.contains("that cannot start any token");
  }

  /// A tab where an indentation should be. Libyaml looks for it within a plain scalar that may go
  /// on, and then tells where that begins.
  private static String tabText(MarkedYamlEngineException fault, String source) {
    int tab = fault.getProblemMark().map(Mark::getLine).orElse(0);
    int before = tab - 1;
    String[] lines = source.split("\n", -1);
    while (before >= 0 && lines[before].isBlank()) {
      before--;
    }
    boolean plain = before >= 0 && endsPlain(lines[before].strip());
    int line = plain && before > 0 ? before + 1 : tab == 0 ? 0 : tab + 1;
    return "yaml: "
        + (line == 0 ? "" : "line " + line + ": ")
        + (plain
            ? "found a tab character that violates indentation"
            : "found character that cannot start any token");
  }

  /// Whether a line ends within a plain scalar.
  private static boolean endsPlain(String line) {
    int from =
        Math.max(line.lastIndexOf(": "), Math.max(line.lastIndexOf("- "), line.lastIndexOf("? ")));
    String scalar = from < 0 ? line : line.substring(from + 2).strip();
    return !scalar.isEmpty()
        && "\"'[]{}|>&*!%#@`,".indexOf(scalar.charAt(0)) < 0
        && !scalar.contains(" #")
        && ":\"'}]".indexOf(scalar.charAt(scalar.length() - 1)) < 0
        && !scalar.equals("---")
        && !scalar.equals("-");
  }

  /// The end of a text without a last line end counts as a line of its own.
  private static int line(Mark mark, String source) {
    boolean atEnd =
        mark.getIndex() >= source.codePointCount(0, source.length()) && mark.getColumn() > 0;
    return atEnd ? mark.getLine() + 1 : mark.getLine();
  }

  /// The offset of the fault in code points, if known.
  static Optional<Mark> mark(YamlEngineException fault) {
    return fault instanceof MarkedYamlEngineException marked
        ? marked.getProblemMark().or(marked::getContextMark)
        : Optional.empty();
  }

  private static String words(String context, String problem) {
    if (problem == null) {
      return "invalid document";
    }
    if (problem.startsWith("mapping values are not allowed")) {
      return "mapping values are not allowed in this context";
    }
    if (problem.startsWith("sequence entries are not allowed")) {
      return "block sequence entries are not allowed in this context";
    }
    if (problem.startsWith("expected escape sequence of")) {
      return "did not find expected hexdecimal number";
    }
    if (problem.startsWith("expected chomping or indentation indicators")) {
      return "did not find expected comment or line break";
    }
    if (problem.contains("that cannot start any token")) {
      return "found character that cannot start any token";
    }
    if (problem.startsWith("expected the node content")) {
      return "did not find expected node content";
    }
    if (problem.startsWith("expected <block end>")) {
      return context != null && context.contains("collection")
          ? "did not find expected '-' indicator"
          : "did not find expected key";
    }
    if (problem.startsWith("expected ',' or ']'")) {
      return "did not find expected ',' or ']'";
    }
    if (problem.startsWith("expected ',' or '}'")) {
      return "did not find expected ',' or '}'";
    }
    if (problem.startsWith("found unknown escape character")) {
      return "found unknown escape character";
    }
    if (problem.startsWith("found undefined alias")
        || problem.startsWith("found duplicate anchor")) {
      return problem;
    }
    if (problem.startsWith("expected a comment or a line break")) {
      return "did not find expected comment or line break";
    }
    if (problem.startsWith("found unexpected document separator")) {
      return "found unexpected document indicator";
    }
    if (problem.startsWith("expected '<document start>'")) {
      return "did not find expected <document start>";
    }
    return rareWords(problem);
  }

  private static String rareWords(String problem) {
    if (problem.startsWith("unexpected character found")) {
      return "did not find expected alphabetic or numeric character";
    }
    if (problem.startsWith("expected alphabetic or numeric character")) {
      return "could not find expected directive name";
    }
    if (problem.startsWith("expected ' ', but found") || problem.startsWith("expected '!'")) {
      return "did not find expected whitespace or line break";
    }
    if (problem.startsWith("expected URI escape sequence")) {
      return "did not find URI escaped octet";
    }
    if (problem.startsWith("expected indentation indicator in the range")) {
      return "found an indentation indicator equal to 0";
    }
    return problem;
  }
}
