package ms.continuu.attest.rego.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ms.continuu.attest.rego.host.YamlNode;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.RegoText;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Decodes YAML as go-yaml v3 does it into Go's types, and lists in its words what does not fit.
///
/// A map with keys that are no strings keeps them, as Go's `map[interface {}]interface {}` does.
final class AnnotationYaml {
  private static final int LONGEST_SHOWN = 10;
  private static final String MERGE = "<<";

  /// A day, which go-yaml makes a time.
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private final List<String> misfits = new ArrayList<>();

  /// A key and its value.
  record Pair(YamlNode key, YamlNode value) {}

  List<String> misfits() {
    return misfits;
  }

  static boolean isNull(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar && scalar.value() instanceof NullValue;
  }

  private static boolean isDate(YamlNode.Scalar scalar) {
    return scalar.plain() && DATE.matcher(scalar.text()).matches();
  }

  private static boolean isMerge(YamlNode key) {
    return key instanceof YamlNode.Scalar scalar && scalar.plain() && scalar.text().equals(MERGE);
  }

  /// A scalar as a Go string, with the characters it was written with; null when it is no scalar,
  /// or absent.
  @Nullable String text(YamlNode node) {
    if (!(node instanceof YamlNode.Scalar scalar)) {
      misfit(node, "string");
      return null;
    }
    return switch (scalar.value()) {
      case NullValue absent -> null;
      case StringValue string -> string.text();
      default -> scalar.text();
    };
  }

