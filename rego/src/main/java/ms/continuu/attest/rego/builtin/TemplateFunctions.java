package ms.continuu.attest.rego.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import ms.continuu.attest.value.GoUnicode;
import ms.continuu.attest.value.Utf8;
import org.jspecify.annotations.Nullable;

/// The functions of Go's text templates.
final class TemplateFunctions {
  private static final Signature ONE = new Signature(List.of(Parameter.VALUE), null);
  private static final Signature TWO =
      new Signature(List.of(Parameter.VALUE, Parameter.VALUE), null);
  private static final Signature SOME = new Signature(List.of(Parameter.VALUE), Parameter.VALUE);
  private static final Signature ANY = new Signature(List.of(), Parameter.ANY);
  private static final Map<String, Signature> SIGNATURES =
      Map.ofEntries(
          Map.entry("and", SOME),
          Map.entry("or", SOME),
          Map.entry("call", SOME),
          Map.entry("index", SOME),
          Map.entry("slice", SOME),
          Map.entry("eq", SOME),
          Map.entry("not", ONE),
          Map.entry("len", ONE),
          Map.entry("ne", TWO),
          Map.entry("lt", TWO),
          Map.entry("le", TWO),
          Map.entry("gt", TWO),
          Map.entry("ge", TWO),
          Map.entry("html", ANY),
          Map.entry("js", ANY),
          Map.entry("urlquery", ANY),
          Map.entry("print", ANY),
          Map.entry("println", ANY),
          Map.entry("printf", new Signature(List.of(Parameter.STRING), Parameter.ANY)));

  private TemplateFunctions() {}

  /// What a function takes at a place.
  enum Parameter {
    /// Anything, also no value.
    VALUE,
    /// Anything, no value as nil.
    ANY,
    STRING
  }

  /// @param rest what may follow the fixed parameters, or null
  record Signature(List<Parameter> fixed, @Nullable Parameter rest) {
    Parameter parameter(int index) {
      return index < fixed.size() ? fixed.get(index) : Objects.requireNonNull(rest);
    }
  }

  static boolean exists(String name) {
    return SIGNATURES.containsKey(name);
  }

  static Signature signature(String name) {
    return Objects.requireNonNull(SIGNATURES.get(name));
  }

  /// @param callee how the function of `call` was written
  static TemplateValue call(String name, String callee, List<TemplateValue> arguments)
      throws BuiltinFault {
    return switch (name) {
      case "call" -> throw notCallable(callee, arguments.getFirst().unboxed());
      case "index" -> index(arguments);
      case "slice" -> slice(arguments);
      case "len" -> new TemplateValue.Plain(length(arguments.getFirst()));
      case "not" -> bool(!arguments.getFirst().isTrue());
      case "eq" -> bool(TemplateComparison.isAnyEqual(arguments));
      case "ne" -> bool(!TemplateComparison.isAnyEqual(arguments));
      case "lt" -> bool(TemplateComparison.isLess(arguments));
      case "le" -> bool(isLessOrEqual(arguments));
      case "gt" -> bool(!isLessOrEqual(arguments));
      case "ge" -> bool(!TemplateComparison.isLess(arguments));
      case "html" -> string(html(shown(arguments)));
      case "js" -> string(js(shown(arguments)));
      case "urlquery" -> string(UrlQueries.escape(Utf8.encode(shown(arguments))));
      case "print" -> string(GoFormat.sprint(formatted(arguments)));
      case "println" -> string(GoFormat.sprintln(formatted(arguments)));
      default -> string(printf(arguments));
    };
  }

  private static boolean isLessOrEqual(List<TemplateValue> arguments) throws BuiltinFault {
    return TemplateComparison.isLess(arguments) || TemplateComparison.isAnyEqual(arguments);
  }

  private static TemplateValue bool(boolean value) {
    return new TemplateValue.Plain(value);
  }

  private static TemplateValue string(String text) {
    return new TemplateValue.Plain(GoStrings.value(text).text());
  }

