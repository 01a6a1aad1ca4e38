package ms.continuu.attest.rego.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// The fields of a `# METADATA` block, each of the type that go-yaml would decode it to. What does
/// not fit is reported in go-yaml's words, all together.
final class AnnotationFields {
  private static final int LONGEST_SHOWN = 10;
  private static final Pattern KEY = Pattern.compile("(\\w+):(?=\\s|$)");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Set<String> YES = Set.of("y", "Y", "yes", "Yes", "YES", "on", "On", "ON");
  private static final Set<String> NO = Set.of("n", "N", "no", "No", "NO", "off", "Off", "OFF");

  private final ObjectValue object;
  private final Lines lines;

  private AnnotationFields(ObjectValue object, Lines lines) {
    this.object = object;
    this.lines = lines;
  }

  /// The types of fields.
  private enum Kind {
    TEXT("string"),
    FLAG("bool"),
    TEXTS("[]string"),
    ITEMS("[]interface {}"),
    MAPS("[]map[string]interface {}"),
    MAP("map[string]interface {}");

    private final String goType;

    Kind(String goType) {
      this.goType = goType;
    }
  }

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("scope", Kind.TEXT),
          Map.entry("title", Kind.TEXT),
          Map.entry("entrypoint", Kind.FLAG),
          Map.entry("description", Kind.TEXT),
          Map.entry("organizations", Kind.TEXTS),
          Map.entry("related_resources", Kind.ITEMS),
          Map.entry("authors", Kind.ITEMS),
          Map.entry("schemas", Kind.MAPS),
          Map.entry("compile", Kind.MAP),
          Map.entry("custom", Kind.MAP),
          Map.entry("labels", Kind.MAP));

  private record Misfit(int line, String text) {}

  static AnnotationFields of(Value root, String yaml) throws AnnotationFault {
    if (root instanceof NullValue) {
      return new AnnotationFields(ObjectValue.EMPTY, new Lines(List.of()));
    }
    if (!(root instanceof ObjectValue object)) {
      int line = Lines.of(yaml).first();
      throw unfit(List.of(new Misfit(line, misfit(root, "ast.rawAnnotation"))));
    }
    Lines lines = Lines.of(yaml);
    List<Misfit> misfits = lines.repeatedKeys(object);
    if (!misfits.isEmpty()) {
      throw unfit(misfits);
    }
    for (int i = 0; i < object.size(); i++) {
      Kind kind = object.keyAt(i) instanceof StringValue name ? KINDS.get(name.text()) : null;
      if (kind != null) {
        check(kind, object.valueAt(i), ((StringValue) object.keyAt(i)).text(), lines, misfits);
      }
    }
    if (!misfits.isEmpty()) {
      misfits.sort(Comparator.comparingInt(Misfit::line));
      throw unfit(misfits);
    }
    return new AnnotationFields(object, lines);
  }

  private static AnnotationFault unfit(List<Misfit> misfits) {
    String text =
        misfits.stream()
            .map(misfit -> "\n  line " + misfit.line() + ": " + misfit.text())
            .collect(Collectors.joining());
    return new AnnotationFault(AnnotationFault.Kind.YAML, "yaml: unmarshal errors:" + text);
  }

  private static void check(
      Kind kind, Value value, String name, Lines lines, List<Misfit> misfits) {
    boolean fits =
        value instanceof NullValue
            || switch (kind) {
              case TEXT -> isText(value);
              case FLAG ->
                  value instanceof BooleanValue
                      || value instanceof StringValue text
                          && (YES.contains(text.text()) || NO.contains(text.text()));
              case TEXTS, ITEMS, MAPS -> value instanceof ArrayValue;
              case MAP -> value instanceof ObjectValue;
            };
    if (!fits) {
      misfits.add(new Misfit(lines.ofValue(name), misfit(value, kind.goType)));
      return;
    }
    if (!(value instanceof ArrayValue items)) {
      return;
    }
    for (int i = 0; i < items.size(); i++) {
      Value item = items.get(i);
      if (kind == Kind.TEXTS && !isText(item) && !(item instanceof NullValue)) {
        misfits.add(new Misfit(lines.ofItem(name, i), misfit(item, Kind.TEXT.goType)));
      } else if (kind == Kind.MAPS
          && !(item instanceof ObjectValue)
          && !(item instanceof NullValue)) {
        misfits.add(new Misfit(lines.ofItem(name, i), misfit(item, Kind.MAP.goType)));
      }
    }
  }

  private static boolean isText(Value value) {
    return value instanceof StringValue
        || value instanceof NumberValue
        || value instanceof BooleanValue;
  }

  private static String misfit(Value value, String goType) {
    String tag =
        switch (value) {
          case NullValue n -> "!!null";
          case BooleanValue b -> "!!bool" + shown(b.toString());
          case NumberValue n when n.isWrittenFloat() -> "!!float" + shown(n.text());
          case NumberValue n -> "!!int" + shown(n.text());
          case StringValue s -> "!!str" + shown(s.text());
          case ArrayValue a -> "!!seq";
          case ObjectValue o -> "!!map";
          case SetValue s -> "!!seq";
        };
    return "cannot unmarshal " + tag + " into " + goType;
  }

  private static String shown(String text) {
    return text.length() > LONGEST_SHOWN
        ? " `" + text.substring(0, LONGEST_SHOWN - 3) + "...`"
        : " `" + text + "`";
  }

  private Value get(String name) {
    Value value = object.get(StringValue.of(name));
    return value == null ? NullValue.NULL : value;
  }

  /// A number keeps the digits it was written with.
  String text(String name) {
    Value value = get(name);
    return value instanceof NumberValue ? lines.written(name) : asText(value);
  }

  private static String asText(Value value) {
    return switch (value) {
      case StringValue text -> text.text();
      case NullValue n -> "";
      default -> value.toString();
    };
  }

  boolean flag(String name) {
    return switch (get(name)) {
      case BooleanValue flag -> flag.value();
      case StringValue text -> YES.contains(text.text());
      default -> false;
    };
  }

  /// Absent ones are dropped, as go-yaml drops them from a list of strings.
  List<String> texts(String name) {
    return items(name).stream()
        .filter(item -> !(item instanceof NullValue))
        .map(AnnotationFields::asText)
        .toList();
  }

  List<Value> items(String name) {
    return get(name) instanceof ArrayValue array
        ? IntStream.range(0, array.size()).mapToObj(array::get).toList()
        : List.of();
  }

  /// An object whose plain dates are times, as go-yaml reads them.
  @Nullable ObjectValue dated(String name) {
    ObjectValue value = object(name);
    return value == null ? null : (ObjectValue) dated(value);
  }

  private Value dated(Value value) {
    return switch (value) {
      case StringValue text when isPlainDate(text.text()) ->
          StringValue.of(text.text() + "T00:00:00Z");
      case ArrayValue array -> {
        List<Value> items = new ArrayList<>(array.size());
        array.forEach(item -> items.add(dated(item)));
        yield ArrayValue.of(items);
      }
      case ObjectValue object -> {
        ObjectValue.Builder dated = ObjectValue.builder(object.size());
        for (int i = 0; i < object.size(); i++) {
          dated.put(object.keyAt(i), dated(object.valueAt(i)));
        }
        yield dated.build();
      }
      default -> value;
    };
  }

  private boolean isPlainDate(String text) {
    return DATE.matcher(text).matches() && lines.hasPlain(text);
  }

  @Nullable ObjectValue object(String name) {
    return get(name) instanceof ObjectValue value ? value : null;
  }

  /// A value as Go's `%s` prints it.
  static String goText(Value value) {
    return switch (value) {
      case NullValue n -> "%!s(<nil>)";
      case BooleanValue b -> "%!s(bool=" + b + ")";
      case NumberValue n ->
          n.isWrittenFloat() ? "%!s(float64=" + n.text() + ")" : "%!s(int=" + n.text() + ")";
      case StringValue s -> s.text();
      case ArrayValue a ->
          IntStream.range(0, a.size())
              .mapToObj(i -> goText(a.get(i)))
              .collect(Collectors.joining(" ", "[", "]"));
      case ObjectValue o ->
          IntStream.range(0, o.size())
              .mapToObj(i -> goText(o.keyAt(i)) + ":" + goText(o.valueAt(i)))
              .collect(Collectors.joining(" ", "map[", "]"));
      case SetValue s -> s.toString();
    };
  }

  /// Where fields stand, from the look of block YAML: the codec gives values without places.
  private record Lines(List<String> lines) {

    /// The lines of a text's first document.
    static Lines of(String yaml) {
      List<String> lines = yaml.lines().toList();
      boolean begun = false;
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        if (begun && (line.startsWith("---") || line.startsWith("..."))) {
          return new Lines(lines.subList(0, i));
        }
        begun |= !line.isBlank() && !line.startsWith("#");
      }
      return new Lines(lines);
    }

    /// The line on which the document begins, from 1.
    int first() {
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        if (!line.isBlank() && !line.startsWith("#") && !line.equals("---")) {
          return i + 1;
        }
      }
      return 1;
    }

    /// Fields given twice, in go-yaml's words.
    List<Misfit> repeatedKeys(ObjectValue object) {
      List<Misfit> repeated = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        String key = keyAt(i);
        boolean known = object.get(StringValue.of(key)) != null;
        for (int later = i + 1; later < lines.size() && known; later++) {
          if (key.equals(keyAt(later))) {
            repeated.add(
                new Misfit(
                    later + 1, "mapping key \"" + key + "\" already defined at line " + (i + 1)));
          }
        }
      }
      return repeated;
    }

    /// The plain key that a line begins with, or nothing.
    private String keyAt(int index) {
      Matcher key = KEY.matcher(lines.get(index));
      return key.lookingAt() ? key.group(1) : "";
    }

    /// The value behind a field's name, as it was written.
    String written(String name) {
      String value = after(ofValue(name)).strip();
      int comment = value.indexOf(" #");
      return comment < 0 ? value : value.substring(0, comment).strip();
    }

    /// Whether a scalar stands somewhere without quotes.
    boolean hasPlain(String scalar) {
      Pattern plain =
          Pattern.compile("(?:^|[\\s\\[,])" + Pattern.quote(scalar) + "(?:$|[\\s\\],}])");
      return lines.stream().anyMatch(line -> plain.matcher(line).find());
    }

    /// The line of a field's value, from 1.
    int ofValue(String name) {
      int line = key(name);
      return line == 0 || !after(line).isBlank() ? Math.max(line, 1) : next(line);
    }

    /// The line of an item of a list, from 1.
    int ofItem(String name, int index) {
      int line = key(name);
      if (line == 0 || !after(line).isBlank()) {
        return Math.max(line, 1);
      }
      int first = next(line);
      String text = lines.get(first - 1);
      String dash = text.substring(0, text.length() - text.stripLeading().length()) + "-";
      int found = -1;
      for (int i = first; i <= lines.size(); i++) {
        if (lines.get(i - 1).startsWith(dash) && ++found == index) {
          return i;
        }
      }
      return first;
    }

    private int key(String name) {
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        if (line.startsWith(name + ":") || line.startsWith("\"" + name + "\":")) {
          return i + 1;
        }
      }
      return 0;
    }

    private String after(int line) {
      String text = lines.get(line - 1);
      return text.substring(text.indexOf(':') + 1);
    }

    private int next(int line) {
      for (int i = line; i < lines.size(); i++) {
        if (!lines.get(i).isBlank()) {
          return i + 1;
        }
      }
      return line;
    }
  }
}
