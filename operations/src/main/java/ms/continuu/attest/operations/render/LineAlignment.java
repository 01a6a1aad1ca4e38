package ms.continuu.attest.operations.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.SourceFile;
import org.jspecify.annotations.Nullable;

/// Which line of a template a line of a rendered manifest was made of: the pairs of lines with the
/// same key that agree best when both texts are read in order (a heaviest common subsequence).
final class LineAlignment {
  private static final Pattern KEY =
      Pattern.compile("(\\s*(?:- +)*)([\"']?)([A-Za-z0-9_./$-]+)\\2\\s*:(?:\\s.*)?");
  private static final Pattern ITEM = Pattern.compile("(\\s*- +)(\\S.*)");

  /// Texts of a thousand lines and more against as many are not aligned.
  private static final long LARGEST = 4_000_000;

  /// A line that has a key, or is an item of a list.
  ///
  /// @param key the key, or `-` for an item
  /// @param at the column of what tells it, from 0
  private record Line(int row, String key, int at, String text) {
    boolean isItem() {
      return key.equals("-");
    }

    /// How well they agree; 0 for not at all.
    int agreement(Line template) {
      if (!key.equals(template.key)) {
        return 0;
      }
      boolean same = text.equals(template.text);
      if (isItem()) {
        return same ? 4 : template.text.contains("{{") ? 1 : 0;
      }
      return 2 + (same ? 3 : 0) + (at == template.at ? 1 : 0);
    }
  }

  private final SourceFile template;
  private final Map<Integer, Line> counterparts;
  private final Location kind;

  private LineAlignment(SourceFile template, Map<Integer, Line> counterparts, Location kind) {
    this.template = template;
    this.counterparts = counterparts;
    this.kind = kind;
  }

  /// Aligns the manifest that begins at a place with the part of its template that it agrees with
  /// best.
  static LineAlignment of(Location manifest, SourceFile template) {
    String text = manifest.source().text();
    int next = text.indexOf("\n---", manifest.start());
    int end = next < 0 ? text.length() : next;
    int last = manifest.source().at(end, end).row();
    List<Line> rendered = lines(manifest.source(), manifest.row(), last);
    List<List<Line>> parts = parts(template);
    Map<Integer, Line> best = Map.of();
    List<Line> chosen = parts.isEmpty() ? List.of() : parts.getFirst();
    int most = -1;
    for (List<Line> part : parts) {
      if ((long) rendered.size() * part.size() <= LARGEST) {
        Map<Integer, Line> pairs = new HashMap<>();
        int weight = align(rendered, part, pairs);
        if (weight > most) {
          most = weight;
          best = pairs;
          chosen = part;
        }
      }
    }
    return new LineAlignment(template, best, kind(chosen, template));
  }

  /// The template at the lines that part documents.
  private static List<List<Line>> parts(SourceFile template) {
    List<List<Line>> parts = new ArrayList<>();
    int rows = template.at(template.text().length(), template.text().length()).row();
    int from = 1;
    for (int row = 1; row <= rows + 1; row++) {
      if (row > rows || template.line(row).startsWith("---")) {
        List<Line> part = lines(template, from, row - 1);
        if (!part.isEmpty()) {
          parts.add(part);
        }
        from = row + 1;
      }
    }
    return parts;
  }

  private static List<Line> lines(SourceFile source, int from, int to) {
    List<Line> lines = new ArrayList<>();
    for (int row = from; row <= to; row++) {
      String text = source.line(row);
      Matcher key = KEY.matcher(text);
      if (key.matches()) {
        lines.add(new Line(row, key.group(3), key.start(3), text.strip()));
        continue;
      }
      Matcher item = ITEM.matcher(text);
      if (item.matches()) {
        lines.add(new Line(row, "-", item.start(2), text.strip()));
      }
    }
    return lines;
  }

  private static int align(List<Line> rendered, List<Line> part, Map<Integer, Line> pairs) {
    int[][] weights = new int[rendered.size() + 1][part.size() + 1];
    for (int i = rendered.size() - 1; i >= 0; i--) {
      for (int j = part.size() - 1; j >= 0; j--) {
        int agreement = rendered.get(i).agreement(part.get(j));
        int paired = agreement == 0 ? 0 : agreement + weights[i + 1][j + 1];
        weights[i][j] = Math.max(paired, Math.max(weights[i + 1][j], weights[i][j + 1]));
      }
    }
    int i = 0;
    int j = 0;
    while (i < rendered.size() && j < part.size()) {
      int agreement = rendered.get(i).agreement(part.get(j));
      if (agreement > 0 && weights[i][j] == agreement + weights[i + 1][j + 1]) {
        pairs.put(rendered.get(i).row, part.get(j));
        i++;
        j++;
      } else if (weights[i][j] == weights[i + 1][j]) {
        i++;
      } else {
        j++;
      }
    }
    return weights[0][0];
  }

  private static Location kind(List<Line> part, SourceFile template) {
    for (Line line : part) {
      if (line.key.equals("kind")) {
        return place(line, template);
      }
    }
    return part.isEmpty() ? template.at(0, 0) : place(part.getFirst(), template);
  }

  private static Location place(Line line, SourceFile template) {
    int start = template.offset(line.row, 1) + line.at;
    int end =
        line.isItem()
            ? template.offset(line.row, 1) + template.line(line.row).length()
            : start + line.key.length();
    return template.at(start, end);
  }

  /// The place in the template that a row of the manifest was made of, or null.
  @Nullable Location counterpart(int row) {
    Line line = counterparts.get(row);
    return line == null ? null : place(line, template);
  }

  /// Where the template says what kind it makes.
  Location kind() {
    return kind;
  }
}