  private static List<@Nullable Object> formatted(List<TemplateValue> values) {
    List<@Nullable Object> formatted = new ArrayList<>(values.size());
    values.forEach(value -> formatted.add(value.formatted()));
    return formatted;
  }

  private static String printf(List<TemplateValue> arguments) {
    String format = String.valueOf(arguments.getFirst().formatted());
    return GoFormat.sprintf(format, formatted(arguments.subList(1, arguments.size())), "int");
  }

  private static BuiltinFault notCallable(String callee, TemplateValue function) {
    return BuiltinFault.of(
        function == TemplateValue.None.INVALID
            ? "call of nil"
            : "non-function " + callee + " of type " + function.typeName());
  }

  private static TemplateValue index(List<TemplateValue> arguments) throws BuiltinFault {
    TemplateValue item = arguments.getFirst().unboxed();
    if (item == TemplateValue.None.INVALID) {
      throw BuiltinFault.of("index of untyped nil");
    }
    for (TemplateValue argument : arguments.subList(1, arguments.size())) {
      item = step(item.unboxed(), argument.unboxed());
    }
    return item;
  }

  private static TemplateValue step(TemplateValue item, TemplateValue index) throws BuiltinFault {
    if (item == TemplateValue.None.INVALID) {
      throw BuiltinFault.of("index of nil pointer");
    }
    if (item instanceof TemplateValue.Plain(Object value)) {
      switch (value) {
        case List<?> list -> {
          int at = offset(index, list.size());
          if (at == list.size()) {
            throw BuiltinFault.of("reflect: slice index out of range");
          }
          return new TemplateValue.Boxed(list.get(at));
        }
        case Map<?, ?> map -> {
          return new TemplateValue.Boxed(map.get(key(index)));
        }
        case String text -> {
          return byteAt(text, index);
        }
        case GoFormat.JsonNumber number -> {
          return byteAt(number.text(), index);
        }
        default -> {}
      }
    }
    throw BuiltinFault.of("can't index item of type " + item.typeName());
  }

  private static TemplateValue byteAt(String text, TemplateValue index) throws BuiltinFault {
    String bytes = GoStrings.bytewise(text);
    int at = offset(index, bytes.length());
    if (at == bytes.length()) {
      throw BuiltinFault.of("reflect: string index out of range");
    }
    return new TemplateValue.OneByte(bytes.charAt(at));
  }

  private static String key(TemplateValue index) throws BuiltinFault {
    if (index == TemplateValue.None.INVALID) {
      throw BuiltinFault.of("value is nil; should be of type string");
    }
    if (index instanceof TemplateValue.Plain(Object value) && value instanceof String key) {
      return key;
    }
    throw BuiltinFault.of("value has type " + index.typeName() + "; should be string");
  }

  private static int offset(TemplateValue index, int capacity) throws BuiltinFault {
    long offset =
        switch (index) {
          case TemplateValue.Plain(Object value) when value instanceof Long whole -> whole;
          case TemplateValue.OneByte(int value) -> value;
          case TemplateValue.None none ->
              throw BuiltinFault.of("cannot index slice/array with nil");
          default ->
              throw BuiltinFault.of("cannot index slice/array with type " + index.typeName());
        };
    if (offset < 0 || offset > capacity) {
      throw BuiltinFault.of("index out of range: " + offset);
    }
    return (int) offset;
  }

