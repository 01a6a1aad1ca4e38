package ms.continuu.attest.conformance;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.rego.net.IpAddress;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.Value;

/// The outside as the suites expect it: an empty `opa.runtime()`, names looked up, no network.
final class SuiteHost implements Host {
  private final Random random = new Random(7);

  @Override
  public long nowNanos() {
    return System.currentTimeMillis() * 1_000_000;
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
    List<String> addresses = new ArrayList<>();
    for (InetAddress address : InetAddress.getAllByName(name)) {
      addresses.add(IpAddress.text(address.getAddress()));
    }
    return addresses;
  }

  @Override
  public HttpReply send(HttpCall call) throws IOException {
    throw new IOException("no network in a suite: " + call.url());
  }
}
