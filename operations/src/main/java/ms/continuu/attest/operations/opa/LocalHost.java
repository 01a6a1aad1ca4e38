package ms.continuu.attest.operations.opa;

import java.io.IOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// The outside as a command on this machine sees it, without HTTP.
public final class LocalHost implements Host {
  private static final String RELEASE = "1.22.2";

  private final Map<String, String> environment;
  private final RandomGenerator random = new SecureRandom();

  public LocalHost(Map<String, String> environment) {
    this.environment = environment;
  }

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
    ObjectValue.Builder variables = ObjectValue.builder(environment.size());
    environment.forEach((name, value) -> variables.put(name, StringValue.of(value)));
    return ObjectValue.builder()
        .put("env", variables.build())
        .put("version", StringValue.of(RELEASE))
        .put("commit", StringValue.EMPTY)
        .put("authorization_enabled", BooleanValue.FALSE)
        .put("skip_known_schema_check", BooleanValue.FALSE)
        .build();
  }

  @Override
  public List<String> lookUpAddresses(String name) throws IOException {
    return Arrays.stream(InetAddress.getAllByName(name)).map(InetAddress::getHostAddress).toList();
  }

  @Override
  public HttpReply send(HttpCall call) throws IOException {
    throw new IOException("this host sends no HTTP requests: " + call.url());
  }
}