  private static TemplateValue slice(List<TemplateValue> arguments) throws BuiltinFault {
    TemplateValue item = arguments.getFirst().unboxed();
    if (item == TemplateValue.None.INVALID) {
      throw BuiltinFault.of("slice of untyped nil");
    }
    List<TemplateValue> indexes = arguments.subList(1, arguments.size());
    if (indexes.size() > 3) {
      throw BuiltinFault.of("too many slice indexes: " + indexes.size());
    }
    if (item instanceof TemplateValue.Plain(Object value)) {
      switch (value) {
        case String text -> {
          String bytes = GoStrings.bytewise(text);
          int[] range = stringRange(indexes, bytes.length());
          return string(GoStrings.ofBytewise(bytes.substring(range[0], range[1])));
        }
        case GoFormat.JsonNumber number -> {
          int[] range = stringRange(indexes, number.text().length());
          return new TemplateValue.Plain(
              new GoFormat.JsonNumber(number.text().substring(range[0], range[1])));
        }
        case List<?> list -> {
          int[] range = range(indexes, list.size(), capacity(list.size()));
          List<@Nullable Object> part = new ArrayList<>();
          for (int i = range[0]; i < range[1]; i++) {
            part.add(i < list.size() ? list.get(i) : null);
          }
          return new TemplateValue.Plain(part);
        }
        default -> {}
      }
    }
    throw BuiltinFault.of("can't slice item of type " + item.typeName());
  }

  private static int[] stringRange(List<TemplateValue> indexes, int length) throws BuiltinFault {
    if (indexes.size() == 3) {
      throw BuiltinFault.of("cannot 3-index slice a string");
    }
    return range(indexes, length, length);
  }

  private static int[] range(List<TemplateValue> indexes, int length, int capacity)
      throws BuiltinFault {
    int[] range = {0, length, capacity};
    for (int i = 0; i < indexes.size(); i++) {
      range[i] = offset(indexes.get(i), capacity);
    }
    if (range[0] > range[1]) {
      throw BuiltinFault.of("invalid slice index: " + range[0] + " > " + range[1]);
    }
    if (indexes.size() == 3 && range[1] > range[2]) {
      throw BuiltinFault.of("invalid slice index: " + range[1] + " > " + range[2]);
    }
    return range;
  }

  /// How many items Go's decoder has room for behind a list it read: it doubles.
  private static int capacity(int length) {
    return length == 0 ? 0 : Integer.highestOneBit(length * 2 - 1);
  }

  private static long length(TemplateValue item) throws BuiltinFault {
    if (item instanceof TemplateValue.Boxed(Object value) && value == null) {
      throw BuiltinFault.of("len of nil pointer");
    }
    if (item == TemplateValue.None.INVALID) {
      throw BuiltinFault.of("reflect: call of reflect.Value.Type on zero Value");
    }
    TemplateValue plain = item.unboxed();
    return switch (plain.formatted()) {
      case String text -> GoStrings.bytewise(text).length();
      case GoFormat.JsonNumber number -> number.text().length();
      case List<?> list -> list.size();
      case Map<?, ?> map -> map.size();
      case null, default -> throw BuiltinFault.of("len of type " + plain.typeName());
    };
  }

  /// One string as it is; all else as `print` shows it, with nil as no value.
  private static String shown(List<TemplateValue> arguments) {
    List<@Nullable Object> formatted = formatted(arguments);
    if (formatted.size() == 1 && formatted.getFirst() instanceof String text) {
      return text;
    }
    formatted.replaceAll(value -> value == null ? "<no value>" : value);
    return GoFormat.sprint(formatted);
  }

  private static String html(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case 0 -> escaped.append('\uFFFD');
        case '"' -> escaped.append("&#34;");
        case '\'' -> escaped.append("&#39;");
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static String js(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '\\' -> escaped.append("\\\\");
            case '\'' -> escaped.append("\\'");
            case '"' -> escaped.append("\\\"");
            case '<', '>', '&', '=' -> escaped.append(unicodeEscape(c));
            default -> {
              int rune = GoStrings.rune(c);
              boolean plain = rune < 0x80 ? rune >= ' ' : GoUnicode.isPrintable(rune);
              escaped.append(plain ? Character.toString(c) : unicodeEscape(rune));
            }
          }
        });
    return escaped.toString();
  }

  private static String unicodeEscape(int c) {
    return String.format(Locale.ROOT, "\\u%04X", c);
  }
}