  /// A map whose keys become strings; null when it is none.
  @Nullable ObjectValue textMap(YamlNode node) throws AnnotationFault {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      misfit(node, "map[string]interface {}");
      return null;
    }
    if (!hasDistinctKeys(mapping)) {
      return null;
    }
    ObjectValue.Builder map = ObjectValue.builder();
    for (Pair pair : pairs(mapping)) {
      String name = text(pair.key());
      if (name != null) {
        map.put(StringValue.of(name), any(pair.value()));
      }
    }
    return map.build();
  }

  /// A value of whatever type it has.
  Value any(YamlNode node) throws AnnotationFault {
    return switch (node) {
      case YamlNode.Scalar scalar ->
          isDate(scalar) ? StringValue.of(scalar.text() + "T00:00:00Z") : scalar.value();
      case YamlNode.Sequence sequence -> {
        List<Value> items = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
          items.add(any(item));
        }
        yield ArrayValue.of(items);
      }
      case YamlNode.Mapping mapping -> {
        if (!hasDistinctKeys(mapping)) {
          yield ObjectValue.EMPTY;
        }
        ObjectValue.Builder map = ObjectValue.builder();
        for (Pair pair : pairs(mapping)) {
          map.put(key(pair.key()), any(pair.value()));
        }
        yield map.build();
      }
    };
  }

  /// A key of whatever type; a day, which is no string for go-yaml, stands in a list.
  private Value key(YamlNode node) throws AnnotationFault {
    Value key = any(node);
    if (key instanceof ArrayValue || key instanceof ObjectValue) {
      throw new AnnotationFault(
          AnnotationFault.Kind.YAML, "yaml: invalid map key: " + goSyntax(key));
    }
    boolean isDate = node instanceof YamlNode.Scalar scalar && isDate(scalar);
    return isDate ? ArrayValue.of(List.of(key)) : key;
  }

  /// Whether each key is there once, by kind and text; tells of those that are not.
  boolean hasDistinctKeys(YamlNode.Mapping mapping) {
    List<YamlNode> keys = mapping.keys();
    int before = misfits.size();
    for (int i = 0; i < keys.size(); i++) {
      for (int j = i + 1; j < keys.size(); j++) {
        String text = written(keys.get(i));
        if (keys.get(i).getClass() == keys.get(j).getClass() && text.equals(written(keys.get(j)))) {
          misfits.add(
              "line "
                  + keys.get(j).line()
                  + ": mapping key "
                  + RegoText.quote(text)
                  + " already defined at line "
                  + keys.get(i).line());
        }
      }
    }
    return misfits.size() == before;
  }

  private static String written(YamlNode key) {
    return key instanceof YamlNode.Scalar scalar ? scalar.text() : "";
  }

  /// The members of a mapping, and those of mappings that it merges in and has not itself.
  static List<Pair> pairs(YamlNode.Mapping mapping) throws AnnotationFault {
    List<Pair> pairs = new ArrayList<>();
    Set<String> own = new HashSet<>();
    YamlNode merged = null;
    for (int i = 0; i < mapping.keys().size(); i++) {
      YamlNode key = mapping.keys().get(i);
      if (isMerge(key)) {
        merged = mapping.values().get(i);
      } else {
        pairs.add(new Pair(key, mapping.values().get(i)));
        own.add(written(key));
      }
    }
    if (merged != null) {
      for (YamlNode.Mapping other : merged(merged)) {
        for (Pair pair : pairs(other)) {
          if (own.add(written(pair.key()))) {
            pairs.add(pair);
          }
        }
      }
    }
    return pairs;
  }

  private static List<YamlNode.Mapping> merged(YamlNode node) throws AnnotationFault {
    List<YamlNode> all =
        node instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(node);
    List<YamlNode.Mapping> mappings = new ArrayList<>();
    for (YamlNode each : all) {
      if (!(each instanceof YamlNode.Mapping mapping)) {
        throw new AnnotationFault(
            AnnotationFault.Kind.YAML,
            "yaml: map merge requires map or sequence of maps as the value");
      }
      mappings.add(mapping);
    }
    return mappings;
  }

  /// Tells that a node cannot be of a type of Go's.
  void misfit(YamlNode node, String goType) {
    String shown =
        switch (node) {
          case YamlNode.Scalar scalar -> tag(scalar) + shown(scalar.text());
          case YamlNode.Sequence list -> "!!seq";
          case YamlNode.Mapping map -> "!!map";
        };
    misfits.add("line " + node.line() + ": cannot unmarshal " + shown + " into " + goType);
  }

  private static String tag(YamlNode.Scalar scalar) {
    return switch (scalar.value()) {
      case NullValue n -> "!!null";
      case BooleanValue b -> "!!bool";
      case NumberValue n when n.isWrittenFloat() -> "!!float";
      case NumberValue n -> "!!int";
      case StringValue s when isDate(scalar) -> "!!timestamp";
      default -> "!!str";
    };
  }

  private static String shown(String text) {
    return text.length() > LONGEST_SHOWN
        ? " `" + text.substring(0, LONGEST_SHOWN - 3) + "...`"
        : " `" + text + "`";
  }

  /// A value as Go's `%#v` prints it.
  private static String goSyntax(Value value) {
    return switch (value) {
      case NullValue n -> "interface {}(nil)";
      case StringValue s -> RegoText.quote(s.text());
      case ArrayValue a ->
          a.asList().stream()
              .map(AnnotationYaml::goSyntax)
              .collect(Collectors.joining(", ", "[]interface {}{", "}"));
      case ObjectValue o ->
          IntStream.range(0, o.size())
              .mapToObj(i -> goSyntax(o.keyAt(i)) + ":" + goSyntax(o.valueAt(i)))
              .collect(Collectors.joining(", ", goType(o) + "{", "}"));
      case BooleanValue b -> b.toString();
      case NumberValue n -> n.text();
      case SetValue s -> s.toString();
    };
  }

  private static String goType(ObjectValue object) {
    boolean named =
        IntStream.range(0, object.size()).allMatch(i -> object.keyAt(i) instanceof StringValue);
    return named ? "map[string]interface {}" : "map[interface {}]interface {}";
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
          a.asList().stream()
              .map(AnnotationYaml::goText)
              .collect(Collectors.joining(" ", "[", "]"));
      case ObjectValue o ->
          IntStream.range(0, o.size())
              .mapToObj(i -> goText(o.keyAt(i)) + ":" + goText(o.valueAt(i)))
              .collect(Collectors.joining(" ", "map[", "]"));
      case SetValue s -> s.toString();
    };
  }
}
