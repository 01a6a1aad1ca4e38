package ms.continuu.attest.cli.flags;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import ms.continuu.attest.value.RegoText;
import org.jspecify.annotations.Nullable;

/// The flags of a command. Flags and other arguments may be mixed; `--` ends the flags.
public final class FlagSet {
  private final TreeMap<String, Flag> byName = new TreeMap<>();
  private final Map<Character, Flag> byShorthand = new HashMap<>();

  /// A flag that is off unless given.
  public BooleanFlag bool(String name) {
    return add(new BooleanFlag(name, Flag.NO_SHORTHAND, false));
  }

  /// A flag that is off unless given, with a shorthand.
  public BooleanFlag bool(String name, char shorthand) {
    return add(new BooleanFlag(name, shorthand, false));
  }

  /// A flag that is on unless switched off.
  public BooleanFlag enabled(String name) {
    return add(new BooleanFlag(name, Flag.NO_SHORTHAND, true));
  }

  public TextFlag text(String name, String initial) {
    return add(new TextFlag(name, Flag.NO_SHORTHAND, initial));
  }

  public TextFlag text(String name, char shorthand, String initial) {
    return add(new TextFlag(name, shorthand, initial));
  }

  public NumberFlag number(String name, int initial) {
    return add(new NumberFlag(name, Flag.NO_SHORTHAND, initial, Long.SIZE));
  }

  public NumberFlag number(String name, char shorthand, int initial) {
    return add(new NumberFlag(name, shorthand, initial, Long.SIZE));
  }

  /// A number of at most 32 bits.
  public NumberFlag smallNumber(String name, int initial) {
    return add(new NumberFlag(name, Flag.NO_SHORTHAND, initial, Integer.SIZE));
  }

  public FractionFlag fraction(String name) {
    return add(new FractionFlag(name));
  }

  public DurationFlag duration(String name) {
    return add(new DurationFlag(name));
  }

  /// A flag each of whose arguments is one value.
  public ListFlag repeated(String name, String... initial) {
    return add(new ListFlag(name, Flag.NO_SHORTHAND, ListFlag.Form.WHOLE, List.of(initial)));
  }

  /// A flag each of whose arguments is one value, with a shorthand.
  public ListFlag repeated(String name, char shorthand, String... initial) {
    return add(new ListFlag(name, shorthand, ListFlag.Form.WHOLE, List.of(initial)));
  }

  /// A flag whose arguments are values parted by commas.
  public ListFlag commaSeparated(String name, String... initial) {
    return add(new ListFlag(name, Flag.NO_SHORTHAND, ListFlag.Form.COMMAS, List.of(initial)));
  }

  public ChoiceFlag choice(String name, char shorthand, String initial, String... choices) {
    return add(new ChoiceFlag(name, shorthand, initial, List.of(choices)));
  }

  public ChoiceFlag choice(String name, String initial, String... choices) {
    return add(new ChoiceFlag(name, Flag.NO_SHORTHAND, initial, List.of(choices)));
  }

  public <T> ParsedFlag<T> parsed(String name, ParsedFlag.Lookup<T> lookup) {
    return add(new ParsedFlag<>(name, lookup));
  }

  private <F extends Flag> F add(F flag) {
    byName.put(flag.name(), flag);
    if (flag.shorthand() != Flag.NO_SHORTHAND) {
      byShorthand.put(flag.shorthand(), flag);
    }
    return flag;
  }

  /// The flag of a name, or null.
  public @Nullable Flag named(String name) {
    return byName.get(name);
  }

  /// The flag of a shorthand, or null.
  public @Nullable Flag shorthand(char letter) {
    return byShorthand.get(letter);
  }

  /// Whether a flag takes no argument of its own: `--fail`.
  public boolean needsNoArgument(@Nullable Flag flag) {
    return flag != null && flag.withoutArgument() != null;
  }

  /// Sets the flags that arguments name and returns the other arguments.
  ///
  /// @throws FlagException at the first argument that is wrong
  public List<String> parse(List<String> arguments) throws FlagException {
    List<String> others = new ArrayList<>();
    Arguments left = new Arguments(arguments);
    for (String argument = left.next(); argument != null; argument = left.next()) {
      if (argument.length() < 2 || argument.charAt(0) != '-') {
        others.add(argument);
      } else if (argument.equals("--")) {
        others.addAll(left.rest());
      } else if (argument.charAt(1) == '-') {
        parseLong(argument, left);
      } else {
        parseShort(argument.substring(1), left);
      }
    }
    return others;
  }

  private void parseLong(String argument, Arguments left) throws FlagException {
    String name = argument.substring(2);
    if (name.startsWith("-") || name.startsWith("=")) {
      throw new FlagException("bad flag syntax: " + argument);
    }
    int equals = name.indexOf('=');
    Flag flag = byName.get(equals < 0 ? name : name.substring(0, equals));
    if (flag == null) {
      throw new FlagException("unknown flag: --" + (equals < 0 ? name : name.substring(0, equals)));
    }
    String value = equals < 0 ? flag.withoutArgument() : name.substring(equals + 1);
    if (value == null) {
      value = left.next();
    }
    if (value == null) {
      throw new FlagException("flag needs an argument: --" + name);
    }
    flag.set(value);
  }

  private void parseShort(String letters, Arguments left) throws FlagException {
    String rest = letters;
    while (!rest.isEmpty()) {
      char letter = rest.charAt(0);
      Flag flag = byShorthand.get(letter);
      if (flag == null) {
        throw new FlagException("unknown shorthand flag: '" + letter + "' in -" + rest);
      }
      String value = flag.withoutArgument();
      if (rest.length() > 2 && rest.charAt(1) == '=') {
        value = rest.substring(2);
        rest = "";
      } else if (value != null) {
        rest = rest.substring(1);
      } else if (rest.length() > 1) {
        value = rest.substring(1);
        rest = "";
      } else {
        value = left.next();
        if (value == null) {
          throw new FlagException("flag needs an argument: '" + letter + "' in -" + rest);
        }
        rest = "";
      }
      flag.set(value);
    }
  }

  /// Sets the flags that the command line did not from variables named after them, such as
  /// `OPA_EVAL_FORMAT` for prefix `OPA_EVAL_`. Empty variables count as unset.
  ///
  /// @throws FlagException that tells of all variables that are wrong
  public void readEnvironment(String prefix, Map<String, String> environment) throws FlagException {
    List<String> faults = new ArrayList<>();
    for (Flag flag : byName.values()) {
      String variable = prefix + flag.name().replace('-', '_').toUpperCase(Locale.ROOT);
      String value = environment.get(variable);
      if (value == null || value.isEmpty() || flag.isChanged()) {
        continue;
      }
      try {
        flag.set(value);
      } catch (FlagException e) {
        faults.add(e.text());
      }
    }
    if (!faults.isEmpty()) {
      throw new FlagException(
          "error mapping environment variables to command flags: " + String.join("; ", faults));
    }
  }

  /// Quotes a word as Go's `%q` does.
  public static String quote(String word) {
    return RegoText.quote(word);
  }

  private static final class Arguments {
    private final List<String> all;
    private int at;

    Arguments(List<String> all) {
      this.all = all;
    }

    @Nullable String next() {
      return at < all.size() ? all.get(at++) : null;
    }

    List<String> rest() {
      List<String> rest = all.subList(at, all.size());
      at = all.size();
      return rest;
    }
  }
}
