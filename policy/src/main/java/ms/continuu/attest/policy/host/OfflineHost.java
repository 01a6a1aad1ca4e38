package ms.continuu.attest.policy.host;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.Value;

/// The clock and randomness of this machine, and no network: what judging files needs.
public final class OfflineHost implements Host {
  private final SecureRandom random = new SecureRandom();

  @Override
  public long nowNanos() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }

  @Override
  public void randomBytes(byte[] bytes) {
    random.nextBytes(bytes);
  }

  @Override
  public long randomLong(long bound) {
    return random.nextLong(bound);
  }

  @Override
  public Value runtime() {
    return ObjectValue.EMPTY;
  }

  @Override
  public List<String> lookUpAddresses(String name) throws IOException {
    throw new IOException("looking up " + name + ": no network");
  }

  @Override
  public HttpReply send(HttpCall call) throws IOException {
    throw new IOException("sending to " + call.url() + ": no network");
  }
}
