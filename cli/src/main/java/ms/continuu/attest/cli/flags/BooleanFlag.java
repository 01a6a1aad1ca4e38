package ms.continuu.attest.cli.flags;

/// A flag that is on or off: `--fail`, `--fail=false`.
public final class BooleanFlag extends Flag {
  private boolean value;

  BooleanFlag(String name, char shorthand, boolean initial) {
    super(name, shorthand);
    this.value = initial;
  }

  public boolean isOn() {
    return value;
  }

  @Override
  String withoutArgument() {
    return "true";
  }

  @Override
  void assign(String argument) throws FlagException {
    value = GoLiterals.bool(argument);
  }
}
