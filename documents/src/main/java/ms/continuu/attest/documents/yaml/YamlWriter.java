package ms.continuu.attest.documents.yaml;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Utf8;
import ms.continuu.attest.value.Value;

/// Writes block YAML as go-yaml v3 does: its choice of quotes, its natural order of keys, lines of
/// any length. The YAML library's emitter cannot indent sequences in mappings only, so this is our
/// own.
final class YamlWriter {
  private static final int LONGEST_SIMPLE_KEY = 128;

  private final StringBuilder out = new StringBuilder();

  private YamlWriter() {}

  static String write(Value value) {
    YamlWriter writer = new YamlWriter();
    switch (value) {
      case ObjectValue object when object.size() > 0 -> writer.mapping(object, 0);
      case ArrayValue array when array.size() > 0 -> writer.sequence(array, 0);
      case SetValue set when set.size() > 0 -> writer.sequence(set, 0);
      default -> {
        writer.scalar(value, 2);
        writer.out.append('\n');
      }
    }
    return writer.out.toString();
  }

  /// The cursor stands at the column `indent`.
  private void mapping(ObjectValue object, int indent) {
    boolean first = true;
    for (int rank : ranks(object)) {
      newItem(first, indent);
      first = false;
      String key = keyText(object.keyAt(rank));
      if (isSimpleKey(key)) {
        out.append(quoted(key)).append(':');
      } else {
        out.append("? ");
        string(key, indent + 2);
        out.append('\n').append(" ".repeat(indent)).append(':');
      }
      memberValue(object.valueAt(rank), indent, isSimpleKey(key));
    }
  }

  private void memberValue(Value value, int indent, boolean afterSimpleKey) {
    switch (value) {
      case ObjectValue object when object.size() > 0 -> {
        block(afterSimpleKey, indent);
        mapping(object, indent + 2);
      }
      case ArrayValue array when array.size() > 0 -> {
        block(afterSimpleKey, indent);
        sequence(array, indent + 2);
      }
      case SetValue set when set.size() > 0 -> {
        block(afterSimpleKey, indent);
        sequence(set, indent + 2);
      }
      default -> {
        out.append(' ');
        scalar(value, indent + 2);
        out.append('\n');
      }
    }
  }

  private void block(boolean onNewLine, int indent) {
    out.append(onNewLine ? "\n" + " ".repeat(indent + 2) : " ");
  }

  /// The cursor stands at the column `indent`.
  private void sequence(Iterable<Value> items, int indent) {
    boolean first = true;
    for (Value item : items) {
      newItem(first, indent);
      first = false;
      out.append("- ");
      switch (item) {
        case ObjectValue object when object.size() > 0 -> mapping(object, indent + 2);
        case ArrayValue array when array.size() > 0 -> sequence(array, indent + 2);
        case SetValue set when set.size() > 0 -> sequence(set, indent + 2);
        default -> {
          scalar(item, indent + 2);
          out.append('\n');
        }
      }
    }
  }

  private void newItem(boolean first, int indent) {
    if (!first) {
      out.append(" ".repeat(indent));
    }
  }

  /// A scalar or an empty collection; the lines of a block scalar begin at the column `indent`.
  private void scalar(Value value, int indent) {
    switch (value) {
      case NullValue n -> out.append("null");
      case BooleanValue b -> out.append(b);
      case NumberValue n -> out.append(number(n));
      case StringValue s -> string(s.text(), indent);
      case ArrayValue a -> out.append("[]");
      case SetValue s -> out.append("[]");
      case ObjectValue o -> out.append("{}");
    }
  }

  private void string(String text, int indent) {
    if (text.indexOf('\n') >= 0 && Quoting.of(text).allowsBlock()) {
      literal(text, indent);
    } else {
      out.append(quoted(text));
    }
  }

  private void literal(String text, int indent) {
    out.append('|');
    if (text.charAt(0) == ' ' || text.charAt(0) == '\n') {
      out.append('2');
    }
    if (!text.endsWith("\n")) {
      out.append('-');
    } else if (text.equals("\n") || text.endsWith("\n\n")) {
      out.append('+');
    }
    String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    for (String line : body.split("\n", -1)) {
      out.append('\n');
      if (!line.isEmpty()) {
        out.append(" ".repeat(indent)).append(line);
      }
    }
  }

  private static String quoted(String text) {
    if (Utf8.hasStrayBytes(text)) {
      return "!!binary " + Base64.getEncoder().encodeToString(Utf8.encode(text));
    }
    Quoting quoting = Quoting.of(text);
    if (text.indexOf('\n') < 0 && Scalars.isPlainString(text)) {
      if (quoting.allowsPlain()) {
        return text;
      }
      if (quoting.allowsSingle()) {
        return "'" + text.replace("'", "''") + "'";
      }
    }
    return Quoting.doubleQuoted(text);
  }

  private static boolean isSimpleKey(String key) {
    return key.chars().noneMatch(YamlWriter::isBreak)
        && Utf8.encode(key).length <= LONGEST_SIMPLE_KEY;
  }

  private static boolean isBreak(int c) {
    return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  private static List<Integer> ranks(ObjectValue object) {
    List<Integer> ranks = new ArrayList<>();
    for (int i = 0; i < object.size(); i++) {
      ranks.add(i);
    }
    ranks.sort((a, b) -> NaturalOrder.compare(keyText(object.keyAt(a)), keyText(object.keyAt(b))));
    return ranks;
  }

  private static String keyText(Value key) {
    return key instanceof StringValue s ? s.text() : key.toString();
  }

  /// Numbers become Go's integers or doubles on their way, so they lose the text they were written
  /// as.
  private static String number(NumberValue number) {
    String text = number.text();
    boolean integer = text.chars().allMatch(c -> c == '-' || c >= '0' && c <= '9');
    if (integer
        && (number.isLong()
            || number.exact().signum() > 0 && number.exact().toBigInteger().bitLength() <= 64)) {
      return number.isLong() ? Long.toString(number.longValue()) : text;
    }
    return GoDouble.general(Double.parseDouble(text));
  }
}
