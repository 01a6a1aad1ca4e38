package ms.continuu.attest.operations.config;

/// A value, and who set it.
public record Setting<T>(T value, Origin origin) {

  /// A value that nobody set.
  public static <T> Setting<T> byDefault(T value) {
    return new Setting<>(value, Origin.DEFAULT);
  }

  /// Whether somebody set it.
  public boolean isGiven() {
    return !(origin instanceof Origin.Default);
  }
}
