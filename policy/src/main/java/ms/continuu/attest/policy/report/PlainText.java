package ms.continuu.attest.policy.report;

import java.util.Locale;
import java.util.regex.Pattern;

/// Texts that others wrote, made safe to show. What steers a terminal, hides or turns text, or
/// commands a CI system is spelled out: a judged file must not speak in the name of the check.
public final class PlainText {
  private static final char REPLACEMENT = '\uFFFD';

  /// What CI systems look for anywhere in a line of their log. GitHub's `::command::` counts only
  /// at the beginning of a line; see [#name].
  private static final Pattern COMMAND =
      Pattern.compile("##(?=(?:vso|teamcity)?\\[)", Pattern.CASE_INSENSITIVE);

  private PlainText() {}

  /// The text on one line: line ends and tabs become blanks.
  public static String line(String text) {
    return spelled(text, false);
  }

  /// The text with its line feeds.
  public static String lines(String text) {
    return spelled(text, true);
  }

  /// The name of a file, to stand at the beginning of a line.
  public static String name(String file) {
    String name = line(file);
    String stripped = name.stripLeading();
    return stripped.startsWith("::") || stripped.startsWith("##") ? "./" + name : name;
  }

  /// The text with each character in its column: tabs become blanks, what steers becomes U+FFFD.
  public static String masked(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (c == '\t') {
            clean.append(' ');
          } else if (isSteering(c) || isSurrogate(c)) {
            clean.append(REPLACEMENT);
          } else {
            clean.appendCodePoint(c);
          }
        });
    return COMMAND.matcher(clean).replaceAll(REPLACEMENT + "#");
  }

  /// JSON text of the same meaning that is safe to print.
  static String json(String json) {
    return escaped(json, "\\u%04x\\u%04x");
  }

  /// YAML text, strings in double quotes, of the same meaning that is safe to print.
  static String yaml(String yaml) {
    return escaped(yaml, "");
  }

  private static String spelled(String text, boolean keepLines) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length() + 16);
    text.replace("\r\n", "\n")
        .codePoints()
        .forEach(c -> {
          if (c == '\n' && keepLines) {
            clean.append('\n');
          } else if (c == '\n' || c == '\t') {
            clean.append(' ');
          } else if (isSurrogate(c)) {
            clean.append(REPLACEMENT);
          } else if (isSteering(c)) {
            clean.append(String.format(Locale.ROOT, "\\u%04x", c));
          } else {
            clean.appendCodePoint(c);
          }
        });
    return COMMAND.matcher(clean).replaceAll("# #");
  }

  /// @param pair how a character beyond 16 bits is escaped by its two halves; empty for YAML's `\U`
  private static String escaped(String text, String pair) {
    if (!text.contains("##") && text.chars().allMatch(c -> c < 0x7F)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(c -> {
          if (isSurrogate(c)) {
            out.append(REPLACEMENT);
          } else if (c == '\n' || c == '\t' || !isSteering(c)) {
            out.appendCodePoint(c);
          } else if (Character.isBmpCodePoint(c)) {
            out.append(String.format(Locale.ROOT, "\\u%04x", c));
          } else if (pair.isEmpty()) {
            out.append(String.format(Locale.ROOT, "\\U%08x", c));
          } else {
            int high = Character.highSurrogate(c);
            int low = Character.lowSurrogate(c);
            out.append(String.format(Locale.ROOT, pair, high, low));
          }
        });
    return COMMAND.matcher(out).replaceAll("\\\\u0023#");
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c >= 0x7F || c == '#') {
        return false;
      }
    }
    return true;
  }

  /// Controls, what is not seen, what turns the direction of writing, and what is no character.
  private static boolean isSteering(int c) {
    boolean noCharacter = (c & 0xFFFE) == 0xFFFE;
    return noCharacter || isUnseen(c);
  }

  private static boolean isUnseen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static boolean isSurrogate(int c) {
    return Character.getType(c) == Character.SURROGATE;
  }
}
