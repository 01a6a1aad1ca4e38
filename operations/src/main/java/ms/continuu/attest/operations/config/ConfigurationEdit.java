package ms.continuu.attest.operations.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import ms.continuu.attest.documents.Document;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.documents.yaml.Yaml;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Changes one value of a file of configuration in its text, so that comments and order stay.
///
/// An edit is a guess from the places of keys; it counts only when the text that comes out reads as
/// the old document with that one value changed. Texts that are written too cleverly are left
/// alone.
public final class ConfigurationEdit {
  private static final StringValue POLICY = StringValue.of("policy");
  private static final StringValue POLICIES = StringValue.of("policies");
  private static final StringValue NAME = StringValue.of("name");

  private final SourceFile source;
  private final ObjectValue root;
  private final YamlLines lines;

  private ConfigurationEdit(SourceFile source, @Nullable Document document) {
    this.source = source;
    this.root =
        document != null && document.value() instanceof ObjectValue object
            ? object
            : ObjectValue.EMPTY;
    this.lines = new YamlLines(source, document == null ? null : document.positions());
  }

  /// The text with a value set; null where it cannot be done without writing the file anew.
  public static @Nullable String set(SourceFile source, ConfigurationKey key, Value value) {
    ConfigurationEdit edit = of(source);
    return edit == null ? null : edit.set(key, value);
  }

  /// The text without a value; the same text where it is not set, null where it cannot be done.
  public static @Nullable String unset(SourceFile source, ConfigurationKey key) {
    ConfigurationEdit edit = of(source);
    return edit == null ? null : edit.unset(key);
  }

  private static @Nullable ConfigurationEdit of(SourceFile source) {
    Reading reading = read(source.text());
    boolean isOne = reading.documents().size() <= 1 && reading.diagnostics().isEmpty();
    return isOne
        ? new ConfigurationEdit(
            source, reading.documents().isEmpty() ? null : reading.documents().getFirst())
        : null;
  }

  private static Reading read(String text) {
    return Yaml.KUBERNETES.read(new SourceFile("", text), ConfigurationFile.LIMITS);
  }

  private @Nullable String set(ConfigurationKey key, Value value) {
    List<Value> path = path(key);
    ObjectValue wanted = (ObjectValue) with(root, path, key, value);
    if (at(path) != null) {
      return firstThatIs(
          wanted, Stream.of(lines.withBlockValue(path, value), lines.withFlowValue(path, value)));
    }
    int there = path.size();
    while (at(path.subList(0, there)) == null) {
      there--;
    }
    List<Value> parent = path.subList(0, there);
    Value container = Objects.requireNonNull(at(parent));
    Value missing = missing(path.subList(there, path.size()), key, value);
    return firstThatIs(
        wanted,
        Stream.of(
            lines.withBlockMember(parent, container, missing),
            lines.withFlowMember(parent, container, missing)));
  }

  private @Nullable String unset(ConfigurationKey key) {
    List<Value> path = path(key);
    if (at(path) == null) {
      return source.text();
    }
    // What would be left empty goes too.
    while (path.size() > 1 && isAlone(path)) {
      path = path.subList(0, path.size() - 1);
    }
    ObjectValue wanted = (ObjectValue) without(root, path);
    return firstThatIs(wanted, Stream.of(lines.withoutBlock(path), lines.withoutFlow(path)));
  }

  /// Whether nothing stays beside the last step of a path, or only the name of the policy.
  private boolean isAlone(List<Value> path) {
    Value container = at(path.subList(0, path.size() - 1));
    return switch (container) {
      case ObjectValue object ->
          object.size() == 1
              || object.size() == 2
                  && object.get(NAME) != null
                  && path.size() == 3
                  && path.getFirst().equals(POLICIES);
      case ArrayValue array -> array.size() == 1;
      case null, default -> false;
    };
  }

  private static @Nullable String firstThatIs(
      ObjectValue wanted, Stream<@Nullable String> guesses) {
    return guesses.filter(text -> text != null && reads(text, wanted)).findFirst().orElse(null);
  }

