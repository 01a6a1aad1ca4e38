package ms.continuu.attest.rego.builtin;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.value.Utf8;
import org.jspecify.annotations.Nullable;

/// Reads a regular expression as Go's `regexp/syntax` does, with its faults, and writes it for
/// RE2/J: classes as plain ranges of Go's Unicode, groups without names, literals escaped.
final class GoRegexpParser {
  private static final int MAX_REPEAT = 1000;
  private static final int MAX_HEIGHT = 1000;
  private static final long MAX_SIZE = (128L << 20) / 40;

  private final String whole;
  private final StringBuilder out = new StringBuilder();
  private final List<String> groupNames = new ArrayList<>(List.of(""));
  private final List<Group> open = new ArrayList<>();
  private Group group = new Group(0, false, false);
  private int at;
  private boolean fold;

  /// The regular expression behind which a repetition stands already, or -1.
  private int lastRepeat = -1;

  /// @param pattern in RE2/J's syntax
  /// @param groupNames the name of each group from 0 on, empty when it has none
  record Parsed(String pattern, List<String> groupNames) {}

  private GoRegexpParser(String whole) {
    this.whole = whole;
  }

  /// @throws BuiltinFault with Go's words
  static Parsed parse(String expression) throws BuiltinFault {
    GoRegexpParser parser = new GoRegexpParser(expression);
    parser.parse();
    return new Parsed(parser.out.toString(), List.copyOf(parser.groupNames));
  }

  /// What is known of a part: how deep it nests, how large it compiles, whether it matches the
  /// empty text, and the repetitions in it.
  private record Node(int height, long size, boolean nullable, int count, List<Node> below) {
    static final Node EMPTY = new Node(1, 1, true, -1, List.of());
    static final Node ONE = new Node(1, 1, false, -1, List.of());

    /// Whether no nesting of repetitions in it repeats anything more often than that.
    boolean repeatsAtMost(int limit) {
      int rest = limit;
      if (count == 0) {
        return true;
      }
      if (count > limit) {
        return false;
      }
      if (count > 0) {
        rest /= count;
      }
      for (Node node : below) {
        if (!node.repeatsAtMost(rest)) {
          return false;
        }
      }
      return true;
    }
  }

  /// A group that is being read: the finished alternatives and the one that grows.
  private static final class Group {
    private final int outStart;
    private final boolean captures;
    private final boolean foldBefore;
    private final List<Node> alternatives = new ArrayList<>();
    private List<Node> items = new ArrayList<>();

    /// Where in the output the last item begins.
    private int itemStart;

    Group(int outStart, boolean captures, boolean foldBefore) {
      this.outStart = outStart;
      this.captures = captures;
      this.foldBefore = foldBefore;
    }
  }

  private void parse() throws BuiltinFault {
    while (at < whole.length()) {
      int repeated = -1;
      char c = whole.charAt(at);
      switch (c) {
        case '(' -> open();
        case '|' -> {
          group.alternatives.add(concatenation());
          group.items = new ArrayList<>();
          out.append('|');
          at++;
        }
        case ')' -> close();
        case '^', '$' -> item(Node.EMPTY, c);
        case '.' -> item(Node.ONE, c);
        case '[' -> bracketClass();
        case '*', '+', '?' -> {
          repeated = at;
          at++;
          repeat(repeated, c == '+' ? 1 : 0, c == '?' ? 1 : -1, false);
        }
        case '{' -> repeated = counted();
        case '\\' -> escape();
        default -> literal(rune());
      }
      lastRepeat = repeated;
    }
    finish();
    if (!open.isEmpty()) {
      throw fault("missing closing )", whole);
    }
  }

  private void item(Node node, char c) {
    group.itemStart = out.length();
    group.items.add(node);
    out.append(c);
    at++;
  }

  private void begin(Node node) {
    group.itemStart = out.length();
    group.items.add(node);
  }

  private Node concatenation() throws BuiltinFault {
    if (group.items.isEmpty()) {
      return Node.EMPTY;
    }
    return group.items.size() == 1 ? group.items.getFirst() : combined(group.items, 0, true);
  }

  private Node combined(List<Node> nodes, long extra, boolean all) throws BuiltinFault {
    int height = 0;
    long size = extra;
    boolean nullable = all;
    List<Node> repeats = new ArrayList<>();
    for (Node node : nodes) {
      height = Math.max(height, node.height);
      size += node.size;
      nullable = all ? nullable && node.nullable : nullable || node.nullable;
      if (node.count >= 0 || !node.below.isEmpty()) {
        repeats.add(node);
      }
    }
    boolean literal = all && nodes.stream().allMatch(n -> n == Node.ONE);
    return checked(new Node(literal ? 1 : height + 1, size, nullable, -1, repeats));
  }

