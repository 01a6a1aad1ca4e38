package ms.continuu.attest.cli.flags;

import java.time.Duration;

/// A flag with a duration in Go's form, such as `1m30s`.
public final class DurationFlag extends Flag {
  private Duration value = Duration.ZERO;

  DurationFlag(String name) {
    super(name, NO_SHORTHAND);
  }

  public Duration value() {
    return value;
  }

  @Override
  void assign(String argument) throws FlagException {
    value = GoLiterals.duration(argument);
  }
}
