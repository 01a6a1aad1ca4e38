package ms.continuu.attest.cli.flags;

/// A flag with one argument; of several the last counts.
public final class TextFlag extends Flag {
  private String value;

  TextFlag(String name, char shorthand, String initial) {
    super(name, shorthand);
    this.value = initial;
  }

  public String value() {
    return value;
  }

  @Override
  void assign(String argument) {
    value = argument;
  }
}