  private Node checked(Node node) throws BuiltinFault {
    if (node.size > MAX_SIZE) {
      throw fault("expression too large", whole);
    }
    if (node.height > MAX_HEIGHT) {
      throw fault("expression nests too deeply", whole);
    }
    return node;
  }

  private Node finish() throws BuiltinFault {
    group.alternatives.add(concatenation());
    return group.alternatives.size() == 1
        ? group.alternatives.getFirst()
        : combined(group.alternatives, group.alternatives.size() - 1L, false);
  }

  private void open() throws BuiltinFault {
    if (whole.startsWith("(?", at)) {
      openPerl();
      return;
    }
    at++;
    enter("(", true, "");
  }

  private void enter(String opening, boolean captures, String name) {
    open.add(group);
    if (captures) {
      groupNames.add(name);
    }
    group = new Group(out.length(), captures, fold);
    out.append(opening);
  }

  private void close() throws BuiltinFault {
    Node inner = finish();
    if (open.isEmpty()) {
      throw fault("unexpected )", whole);
    }
    at++;
    out.append(')');
    Group closed = group;
    fold = closed.foldBefore;
    group = open.removeLast();
    group.itemStart = closed.outStart;
    group.items.add(
        closed.captures
            ? checked(
                new Node(inner.height + 1, inner.size + 2, inner.nullable, -1, List.of(inner)))
            : inner);
  }

  private void openPerl() throws BuiltinFault {
    int start = at;
    boolean named =
        whole.startsWith("(?P<", at) && whole.length() - at > 4
            || whole.startsWith("(?<", at) && whole.length() - at > 3;
    if (named) {
      openNamed(start);
      return;
    }
    at += 2;
    boolean negative = false;
    boolean seen = false;
    boolean foldInside = fold;
    while (at < whole.length()) {
      int c = rune();
      switch (c) {
        case 'i' -> {
          foldInside = !negative;
          seen = true;
        }
        case 'm', 's', 'U' -> seen = true;
        case '-' -> {
          if (negative) {
            throw badPerl(start);
          }
          negative = true;
          seen = false;
        }
        case ':', ')' -> {
          if (negative && !seen) {
            throw badPerl(start);
          }
          String text = whole.substring(start, at);
          if (c == ':') {
            enter(text, false, "");
          } else if (!text.equals("(?)")) {
            out.append(text);
          }
          fold = foldInside;
          return;
        }
        default -> throw badPerl(start);
      }
    }
    throw badPerl(start);
  }

  private BuiltinFault badPerl(int start) {
    return fault("invalid or unsupported Perl syntax", whole.substring(start, at));
  }

  private void openNamed(int start) throws BuiltinFault {
    int nameStart = start + (whole.charAt(start + 2) == 'P' ? 4 : 3);
    int end = whole.indexOf('>', start);
    if (end < 0) {
      checkUtf8(whole.substring(start));
      throw fault("invalid named capture", whole.substring(start));
    }
    String name = whole.substring(nameStart, end);
    checkUtf8(name);
    boolean valid = !name.isEmpty() && name.codePoints().allMatch(c -> c == '_' || isAlnum(c));
    if (!valid) {
      throw fault("invalid named capture", whole.substring(start, end + 1));
    }
    at = end + 1;
    enter("(", true, name);
  }

  /// `{n,m}`, or a literal brace. The offset of the repetition, or -1.
  private int counted() throws BuiltinFault {
    int start = at;
    CountedRepeat repeat = CountedRepeat.parse(whole, at);
    if (repeat == null) {
      literal(rune());
      return -1;
    }
    at = repeat.end();
    int min = repeat.min();
    int max = repeat.max();
    if (min < 0 || min > MAX_REPEAT || max > MAX_REPEAT || max >= 0 && min > max) {
      throw fault("invalid repeat count", whole.substring(start, at));
    }
    repeat(start, min, max, true);
    return start;
  }

  private void repeat(int start, int min, int max, boolean counted) throws BuiltinFault {
    int opEnd = at;
    if (at < whole.length() && whole.charAt(at) == '?') {
      at++;
    }
    if (lastRepeat >= 0) {
      throw fault("invalid nested repetition operator", whole.substring(lastRepeat, at));
    }
    if (group.items.isEmpty()) {
      throw fault("missing argument to repetition operator", whole.substring(start, at));
    }
    Node sub = group.items.removeLast();
    // Go runs `x*` as `(x+)?` where x matches the empty text; RE2/J does not by itself.
    boolean split = min == 0 && max < 0 && sub.nullable;
    if (split) {
      String lazy = at > opEnd ? "?" : "";
      out.insert(group.itemStart, "(?:").append('+').append(lazy).append(")?").append(lazy);
    } else {
      out.append(whole, start, at);
    }
    Node node = checked(repeated(sub, min, max, counted));
    group.items.add(node);
    if (counted && (min >= 2 || max >= 2) && !node.repeatsAtMost(MAX_REPEAT)) {
      throw fault("invalid repeat count", whole.substring(start, at));
    }
  }

