package ms.continuu.attest.rego.crypto;

import java.security.SecureRandom;
import java.util.function.Consumer;

/// Randomness of the host in the shape that the JDK's signatures take.
final class GivenRandom extends SecureRandom {
  private static final long serialVersionUID = 1L;

  private final transient Consumer<byte[]> source;

  GivenRandom(Consumer<byte[]> source) {
    super(null, null);
    this.source = source;
  }

  @Override
  public void nextBytes(byte[] bytes) {
    source.accept(bytes);
  }

  @Override
  public String getAlgorithm() {
    return "host";
  }
}
