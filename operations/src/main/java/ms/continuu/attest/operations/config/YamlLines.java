package ms.continuu.attest.operations.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ms.continuu.attest.documents.Positions;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// The lines of a YAML text, and guesses at how they change. Values are written as JSON, which is
/// YAML. Whoever asks has to see whether a guess is right; null is none.
final class YamlLines {
  private static final int STEP = 2;

  private final SourceFile source;
  private final @Nullable Positions positions;
  private final String end;
  private final List<String> lines;

  YamlLines(SourceFile source, @Nullable Positions positions) {
    this.source = source;
    this.positions = positions;
    this.end = source.text().contains("\r\n") ? "\r\n" : "\n";
    this.lines = new ArrayList<>(Arrays.asList(source.text().split("\r?\n", -1)));
    if (lines.getLast().isEmpty()) {
      lines.removeLast();
    }
  }

  /// The value of a key on its line, whatever stood there and below it.
  @Nullable String withBlockValue(List<Value> path, Value value) {
    Location key = locate(path);
    String line = line(key.row());
    int colon = colon(key);
    if (colon < 0 || key.row() > lines.size()) {
      return null;
    }
    String rest = line.substring(colon + 1);
    int comment = comment(rest);
    List<String> out = new ArrayList<>(lines.subList(0, key.row() - 1));
    out.add(
        line.substring(0, colon + 1)
            + " "
            + Json.text(value)
            + (comment < 0 ? "" : "  " + rest.substring(comment)));
    out.addAll(lines.subList(lastRow(key.row(), key.column() - 1), lines.size()));
    return joined(out);
  }

  /// The value of a key as far as the next comma or bracket.
  @Nullable String withFlowValue(List<Value> path, Value value) {
    Location key = locate(path);
    String text = source.text();
    int colon = text.indexOf(':', key.end());
    if (colon < 0) {
      return null;
    }
    int from = skipBlanks(text, colon + 1);
    return text.substring(0, from) + Json.text(value) + text.substring(flowEnd(text, from));
  }

  /// A container with more in it, on lines of its own at its end.
  @Nullable String withBlockMember(List<Value> parent, Value container, Value missing) {
    int row;
    int indentation;
    List<String> out = new ArrayList<>(lines);
    if (children(parent, container).isEmpty()) {
      if (parent.isEmpty()) {
        row = out.size();
        indentation = 0;
      } else {
        Location key = locate(parent);
        int colon = colon(key);
        if (colon < 0) {
          return null;
        }
        String line = line(key.row());
        int comment = comment(line.substring(colon + 1));
        String kept = comment < 0 ? "" : "  " + line.substring(colon + 1).substring(comment);
        out.set(key.row() - 1, line.substring(0, colon + 1) + kept);
        row = key.row();
        indentation = key.column() - 1 + STEP;
      }
    } else {
      Location last = locate(children(parent, container).getFirst());
      for (List<Value> child : children(parent, container)) {
        Location place = locate(child);
        last = place.start() > last.start() ? place : last;
      }
      indentation = container instanceof ArrayValue ? dash(last) : last.column() - 1;
      row = indentation < 0 ? -1 : lastRow(last.row(), indentation);
      if (row < 0) {
        return null;
      }
    }
    out.addAll(row, block(missing, " ".repeat(indentation)));
    return joined(out);
  }

  /// A container between brackets with more in it, at its beginning.
  @Nullable String withFlowMember(List<Value> parent, Value container, Value missing) {
    List<List<Value>> children = children(parent, container);
    if (children.isEmpty()) {
      return null;
    }
    int at = source.text().length();
    for (List<Value> child : children) {
      at = Math.min(at, locate(child).start());
    }
    String json = Json.text(missing);
    String inner = json.substring(1, json.length() - 1);
    return source.text().substring(0, at) + inner + ", " + source.text().substring(at);
  }

  /// The lines without those of a key or an item.
  @Nullable String withoutBlock(List<Value> path) {
    Location place = locate(path);
    boolean isItem = path.getLast() instanceof NumberValue;
    String line = line(place.row());
    int indentation = isItem ? dash(place) : place.column() - 1;
    if (indentation < 0) {
      return null;
    }
    String before = line.substring(0, Math.min(indentation, line.length()));
    int last = lastRow(place.row(), indentation);
    List<String> out = new ArrayList<>(lines.subList(0, place.row() - 1));
    List<String> rest = new ArrayList<>(lines.subList(last, lines.size()));
    if (!before.isBlank()) {
      // The first key after a dash: the next one takes its place.
      if (rest.isEmpty() || rest.getFirst().length() < before.length()) {
        return null;
      }
      rest.set(0, before + rest.getFirst().substring(before.length()));
    }
    out.addAll(rest);
    return joined(out);
  }

