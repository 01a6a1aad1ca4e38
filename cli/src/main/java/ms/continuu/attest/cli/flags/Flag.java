package ms.continuu.attest.cli.flags;

import ms.continuu.attest.value.RegoText;
import org.jspecify.annotations.Nullable;

/// One flag of a command.
public abstract sealed class Flag
    permits BooleanFlag,
        TextFlag,
        NumberFlag,
        FractionFlag,
        DurationFlag,
        ListFlag,
        ChoiceFlag,
        ParsedFlag {

  /// The shorthand of a flag without one.
  static final char NO_SHORTHAND = 0;

  private final String name;
  private final char shorthand;
  private boolean changed;

  Flag(String name, char shorthand) {
    this.name = name;
    this.shorthand = shorthand;
  }

  public final String name() {
    return name;
  }

  final char shorthand() {
    return shorthand;
  }

  /// Whether the command line, or the environment, has set it.
  public final boolean isChanged() {
    return changed;
  }

  /// The text that stands for a flag without argument, or null when it needs one.
  @Nullable String withoutArgument() {
    return null;
  }

  /// Takes an argument.
  ///
  /// @throws FlagException with what is wrong with the argument alone
  abstract void assign(String argument) throws FlagException;

  final void set(String argument) throws FlagException {
    try {
      assign(argument);
    } catch (FlagException e) {
      String shown = shorthand == NO_SHORTHAND ? "--" + name : "-" + shorthand + ", --" + name;
      throw new FlagException(
          "invalid argument "
              + RegoText.quote(argument)
              + " for "
              + RegoText.quote(shown)
              + " flag: "
              + e.text());
    }
    changed = true;
  }
}