  private static boolean reads(String text, ObjectValue wanted) {
    Reading reading = read(text);
    if (!reading.diagnostics().isEmpty() || reading.documents().size() > 1) {
      return false;
    }
    Value value =
        reading.documents().isEmpty() ? ObjectValue.EMPTY : reading.documents().getFirst().value();
    return value.equals(wanted) || wanted.size() == 0 && value instanceof NullValue;
  }

  /// The steps from the root of the file to a value. A policy that is not listed has the index
  /// after the last.
  private List<Value> path(ConfigurationKey key) {
    List<Value> path = new ArrayList<>();
    switch (key) {
      case ConfigurationKey.Scalar scalar -> path.add(POLICY);
      case ConfigurationKey.Field field -> addPolicy(field.policy(), path);
      case ConfigurationKey.Parameter parameter -> addPolicy(parameter.policy(), path);
    }
    key.steps().forEach(step -> path.add(StringValue.of(step)));
    return path;
  }

  private void addPolicy(String name, List<Value> path) {
    List<Value> items = root.get(POLICIES) instanceof ArrayValue array ? array.asList() : List.of();
    int index = 0;
    while (index < items.size() && !isNamed(items.get(index), name)) {
      index++;
    }
    path.add(POLICIES);
    path.add(NumberValue.of(index));
  }

  private static boolean isNamed(Value item, String name) {
    return item instanceof ObjectValue object
        && object.get(NAME) instanceof StringValue own
        && PolicyEntry.plain(own.text()).equals(PolicyEntry.plain(name));
  }

  /// The value at a path, or null.
  private @Nullable Value at(List<Value> path) {
    Value value = root;
    for (Value step : path) {
      value =
          switch (value) {
            case ObjectValue object -> object.get(step);
            case ArrayValue array -> item(array, step);
            case null, default -> null;
          };
    }
    return value;
  }

  private static @Nullable Value item(ArrayValue array, Value step) {
    int index = index(step);
    return index < array.size() ? array.get(index) : null;
  }

  private static int index(Value step) {
    return (int) ((NumberValue) step).longValue();
  }

  /// What has to be added to the deepest part that is there: an object of one member, or, for a
  /// policy that is not listed yet, its whole entry.
  private static Value missing(List<Value> steps, ConfigurationKey key, Value value) {
    return with(null, steps, key, value);
  }

  private static Value with(
      @Nullable Value before, List<Value> steps, ConfigurationKey key, Value value) {
    if (steps.isEmpty()) {
      return value;
    }
    Value step = steps.getFirst();
    List<Value> rest = steps.subList(1, steps.size());
    if (step instanceof NumberValue) {
      List<Value> items =
          new ArrayList<>(before instanceof ArrayValue array ? array.asList() : List.of());
      int index = Math.min(index(step), items.size());
      if (index == items.size()) {
        items.add(ObjectValue.builder().put(NAME, StringValue.of(policy(key))).build());
      }
      items.set(index, with(items.get(index), rest, key, value));
      return ArrayValue.of(items);
    }
    ObjectValue object = before instanceof ObjectValue o ? o : ObjectValue.EMPTY;
    return object.toBuilder().put(step, with(object.get(step), rest, key, value)).build();
  }

  private static String policy(ConfigurationKey key) {
    return switch (key) {
      case ConfigurationKey.Scalar scalar -> "";
      case ConfigurationKey.Field field -> field.policy();
      case ConfigurationKey.Parameter parameter -> parameter.policy();
    };
  }

  private static Value without(Value before, List<Value> steps) {
    Value step = steps.getFirst();
    List<Value> rest = steps.subList(1, steps.size());
    if (before instanceof ArrayValue array) {
      List<Value> items = new ArrayList<>(array.asList());
      int index = index(step);
      if (rest.isEmpty()) {
        items.remove(index);
      } else {
        items.set(index, without(items.get(index), rest));
      }
      return ArrayValue.of(items);
    }
    ObjectValue object = (ObjectValue) before;
    ObjectValue.Builder kept = ObjectValue.builder();
    for (int i = 0; i < object.size(); i++) {
      boolean isMeant = object.keyAt(i).equals(step);
      if (!isMeant || !rest.isEmpty()) {
        kept.put(object.keyAt(i), isMeant ? without(object.valueAt(i), rest) : object.valueAt(i));
      }
    }
    return kept.build();
  }
}
