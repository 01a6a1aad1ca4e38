package ms.continuu.attest.cli.flags;

/// A flag with a whole number.
public final class NumberFlag extends Flag {
  private final int bits;
  private long value;

  NumberFlag(String name, char shorthand, long initial, int bits) {
    super(name, shorthand);
    this.bits = bits;
    this.value = initial;
  }

  public int value() {
    return Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  @Override
  void assign(String argument) throws FlagException {
    value = GoLiterals.whole(argument, bits);
  }
}
