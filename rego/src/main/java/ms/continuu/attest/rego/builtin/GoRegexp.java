package ms.continuu.attest.rego.builtin;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.value.GoUnicode;
import org.jspecify.annotations.Nullable;

/// A compiled regular expression with the meaning of Go's `regexp`. A stray byte in a text counts
/// as U+FFFD.
final class GoRegexp {
  private static final int MAX_GROUP_NUMBER = 100_000_000;

  private final String expression;
  private final Pattern pattern;
  private final List<String> groupNames;

  private GoRegexp(String expression, Pattern pattern, List<String> groupNames) {
    this.expression = expression;
    this.pattern = pattern;
    this.groupNames = groupNames;
  }

  /// The compiled expression, kept across queries.
  static GoRegexp of(BuiltinContext context, String expression) throws BuiltinFault {
    Compiled compiled = context.shared(Compiled.class, expression, Compiled::of);
    if (compiled.regexp == null) {
      throw BuiltinFault.of(compiled.fault);
    }
    return compiled.regexp;
  }

  private record Compiled(@Nullable GoRegexp regexp, String fault) {
    static Compiled of(String expression) {
      try {
        return new Compiled(compile(expression), "");
      } catch (BuiltinFault e) {
        return new Compiled(null, String.valueOf(e.getMessage()));
      }
    }
  }

  static GoRegexp compile(String expression) throws BuiltinFault {
    GoRegexpParser.Parsed parsed = GoRegexpParser.parse(expression);
    try {
      return new GoRegexp(expression, Pattern.compile(parsed.pattern()), parsed.groupNames());
    } catch (PatternSyntaxException e) {
      throw BuiltinFault.of(String.valueOf(e.getMessage()));
    }
  }

  /// An expression for just this text.
  static String quoteMeta(String text) {
    StringBuilder quoted = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted.append("\\.+*?()|[]{}^$".indexOf(c) >= 0 ? "\\" : "").append(c);
    }
    return quoted.toString();
  }

  boolean matches(String text) {
    return pattern.matcher(GoStrings.valid(text)).find();
  }

  /// Where a match and its groups begin and end; -1 for a group that is no part of it.
  record Match(int[] offsets) {
    int start() {
      return offsets[0];
    }

    int end() {
      return offsets[1];
    }

    /// The text of a group, empty when it is no part of the match.
    String group(String text, int group) {
      int start = offsets[2 * group];
      return start < 0 ? "" : text.substring(start, offsets[2 * group + 1]);
    }

    int groups() {
      return offsets.length / 2;
    }
  }

  /// The matches from left to right without overlap, at most `limit` of them, all when negative. An
  /// empty one directly behind another does not count.
  List<Match> find(String text, long limit) {
    String valid = GoStrings.valid(text);
    Matcher matcher = pattern.matcher(valid);
    List<Match> found = new ArrayList<>();
    int at = 0;
    int previousEnd = -1;
    while ((limit < 0 || found.size() < limit) && at <= valid.length() && matcher.find(at)) {
      Match match = match(matcher);
      boolean counts = match.end() != at || match.start() != previousEnd;
      if (match.end() != at) {
        at = match.end();
      } else if (at < valid.length()) {
        at += Character.charCount(valid.codePointAt(at));
      } else {
        at++;
      }
      previousEnd = match.end();
      if (counts) {
        found.add(match);
      }
    }
    return found;
  }

  private static Match match(Matcher matcher) {
    int[] offsets = new int[2 * (matcher.groupCount() + 1)];
    for (int i = 0; i < offsets.length / 2; i++) {
      offsets[2 * i] = matcher.start(i);
      offsets[2 * i + 1] = matcher.end(i);
    }
    return new Match(offsets);
  }

  /// What stands between the matches.
  List<String> split(String text) {
    if (!expression.isEmpty() && text.isEmpty()) {
      return List.of("");
    }
    List<String> parts = new ArrayList<>();
    int from = 0;
    int end = 0;
    for (Match match : find(text, -1)) {
      end = match.start();
      if (match.end() != 0) {
        parts.add(text.substring(from, end));
      }
      from = match.end();
    }
    if (end != text.length()) {
      parts.add(text.substring(from));
    }
    return parts;
  }

  /// The text with each match replaced; `$1`, `$name` and `${name}` stand for groups.
  String replace(BuiltinContext context, String text, String template) throws BuiltinFault {
    StringBuilder replaced = new StringBuilder(text.length());
    int from = 0;
    for (Match match : find(text, -1)) {
      context.checkCancelled();
      replaced.append(text, from, match.start());
      expand(replaced, template, text, match);
      from = match.end();
    }
    return replaced.append(text, from, text.length()).toString();
  }

  private void expand(StringBuilder out, String template, String text, Match match) {
    int at = 0;
    while (true) {
      int dollar = template.indexOf('$', at);
      if (dollar < 0) {
        out.append(template, at, template.length());
        return;
      }
      out.append(template, at, dollar);
      at = dollar + 1;
      if (template.startsWith("$", at)) {
        out.append('$');
        at++;
        continue;
      }
      boolean braces = template.startsWith("{", at);
      int nameStart = braces ? at + 1 : at;
      int nameEnd = nameEnd(template, nameStart);
      boolean wellFormed = nameEnd > nameStart && (!braces || template.startsWith("}", nameEnd));
      if (!wellFormed) {
        out.append('$');
        continue;
      }
      out.append(group(template.substring(nameStart, nameEnd), text, match));
      at = braces ? nameEnd + 1 : nameEnd;
    }
  }

  private static int nameEnd(String template, int from) {
    int end = from;
    while (end < template.length()) {
      int c = template.codePointAt(end);
      boolean inName = c == '_' || Character.isLetterOrDigit(c) && GoUnicode.isPrintable(c);
      if (!inName) {
        break;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  private String group(String name, String text, Match match) {
    int number = number(name);
    if (number >= 0) {
      return number < match.groups() ? match.group(text, number) : "";
    }
    for (int i = 0; i < match.groups(); i++) {
      if (groupNames.get(i).equals(name) && match.offsets[2 * i] >= 0) {
        return match.group(text, i);
      }
    }
    return "";
  }

  private static int number(String name) {
    int number = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < '0' || c > '9' || number >= MAX_GROUP_NUMBER) {
        return -1;
      }
      number = number * 10 + (c - '0');
    }
    return name.startsWith("0") && name.length() > 1 ? -1 : number;
  }
}