  /// The text without a key or an item between brackets.
  @Nullable String withoutFlow(List<Value> path) {
    String text = source.text();
    int from = locate(path).start();
    int to = flowEnd(text, from);
    if (to < text.length() && text.charAt(to) == ',') {
      return text.substring(0, from) + text.substring(skipBlanks(text, to + 1));
    }
    int before = from;
    while (before > 0 && Character.isWhitespace(text.charAt(before - 1))) {
      before--;
    }
    boolean follows = before > 0 && text.charAt(before - 1) == ',';
    return text.substring(0, follows ? before - 1 : from) + text.substring(to);
  }

  private List<List<Value>> children(List<Value> parent, Value container) {
    List<List<Value>> children = new ArrayList<>();
    switch (container) {
      case ObjectValue object -> {
        for (int i = 0; i < object.size(); i++) {
          children.add(child(parent, object.keyAt(i)));
        }
      }
      case ArrayValue array -> {
        for (int i = 0; i < array.size(); i++) {
          children.add(child(parent, NumberValue.of(i)));
        }
      }
      default -> {}
    }
    return children;
  }

  private static List<Value> child(List<Value> parent, Value step) {
    List<Value> path = new ArrayList<>(parent);
    path.add(step);
    return path;
  }

  /// A value as lines: members below one another, a policy's name before the rest.
  private static List<String> block(Value value, String indentation) {
    List<String> out = new ArrayList<>();
    switch (value) {
      case ObjectValue object -> {
        for (int i = 0; i < object.size(); i++) {
          String key = object.keyAt(i) instanceof StringValue text ? key(text) : "";
          List<String> lines = member(key, object.valueAt(i), indentation);
          out.addAll(key.equals("name") ? 0 : out.size(), lines);
        }
      }
      case ArrayValue array -> {
        for (Value item : array) {
          List<String> lines = block(item, indentation + "  ");
          lines.set(0, indentation + "- " + lines.getFirst().stripLeading());
          out.addAll(lines);
        }
      }
      default -> out.add(indentation + Json.text(value));
    }
    return out;
  }

  private static List<String> member(String key, Value value, String indentation) {
    boolean isSection =
        value instanceof ObjectValue
            || value instanceof ArrayValue array
                && array.size() > 0
                && array.get(0) instanceof ObjectValue;
    List<String> out = new ArrayList<>();
    if (isSection) {
      out.add(indentation + key + ":");
      out.addAll(block(value, indentation + "  "));
    } else {
      out.add(indentation + key + ": " + Json.text(value));
    }
    return out;
  }

  private static String key(StringValue text) {
    return text.text().matches("[A-Za-z_][A-Za-z0-9_]*") ? text.text() : Json.text(text);
  }

  /// The last row of what belongs to a key or an item at an indentation; comments that stand deeper
  /// are among it, blank lines after it are not.
  private int lastRow(int row, int indentation) {
    int last = row;
    boolean isList = false;
    for (int i = row; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank()) {
        continue;
      }
      int own = line.length() - line.stripLeading().length();
      boolean isDash = line.stripLeading().startsWith("-") && own == indentation;
      isList |= i == row && isDash && !lines.get(row - 1).stripLeading().startsWith("-");
      if (own <= indentation && !(isList && isDash)) {
        if (!line.stripLeading().startsWith("#")) {
          break;
        }
        continue;
      }
      last = i + 1;
    }
    return last;
  }

  /// The column, from 0, of the dash before an item; -1 where it has none.
  private int dash(Location item) {
    String before = line(item.row()).substring(0, item.column() - 1);
    return before.strip().equals("-") ? before.indexOf('-') : -1;
  }

  private int colon(Location key) {
    String line = line(key.row());
    int after = key.column() - 1 + (key.end() - key.start());
    return after > line.length() ? -1 : line.indexOf(':', after);
  }

  private String line(int row) {
    return row <= lines.size() ? lines.get(row - 1) : "";
  }

  private Location locate(List<Value> path) {
    return positions == null ? source.at(0, 0) : positions.locate(path);
  }

  /// Where a comment begins after a value, or -1.
  private static int comment(String rest) {
    char quote = 0;
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      if (quote != 0) {
        i += quote == '"' && c == '\\' ? 1 : 0;
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '#' && i > 0 && rest.charAt(i - 1) == ' ') {
        return i;
      }
    }
    return -1;
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  /// Where a value between brackets ends.
  private static int flowEnd(String text, int from) {
    int depth = 0;
    char quote = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        i += quote == '"' && c == '\\' ? 1 : 0;
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (depth == 0 && (c == ',' || c == '}' || c == ']')) {
        return i;
      } else if (c == '}' || c == ']') {
        depth--;
      }
    }
    return text.length();
  }

  private String joined(List<String> out) {
    return out.isEmpty() ? "" : String.join(end, out) + end;
  }
}
