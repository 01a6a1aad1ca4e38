package ms.continuu.attest.operations.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.documents.yaml.Yaml;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// Values as people write them in a shell.
final class ValueText {
  private ValueText() {}

  /// The value that a text stands for where values of a shape are expected; a string where it
  /// stands for none.
  static Value read(String text, Shape shape) {
    return switch (shape) {
      case Shape.Truth t -> truth(text);
      case Shape.Text t -> StringValue.of(text);
      case Shape.Address a -> StringValue.of(text);
      case Shape.Choice c -> StringValue.of(text);
      case Shape.Items items -> list(text);
      case Shape.Count c -> yaml(text);
      case Shape.Members m -> yaml(text);
      case Shape.Free f -> yaml(text);
    };
  }

  private static Value truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes", "on" -> BooleanValue.TRUE;
      case "false", "0", "no", "off" -> BooleanValue.FALSE;
      default -> StringValue.of(text);
    };
  }

  /// `[a, b]`, or `a,b`.
  private static Value list(String text) {
    if (text.stripLeading().startsWith("[")) {
      return yaml(text);
    }
    List<StringValue> items =
        Arrays.stream(text.split(",", -1))
            .map(String::strip)
            .filter(item -> !item.isEmpty())
            .map(StringValue::of)
            .toList();
    return ArrayValue.of(items);
  }

  /// What the text is as YAML; a string where it is none.
  static Value yaml(String text) {
    Reading reading = Yaml.KUBERNETES.read(new SourceFile("", text), ConfigurationFile.LIMITS);
    return reading.diagnostics().isEmpty() && reading.documents().size() == 1
        ? reading.documents().getFirst().value()
        : StringValue.of(text);
  }
}
