package ms.continuu.attest.rego.builtin;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import ms.continuu.attest.value.GoUnicode;
import org.jspecify.annotations.Nullable;

/// The named classes of Go's regular expressions.
final class RuneClasses {
  private static final String CATEGORIES =
      "Cn Lu Ll Lt Lm Lo Mn Me Mc Nd Nl No Zs Zl Zp Cc Cf -- Co Cs Pd Ps Pe Pc Po Sm Sc Sk So"
          + " Pi Pf";
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("Casedletter", "LC"),
          Map.entry("Closepunctuation", "Pe"),
          Map.entry("Combiningmark", "M"),
          Map.entry("Connectorpunctuation", "Pc"),
          Map.entry("Control", "Cc"),
          Map.entry("Cntrl", "Cc"),
          Map.entry("Currencysymbol", "Sc"),
          Map.entry("Dashpunctuation", "Pd"),
          Map.entry("Decimalnumber", "Nd"),
          Map.entry("Digit", "Nd"),
          Map.entry("Enclosingmark", "Me"),
          Map.entry("Finalpunctuation", "Pf"),
          Map.entry("Format", "Cf"),
          Map.entry("Initialpunctuation", "Pi"),
          Map.entry("Letter", "L"),
          Map.entry("Letternumber", "Nl"),
          Map.entry("Lineseparator", "Zl"),
          Map.entry("Lowercaseletter", "Ll"),
          Map.entry("Mark", "M"),
          Map.entry("Mathsymbol", "Sm"),
          Map.entry("Modifierletter", "Lm"),
          Map.entry("Modifiersymbol", "Sk"),
          Map.entry("Nonspacingmark", "Mn"),
          Map.entry("Number", "N"),
          Map.entry("Openpunctuation", "Ps"),
          Map.entry("Other", "C"),
          Map.entry("Otherletter", "Lo"),
          Map.entry("Othernumber", "No"),
          Map.entry("Otherpunctuation", "Po"),
          Map.entry("Othersymbol", "So"),
          Map.entry("Paragraphseparator", "Zp"),
          Map.entry("Privateuse", "Co"),
          Map.entry("Punctuation", "P"),
          Map.entry("Punct", "P"),
          Map.entry("Separator", "Z"),
          Map.entry("Spaceseparator", "Zs"),
          Map.entry("Spacingmark", "Mc"),
          Map.entry("Surrogate", "Cs"),
          Map.entry("Symbol", "S"),
          Map.entry("Titlecaseletter", "Lt"),
          Map.entry("Unassigned", "Cn"),
          Map.entry("Uppercaseletter", "Lu"));

  /// Made at first use; there are no more than names.
  private static final Map<String, RuneRanges> MADE = new ConcurrentHashMap<>();

  private RuneClasses() {}

  /// `d`, `s`, `w` of `\d` and so on, or null.
  static @Nullable RuneRanges perl(char letter) {
    return switch (letter) {
      case 'd' -> new RuneRanges().add('0', '9');
      case 's' -> new RuneRanges().add('\t', '\n').add('\f', '\r').add(' ', ' ');
      case 'w' -> word();
      default -> null;
    };
  }

  private static RuneRanges word() {
    return alphanumeric().add('_', '_');
  }

  private static RuneRanges alphanumeric() {
    return new RuneRanges().add('0', '9').add('A', 'Z').add('a', 'z');
  }

  /// `alpha` of `[:alpha:]` and so on, or null.
  static @Nullable RuneRanges posix(String name) {
    return switch (name) {
      case "alnum" -> alphanumeric();
      case "alpha" -> new RuneRanges().add('A', 'Z').add('a', 'z');
      case "ascii" -> new RuneRanges().add(0, 0x7F);
      case "blank" -> new RuneRanges().add('\t', '\t').add(' ', ' ');
      case "cntrl" -> new RuneRanges().add(0, 0x1F).add(0x7F, 0x7F);
      case "digit" -> new RuneRanges().add('0', '9');
      case "graph" -> new RuneRanges().add('!', '~');
      case "lower" -> new RuneRanges().add('a', 'z');
      case "print" -> new RuneRanges().add(' ', '~');
      case "punct" -> new RuneRanges().add('!', '/').add(':', '@').add('[', '`').add('{', '~');
      case "space" -> new RuneRanges().add('\t', '\r').add(' ', ' ');
      case "upper" -> new RuneRanges().add('A', 'Z');
      case "word" -> word();
      case "xdigit" -> new RuneRanges().add('0', '9').add('A', 'F').add('a', 'f');
      default -> null;
    };
  }

  /// The characters of a Unicode category or script, or null. Scripts whose names have several
  /// words cannot be named in Go.
  static @Nullable RuneRanges unicode(String written) {
    String name = canonical(written);
    RuneRanges known = MADE.get(name);
    if (known != null) {
      return known;
    }
    IntPredicate predicate = predicate(name);
    if (predicate == null) {
      return null;
    }
    RuneRanges made = select(predicate);
    if (made.isEmpty()) {
      // A script of a later Unicode.
      return null;
    }
    MADE.put(name, made);
    return made;
  }

  private static RuneRanges select(IntPredicate predicate) {
    RuneRanges selected = new RuneRanges();
    for (int c = 0; c <= RuneRanges.MAX; c++) {
      if (predicate.test(c)) {
        selected.add(c, c);
      }
    }
    return selected;
  }

  private static @Nullable IntPredicate predicate(String name) {
    switch (name) {
      case "Any" -> {
        return c -> true;
      }
      case "Assigned" -> {
        return c -> !category(c).equals("Cn");
      }
      case "Ascii" -> {
        return c -> c < 0x80;
      }
      case "Lc" -> {
        return RuneClasses::isCased;
      }
      default -> {}
    }
    String category = ALIASES.getOrDefault(name, name);
    if (category.equals("LC")) {
      return RuneClasses::isCased;
    }
    boolean isCategory =
        category.length() == 1 && "CLMNPSZ".contains(category)
            || category.length() == 2 && (" " + CATEGORIES + " ").contains(" " + category + " ");
    if (isCategory) {
      return c -> category(c).startsWith(category);
    }
    return script(name);
  }

  private static boolean isCased(int c) {
    return switch (category(c)) {
      case "Lu", "Ll", "Lt" -> true;
      default -> false;
    };
  }

  private static String category(int c) {
    int type = GoUnicode.isLater(c) ? 0 : Character.getType(c);
    return CATEGORIES.substring(type * 3, type * 3 + 2);
  }

  private static @Nullable IntPredicate script(String name) {
    try {
      Character.UnicodeScript script = Character.UnicodeScript.forName(name);
      String full = script.name();
      boolean inGo =
          script != Character.UnicodeScript.UNKNOWN
              && full.equalsIgnoreCase(name)
              && full.indexOf('_') < 0
              && !full.equals("SIGNWRITING");
      return inGo ? c -> !GoUnicode.isLater(c) && Character.UnicodeScript.of(c) == script : null;
    } catch (IllegalArgumentException unknown) {
      return null;
    }
  }

  /// One capital and small letters, without blanks.
  private static String canonical(String name) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '_' || c == '-' || c == ' ') {
        continue;
      }
      String letter = String.valueOf(c);
      if (c < 0x80) {
        letter =
            plain.isEmpty() ? letter.toUpperCase(Locale.ROOT) : letter.toLowerCase(Locale.ROOT);
      }
      plain.append(letter);
    }
    return plain.toString();
  }
}
