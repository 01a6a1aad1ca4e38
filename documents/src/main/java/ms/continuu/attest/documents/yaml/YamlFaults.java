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
      return "yaml: " + fault.getMessage();
    }
    boolean inFlow =
        fault instanceof ParserException
            && marked.getProblem() != null
            && marked.getProblem().startsWith("expected ','");
    int context = inFlow ? 0 : marked.getContextMark().map(Mark::getLine).orElse(0);
    int problem =
        marked
            .getProblemMark()
            .map(m -> fault instanceof ParserException ? line(m, source) : m.getLine())
            .orElse(0);
    int line = context != 0 ? context : problem;
    if (line != 0 && !(fault instanceof ParserException)) {
      line++;
    }
    String words = words(marked.getContext(), marked.getProblem(), problem);
    return line == 0 ? "yaml: " + words : "yaml: line " + line + ": " + words;
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

  private static String words(String context, String problem, int line) {
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
      return problem.contains("TAB") && line > 0
          ? "found a tab character that violates indentation"
          : "found character that cannot start any token";
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
    if (problem.startsWith("expected '<document start>'")) {
      return "did not find expected <document start>";
    }
    return problem;
  }
}
