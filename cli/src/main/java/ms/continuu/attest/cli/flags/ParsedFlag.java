package ms.continuu.attest.cli.flags;

import org.jspecify.annotations.Nullable;

/// A flag whose argument names something that is looked up at once.
public final class ParsedFlag<T> extends Flag {
  private final Lookup<T> lookup;
  private @Nullable T value;

  /// Finds what an argument names.
  @FunctionalInterface
  public interface Lookup<T> {
    T find(String argument) throws FlagException;
  }

  ParsedFlag(String name, Lookup<T> lookup) {
    super(name, NO_SHORTHAND);
    this.lookup = lookup;
  }

  /// What was found; null when the flag was not given.
  public @Nullable T value() {
    return value;
  }

  @Override
  void assign(String argument) throws FlagException {
    value = lookup.find(argument);
  }
}
