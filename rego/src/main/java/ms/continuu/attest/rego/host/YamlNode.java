package ms.continuu.attest.rego.host;

import java.util.List;
import ms.continuu.attest.value.Value;

/// A part of a YAML document as it is written: keys of any type, repeated ones, and `<<` for
/// itself.
public sealed interface YamlNode {

  /// The line it begins on, from 1.
  int line();

  /// A scalar.
  ///
  /// @param text its text, without quotes
  /// @param value what it stands for
  /// @param plain it has neither quotes nor a tag
  record Scalar(String text, Value value, boolean plain, int line) implements YamlNode {}

  /// A list.
  record Sequence(List<YamlNode> items, int line) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /// Keys, and the values in the same order.
  record Mapping(List<YamlNode> keys, List<YamlNode> values, int line) implements YamlNode {
    public Mapping {
      keys = List.copyOf(keys);
      values = List.copyOf(values);
    }
  }
}
