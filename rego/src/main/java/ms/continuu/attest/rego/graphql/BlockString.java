package ms.continuu.attest.rego.graphql;

import java.util.ArrayList;
import java.util.List;

/// Block strings, whose common indentation and empty first and last lines do not count.
final class BlockString {
  private BlockString() {}

  static String valueOf(String raw) {
    List<String> lines = new ArrayList<>(List.of(raw.split("\n", -1)));
    int indent = Integer.MAX_VALUE;
    for (String line : lines) {
      if (!isBlank(line)) {
        indent = Math.min(indent, indentOf(line));
      }
    }
    if (indent != Integer.MAX_VALUE) {
      for (int i = 1; i < lines.size(); i++) {
        String line = lines.get(i);
        lines.set(i, line.length() < indent ? "" : line.substring(indent));
      }
    }
    while (!lines.isEmpty() && isBlank(lines.getFirst())) {
      lines.removeFirst();
    }
    while (!lines.isEmpty() && isBlank(lines.getLast())) {
      lines.removeLast();
    }
    return String.join("\n", lines);
  }

  private static boolean isBlank(String line) {
    return indentOf(line) == line.length();
  }

  private static int indentOf(String line) {
    int indent = 0;
    while (indent < line.length() && (line.charAt(indent) == ' ' || line.charAt(indent) == '\t')) {
      indent++;
    }
    return indent;
  }
}