  private static Node repeated(Node sub, int min, int max, boolean counted) {
    boolean nullable = min == 0 || sub.nullable;
    if (!counted) {
      long size = sub.size + (min == 0 && max < 0 ? 2 : 1);
      return new Node(sub.height + 1, size, nullable, -1, List.of(sub));
    }
    long size =
        max >= 0 ? max * sub.size + (max - min) : min == 0 ? 2 + sub.size : 1 + min * sub.size;
    int count = max >= 0 ? max : min;
    return new Node(
        sub.height + 1,
        Math.max(size, 1),
        nullable,
        max < 0 && min == 0 ? -1 : count,
        List.of(sub));
  }

  private void escape() throws BuiltinFault {
    char next = at + 1 < whole.length() ? whole.charAt(at + 1) : 0;
    switch (next) {
      case 'A', 'b', 'B', 'z' -> {
        begin(Node.EMPTY);
        out.append('\\').append(next);
        at += 2;
      }
      case 'C' -> throw fault("invalid escape sequence", "\\C");
      case 'Q' -> quoted();
      default -> {
        RuneRanges named = namedClass();
        if (named != null) {
          begin(Node.ONE);
          named.appendTo(out);
        } else {
          literal(escapedRune());
        }
      }
    }
  }

  private void quoted() throws BuiltinFault {
    int end = whole.indexOf("\\E", at + 2);
    int stop = end < 0 ? whole.length() : end;
    at += 2;
    while (at < stop) {
      int c = whole.codePointAt(at);
      if (Utf8.isStray(c)) {
        throw fault("invalid UTF-8", whole.substring(at, stop));
      }
      at += Character.charCount(c);
      literal(c);
    }
    at = end < 0 ? stop : stop + 2;
  }

  private void literal(int c) {
    begin(Node.ONE);
    int[] cases = fold && c >= 0x80 ? RuneRanges.cases(c) : null;
    if (cases != null) {
      RuneRanges all = new RuneRanges();
      for (int other : cases) {
        all.add(other, other);
      }
      all.appendTo(out);
    } else if (c < 0x80 && isAlnum(c)
        || c > 0xFFFF
        || c >= 0x80 && !Character.isSurrogate((char) c)) {
      out.appendCodePoint(c);
    } else {
      RuneRanges.appendEscape(out, c);
    }
  }

  /// `[…]`.
  private void bracketClass() throws BuiltinFault {
    int start = at;
    at++;
    boolean negated = at < whole.length() && whole.charAt(at) == '^';
    at += negated ? 1 : 0;
    RuneRanges ranges = new RuneRanges();
    boolean first = true;
    while (at >= whole.length() || whole.charAt(at) != ']' || first) {
      first = false;
      RuneRanges named = posixClass();
      if (named == null) {
        named = namedClass();
      }
      if (named != null) {
        ranges.addAll(named);
      } else {
        range(ranges, start);
      }
    }
    at++;
    begin(Node.ONE);
    (negated ? ranges.negated() : ranges).appendTo(out);
  }

  private void range(RuneRanges ranges, int classStart) throws BuiltinFault {
    int start = at;
    int low = classRune(classStart);
    int high = low;
    if (whole.length() - at >= 2 && whole.charAt(at) == '-' && whole.charAt(at + 1) != ']') {
      at++;
      high = classRune(classStart);
      if (high < low) {
        throw fault("invalid character class range", whole.substring(start, at));
      }
    }
    RuneRanges range = new RuneRanges().add(low, high);
    ranges.addAll(fold ? range.folded() : range);
  }

  private int classRune(int classStart) throws BuiltinFault {
    if (at >= whole.length()) {
      throw fault("missing closing ]", whole.substring(classStart));
    }
    return whole.charAt(at) == '\\' ? escapedRune() : rune();
  }

  /// `[:name:]` within brackets, or null.
  private @Nullable RuneRanges posixClass() throws BuiltinFault {
    if (!whole.startsWith("[:", at)) {
      return null;
    }
    int end = whole.indexOf(":]", at + 2);
    if (end < 0) {
      return null;
    }
    String name = whole.substring(at + 2, end);
    boolean negated = name.startsWith("^");
    RuneRanges ranges = RuneClasses.posix(negated ? name.substring(1) : name);
    if (ranges == null) {
      throw fault("invalid character class range", whole.substring(at, end + 2));
    }
    at = end + 2;
    return signed(ranges, negated);
  }

