package ms.continuu.attest.cli.flags;

import java.util.List;

/// A flag with one word of several.
public final class ChoiceFlag extends Flag {
  private final List<String> choices;
  private String value;

  ChoiceFlag(String name, char shorthand, String initial, List<String> choices) {
    super(name, shorthand);
    this.value = initial;
    this.choices = choices;
  }

  public String value() {
    return value;
  }

  @Override
  void assign(String argument) throws FlagException {
    if (!choices.contains(argument)) {
      throw new FlagException("must be one of {" + String.join(",", choices) + "}");
    }
    value = argument;
  }
}
