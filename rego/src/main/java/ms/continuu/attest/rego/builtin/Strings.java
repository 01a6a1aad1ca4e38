package ms.continuu.attest.rego.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Utf8;
import ms.continuu.attest.value.Value;

/// Search, cut, join and change of strings. Offsets and lengths count characters.
final class Strings implements BuiltinFamily {
  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("concat", Strings::concat);
    registry.add("contains", test(GoStrings::contains));
    registry.add("startswith", test(GoStrings::startsWith));
    registry.add("endswith", test(GoStrings::endsWith));
    registry.add("indexof", Strings::indexOf);
    registry.add("indexof_n", Strings::indexesOf);
    registry.add("lower", change(GoStrings::toLowerCase));
    registry.add("upper", change(GoStrings::toUpperCase));
    registry.add("replace", Strings::replace);
    registry.add("split", Strings::split);
    registry.add("substring", Strings::substring);
    registry.add("strings.any_prefix_match", anyMatch(GoStrings::startsWith));
    registry.add("strings.any_suffix_match", anyMatch(GoStrings::endsWith));
    registry.add("strings.count", Strings::count);
    registry.add("strings.replace_n", Strings::replaceAll);
    registry.add("strings.reverse", change(Strings::reversed));
    registry.add("strings.split_n", Strings::splitLimited);
  }

  private static Builtin test(BiPredicate<String, String> predicate) {
    return (context, operands) -> {
      String text = Operands.text(operands, 1);
      return BooleanValue.of(predicate.test(text, Operands.text(operands, 2)));
    };
  }

  private static Builtin change(UnaryOperator<String> change) {
    return (context, operands) -> GoStrings.value(change.apply(Operands.text(operands, 1)));
  }

  private static Value concat(BuiltinContext context, Value[] operands) throws BuiltinFault {
    String separator = Operands.text(operands, 1);
    List<Value> items =
        switch (operands[1]) {
          case ArrayValue array -> array.asList();
          case SetValue set -> items(set);
          default -> throw Operands.wrongType(operands, 2, "set", "array");
        };
    for (Value item : items) {
      if (!(item instanceof StringValue)) {
        throw Operands.wrongElement(operands, 2, item, "string");
      }
    }
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < items.size(); i++) {
      context.checkCancelled();
      joined.append(i > 0 ? separator : "").append(((StringValue) items.get(i)).text());
    }
    return GoStrings.value(joined);
  }

  private static List<Value> items(SetValue set) {
    List<Value> items = new ArrayList<>(set.size());
    set.forEach(items::add);
    return items;
  }

  private static String sought(Value[] operands) throws BuiltinFault {
    String sought = Operands.text(operands, 2);
    if (sought.isEmpty()) {
      throw BuiltinFault.of("empty search character");
    }
    return GoStrings.valid(sought);
  }

  private static Value indexOf(BuiltinContext context, Value[] operands) throws BuiltinFault {
    String text = GoStrings.valid(Operands.text(operands, 1));
    int at = text.indexOf(sought(operands));
    return NumberValue.of(at < 0 ? -1 : text.codePointCount(0, at));
  }

  /// All places, those within an earlier find too.
  private static Value indexesOf(BuiltinContext context, Value[] operands) throws BuiltinFault {
    String text = GoStrings.valid(Operands.text(operands, 1));
    String sought = sought(operands);
    List<Value> places = new ArrayList<>();
    int counted = 0;
    int index = 0;
    for (int at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
      index += text.codePointCount(counted, at);
      counted = at;
      places.add(NumberValue.of(index));
    }
    return ArrayValue.of(places);
  }

  private static Value substring(BuiltinContext context, Value[] operands) throws BuiltinFault {
    StringValue base = Operands.string(operands, 1);
    long offset = Operands.integer(operands, 2);
    long length = Operands.integer(operands, 3);
    if (offset < 0) {
      throw BuiltinFault.of("negative offset");
    }
    int size = base.codePoints();
    if (offset >= size) {
      return StringValue.EMPTY;
    }
    if (offset == 0 && length >= size) {
      return base;
    }
    String text = base.text();
    int start = text.offsetByCodePoints(0, (int) offset);
    int kept = (int) (length < 0 ? size - offset : Math.min(length, size - offset));
    int end = text.offsetByCodePoints(start, kept);
    return StringValue.of(GoStrings.valid(text.substring(start, end)));
  }

  private static Value count(BuiltinContext context, Value[] operands) throws BuiltinFault {
    String text = Operands.text(operands, 1);
    return NumberValue.of(GoStrings.count(text, Operands.text(operands, 2)));
  }

  private static Value split(BuiltinContext context, Value[] operands) throws BuiltinFault {
    String text = Operands.text(operands, 1);
    String delimiter = Operands.text(operands, 2);
    return strings(GoStrings.split(text, delimiter, -1));
  }

  /// The first so many parts, or the last when the number is negative.
  private static Value splitLimited(BuiltinContext context, Value[] operands) throws BuiltinFault {
    String text = Operands.text(operands, 1);
    String delimiter = Operands.text(operands, 2);
    long wanted = Operands.integer(operands, 3);
    if (wanted >= 0) {
      long limit = wanted == Long.MAX_VALUE ? -1 : wanted + 1;
      List<String> parts = GoStrings.split(text, delimiter, limit);
      return strings(parts.subList(0, (int) Math.min(wanted, parts.size())));
    }
    List<String> parts = GoStrings.split(text, delimiter, -1);
    return strings(parts.subList((int) Math.max(parts.size() + wanted, 0), parts.size()));
  }

  private static ArrayValue strings(List<String> parts) {
    Value[] items = new Value[parts.size()];
    for (int i = 0; i < items.length; i++) {
      items[i] = StringValue.of(parts.get(i));
    }
    return ArrayValue.owning(items);
  }

  private static Value replace(BuiltinContext context, Value[] operands) throws BuiltinFault {
    String text = Operands.text(operands, 1);
    String before = Operands.text(operands, 2);
    String after = Operands.text(operands, 3);
    return before.isEmpty() || Utf8.hasStrayBytes(before)
        ? new Replacements(List.of(before), List.of(after)).apply(context, text)
        : GoStrings.value(text.replace(before, after));
  }

  private static Value replaceAll(BuiltinContext context, Value[] operands) throws BuiltinFault {
    ObjectValue pairs = Operands.object(operands, 1);
    String text = Operands.text(operands, 2);
    List<String> olds = new ArrayList<>(pairs.size());
    List<String> news = new ArrayList<>(pairs.size());
    for (int i = 0; i < pairs.size(); i++) {
      if (!(pairs.keyAt(i) instanceof StringValue before)) {
        throw Operands.wrong(1, "non-string key found in pattern object");
      }
      if (!(pairs.valueAt(i) instanceof StringValue after)) {
        throw Operands.wrong(1, "non-string value found in pattern object");
      }
      olds.add(before.text());
      news.add(after.text());
    }
    return new Replacements(olds, news).apply(context, text);
  }

  private static String reversed(String text) {
    StringBuilder reversed = new StringBuilder(text.length());
    for (int at = text.length(); at > 0; ) {
      int codePoint = text.codePointBefore(at);
      reversed.appendCodePoint(codePoint);
      at -= Character.charCount(codePoint);
    }
    return reversed.toString();
  }

  /// Whether any of one or more texts has any of one or more affixes.
  private static Builtin anyMatch(BiPredicate<String, String> hasAffix) {
    return (context, operands) -> {
      List<String> texts = oneOrMore(operands, 1);
      List<String> affixes = oneOrMore(operands, 2);
      for (String text : texts) {
        context.checkCancelled();
        for (String affix : affixes) {
          if (hasAffix.test(text, affix)) {
            return BooleanValue.TRUE;
          }
        }
      }
      return BooleanValue.FALSE;
    };
  }

  private static List<String> oneOrMore(Value[] operands, int position) throws BuiltinFault {
    return switch (operands[position - 1]) {
      case StringValue string -> List.of(string.text());
      case ArrayValue array -> Operands.texts(operands, position);
      case SetValue set -> Operands.texts(operands, position);
      default -> throw Operands.wrongType(operands, position, "string", "set", "array");
    };
  }
}