  private RuneRanges signed(RuneRanges ranges, boolean negated) {
    RuneRanges all = fold ? ranges.folded() : ranges;
    return negated ? all.negated() : all;
  }

  /// `\d`, `\pL`, `\p{Greek}` and their like, or null.
  private @Nullable RuneRanges namedClass() throws BuiltinFault {
    if (at + 1 >= whole.length() || whole.charAt(at) != '\\') {
      return null;
    }
    char letter = whole.charAt(at + 1);
    if (letter == 'p' || letter == 'P') {
      return unicodeClass(letter == 'P');
    }
    RuneRanges perl = RuneClasses.perl(Character.toLowerCase(letter));
    if (perl == null) {
      return null;
    }
    at += 2;
    return signed(perl, Character.isUpperCase(letter));
  }

  private @Nullable RuneRanges unicodeClass(boolean capital) throws BuiltinFault {
    int start = at;
    if (at + 2 >= whole.length()) {
      // Go reads the empty name here, as the end of the expression is no fault to it.
      throw fault("invalid character class range", whole.substring(start));
    }
    at += 2;
    int c = rune();
    String name;
    if (c == '{') {
      int end = whole.indexOf('}', start);
      if (end < 0) {
        checkUtf8(whole.substring(start));
        throw fault("invalid character class range", whole.substring(start));
      }
      name = whole.substring(start + 3, end);
      at = end + 1;
      checkUtf8(name);
    } else {
      name = whole.substring(start + 2, at);
    }
    boolean caret = name.startsWith("^");
    RuneRanges ranges = RuneClasses.unicode(caret ? name.substring(1) : name);
    if (ranges == null) {
      throw fault("invalid character class range", whole.substring(start, at));
    }
    return signed(ranges, capital != caret);
  }

  /// An escape that stands for one character.
  private int escapedRune() throws BuiltinFault {
    int start = at;
    at++;
    if (at >= whole.length()) {
      throw fault("trailing backslash at end of expression", "");
    }
    int c = rune();
    switch (c) {
      case '0' -> {
        return octal(0);
      }
      case '1', '2', '3', '4', '5', '6', '7' -> {
        if (isOctal()) {
          return octal(c - '0');
        }
      }
      case 'x' -> {
        int value = at < whole.length() ? hexadecimal() : -1;
        if (value >= 0) {
          return value;
        }
      }
      case 'a' -> {
        return 7;
      }
      case 'f' -> {
        return '\f';
      }
      case 'n' -> {
        return '\n';
      }
      case 'r' -> {
        return '\r';
      }
      case 't' -> {
        return '\t';
      }
      case 'v' -> {
        return 0x0B;
      }
      default -> {
        if (c < 0x80 && !isAlnum(c)) {
          return c;
        }
      }
    }
    throw fault("invalid escape sequence", whole.substring(start, at));
  }

  private boolean isOctal() {
    return at < whole.length() && whole.charAt(at) >= '0' && whole.charAt(at) <= '7';
  }

  private int octal(int first) {
    int value = first;
    for (int i = 1; i < 3 && isOctal(); i++) {
      value = value * 8 + whole.charAt(at++) - '0';
    }
    return value;
  }

  /// Two digits or digits in braces behind `\x`; -1 when they are none.
  private int hexadecimal() throws BuiltinFault {
    int c = rune();
    if (c != '{') {
      int high = digit(c);
      // Go reads on even at the end of the expression, where there is nothing to find.
      int low = at < whole.length() ? digit(rune()) : -1;
      return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
    int value = 0;
    int digits = 0;
    while (at < whole.length()) {
      int d = rune();
      if (d == '}') {
        return digits == 0 ? -1 : value;
      }
      int digit = digit(d);
      value = value * 16 + digit;
      if (digit < 0 || value > RuneRanges.MAX) {
        return -1;
      }
      digits++;
    }
    return -1;
  }

  private static int digit(int c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  private static boolean isAlnum(int c) {
    return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }

  private int rune() throws BuiltinFault {
    int c = whole.codePointAt(at);
    if (Utf8.isStray(c)) {
      throw fault("invalid UTF-8", whole.substring(at));
    }
    at += Character.charCount(c);
    return c;
  }

  private static void checkUtf8(String text) throws BuiltinFault {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (Utf8.isStray(text.codePointAt(i))) {
        throw fault("invalid UTF-8", text.substring(i));
      }
    }
  }

  private static BuiltinFault fault(String code, String expression) {
    return BuiltinFault.of("error parsing regexp: " + code + ": `" + expression + "`");
  }
}
