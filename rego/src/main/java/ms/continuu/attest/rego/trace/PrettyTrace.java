package ms.continuu.attest.rego.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.rego.trace.TraceEvent.Op;
import ms.continuu.attest.value.Value;

/// The events of a run as indented lines in columns, as `opa eval --explain` prints them.
public final class PrettyTrace {
  private static final int PADDING = 4;
  private static final int MAX_VALUE_WIDTH = 32;

  private PrettyTrace() {}

  /// The lines, with the place of each event.
  public static String text(List<TraceEvent> events) {
    return table(events, false);
  }

  /// The same, with the values of the variables in each expression.
  public static String textWithVariables(List<TraceEvent> events) {
    return table(events, true);
  }

  /// The same lines in cells, each as wide as its column but the last.
  public static List<List<String>> cells(List<TraceEvent> events) {
    return aligned(rows(events, false));
  }

  /// The same, with the values of the variables.
  public static List<List<String>> cellsWithVariables(List<TraceEvent> events) {
    return aligned(rows(events, true));
  }

  private static String table(List<TraceEvent> events, boolean variables) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : aligned(rows(events, variables))) {
      row.forEach(text::append);
      text.append('\n');
    }
    return text.toString();
  }

  private static List<List<String>> rows(List<TraceEvent> events, boolean variables) {
    Map<Long, Integer> depths = new HashMap<>();
    Map<String, String> files = ShortenedFiles.of(events);
    List<List<String>> rows = new ArrayList<>();
    for (TraceEvent event : events) {
      List<String> row = new ArrayList<>();
      row.add(place(event, files));
      row.add(line(event, depth(event, depths)));
      if (variables) {
        row.add(EventVariables.text(event, MAX_VALUE_WIDTH));
      }
      rows.add(row);
    }
    return rows;
  }

  private static String place(TraceEvent event, Map<String, String> files) {
    String file = event.location().file();
    return (file.isEmpty() ? "query" : files.getOrDefault(file, file))
        + ":"
        + event.location().row();
  }

  private static int depth(TraceEvent event, Map<Long, Integer> depths) {
    Integer known = depths.get(event.queryId());
    if (known == null) {
      known = depths.getOrDefault(event.parentId(), 0) + 1;
      depths.put(event.queryId(), known);
    }
    return known;
  }

  /// One event, indented by the depth of its query.
  static String line(TraceEvent event, int depth) {
    boolean outer =
        event.op() == Op.ENTER || event.op() == Op.REDO && !(event.node() instanceof Expr);
    StringBuilder line = new StringBuilder("| ".repeat(outer ? depth - 1 : depth));
    line.append(event.op().word()).append(' ');
    if (event.op() == Op.NOTE) {
      return line.append('"').append(event.message()).append('"').toString();
    }
    line.append(node(event));
    if (!event.message().isEmpty()) {
      line.append(' ').append(event.message());
    }
    return line.toString();
  }

  private static String node(TraceEvent event) {
    if (event.ref() != null) {
      return TermText.of(event.ref());
    }
    Renaming renaming = new Renaming(event.rewrittenVars());
    return switch (event.node()) {
      case Expr expr -> TermText.of(renaming.shown(expr, event.locals()));
      case Body body -> TermText.of(renaming.body(body));
      case Rule rule -> TermText.of(rule.head().ref());
      default -> "";
    };
  }

  private static List<List<String>> aligned(List<List<String>> rows) {
    Map<Integer, Integer> widths = new TreeMap<>();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths.merge(i, row.get(i).getBytes(StandardCharsets.UTF_8).length, Math::max);
      }
    }
    List<List<String>> aligned = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.size() - 1; i++) {
        String cell = row.get(i);
        int width = widths.getOrDefault(i, 0) + PADDING;
        int missing = width - cell.codePointCount(0, cell.length());
        cells.add(cell + " ".repeat(Math.max(missing, 0)) + " ");
      }
      cells.add(row.getLast());
      aligned.add(cells);
    }
    return aligned;
  }

  /// The text of a value, cut to so many bytes.
  static String cut(Value value, int width) {
    byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
    return bytes.length <= width
        ? value.toString()
        : new String(bytes, 0, width - 3, StandardCharsets.UTF_8) + "...";
  }
}
