package ms.continuu.attest.rego.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ms.continuu.attest.rego.host.YamlNode;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// The fields of a `# METADATA` block, each of the type that go-yaml would decode it to. What does
/// not fit is reported in go-yaml's words, all together.
final class AnnotationFields {
  private static final Set<String> YES = Set.of("y", "Y", "yes", "Yes", "YES", "on", "On", "ON");
  private static final Set<String> NO = Set.of("n", "N", "no", "No", "NO", "off", "Off", "OFF");

  private final Map<String, Value> fields = new HashMap<>();
  private final AnnotationYaml yaml = new AnnotationYaml();

  private AnnotationFields() {}

  /// The types of fields.
  private enum Kind {
    TEXT,
    FLAG,
    TEXTS,
    ITEMS,
    MAPS,
    MAP
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

  /// @param root null for a text without a document
  static AnnotationFields of(@Nullable YamlNode root) throws AnnotationFault {
    AnnotationFields fields = new AnnotationFields();
    fields.read(root);
    List<String> misfits = fields.yaml.misfits();
    if (!misfits.isEmpty()) {
      throw new AnnotationFault(
          AnnotationFault.Kind.YAML,
          "yaml: unmarshal errors:"
              + misfits.stream().map(each -> "\n  " + each).collect(Collectors.joining()));
    }
    return fields;
  }

  private void read(@Nullable YamlNode root) throws AnnotationFault {
    if (root == null || AnnotationYaml.isNull(root)) {
      return;
    }
    if (!(root instanceof YamlNode.Mapping mapping)) {
      yaml.misfit(root, "ast.rawAnnotation");
      return;
    }
    if (!yaml.hasDistinctKeys(mapping)) {
      return;
    }
    for (AnnotationYaml.Pair pair : AnnotationYaml.pairs(mapping)) {
      String name = yaml.text(pair.key());
      Kind kind = name == null ? null : KINDS.get(name);
      Value value = kind == null ? null : value(kind, pair.value());
      if (value != null) {
        fields.put(name, value);
      }
    }
  }

  /// The value, or null when it is none, or does not fit.
  private @Nullable Value value(Kind kind, YamlNode node) throws AnnotationFault {
    if (AnnotationYaml.isNull(node)) {
      return null;
    }
    return switch (kind) {
      case TEXT -> {
        String text = yaml.text(node);
        yield text == null ? null : StringValue.of(text);
      }
      case FLAG -> flag(node);
      case MAP -> yaml.textMap(node);
      case TEXTS, ITEMS, MAPS -> {
        if (node instanceof YamlNode.Sequence sequence) {
          yield list(kind, sequence);
        }
        yaml.misfit(node, listType(kind));
        yield null;
      }
    };
  }

  private static String listType(Kind kind) {
    return switch (kind) {
      case TEXTS -> "[]string";
      case MAPS -> "[]map[string]interface {}";
      case TEXT, FLAG, ITEMS, MAP -> "[]interface {}";
    };
  }

  private @Nullable Value flag(YamlNode node) {
    if (node instanceof YamlNode.Scalar scalar) {
      if (scalar.value() instanceof BooleanValue) {
        return scalar.value();
      }
      if (scalar.value() instanceof StringValue
          && (YES.contains(scalar.text()) || NO.contains(scalar.text()))) {
        return BooleanValue.of(YES.contains(scalar.text()));
      }
    }
    yaml.misfit(node, "bool");
    return null;
  }

  /// Strings that are absent are dropped, as go-yaml drops them; a map that is absent is empty.
  private Value list(Kind kind, YamlNode.Sequence sequence) throws AnnotationFault {
    List<Value> items = new ArrayList<>();
    for (YamlNode item : sequence.items()) {
      boolean absent = AnnotationYaml.isNull(item);
      switch (kind) {
        case TEXTS -> {
          String text = absent ? null : yaml.text(item);
          if (text != null) {
            items.add(StringValue.of(text));
          }
        }
        case MAPS -> {
          ObjectValue map = absent ? ObjectValue.EMPTY : yaml.textMap(item);
          if (map != null) {
            items.add(map);
          }
        }
        default -> items.add(yaml.any(item));
      }
    }
    return ArrayValue.of(items);
  }

  String text(String name) {
    return fields.get(name) instanceof StringValue text ? text.text() : "";
  }

  boolean flag(String name) {
    return fields.get(name) == BooleanValue.TRUE;
  }

  List<String> texts(String name) {
    return items(name).stream().map(item -> ((StringValue) item).text()).toList();
  }

  List<Value> items(String name) {
    return fields.get(name) instanceof ArrayValue array ? array.asList() : List.of();
  }

  @Nullable ObjectValue object(String name) {
    return fields.get(name) instanceof ObjectValue value ? value : null;
  }
}
