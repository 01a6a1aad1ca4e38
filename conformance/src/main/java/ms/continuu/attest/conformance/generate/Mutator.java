package ms.continuu.attest.conformance.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes a text wrong, or at least another one, by small changes to its tokens.
public final class Mutator {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:[^\"\\\\\\n]|\\\\.)*+\"|`[^`]*`|#.*|\\w+|\\s+|[:=!<>]=|.", Pattern.DOTALL);

  /// What may be put in: words and signs that mean something.
  private static final String[] INSERTIONS = {
    "if",
    "contains",
    "some",
    "every",
    "in",
    "not",
    "with",
    "as",
    "else",
    "default",
    "import",
    "package",
    "input",
    "data",
    "null",
    "true",
    ":=",
    "=",
    "==",
    "|",
    "&",
    "-",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    ",",
    ":",
    ".",
    ";",
    "\n",
    "_",
    "x",
    "1",
    "1.5e",
    "\"",
    "`",
    "#",
    "set()",
    "$\"{x}\"",
    "@",
    "é",
    "\\",
    "0x1",
    "01",
    "or",
    "and",
    "\t",
    "\r"
  };

  private final Random random;

  public Mutator(long seed) {
    this.random = new Random(seed);
  }

  /// The text with one to three changes.
  public String mutate(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    for (int i = 1 + random.nextInt(3); i > 0 && tokens.size() > 1; i--) {
      change(tokens);
    }
    return String.join("", tokens);
  }

  private void change(List<String> tokens) {
    int at = visible(tokens);
    switch (random.nextInt(8)) {
      case 0, 1 -> tokens.remove(at);
      case 2 -> tokens.add(at, tokens.get(at));
      case 3, 4 -> tokens.set(at, tokens.get(visible(tokens)));
      case 5 -> {
        int other = visible(tokens);
        String token = tokens.get(at);
        tokens.set(at, tokens.get(other));
        tokens.set(other, token);
      }
      default -> {
        tokens.add(at, " ");
        tokens.add(at, INSERTIONS[random.nextInt(INSERTIONS.length)]);
      }
    }
  }

  /// The index of a token that is no blank.
  private int visible(List<String> tokens) {
    int at = random.nextInt(tokens.size());
    for (int i = 0; i < tokens.size() && tokens.get(at).isBlank(); i++) {
      at = (at + 1) % tokens.size();
    }
    return at;
  }
}
