package ms.continuu.attest.conformance.generate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes a text smaller while it still shows what it showed: whole rules go first, then lines, then
/// groups of tokens whose brackets are balanced.
///
/// Works on text and not on trees, so that it can shrink what does not parse.
public final class Shrinker {
  /// How often the question is asked at most.
  private static final int QUESTIONS = 250;

  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*+\"|`[^`]*`|#.*|[\\w.]+|\\s+|[:=!<>]=|.", Pattern.DOTALL);

  private final Question question;
  private int asked;

  private Shrinker(Question question) {
    this.question = question;
  }

  /// Whether a text still shows it.
  public interface Question {
    boolean stillShows(String text) throws IOException, InterruptedException;
  }

  /// The smallest text found. The text itself must show it.
  public static String shrink(String text, Question question)
      throws IOException, InterruptedException {
    Shrinker shrinker = new Shrinker(question);
    String small = shrinker.reduce(Arrays.asList(text.split("(?<=\n)(?=\n)")), "");
    small = shrinker.reduce(Arrays.asList(small.split("(?<=\n)")), "");
    String before;
    do {
      before = small;
      small = shrinker.reduce(tokens(small), "");
      small = shrinker.simplify(small);
    } while (!small.equals(before) && shrinker.mayAsk());
    return small;
  }

  private boolean mayAsk() {
    return asked < QUESTIONS;
  }

  private boolean shows(String text) throws IOException, InterruptedException {
    asked++;
    return question.stillShows(text);
  }

  /// Leaves out ranges of parts, longest first.
  private String reduce(List<String> all, String separator)
      throws IOException, InterruptedException {
    List<String> parts = new ArrayList<>(all);
    for (int length = Math.max(1, parts.size() / 2); length >= 1; length /= 2) {
      for (int i = 0; i + length <= parts.size() && mayAsk(); ) {
        List<String> range = parts.subList(i, i + length);
        if (isBalanced(range) && !String.join("", range).isBlank()) {
          List<String> rest = new ArrayList<>(parts.subList(0, i));
          rest.addAll(parts.subList(i + length, parts.size()));
          if (shows(String.join(separator, rest))) {
            parts = rest;
            continue;
          }
        }
        i++;
      }
    }
    return String.join(separator, parts);
  }

  /// Puts `1` in place of bracketed groups, or what stands in them.
  private String simplify(String text) throws IOException, InterruptedException {
    List<String> parts = tokens(text);
    for (int i = 0; i < parts.size() && mayAsk(); i++) {
      int end = closing(parts, i);
      if (end < 0) {
        continue;
      }
      for (String instead : List.of("1", String.join("", parts.subList(i + 1, end)))) {
        List<String> changed = new ArrayList<>(parts.subList(0, i));
        changed.add(instead);
        changed.addAll(parts.subList(end + 1, parts.size()));
        if (mayAsk() && shows(String.join("", changed))) {
          parts = changed;
          break;
        }
      }
    }
    return String.join("", parts);
  }

  /// The index of the bracket that closes the one at an index, or -1.
  private static int closing(List<String> parts, int open) {
    if (!"([{".contains(parts.get(open))) {
      return -1;
    }
    int depth = 0;
    for (int i = open; i < parts.size(); i++) {
      depth += depth(parts.get(i));
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isBalanced(List<String> range) {
    int depth = 0;
    for (String part : range) {
      for (String token : tokens(part)) {
        depth += depth(token);
        if (depth < 0) {
          return false;
        }
      }
    }
    return depth == 0;
  }

  private static int depth(String token) {
    return switch (token) {
      case "(", "[", "{" -> 1;
      case ")", "]", "}" -> -1;
      default -> 0;
    };
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    return tokens;
  }
}
