package ms.continuu.attest.cli.flags;

/// A flag with a number that may have a fraction.
public final class FractionFlag extends Flag {
  private double value;

  FractionFlag(String name) {
    super(name, NO_SHORTHAND);
  }

  public double value() {
    return value;
  }

  @Override
  void assign(String argument) throws FlagException {
    value = GoLiterals.fraction(argument);
  }
}
